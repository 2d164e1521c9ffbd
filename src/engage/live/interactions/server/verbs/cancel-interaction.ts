// Cancels an open interaction; what was entered stays in the journal and counts for nothing.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { dropJob } from '../../../../../platform/jobs/job.store.ts';
import { interactionCancelled } from '../../core/interaction-routes.contract.ts';
import { findInteraction } from '../interaction.reads.ts';
import { type InteractionRow, lockInteraction, saveCancelled } from '../interaction.store.ts';
import { INTERACTION_JOB } from './open-interaction.ts';

export async function cancelInteraction(
  env: Env,
  id: string,
  reason: string | null = null,
): Promise<Result<InteractionRow, 'forbidden' | 'not_found' | 'wrong_state'>> {
  // permit
  if (!may(env.actor, 'live.work')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const row = await lockInteraction(tx, id);
    // decide
    if (!row) return refuse('not_found');
    if (row.state !== 'open') return refuse('wrong_state');
    // save
    await saveCancelled(tx, id, { reason, by: env.actor.name }, env.now);
    await dropJob(tx, INTERACTION_JOB, id);
    // tell
    await tell(tx, env, interactionCancelled, { subject: id, data: { interactionId: id, roomId: row.roomId } });
    return ok((await findInteraction(tx, id))!);
  });
}
