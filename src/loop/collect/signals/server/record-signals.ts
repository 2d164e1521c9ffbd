// The one way in for signals, whatever the source: each is recorded once and joined to its customer, order and products.
import { findOrCreateProducts } from '../../../../ground/catalog/server/door.ts';
import { type Env, tell } from '../../../../ground/env.ts';
import { findOrCreatePeople } from '../../../../ground/people/server/door.ts';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { detailsOfIssues } from '../../../../platform/http/problem.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import { cleanSignal } from '../core/clean-signal.ts';
import { dailySums, PLACING_KINDS } from '../core/daily-count.ts';
import { type SignalBatchAnswer, type SignalDraft, type SignalOutcome, signalDraft } from '../core/signal.contract.ts';
import { signalReceived } from '../core/signal-events.contract.ts';
import { isForSize } from '../core/size-reason.ts';
import { noteOrders, orderKeysOf } from './order.store.ts';
import {
  addDaily,
  addSourceDays,
  findKnownSignals,
  insertLines,
  insertSignals,
  keyOf,
  type NewLine,
  type NewSignal,
} from './signal.store.ts';

const TOOLS = { mask: maskPersonalData };

/** Takes raw items in: a bad one is answered as rejected and harms no other. In the caller's transaction. */
export async function recordSignalBatch(
  tx: Tx,
  env: Env,
  sealer: Sealer,
  items: readonly unknown[],
): Promise<SignalBatchAnswer> {
  const results: SignalOutcome[] = new Array(items.length);
  const drafts: { index: number; draft: SignalDraft }[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = signalDraft.safeParse(item);
    if (parsed.success) drafts.push({ index, draft: parsed.data });
    else
      results[index] = {
        outcome: 'rejected',
        id: null,
        reason: 'invalid',
        errors: detailsOfIssues(parsed.error.issues).map(({ path, code, message }) => ({
          path,
          code,
          message: message ?? '',
        })),
      };
  }
  const outcomes = await recordSignals(
    tx,
    env,
    sealer,
    drafts.map((item) => item.draft),
  );
  for (const [position, { index }] of drafts.entries()) results[index] = outcomes[position]!;
  const count = (outcome: SignalOutcome['outcome']) => results.filter((result) => result.outcome === outcome).length;
  return { recorded: count('recorded'), duplicates: count('duplicate'), rejected: count('rejected'), results };
}

interface Passing {
  index: number;
  id: string;
  draft: SignalDraft;
  meta: string;
}

/**
 * Records drafts of the right shape in the caller's transaction.
 * @returns an outcome for each, in order; acknowledge them after the transaction committed
 */
export async function recordSignals(
  tx: Tx,
  env: Env,
  sealer: Sealer,
  drafts: readonly SignalDraft[],
): Promise<SignalOutcome[]> {
  const outcomes: SignalOutcome[] = new Array(drafts.length);
  const clean = cleanAll(drafts, outcomes);
  const { fresh, twins } = await dropKnown(tx, clean, outcomes);
  if (fresh.length > 0) await save(tx, env, sealer, fresh, outcomes);
  for (const { index, first } of twins)
    outcomes[index] = { outcome: 'duplicate', id: outcomes[first]!.id, reason: null };
  return outcomes;
}

function cleanAll(drafts: readonly SignalDraft[], outcomes: SignalOutcome[]): Passing[] {
  return drafts.flatMap((raw, index) => {
    const clean = cleanSignal(raw, TOOLS);
    if ('draft' in clean) return [{ index, id: newId('sig') as string, draft: clean.draft, meta: clean.meta }];
    outcomes[index] = {
      outcome: 'rejected',
      id: null,
      reason: clean.code,
      errors: [{ path: clean.path, code: clean.code }],
    };
    return [];
  });
}

async function dropKnown(tx: Tx, passing: readonly Passing[], outcomes: SignalOutcome[]) {
  const known = await findKnownSignals(
    tx,
    passing.map(({ draft }) => draft),
  );
  const ids = new Map(known.map((row) => [keyOf(row), row.id]));
  const seen = new Map<string, number>();
  const twins: { index: number; first: number }[] = [];
  const fresh = passing.filter(({ index, draft }) => {
    const key = keyOf(draft);
    const id = ids.get(key);
    const first = seen.get(key);
    if (id !== undefined) outcomes[index] = { outcome: 'duplicate', id, reason: null };
    else if (first !== undefined) twins.push({ index, first });
    else {
      seen.set(key, index);
      return true;
    }
    return false;
  });
  return { fresh, twins };
}

async function save(tx: Tx, env: Env, sealer: Sealer, fresh: Passing[], outcomes: SignalOutcome[]): Promise<void> {
  const lines = fresh.flatMap(({ id, draft }) =>
    draft.lines.map((line, position) => ({ signalId: id, position, line })),
  );
  const productIds = await findOrCreateProducts(
    tx,
    lines.map(({ line }) => ({ sku: line.sku, name: line.name })),
    env.now,
  );
  const people = await findOrCreatePeople(
    tx,
    sealer,
    fresh.map(({ draft }) => draft.person),
    env.now,
  );
  const keys = await orderKeysOf(
    tx,
    sealer,
    fresh.map(({ draft }) => draft),
  );
  const rows = fresh.map(
    ({ id, draft, meta }, at): NewSignal => ({
      id,
      source: draft.source,
      externalId: draft.externalId,
      kind: draft.kind,
      occurredAt: draft.occurredAt ? new Date(draft.occurredAt) : env.now,
      personId: people[at] ?? null,
      orderHash: keys[at]?.hash ?? null,
      orderHint: keys[at]?.hint ?? null,
      amountMinor: draft.amountMinor ?? null,
      currency: draft.currency ?? draft.lines.find((line) => line.currency)?.currency ?? null,
      reason: draft.reason ?? null,
      forSize: isForSize(draft),
      meta,
    }),
  );
  const days = await insertSignals(tx, rows, env.now);
  await insertLines(
    tx,
    lines.flatMap(({ signalId, position, line }, at): NewLine[] =>
      days.has(signalId)
        ? [
            {
              signalId,
              line: position,
              productId: productIds[at] ?? null,
              sku: line.sku ?? null,
              name: line.name ?? null,
              qty: line.qty,
              amountMinor: line.amountMinor ?? null,
              currency: line.currency ?? null,
              size: line.size ?? null,
              sizeTo: line.sizeTo ?? null,
            },
          ]
        : [],
    ),
  );
  const saved = rows.flatMap((row, at) => (days.has(row.id) ? [{ row, key: keys[at] ?? null }] : []));
  const counting = await noteOrders(
    tx,
    saved.flatMap(({ row, key }) => (key ? [{ ...row, signalId: row.id, key }] : [])),
  );
  const products = new Map<string, string[]>();
  for (const [at, { signalId }] of lines.entries()) {
    const productId = productIds[at];
    if (productId) products.set(signalId, [...(products.get(signalId) ?? []), productId]);
  }
  await addDaily(
    tx,
    dailySums(
      saved.map(({ row, key }) => ({
        kind: row.kind,
        day: days.get(row.id)!,
        forSize: row.forSize,
        countsOrder: key ? counting.has(row.id) : PLACING_KINDS.has(row.kind) && row.kind === 'order_placed',
        productIds: products.get(row.id) ?? [],
      })),
    ),
  );
  if (saved.length > 0) {
    await addSourceDays(
      tx,
      saved.map(({ row }) => ({ source: row.source, day: days.get(row.id)!, lastAt: row.occurredAt })),
    );
  }
  await answer(tx, env, fresh, days, outcomes);
}

/** Writes each outcome at its place and tells of what is new. */
async function answer(
  tx: Tx,
  env: Env,
  fresh: readonly Passing[],
  days: ReadonlyMap<string, string>,
  outcomes: SignalOutcome[],
): Promise<void> {
  const lost = fresh.filter(({ id }) => !days.has(id));
  const winners = new Map(
    (
      await findKnownSignals(
        tx,
        lost.map(({ draft }) => draft),
      )
    ).map((row) => [keyOf(row), row.id]),
  );
  for (const { index, id, draft } of fresh) {
    outcomes[index] = days.has(id)
      ? { outcome: 'recorded', id, reason: null }
      : { outcome: 'duplicate', id: winners.get(keyOf(draft)) ?? null, reason: null };
  }
  const ids = [...days.keys()].sort();
  for (let start = 0; start < ids.length; start += 1000) {
    const signalIds = ids.slice(start, start + 1000);
    await tell(tx, env, signalReceived, { subject: null, data: { signalIds } });
  }
}
