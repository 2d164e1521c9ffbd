// What cases may ask of their clocks: note what happened, show the clocks, say what would be promised.
import type { Env } from '../../../../ground/env.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { NextDue } from '../core/next-due.ts';
import { type ClockNote, noteClockEvents } from './verbs/note-clock-events.ts';

export type { CaseFacts } from '../core/clock-policy.ts';
export type { NextDue } from '../core/next-due.ts';
export { shopHours } from './calendar.reads.ts';
export { clocksOf, nextDuesOf, type Simulation, simulate } from './clock.reads.ts';
export { type ClockNote, noteClockEvents } from './verbs/note-clock-events.ts';

/**
 * Notes one thing that happened to a case, in the caller's transaction. The first note of a case is `opened` and brings its facts;
 * later ones bring the facts as they are now (or null when nothing changed), and a change of priority, theme, product, channel or VIP
 * moves the case to the promise it now falls under. `event` null notes changed facts alone. `atMs` is epoch ms; notes out of order
 * count from the latest one.
 * @returns the running clock that falls due first, null when none runs (paused, finished, merged or not promised)
 */
export async function noteClockEvent(tx: Tx, env: Env, note: ClockNote): Promise<{ nextDue: NextDue | null }> {
  const dues = await noteClockEvents(tx, env, [note]);
  return { nextDue: dues.get(note.caseId) ?? null };
}
