// Turns news into messages for those who hear it, and asks for them to be sent, all in the caller's transaction.
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { enqueueJobs } from '../../../../platform/jobs/job.store.ts';
import type { Envelope } from '../core/webhook.contract.ts';
import { insertMessages, lockHearing, type NewMessage } from './webhook.store.ts';

export const SEND_JOB = 'webhooks.send';

/** The endpoints are locked before their queue grows, so that a sender who is just finishing sees it grow. */
export async function planMessages(tx: Tx, news: readonly Envelope[], now: Date): Promise<void> {
  const endpoints = await lockHearing(tx);
  const messages: NewMessage[] = [];
  for (const endpoint of endpoints) {
    for (const one of news) {
      if (endpoint.types.length > 0 && !endpoint.types.includes(one.type)) continue;
      const { id: eventId, type } = one;
      messages.push({ id: newId('msg'), endpointId: endpoint.id, eventId, type, body: JSON.stringify(one) });
    }
  }
  if (messages.length === 0) return;
  await insertMessages(tx, messages, now);
  await askToSend(tx, [...new Set(messages.map((message) => message.endpointId))], now, now);
}

/** Asks for what is due of these endpoints to be sent at a moment. */
export async function askToSend(tx: Tx, endpointIds: readonly string[], runAt: Date, now: Date): Promise<void> {
  const at = runAt.getTime() <= now.getTime() ? 'now' : runAt.toISOString();
  const jobs = endpointIds.map((endpointId) => ({
    kind: SEND_JOB,
    payload: { endpointId },
    key: `${endpointId}:${at}`,
    runAt,
    // Failures to send are the messages' own affair; this is about the store.
    maxAttempts: 100,
  }));
  await enqueueJobs(tx, jobs, now);
}
