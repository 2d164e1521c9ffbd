// What goes down to viewers: one frame a tick for everybody, a snapshot for who comes in or was too slow, short words to one.
import type { InteractionView } from '../../interactions/core/interaction.contract.ts';
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';

/** Marks of a line, added up. */
export const LINE_FLAG = { question: 1, buyer: 2, member: 4, staff: 8, newcomer: 16, paid: 32 } as const;

/** One line of the room; `id` is the number of its first event in the show, so that a sender knows his own again. */
export type FrameLine = [id: number, text: string, name: string | null, flags: number, count: number];

/** An interaction with everything left out that is empty; absolute, `version` counts up. */
export type FrameInteraction = Partial<InteractionView> &
  Pick<InteractionView, 'interactionId' | 'kind' | 'state' | 'version' | 'title'>;

/** What is on air. */
export interface FrameOnAir {
  id: string;
  index: number | null;
  title: string;
  price: LiveMoney | null;
}

/**
 * The frame of a tick. What has not changed is left out; what is there is absolute, so that a later frame makes up for a
 * missed one. `n` counts up without holes: who sees a hole asks for a snapshot.
 */
export interface Frame {
  n: number;
  /** When it was made, milliseconds since 1970. */
  t: number;
  c?: FrameLine[];
  /** Lines said again: id and how often by now. */
  u?: [id: number, count: number][];
  /** Lines taken away. */
  x?: number[];
  /** Viewers in our own room, and likes since the start of the show. */
  o?: number;
  l?: number;
  p?: FrameOnAir | null;
  /** Version of the shelf: read it again when it is another. */
  s?: number;
  i?: FrameInteraction[];
  /** The host answered: the question as most asked it, and what was said. */
  h?: [question: string, answer: string][];
  /** The show has ended. */
  end?: 1;
}

/** Everything, for who comes in; frames with a greater `n` follow. */
export interface Snapshot {
  n: number;
  t: number;
  snap: 1;
  room: { slug: string; title: string; startedAt: number; isSimulated: boolean };
  c: FrameLine[];
  o: number;
  l: number;
  p: FrameOnAir | null;
  s: number;
  i: FrameInteraction[];
  h: [question: string, answer: string][];
  /** Milliseconds between frames now. */
  tick: number;
  /** Lines taken away by reason: how the room is moderated is everybody's business. */
  hidden: Record<string, number>;
}

/** To one viewer: who he is, what became of what he sent, an answer to what he asked. */
export type Whisper =
  | { me: { token: string; name: string | null; signed: boolean }; asks: OwnAsk[] }
  | { a: string; id?: number; receipt?: unknown }
  | { a: string; no: string; wait?: number }
  | { told: OwnAsk };

/** What a viewer asked, and what was answered. */
export interface OwnAsk {
  text: string;
  answer: string | null;
}

/** An empty part of an interaction costs bytes in every frame: it is left out. */
export function compactInteraction(view: InteractionView): FrameInteraction {
  const kept = Object.entries(view).filter(
    ([, value]) => value !== null && value !== 0 && !(Array.isArray(value) && value.length === 0),
  );
  return { version: 0, ...Object.fromEntries(kept) } as FrameInteraction;
}
