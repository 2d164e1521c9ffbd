// Notes that the customer wrote; the answering room calls it through the door.
import { type Env, tell } from '../../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { isOpen, nextStatus, type StatusRefusal } from '../../core/case.status.ts';
import { caseStatusChanged } from '../../core/case-events.contract.ts';
import { lockCase, saveCase, standsFor } from '../case.store.ts';
import { noteOnClocks } from '../case-clocks.ts';
import { reopenCase } from './reopen-case.ts';
import { wakeCase } from './wake-case.ts';

type Refusal = 'not_found' | 'forbidden' | 'case_merged' | 'open_case_exists' | StatusRefusal;

/**
 * The customer wrote: a case that waited for him goes on, a sleeping one wakes, a settled one opens again. Of a merged case the one
 * that stands for it takes the message.
 */
export async function noteCustomerMessage(
  tx: Tx,
  env: Env,
  input: { caseId: string },
): Promise<Result<{ id: string }, Refusal>> {
  // permit
  // Whoever may write into the conversation has been let in by the answering room.
  // load
  const row = await lockCase(tx, await standsFor(tx, input.caseId));
  // decide
  if (!row) return refuse('not_found');
  const next = nextStatus(row.status, 'customer_wrote');
  if (!next.ok) return next;
  // save
  if (!isOpen(row.status)) {
    const reopened = await reopenCase(tx, env, { caseId: row.id, reason: null, by: 'person' });
    if (!reopened.ok) return reopened;
  } else if (next.value !== row.status) {
    await saveCase(tx, row.id, { status: next.value });
    await noteOnClocks(tx, env, [{ row, event: { type: 'status', to: 'open' } }]);
  }
  if (row.snoozed_until && isOpen(row.status)) await wakeCase(tx, { ...env, actor: woken(env) }, { caseId: row.id });
  await noteOnClocks(tx, env, [{ row, event: { type: 'customer_message' } }]);
  // tell
  if (isOpen(row.status) && next.value !== row.status) {
    await tell(tx, env, caseStatusChanged, { subject: row.id, data: { from: row.status, to: next.value } });
  }
  return ok({ id: row.id });
}

/** The product wakes the case, whoever wrote. */
function woken(env: Env): Env['actor'] {
  return { kind: 'system', id: 'system', name: env.actor.name, permissions: ['case.work'] };
}
