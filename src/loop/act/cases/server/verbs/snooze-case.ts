// Puts a case aside until an instant; it comes back by itself.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../../platform/jobs/job.store.ts';
import { isOpen } from '../../core/case.status.ts';
import { caseSnoozed } from '../../core/case-events.contract.ts';
import { lockCase, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';

export const WAKE_JOB = 'cases.wake';
const LONGEST_MS = 366 * 86_400_000;

export async function snoozeCase(
  tx: Tx,
  env: Env,
  input: { caseId: string; until: Date },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'case_merged' | 'case_settled' | 'invalid_instant'>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  // decide
  if (!row) return refuse('not_found');
  if (row.merged_into) return refuse('case_merged');
  if (!isOpen(row.status)) return refuse('case_settled');
  const aheadMs = input.until.getTime() - env.now.getTime();
  if (aheadMs <= 0 || aheadMs > LONGEST_MS)
    return refuse('invalid_instant', [{ path: 'until', code: 'invalid_instant' }]);
  // save
  await saveCase(tx, row.id, { snoozed_until: input.until });
  await noteOnClocks(tx, env, [{ row, event: { type: 'snoozed', untilMs: input.until.getTime() } }]);
  const until = input.until.toISOString();
  const job = { kind: WAKE_JOB, key: `${row.id} ${until}`, payload: { caseId: row.id, until }, runAt: input.until };
  await enqueueJobs(tx, [job], env.now);
  // tell
  await tell(tx, env, caseSnoozed, { subject: row.id, data: { until } });
  return ok({ id: row.id });
}
