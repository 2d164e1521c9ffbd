// Opens how to reach the person of a task, for a call or a private message, and leaves a trace of who looked.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { contactOf } from '../../../../../ground/people/server/door.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { deliveryTaskContactRevealed } from '../../core/delivery.contract.ts';

/** @param input.reason why it must be known; kept in the audit log */
export async function revealTaskContact(
  env: Env,
  sealer: Sealer,
  input: { taskId: string; reason: string },
): Promise<Result<{ email: string | null; phone: string | null }, 'forbidden' | 'not_found' | 'nothing_known'>> {
  // permit
  if (!may(env.actor, 'feedback.reveal')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const task = await tx.maybe<{ person_id: string | null; case_id: string }>(sql`
      SELECT person_id, case_id FROM deliveries WHERE workspace_id = ${tx.workspaceId} AND id = ${input.taskId} AND way = 'task'`);
    if (!task) return refuse('not_found');
    const contact = task.person_id ? await contactOf(tx, sealer, task.person_id) : null;
    // decide
    if (!contact?.email && !contact?.phone) return refuse('nothing_known');
    // save · tell: the trace is all that is written
    await tell(tx, env, deliveryTaskContactRevealed, {
      subject: task.case_id,
      data: { taskId: input.taskId, reason: input.reason },
    });
    return ok({ email: contact.email, phone: contact.phone });
  });
}
