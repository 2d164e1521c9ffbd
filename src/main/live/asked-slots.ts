// Which questions an overlay shows: few, each long enough to be read, the most asked first, and none moves while it stands.
import { type FrameLine, LINE_FLAG } from '../../engage/live/viewer/core/frame.contract.ts';
import { keepNewest } from '../../kit/keep-newest.ts';

export interface AskedSlot {
  id: number;
  text: string;
  count: number;
  since: number;
}

const SLOTS = 3;
/** Read aloud twice. */
const LEAST_MS = 6_000;
const MOST_MS = 25_000;
/** Older ones wait no longer: the room has gone on. */
const FRESH_MS = 25_000;
const REMEMBERED = 600;

/** @returns tells what is shown now; `removed` are lines the shop has taken away: not a moment longer */
export function createAskedSlots(): (
  lines: readonly FrameLine[],
  now: number,
  removed?: readonly number[],
) => readonly (AskedSlot | null)[] {
  const slots: (AskedSlot | null)[] = Array(SLOTS).fill(null);
  /** Line → when it was first seen, and whether it was shown. */
  const seen = new Map<number, { at: number; shown: boolean }>();

  return (lines, now, removed = []) => {
    for (const [place, slot] of slots.entries()) if (slot && removed.includes(slot.id)) slots[place] = null;
    const asked = lines.filter((line) => line[3] & LINE_FLAG.question);
    for (const [id] of asked) if (!seen.has(id)) seen.set(id, { at: now, shown: false });
    keepNewest(seen, REMEMBERED);
    const byId = new Map(lines.map((line) => [line[0], line]));
    const waiting = asked
      .filter(([id]) => !seen.get(id)!.shown && now - seen.get(id)!.at < FRESH_MS)
      .sort((one, other) => other[4] - one[4] || other[0] - one[0]);
    // One change at a time: who reads the second line is not robbed of all three.
    let mayChange = true;
    for (const [place, slot] of slots.entries()) {
      const line = slot && byId.get(slot.id);
      if (slot && line) slot.count = line[4];
      const age = slot ? now - slot.since : Number.POSITIVE_INFINITY;
      if (slot && age > MOST_MS) slots[place] = null;
      if ((slot && age < LEAST_MS) || (slot && !mayChange)) continue;
      const next = waiting.shift();
      if (!next) continue;
      seen.get(next[0])!.shown = true;
      if (slot) mayChange = false;
      slots[place] = { id: next[0], text: next[1], count: next[4], since: now };
    }
    return slots;
  };
}
