// Takes one signed message: checked before it is read, recorded once, answered when durable.
import type { z } from 'zod';
import { systemEnv } from '../../../../../ground/env.ts';
import { newId } from '../../../../../kit/ids.ts';
import { isTooDeep } from '../../../../../kit/plain-json.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Database } from '../../../../../platform/database/database.ts';
import { checkWebhook } from '../../../../../platform/secrets/standard-webhook.ts';
import type { recordFeedbackBatchRoute } from '../../../intake/core/feedback.contract.ts';
import { type Gate, recordBatch } from '../../../intake/server/door.ts';
import { readPayload } from '../../core/read-payload.ts';
import { type Delivery, findSource, readAnswer, saveAnswer, takeMessage } from '../source.store.ts';

type Answer = z.output<(typeof recordFeedbackBatchRoute)['ok']>;
type Refusal = 'not_found' | 'bad_signature' | 'stale_signature' | 'bad_json' | 'too_large_batch' | 'empty_batch';

export interface ReceivedMessage {
  sourceId: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** @returns the outcome of each item; the same answer for the same message however often it comes */
export async function receiveMessage(
  deps: { database: Database; gate: Gate },
  now: Date,
  message: ReceivedMessage,
): Promise<Result<Answer, Refusal>> {
  // permit
  const source = await findSource(deps.database, message.sourceId);
  if (!source?.enabled) return refuse('not_found');
  const secret = deps.gate.sealer.open(source.workspace_id, source.secret_sealed);
  const check = checkWebhook(secret, message.headers, message.body, now.getTime());
  if (!check.ok) return refuse(check.reason);
  const { id } = check;
  // decide
  let payload: unknown;
  try {
    payload = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(message.body));
  } catch {
    return refuse('bad_json');
  }
  if (isTooDeep(payload)) return refuse('bad_json');
  const items = readPayload(payload, source, id);
  if (items.length === 0) return refuse('empty_batch');
  if (items.length > 1000) return refuse('too_large_batch');
  const db = deps.database.workspace(source.workspace_id);
  const env = systemEnv(db, now, source.name);
  const delivery: Delivery = { id: newId('dlv'), sourceId: source.id, messageId: id, now };
  return db.write(async (tx) => {
    // save
    if (!(await takeMessage(tx, delivery))) return ok(await readAnswer<Answer>(tx, delivery));
    const answer = await recordBatch(deps.gate, tx, env, items);
    await saveAnswer(tx, delivery, answer);
    return ok(answer);
  });
}
