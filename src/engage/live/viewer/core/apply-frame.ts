// What a viewer's page knows after a frame: pure, so that page, overlay and tests do the same.
import type { Frame, FrameInteraction, FrameLine, FrameOnAir, Snapshot } from './frame.contract.ts';

export interface RoomSight {
  n: number;
  room: Snapshot['room'] | null;
  lines: FrameLine[];
  online: number;
  likes: number;
  onAir: FrameOnAir | null;
  shelf: number;
  interactions: FrameInteraction[];
  answers: [question: string, answer: string][];
  hidden: Record<string, number>;
  isEnded: boolean;
}

/** Lines and answers a page keeps. */
export const KEPT_LINES = 80;
const KEPT_ANSWERS = 20;

export const NOTHING_SEEN: RoomSight = {
  n: 0,
  room: null,
  lines: [],
  online: 0,
  likes: 0,
  onAir: null,
  shelf: 0,
  interactions: [],
  answers: [],
  hidden: {},
  isEnded: false,
};

/** A snapshot replaces what was seen; of the lines, those shown already stay where they are. */
export function seeSnapshot(sight: RoomSight, snap: Snapshot): RoomSight {
  return {
    n: snap.n,
    room: snap.room,
    lines: joinLines(sight.lines, snap.c),
    online: snap.o,
    likes: Math.max(snap.l, sight.likes),
    onAir: snap.p,
    shelf: snap.s,
    interactions: snap.i,
    answers: snap.h,
    hidden: snap.hidden,
    isEnded: false,
  };
}

/** @returns the new sight, and whether a frame before this one is missing */
export function seeFrame(sight: RoomSight, frame: Frame): { sight: RoomSight; hole: boolean } {
  if (frame.n <= sight.n) return { sight, hole: false };
  let lines = sight.lines;
  if (frame.x) lines = lines.filter((line) => !frame.x!.includes(line[0]));
  if (frame.u) {
    const counts = new Map(frame.u);
    lines = lines.map((line) =>
      counts.has(line[0]) ? ([line[0], line[1], line[2], line[3], counts.get(line[0])!] as FrameLine) : line,
    );
  }
  if (frame.c) lines = joinLines(lines, frame.c);
  const next: RoomSight = {
    ...sight,
    n: frame.n,
    lines,
    online: frame.o ?? sight.online,
    likes: frame.l ?? sight.likes,
    onAir: frame.p === undefined ? sight.onAir : frame.p,
    shelf: frame.s ?? sight.shelf,
    interactions: frame.i ? putInteractions(sight.interactions, frame.i) : sight.interactions,
    answers: frame.h ? [...sight.answers, ...frame.h].slice(-KEPT_ANSWERS) : sight.answers,
    isEnded: sight.isEnded || frame.end === 1,
  };
  return { sight: next, hole: sight.n > 0 && frame.n > sight.n + 1 };
}

/** Puts a line of one's own where it will come back in a frame under the same number. */
export function seeOwnLine(sight: RoomSight, line: FrameLine): RoomSight {
  return { ...sight, lines: joinLines(sight.lines, [line]) };
}

function joinLines(lines: readonly FrameLine[], more: readonly FrameLine[]): FrameLine[] {
  const known = new Map(lines.map((line) => [line[0], line]));
  for (const line of more) known.set(line[0], line);
  return [...known.values()].sort((one, other) => one[0] - other[0]).slice(-KEPT_LINES);
}

function putInteractions(known: readonly FrameInteraction[], more: readonly FrameInteraction[]): FrameInteraction[] {
  const byId = new Map(known.map((view) => [view.interactionId, view]));
  for (const view of more) {
    const before = byId.get(view.interactionId);
    if (!before || before.version <= view.version) byId.set(view.interactionId, view);
  }
  return [...byId.values()];
}
