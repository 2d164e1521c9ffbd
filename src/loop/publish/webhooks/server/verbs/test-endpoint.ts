// Sends a message that says only that it is a test, through the very same queue as all others.
import type { Env } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Envelope, MessageView } from '../../core/webhook.contract.ts';
import { askToSend } from '../plan-messages.ts';
import { listMessages } from '../webhook.reads.ts';
import { insertMessages, lockEndpoint } from '../webhook.store.ts';

const TYPE = 'webhook.tested';

export async function testEndpoint(env: Env, id: string): Promise<Result<MessageView, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'webhook.edit')) return refuse('forbidden');
  return env.db.write(async (tx) => {
    // load
    const endpoint = await lockEndpoint(tx, id);
    // decide
    if (!endpoint) return refuse('not_found');
    const eventId = newId('evt');
    const said: Envelope = {
      id: eventId,
      type: TYPE,
      createdAt: env.now.toISOString(),
      data: { subject: id, by: env.actor.name },
    };
    // save
    const messageId = newId('msg');
    await insertMessages(
      tx,
      [{ id: messageId, endpointId: id, eventId, type: TYPE, body: JSON.stringify(said) }],
      env.now,
    );
    await askToSend(tx, [id], env.now, env.now);
    // tell: a test is no news of the shop
    return ok((await listMessages(tx, id, { limit: 1, id: messageId })).items[0]!);
  });
}
