// A member says that he posted an answer, or that he could not.
import sql from 'sql-template-tag';
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Sealer } from '../../../../../platform/secrets/seal.ts';
import { deliveryTaskSettled, type TaskState, type TaskView } from '../../core/delivery.contract.ts';
import { mayBecome } from '../../core/task-state.ts';
import { readTask } from '../task.reads.ts';

/** @returns the task as it stands afterwards */
export async function settleTask(
  env: Env,
  sealer: Sealer,
  input: { taskId: string; outcome: 'done' | 'failed'; note: string },
): Promise<Result<TaskView, 'forbidden' | 'not_found' | 'already_settled'>> {
  // permit
  if (!may(env.actor, 'reply.send')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const task = await tx.maybe<{ state: TaskState; message_id: string; case_id: string }>(sql`
      SELECT state, message_id, case_id FROM deliveries
      WHERE workspace_id = ${tx.workspaceId} AND id = ${input.taskId} AND way = 'task' FOR UPDATE`);
    if (!task) return refuse('not_found');
    // decide
    if (!mayBecome(task.state, input.outcome)) return refuse('already_settled');
    // save
    await tx.run(sql`
      UPDATE deliveries SET state = ${input.outcome}, note = ${input.note}, settled_at = ${env.now}, settled_by = ${env.actor.name}
      WHERE workspace_id = ${tx.workspaceId} AND id = ${input.taskId}`);
    // tell
    await tell(tx, env, deliveryTaskSettled, {
      subject: task.case_id,
      data: { taskId: input.taskId, messageId: task.message_id, outcome: input.outcome, note: input.note },
    });
    return ok((await readTask(tx, sealer, input.taskId))!);
  });
}
