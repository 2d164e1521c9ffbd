// Brings edited policies and hours to the cases under way, batch by batch, in a job that goes on where it stopped.
import sql from 'sql-template-tag';
import { type Env, systemEnv, tell } from '../../../../../ground/env.ts';
import { newId } from '../../../../../kit/ids.ts';
import type { Tx, WorkspaceDb } from '../../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import { clockMoved } from '../../core/clock-update.contract.ts';
import { hoursOf } from '../calendar.store.ts';
import { lockLiveCases, readClockRows, rowsByCase } from '../clock.store.ts';
import { readBook } from '../policy.store.ts';
import { readAnew, versionsOf } from '../read-anew.ts';
import { saveReadings, withPromise } from './note-clock-events.ts';

export const BRING_PROMISES = 'clocks.bring_promises';
const BATCH = 200;

/**
 * Asks for an edit to be brought to the cases under way. An edit of the policies covers whatever was still on its way; an edit of
 * hours covers an earlier one of the same calendar.
 */
export async function askToBring(
  tx: Tx,
  env: Env,
  cause: { cause: 'policies' } | { cause: 'calendar'; calendarId: string },
): Promise<void> {
  const id = newId('clu');
  const subjectId = cause.cause === 'calendar' ? cause.calendarId : null;
  await tx.run(sql`
    UPDATE clock_updates SET state = 'superseded', finished_at = ${env.now}
    WHERE workspace_id = ${tx.workspaceId} AND state = 'running'
      AND (${subjectId}::text IS NULL OR cause = 'calendar' AND subject_id = ${subjectId}::text)`);
  await tx.run(sql`
    INSERT INTO clock_updates (id, workspace_id, cause, subject_id, state, total, started_at)
    VALUES (${id}, ${tx.workspaceId}, ${cause.cause}, ${subjectId}, 'running', 0, ${env.now})`);
  await enqueueJobs(tx, [{ kind: BRING_PROMISES, payload: { updateId: id }, key: id, runAt: env.now }], env.now);
}

interface UpdateRow {
  id: string;
  cause: 'policies' | 'calendar';
  subject_id: string | null;
  state: string;
  after_case_id: string | null;
}

/**
 * Brings one update to the next batch of cases.
 * @param finish makes the end of the job part of the last transaction
 * @returns true when nothing is left to do
 */
export async function bringPromises(
  db: WorkspaceDb,
  updateId: string,
  now: Date,
  finish: (tx: Tx) => Promise<void>,
  limit = BATCH,
): Promise<boolean> {
  // permit: the product itself
  const env = systemEnv(db, now, 'clocks');
  return db.write(async (tx) => {
    // load
    const update = await tx.maybe<UpdateRow>(sql`
      SELECT id, cause, subject_id, state, after_case_id FROM clock_updates
      WHERE workspace_id = ${tx.workspaceId} AND id = ${updateId} FOR UPDATE`);
    if (update?.state !== 'running') {
      await finish(tx);
      return true;
    }
    if (update.after_case_id === null) await countTotal(tx, update);
    const cases = await lockLiveCases(tx, update.after_case_id ?? '', limit, update.subject_id);
    const [rows, book] = await Promise.all([readClockRows(tx, [...cases.keys()]), readBook(tx)]);
    // decide
    const promised = [...cases.values()].map((one) => withPromise(book, one, one.facts, now.getTime()));
    const appended = promised.flatMap((one) => {
      const before = cases.get(one.caseId)!.entries.length;
      return one.entries.slice(before).map((entry, index) => ({ caseId: one.caseId, seq: before + index + 1, entry }));
    });
    const hours = await hoursOf(tx, promised.flatMap(versionsOf));
    const byCase = rowsByCase(rows);
    const read = promised.map((one) => {
      const nowMs = Math.max(now.getTime(), one.entries.at(-1)?.atMs ?? 0);
      return readAnew(one, byCase.get(one.caseId) ?? [], book, hours, nowMs, false);
    });
    const moved = [...new Set(appended.map((item) => item.caseId))];
    const last = cases.size < limit;
    // save
    await saveReadings(tx, read, appended, now);
    await tx.run(sql`
      UPDATE clock_updates SET looked_at = looked_at + ${cases.size}, changed = changed + ${moved.length},
        after_case_id = ${[...cases.keys()].at(-1) ?? update.after_case_id}, state = ${last ? 'done' : 'running'},
        finished_at = ${last ? now : null}
      WHERE workspace_id = ${tx.workspaceId} AND id = ${updateId}`);
    if (last) await finish(tx);
    // tell
    if (moved.length > 0) await tell(tx, env, clockMoved, { subject: null, data: { caseIds: moved } });
    return last;
  });
}

async function countTotal(tx: Tx, update: UpdateRow): Promise<void> {
  await tx.run(sql`
    UPDATE clock_updates SET total = (
      SELECT count(*) FROM clocked_cases
      WHERE workspace_id = ${tx.workspaceId} AND live AND (${update.subject_id}::text IS NULL OR calendar_id = ${update.subject_id}::text))
    WHERE workspace_id = ${tx.workspaceId} AND id = ${update.id}`);
}
