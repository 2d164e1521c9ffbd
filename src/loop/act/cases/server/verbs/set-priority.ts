// Sets the priority by hand, or gives it back to its parts.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import type { Priority } from '../../core/case.contract.ts';
import { casePriorityChanged } from '../../core/case-events.contract.ts';
import { lockCase, saveCase } from '../case.store.ts';
import { noteNewFacts } from '../case-clocks.ts';

type Refusal = 'forbidden' | 'not_found' | 'case_merged' | 'case_closed' | 'priority_not_by_hand';

/** @param input.priority null gives it back to the parts */
export async function setPriority(
  tx: Tx,
  env: Env,
  input: { caseId: string; priority: Priority | null; reason: string | null },
): Promise<Result<{ id: string }, Refusal>> {
  // permit
  if (!may(env.actor, 'case.work')) return refuse('forbidden');
  // load
  const row = await lockCase(tx, input.caseId);
  // decide
  if (!row) return refuse('not_found');
  if (row.merged_into) return refuse('case_merged');
  if (row.status === 'closed') return refuse('case_closed');
  if (input.priority === null && !row.priority_by_hand) return refuse('priority_not_by_hand');
  const byHand = input.priority !== null;
  const priority = input.priority ?? row.computed_priority;
  // save
  await saveCase(tx, row.id, { priority, priority_by_hand: byHand, priority_reason: input.reason });
  if (priority !== row.priority) await noteNewFacts(tx, env, [{ ...row, priority }]);
  // tell
  const data = { from: row.priority, to: priority, byHand, reason: input.reason };
  await tell(tx, env, casePriorityChanged, { subject: row.id, data });
  return ok({ id: row.id });
}
