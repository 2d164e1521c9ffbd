// Shows the clocks of cases as they stand at an instant, and what a case with given facts would be promised.
import type { Tx } from '../../../../platform/database/database.ts';
import { promiseFor } from '../core/case-promise.ts';
import type { ClockView } from '../core/clock.contract.ts';
import { type ClockReading, clockKey } from '../core/clock-history.contract.ts';
import type { CaseFacts } from '../core/clock-policy.ts';
import { kindOfKey, type NextDue, nextDueOf, stageOfKey } from '../core/next-due.ts';
import { readCaseClocks } from '../core/read-case-clocks.ts';
import { runClock } from '../core/run-clock.ts';
import { hoursOf } from './calendar.store.ts';
import { type ClockedCase, readCases, readClockRows } from './clock.store.ts';
import { readBook } from './policy.store.ts';
import { versionsOf } from './read-anew.ts';

const KEY_ORDER = ['frt', 'nrt', 'rt', 'stage'];

/**
 * All clocks of some cases, read at `now` from their histories; an instant of the past shows them as they stood then.
 * @returns by case id; a case clocks never heard of is left out
 */
export async function clocksOf(tx: Tx, caseIds: readonly string[], now: Date): Promise<Map<string, ClockView[]>> {
  const { cases, readingsOf } = await readAt(tx, caseIds);
  const rows = await readClockRows(tx, [...cases.keys()]);
  const views = new Map<string, ClockView[]>();
  for (const [caseId, one] of cases) {
    const readings = readingsOf(one, now.getTime());
    const found = rows
      .filter((row) => row.case_id === caseId)
      .flatMap((row) => {
        const reading = readings.find((candidate) => candidate.key === row.key);
        return reading ? [viewOf(row.id, one, reading)] : [];
      });
    views.set(
      caseId,
      found.sort((a, b) => rank(a) - rank(b) || Date.parse(a.startedAt) - Date.parse(b.startedAt)),
    );
  }
  return views;
}

/** The running clock of each case that falls due first, as of the latest of `now` and what was noted; null when none runs. */
export async function nextDuesOf(tx: Tx, caseIds: readonly string[], now: Date): Promise<Map<string, NextDue | null>> {
  const { cases, readingsOf } = await readAt(tx, caseIds);
  return new Map(
    [...cases].map(([caseId, one]) => {
      const nowMs = Math.max(now.getTime(), one.entries.at(-1)?.atMs ?? 0);
      return [caseId, nextDueOf(readingsOf(one, nowMs), nowMs)];
    }),
  );
}

/** What a case with these facts would be promised if it were opened then. */
export interface Simulation {
  policyId: string | null;
  policyName: string | null;
  calendarId: string;
  clocks: {
    kind: ClockView['kind'];
    stage: string | null;
    targetMs: number;
    warnAt: Date | null;
    /** Null when the calendar never opens long enough. */
    dueAt: Date | null;
  }[];
}

/** Works out the promise for given facts without noting anything. Every clock is read as if it started at `openedAt`. */
export async function simulate(tx: Tx, facts: CaseFacts, openedAt: Date): Promise<Simulation> {
  const book = await readBook(tx);
  const promise = promiseFor(book, facts);
  const hours = (await hoursOf(tx, [promise.versionId]))(promise.versionId);
  const atMs = openedAt.getTime();
  return {
    policyId: promise.policyId,
    policyName: book.policies.find((policy) => policy.id === promise.policyId)?.name ?? null,
    calendarId: promise.calendarId,
    clocks: promise.specs.map((spec) => {
      // The next response has nothing to wait for yet; its promise is the same span from the same instant.
      const shown = spec.kind === 'nrt' ? { ...spec, kind: 'frt' as const } : spec;
      const reading = runClock(shown, hours, [{ atMs, type: 'opened', stage: spec.stage }], atMs);
      return {
        kind: kindOfKey(clockKey(spec)),
        stage: spec.stage ?? null,
        targetMs: spec.targetMs,
        warnAt: dateOf(reading?.warnAt ?? null),
        dueAt: dateOf(reading?.dueAt ?? null),
      };
    }),
  };
}

async function readAt(tx: Tx, caseIds: readonly string[]) {
  const cases = caseIds.length > 0 ? await readCases(tx, caseIds) : new Map<string, ClockedCase>();
  const hours = await hoursOf(tx, [...cases.values()].flatMap(versionsOf));
  const readingsOf = (one: ClockedCase, nowMs: number) => readCaseClocks(one, hours, nowMs);
  return { cases, readingsOf };
}

function viewOf(id: string, one: ClockedCase, reading: ClockReading): ClockView {
  return {
    id: id as ClockView['id'],
    caseId: one.caseId,
    kind: kindOfKey(reading.key),
    stage: stageOfKey(reading.key),
    policyId: one.promise.policyId as ClockView['policyId'],
    state: reading.state,
    round: reading.round,
    startedAt: new Date(reading.startedAt).toISOString(),
    dueAt: isoOf(reading.dueAt),
    warnAt: isoOf(reading.warnAt),
    breachedAt: isoOf(reading.breachedAt),
    endedAt: isoOf(reading.endedAt),
    elapsedMs: reading.elapsedMs,
    remainingMs: reading.remainingMs,
    targetMs: reading.targetMs,
    misses: reading.misses,
    reasons: reading.reasons.map(({ atMs, code }) => ({ at: new Date(atMs).toISOString(), code })),
  };
}

const rank = (view: ClockView) => KEY_ORDER.indexOf(view.kind);
const dateOf = (ms: number | null) => (ms === null ? null : new Date(ms));
const isoOf = (ms: number | null) => dateOf(ms)?.toISOString() ?? null;
