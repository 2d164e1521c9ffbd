// Takes a case up again that was put aside, by hand or when its time has come.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { caseSnoozed } from '../../core/case-events.contract.ts';
import { lockCase, saveCase } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';
import { ring } from '../notification.store.ts';

/** @param input.until only if it still sleeps until then: a later snooze has its own job */
export async function wakeCase(
  tx: Tx,
  env: Env,
  input: { caseId: string; until?: Date },
): Promise<Result<{ id: string }, 'forbidden' | 'not_found' | 'not_snoozed'>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  // decide
  if (!row) return refuse('not_found');
  if (!row.snoozed_until) return refuse('not_snoozed');
  if (input.until && row.snoozed_until.getTime() !== input.until.getTime()) return refuse('not_snoozed');
  // save
  await saveCase(tx, row.id, { snoozed_until: null });
  if (!row.merged_into) await noteOnClocks(tx, env, [{ row, event: { type: 'unsnoozed' } }]);
  if (row.owner_id && row.owner_id !== env.actor.id) {
    const dedupe = `woke ${row.id} ${row.snoozed_until.toISOString()}`;
    await ring(tx, [{ memberId: row.owner_id, kind: 'woke', caseId: row.id, by: null, dedupe }], env.now);
  }
  // tell
  await tell(tx, env, caseSnoozed, { subject: row.id, data: { until: null } });
  return ok({ id: row.id });
}
