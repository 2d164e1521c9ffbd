// Reads all clocks of a case anew and works out what to save, what to say and when to look again.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { newId } from '../../../../kit/ids.ts';
import type { PromiseBook } from '../core/case-promise.ts';
import { type Alarm, lookAtClock } from '../core/clock-alarms.ts';
import type { ClockReading } from '../core/clock-history.contract.ts';
import { isLive, readCaseClocks, snoozedUntil } from '../core/read-case-clocks.ts';
import type { ClockedCase, ClockRow, ClockToSave } from './clock.store.ts';

export interface CaseReading {
  /** The case with its next look and liveness brought up to date. */
  clocked: ClockedCase;
  readings: ClockReading[];
  clocks: ClockToSave[];
  /** What is due to be said, by clock; empty when the caller does not say it. */
  alarms: { clock: ClockToSave; alarm: Alarm }[];
}

/**
 * @param rows the stored clocks of this case
 * @param saying true for the sweep, which tells what is due and marks it told; everybody else leaves it to the sweep, at once
 */
export function readAnew(
  one: ClockedCase,
  rows: readonly ClockRow[],
  book: PromiseBook,
  hours: (versionId: string) => Calendar,
  nowMs: number,
  saying: boolean,
): CaseReading {
  const readings = readCaseClocks(one, hours, nowMs);
  const steps = book.policies.find((policy) => policy.id === one.promise.policyId)?.escalation ?? [];
  const asleepUntil = snoozedUntil(one.entries);
  const calendar = hours(one.promise.versionId);
  const clocks: ClockToSave[] = [];
  const alarms: CaseReading['alarms'] = [];
  const looks: number[] = [];
  for (const reading of readings) {
    const row = rows.find((candidate) => candidate.key === reading.key);
    const told = row?.told ?? [];
    const look = lookAtClock({ steps, reading, calendar, told, nowMs, snoozedUntilMs: asleepUntil });
    const clock: ClockToSave = {
      id: row?.id ?? newId('clk'),
      caseId: one.caseId,
      policyId: one.promise.policyId,
      reading,
      told: saying ? look.told : told,
    };
    clocks.push(clock);
    if (look.nextLookAt !== null) looks.push(look.nextLookAt);
    if (look.alarms.length === 0) continue;
    if (saying) for (const alarm of look.alarms) alarms.push({ clock, alarm });
    else looks.push(nowMs);
  }
  const live = isLive(one.entries);
  const nextLookAt = live && looks.length > 0 ? new Date(Math.min(...looks)) : null;
  return { clocked: { ...one, live, nextLookAt }, readings, clocks, alarms };
}

/** All versions of hours a case's history names. */
export function versionsOf(one: ClockedCase): string[] {
  const named = one.entries.flatMap((entry) => (entry.type === 'calendar_changed' ? [entry.versionId] : []));
  return [one.firstVersionId, one.promise.versionId, ...named];
}
