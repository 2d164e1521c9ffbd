// Picks the clock of a case that falls due first: what a list of cases sorts by and shows.
import type { ClockKind, ClockReading } from './clock-history.contract.ts';

/** The running clock that falls due first. */
export interface NextDue {
  at: Date;
  /** When it turns from on time to soon; null when it was never to warn. */
  warnAt: Date | null;
  kind: ClockKind;
  /** As of the moment it was read: `late` past due, `soon` once warned. */
  state: 'on_time' | 'soon' | 'late';
}

/** @returns null when no clock runs, or none ever falls due */
export function nextDueOf(readings: readonly ClockReading[], nowMs: number): NextDue | null {
  let first: ClockReading | null = null;
  for (const reading of readings) {
    if (reading.state !== 'active' && reading.state !== 'active_with_misses') continue;
    if (reading.dueAt === null) continue;
    if (first?.dueAt == null || reading.dueAt < first.dueAt) first = reading;
  }
  if (first?.dueAt == null) return null;
  const soon = first.warnAt !== null && first.warnAt <= nowMs;
  return {
    at: new Date(first.dueAt),
    warnAt: first.warnAt === null ? null : new Date(first.warnAt),
    kind: kindOfKey(first.key),
    state: first.breachedAt !== null ? 'late' : soon ? 'soon' : 'on_time',
  };
}

/** The kind within a clock's key. */
export function kindOfKey(key: string): ClockKind {
  return key.startsWith('stage:') ? 'stage' : (key as ClockKind);
}

/** The stage within a clock's key; null for the three promises to the customer. */
export function stageOfKey(key: string): string | null {
  return key.startsWith('stage:') ? key.slice('stage:'.length) : null;
}
