// Sends again what was given up, or one message whatever became of it; under the same message id, so that a receiver knows it.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import { webhookReplayed } from '../../core/webhook.contract.ts';
import { askToSend } from '../plan-messages.ts';
import { lockEndpoint, replayRows } from '../webhook.store.ts';

export async function replayMessages(
  env: Env,
  input: { id: string; messageId: string | null },
): Promise<Result<{ messages: number }, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'webhook.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const endpoint = await lockEndpoint(tx, input.id);
    // decide
    if (!endpoint) return refuse('not_found');
    // save
    const messages = await replayRows(tx, input.id, { messageId: input.messageId, now: env.now });
    if (input.messageId !== null && messages === 0) return refuse('not_found');
    await askToSend(tx, [input.id], env.now, env.now);
    // tell
    await tell(tx, env, webhookReplayed, { subject: input.id, data: { messages } });
    return ok({ messages });
  });
}
