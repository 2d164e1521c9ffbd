// Looks at the clocks that are due to be looked at and says what is due to be said: warnings, breaches, steps of the ladder.
import sql from 'sql-template-tag';
import { systemEnv } from '../../../../../ground/env.ts';
import type { EventDef } from '../../../../../kit/event.ts';
import type { Database, WorkspaceDb } from '../../../../../platform/database/database.ts';
import { appendEvents, type NewEvent } from '../../../../../platform/events/event.store.ts';
import { clockBreached, clockEscalated, clockWarned } from '../../core/clock.contract.ts';
import type { Alarm } from '../../core/clock-alarms.ts';
import { clockMoved } from '../../core/clock-update.contract.ts';
import { kindOfKey, stageOfKey } from '../../core/next-due.ts';
import { hoursOf } from '../calendar.store.ts';
import {
  type ClockedCase,
  type ClockRow,
  type ClockToSave,
  lockCasesToLookAt,
  readClockRows,
  rowsByCase,
} from '../clock.store.ts';
import { readBook } from '../policy.store.ts';
import { type CaseReading, readAnew, versionsOf } from '../read-anew.ts';
import { saveReadings } from './note-clock-events.ts';

export const SWEEP_BATCH = 200;
/** Batches of one workspace before the next one gets its turn. */
const MOST_BATCHES = 50;
/** A sweep ends after this long and the next goes on: the lock that keeps it alone must not go idle. */
const LONGEST_SWEEP_MS = 45_000;
/** A case whose history cannot be read is tried again after this long, so that it does not hold up the others. */
const SET_ASIDE_MS = 3_600_000;

/**
 * One sweep over every workspace that has something due.
 * @returns how many cases were looked at
 * @throws when a workspace failed; the others were swept all the same
 */
export async function sweepClocks(database: Database, now: Date): Promise<number> {
  const due = await database.machine.rows<{ workspace_id: string }>(sql`
    SELECT DISTINCT workspace_id FROM (
      SELECT workspace_id FROM clocked_cases WHERE next_look_at <= ${now} ORDER BY next_look_at LIMIT 20000) AS due`);
  const endsAt = performance.now() + LONGEST_SWEEP_MS;
  let lookedAt = 0;
  const failures: unknown[] = [];
  for (const { workspace_id } of due) {
    try {
      for (let batch = 0; batch < MOST_BATCHES && performance.now() < endsAt; batch += 1) {
        const taken = await sweepBatch(database.workspace(workspace_id), now);
        lookedAt += taken;
        if (taken < SWEEP_BATCH) break;
      }
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `Clocks of ${failures.length} workspaces were not swept`);
  return lookedAt;
}

/**
 * One batch in one transaction: what was told and the marks that it was told are saved together, so a crash tells nothing twice and
 * nothing is lost. Cases somebody else holds are passed over.
 */
export async function sweepBatch(db: WorkspaceDb, now: Date, limit = SWEEP_BATCH): Promise<number> {
  // permit: the product itself
  const env = systemEnv(db, now, 'clocks');
  return db.write(async (tx) => {
    // load
    const cases = await lockCasesToLookAt(tx, now, limit);
    if (cases.size === 0) return 0;
    const [rows, book] = await Promise.all([readClockRows(tx, [...cases.keys()]), readBook(tx)]);
    const hours = await hoursOf(tx, [...cases.values()].flatMap(versionsOf));
    // decide
    const byCase = rowsByCase(rows);
    const read = [...cases.values()].map((one) =>
      readOrSetAside(one, byCase.get(one.caseId) ?? [], now, (rowsOfCase) =>
        readAnew(one, rowsOfCase, book, hours, now.getTime(), true),
      ),
    );
    // save
    await saveReadings(tx, read, [], now);
    // tell
    const { kind, id, name } = env.actor;
    const actor = { kind, id, name };
    const news = read.flatMap((one) => one.alarms.map(({ clock, alarm }) => newsOf(clock, alarm)));
    const quiet = read.filter((one) => one.alarms.length === 0).map((one) => one.clocked.caseId);
    if (quiet.length > 0) news.push({ type: clockMoved.type, subject: null, data: { caseIds: quiet } });
    await appendEvents(
      tx,
      news.map((one) => ({ ...one, actor, at: now })),
    );
    return cases.size;
  });
}

function readOrSetAside(
  one: ClockedCase,
  rows: readonly ClockRow[],
  now: Date,
  read: (rows: readonly ClockRow[]) => CaseReading,
): CaseReading {
  try {
    return read(rows);
  } catch {
    const nextLookAt = new Date(now.getTime() + SET_ASIDE_MS);
    return { clocked: { ...one, nextLookAt }, readings: [], clocks: [], alarms: [] };
  }
}

function newsOf(clock: ClockToSave, alarm: Alarm): Omit<NewEvent, 'actor' | 'at'> {
  const { reading } = clock;
  const dueAt = reading.breachedAt ?? reading.dueAt;
  const about = {
    clockId: clock.id,
    caseId: clock.caseId,
    kind: kindOfKey(reading.key),
    stage: stageOfKey(reading.key),
    round: reading.round,
    dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
  };
  const event = <D>(def: EventDef<D>, data: D) => ({
    type: def.type,
    subject: clock.caseId,
    data: def.data.parse(data),
  });
  if (alarm.type === 'warned') return event(clockWarned, about as never);
  if (alarm.type === 'breached') {
    return event(clockBreached, { ...about, breachedAt: new Date(reading.breachedAt!).toISOString() } as never);
  }
  const { index, step } = alarm;
  return event(clockEscalated, { ...about, step: index, on: step.on, action: step.action } as never);
}
