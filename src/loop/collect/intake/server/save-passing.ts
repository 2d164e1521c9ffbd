// The last steps of the gate: joins records to product, customer and the feedback they follow, seals, saves and tells.
import { findOrCreateProducts } from '../../../../ground/catalog/server/door.ts';
import { type Env, tell } from '../../../../ground/env.ts';
import { findOrCreatePeople } from '../../../../ground/people/server/door.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { RecordOutcome } from '../core/feedback.contract.ts';
import { feedbackReceived } from '../core/feedback-events.contract.ts';
import { normaliseOrder, type Passing } from '../core/gate.ts';
import { findKnown, type NewFeedback, relinkFollows, saveFeedback } from './feedback.store.ts';
import type { Gate } from './open-gate.ts';

/** (channel, external id) as one text: no channel's name holds a line feed. */
export const keyOf = (channel: string, externalId: string) => `${channel}\n${externalId}`;

/** Saves what passed every step and writes each record's outcome at its place. */
export async function savePassing(
  gate: Gate,
  tx: Tx,
  env: Env,
  passing: readonly Passing[],
  outcomes: RecordOutcome[],
): Promise<void> {
  let end = gate.metrics.gateStep('attach');
  const ids = passing.map(() => newId('fb') as string);
  const now = env.now;
  const productHints = passing.map((record) => record.draft.product);
  const products = await findOrCreateProducts(tx, productHints, now);
  const personHints = passing.map((record) => record.draft.person);
  const people = await findOrCreatePeople(tx, gate.sealer, personHints, now);
  const follows = await followed(tx, passing, ids);
  end(passing.length);
  end = gate.metrics.gateStep('seal');
  const records = passing.map(
    (record, index): NewFeedback => ({
      id: ids[index]!,
      channel: record.draft.channel,
      externalId: record.externalId,
      text: record.text,
      title: record.title,
      rating: record.draft.rating ?? null,
      occurredAt: record.draft.occurredAt ? new Date(record.draft.occurredAt) : now,
      state: record.quarantine ? 'quarantined' : 'accepted',
      stateStep: record.quarantine?.step ?? null,
      stateReason: record.quarantine?.reason ?? null,
      orderHint: record.orderHint,
      orderHash: record.draft.orderNo
        ? gate.sealer.blindIndex(tx.workspaceId, 'order', normaliseOrder(record.draft.orderNo))
        : null,
      productId: products[index] ?? null,
      personId: people[index] ?? null,
      followsId: follows[index] ?? null,
      locale: record.draft.locale ?? null,
      meta: JSON.stringify(record.meta),
      sealed: record.original ? gate.sealer.seal(tx.workspaceId, JSON.stringify(record.original)) : null,
    }),
  );
  end(records.length);
  end = gate.metrics.gateStep('save');
  const saved = await saveFeedback(tx, records, now);
  const lost = records.filter((record) => !saved.has(record.id));
  const winners = lost.length > 0 ? await yieldToWinners(tx, records, lost) : new Map<string, string>();
  const accepted: string[] = [];
  for (const [position, { id }] of records.entries()) {
    const { index, quarantine } = passing[position]!;
    if (!saved.has(id)) outcomes[index] = { outcome: 'duplicate', id: winners.get(id) ?? null, reason: null };
    else if (quarantine) outcomes[index] = { outcome: 'quarantined', id, reason: quarantine.reason };
    else {
      outcomes[index] = { outcome: 'recorded', id, reason: null };
      accepted.push(id);
    }
  }
  for (let start = 0; start < accepted.length; start += 1000) {
    const feedbackIds = accepted.slice(start, start + 1000);
    await tell(tx, env, feedbackReceived, {
      subject: feedbackIds.length === 1 ? feedbackIds[0]! : null,
      data: { feedbackIds },
    });
  }
  end(saved.size, lost.length > 0 ? { duplicate: lost.length } : {});
}

/** Ids of the feedback that records follow (追评), recorded before or in this very batch, in either order. */
async function followed(tx: Tx, passing: readonly Passing[], ids: readonly string[]): Promise<(string | null)[]> {
  const here = new Map(passing.map((record, index) => [keyOf(record.draft.channel, record.externalId), ids[index]!]));
  const named = passing.flatMap(({ draft }) =>
    draft.followsExternalId ? [{ channel: draft.channel, externalId: draft.followsExternalId }] : [],
  );
  const elsewhere = named.filter((pair) => !here.has(keyOf(pair.channel, pair.externalId)));
  const known = new Map(
    (await findKnown(tx, elsewhere)).map((row) => [keyOf(row.channel, row.externalId), row.id] as const),
  );
  return passing.map(({ draft }, index) => {
    if (!draft.followsExternalId) return null;
    const key = keyOf(draft.channel, draft.followsExternalId);
    const id = here.get(key) ?? known.get(key) ?? null;
    // Nothing follows itself.
    return id === ids[index] ? null : id;
  });
}

/** Somebody recorded the same at the same moment: our ids for it give way to his. @returns his id by ours */
async function yieldToWinners(
  tx: Tx,
  records: readonly NewFeedback[],
  lost: readonly NewFeedback[],
): Promise<Map<string, string>> {
  const theirs = new Map((await findKnown(tx, lost)).map((row) => [keyOf(row.channel, row.externalId), row.id]));
  const winners = new Map<string, string>();
  for (const record of lost) {
    const id = theirs.get(keyOf(record.channel, record.externalId));
    if (id) winners.set(record.id, id);
  }
  const links = records.flatMap((record) => {
    const followsId = record.followsId === null ? undefined : winners.get(record.followsId);
    return followsId && !winners.has(record.id) ? [{ id: record.id, followsId }] : [];
  });
  await relinkFollows(tx, links);
  return winners;
}
