// What viewers need of the interactions of a room: how they stand, and how to take part.
import type { Result } from '../../../../kit/result.ts';
import type { InteractionView } from '../../interactions/core/interaction.contract.ts';
import type { Viewer } from './viewer-token.ts';

export interface PlayEntry {
  interactionId: string;
  viewer: Viewer;
  /** The message's own name: the same again is the same entry. */
  messageName: string;
  /** Where it comes from; null where that says nothing. */
  network: string | null;
  choice?: string;
  answer?: string;
  at: number;
}

export interface RoomPlay {
  views(): readonly InteractionView[];
  /** Resolves when the entry is durable, with what the viewer may keep of it. */
  enter(entry: PlayEntry): Promise<Result<unknown, string>>;
  /** Whether a line is an entry too, and one too many of its network. */
  isTypedOver(line: { text: string; viewerUid: string; network: string; at: number }): boolean;
}
