// Reads every clock of a case from its stored history: the promises of the first day and those added since.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import type { HistoryEntry } from './case-promise.ts';
import { type ClockEvent, type ClockReading, type ClockSpec, clockKey } from './clock-history.contract.ts';
import { runClock } from './run-clock.ts';

/** What is needed to read the clocks of a case at any instant. */
export interface CaseHistory {
  firstSpecs: readonly ClockSpec[];
  firstVersionId: string;
  entries: readonly HistoryEntry[];
}

/** @param calendarOf gives the hours of a version named in the history */
export function readCaseClocks(
  history: CaseHistory,
  calendarOf: (versionId: string) => Calendar,
  nowMs: number,
): ClockReading[] {
  const events = history.entries.map((entry) => eventOf(entry, calendarOf));
  const calendar = calendarOf(history.firstVersionId);
  const first = new Set(history.firstSpecs.map(clockKey));
  const readings = history.firstSpecs.map((spec) => runClock(spec, calendar, events, nowMs));
  const openedMs = events[0]?.atMs ?? nowMs;
  for (const spec of specsAddedLater(history.entries, first)) {
    // A promise made later counts from the day it was made, so it begins withdrawn.
    const withdrawn: ClockEvent = { atMs: openedMs, type: 'policy_changed', targets: { [clockKey(spec)]: null } };
    const promisedMs = events.find((event) => event.type === 'policy_changed' && event.targets[clockKey(spec)])?.atMs;
    if (promisedMs === undefined || promisedMs > nowMs) continue;
    readings.push(runClock(spec, calendar, [withdrawn, ...events], nowMs));
  }
  return readings.filter((reading) => reading !== null);
}

/** When a sleeping case wakes up by itself; null when it does not sleep. */
export function snoozedUntil(entries: readonly HistoryEntry[]): number | null {
  let until: number | null = null;
  for (const entry of entries) {
    if (entry.type === 'snoozed') until = entry.untilMs;
    else if (['unsnoozed', 'customer_message', 'resolved'].includes(entry.type)) until = null;
  }
  return until;
}

/** Neither resolved, closed nor merged: its clocks may run. */
export function isLive(entries: readonly HistoryEntry[]): boolean {
  let finished = false;
  let merged = false;
  for (const { type } of entries) {
    if (type === 'resolved' || type === 'closed') finished = true;
    else if (type === 'reopened') finished = false;
    else if (type === 'merged') merged = true;
    else if (type === 'unmerged') merged = false;
  }
  return !finished && !merged;
}

function eventOf(entry: HistoryEntry, calendarOf: (versionId: string) => Calendar): ClockEvent {
  if (entry.type !== 'calendar_changed') return entry;
  return { atMs: entry.atMs, type: 'calendar_changed', calendar: calendarOf(entry.versionId) };
}

function specsAddedLater(entries: readonly HistoryEntry[], known: ReadonlySet<string>): ClockSpec[] {
  const added = new Map<string, ClockSpec>();
  for (const entry of entries) {
    if (entry.type !== 'policy_changed') continue;
    for (const [key, target] of Object.entries(entry.targets)) {
      if (target && !known.has(key) && !added.has(key)) added.set(key, specOf(key, target));
    }
  }
  return [...added.values()];
}

function specOf(key: string, target: { targetMs: number; warnMs?: number }): ClockSpec {
  const spans = { targetMs: target.targetMs, warnMs: target.warnMs ?? 0 };
  if (key.startsWith('stage:')) return { kind: 'stage', stage: key.slice('stage:'.length), ...spans };
  return { kind: key as 'frt' | 'nrt' | 'rt', ...spans };
}
