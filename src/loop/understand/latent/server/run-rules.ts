// Runs the rules that are on: what they notice becomes feedback through the one gate, never twice for the same evidence.
import { createHash } from 'node:crypto';
import { type Env, tell } from '../../../../ground/env.ts';
import { hintsOf } from '../../../../ground/people/server/door.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { FeedbackDraft } from '../../../collect/intake/core/feedback.contract.ts';
import { type Gate, recordInTransaction } from '../../../collect/intake/server/door.ts';
import { openOrderNo } from '../../../collect/signals/server/door.ts';
import { type LatentEvidence, type LatentRuleKey, latentFound } from '../core/latent.contract.ts';
import { type Noticed, noticed } from './find-candidates.ts';
import { saveFindings, takeRule } from './rule.store.ts';

const LOOK_BACK_MS = 90 * 86_400_000;
/** Feedback made in one transaction. */
export const MOST_AT_ONCE = 200;

/**
 * One pass of one rule, in the caller's transaction.
 * @returns how many feedback it made; `MOST_AT_ONCE` means there may be more
 */
export async function runRule(
  tx: Tx,
  env: Env,
  gate: Gate,
  key: LatentRuleKey,
  personIds?: readonly string[],
): Promise<number> {
  // load
  const rule = await takeRule(tx, key);
  if (!rule) return 0;
  const window = { from: new Date(env.now.getTime() - LOOK_BACK_MS), to: env.now, limit: MOST_AT_ONCE, again: false };
  const { found } = await noticed(tx, key, rule.settings, window, personIds);
  if (found.length === 0) return 0;
  // decide
  const people = await hintsOf(
    tx,
    gate.sealer,
    found.flatMap((one) => one.personId ?? []),
  );
  const orders = await openOrderNo(
    tx,
    gate.sealer,
    found.flatMap((one) => one.orderHash ?? []),
  );
  const drafts = found.map((one) => draftOf(key, one, people, orders));
  // save
  const outcomes = await recordInTransaction(gate, tx, env, drafts);
  const saved = found.flatMap((one, at) => {
    const feedbackId = outcomes[at]!.id;
    return feedbackId ? [{ ...one, id: newId('lat') as string, rule: key, feedbackId }] : [];
  });
  await saveFindings(tx, saved, env.now);
  // tell
  await tell(tx, env, latentFound, {
    subject: null,
    data: { rule: key, feedbackIds: saved.map((one) => one.feedbackId) },
  });
  return saved.length;
}

function draftOf(
  key: LatentRuleKey,
  one: Noticed,
  people: ReadonlyMap<string, FeedbackDraft['person']>,
  orders: ReadonlyMap<string, string>,
): FeedbackDraft {
  const evidence: LatentEvidence = {
    rule: key,
    signalIds: one.signalIds.slice(0, 50),
    feedbackIds: one.feedbackIds.slice(0, 20),
    at: one.at.slice(0, 50).map((at) => at.toISOString()),
    amountMinor: one.amountMinor,
    currency: one.currency,
    doubt: one.doubt,
  };
  const name = createHash('sha256')
    .update([...one.items].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);
  const person = one.personId ? people.get(one.personId) : undefined;
  const orderNo = one.orderHash ? orders.get(one.orderHash) : undefined;
  return {
    channel: 'signal',
    externalId: `${key}:${name}`,
    text: one.text,
    occurredAt: one.occurredAt.toISOString(),
    ...(one.product
      ? { product: one.product.sku ? { sku: one.product.sku, name: one.product.name } : { name: one.product.name } }
      : {}),
    ...(person ? { person } : {}),
    ...(orderNo ? { orderNo } : {}),
    meta: { latent: evidence },
  };
}
