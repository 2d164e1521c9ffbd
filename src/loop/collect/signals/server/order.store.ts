// Keeps one row an order from all that is told of it, in whatever sequence and under whichever of its numbers.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { hintOfOrder, normaliseOrder } from '../../intake/server/door.ts';
import { PLACING_KINDS } from '../core/daily-count.ts';
import type { SignalKind } from '../core/signal.contract.ts';

export interface OrderKey {
  hash: string;
  hint: string;
  sealed: string;
  aliasHash: string | null;
}

interface Numbers {
  orderNo?: string | undefined;
  orderAlias?: string | undefined;
}

/** The key of each signal's order; a number known only as another's alias leads to that one. Null where none is named. */
export async function orderKeysOf(tx: Tx, sealer: Sealer, drafts: readonly Numbers[]): Promise<(OrderKey | null)[]> {
  const hashOf = (no: string) => sealer.blindIndex(tx.workspaceId, 'order', normaliseOrder(no));
  const aliases = drafts.map((draft) => (draft.orderAlias ? hashOf(draft.orderAlias) : null));
  const here = new Map<string, OrderKey>();
  const keys = drafts.map((draft, index): OrderKey | null => {
    const shown = draft.orderNo ?? draft.orderAlias;
    if (shown === undefined) return null;
    const key = {
      hash: hashOf(shown),
      hint: hintOfOrder(normaliseOrder(shown)),
      sealed: sealer.seal(tx.workspaceId, shown),
      aliasHash: draft.orderNo && aliases[index] !== hashOf(draft.orderNo) ? aliases[index]! : null,
    };
    if (key.aliasHash) here.set(key.aliasHash, key);
    return key;
  });
  const lonely = drafts.flatMap((draft, index) => (!draft.orderNo && aliases[index] ? [aliases[index]!] : []));
  const known = new Map<string, OrderKey>();
  if (lonely.length > 0) {
    const rows = await tx.rows<{ alias_hash: string; hash: string; hint: string; sealed: string }>(sql`
      SELECT a.alias_hash, o.order_hash AS hash, o.order_hint AS hint, o.order_sealed AS sealed FROM signal_order_aliases a
      JOIN signal_orders o ON o.workspace_id = a.workspace_id AND o.order_hash = a.order_hash
      WHERE a.workspace_id = ${tx.workspaceId} AND a.alias_hash = ANY(${lonely}::text[])`);
    for (const row of rows) known.set(row.alias_hash, { ...row, aliasHash: null });
  }
  return keys.map((key, index) => {
    const alias = aliases[index];
    if (!key || drafts[index]!.orderNo || !alias) return key;
    const found = here.get(alias) ?? known.get(alias);
    return found ? { ...found, aliasHash: null } : key;
  });
}

export interface OrderNews {
  signalId: string;
  key: OrderKey;
  kind: SignalKind;
  occurredAt: Date;
  personId: string | null;
  amountMinor: number | null;
  currency: string | null;
}

/**
 * Brings the news to the orders' rows and gives every signal of an order the customer that any of them names.
 * @returns ids of the signals that count their order: the first one that says it was placed
 */
export async function noteOrders(tx: Tx, news: readonly OrderNews[]): Promise<Set<string>> {
  if (news.length === 0) return new Set();
  await joinAliases(tx, news);
  const rows = foldNews(news);
  const column = <T>(pick: (row: OrderRow) => T) => rows.map(pick);
  const saved = await tx.rows<{ order_hash: string; person_id: string | null; counted_by: string | null }>(sql`
    INSERT INTO signal_orders (workspace_id, order_hash, order_hint, order_sealed, person_id, first_at, last_at, last_kind, amount_minor,
      currency, counted_by)
    SELECT ${tx.workspaceId}, n.* FROM unnest(${column((r) => r.hash)}::text[], ${column((r) => r.hint)}::text[],
      ${column((r) => r.sealed)}::text[], ${column((r) => r.personId)}::text[], ${column((r) => r.firstAt)}::timestamptz[],
      ${column((r) => r.lastAt)}::timestamptz[], ${column((r) => r.lastKind)}::text[], ${column((r) => r.amountMinor)}::bigint[],
      ${column((r) => r.currency)}::text[], ${column((r) => r.countedBy)}::text[])
      AS n(order_hash, order_hint, order_sealed, person_id, first_at, last_at, last_kind, amount_minor, currency, counted_by)
    ON CONFLICT (workspace_id, order_hash) DO UPDATE SET person_id = coalesce(signal_orders.person_id, excluded.person_id),
      first_at = least(signal_orders.first_at, excluded.first_at), last_at = greatest(signal_orders.last_at, excluded.last_at),
      last_kind = CASE WHEN excluded.last_at >= signal_orders.last_at THEN excluded.last_kind ELSE signal_orders.last_kind END,
      amount_minor = coalesce(signal_orders.amount_minor, excluded.amount_minor),
      currency = coalesce(signal_orders.currency, excluded.currency),
      counted_by = coalesce(signal_orders.counted_by, excluded.counted_by)
    RETURNING order_hash, person_id, counted_by`);
  const named = saved.filter((row) => row.person_id !== null);
  if (named.length > 0) {
    await tx.run(sql`
      UPDATE signals s SET person_id = o.person_id
      FROM unnest(${named.map((row) => row.order_hash)}::text[], ${named.map((row) => row.person_id)}::text[]) AS o(order_hash, person_id)
      WHERE s.workspace_id = ${tx.workspaceId} AND s.order_hash = o.order_hash AND s.person_id IS NULL`);
  }
  const ours = new Set(news.map((one) => one.signalId));
  return new Set(saved.flatMap((row) => (row.counted_by && ours.has(row.counted_by) ? [row.counted_by] : [])));
}

interface OrderRow {
  hash: string;
  hint: string;
  sealed: string;
  personId: string | null;
  firstAt: Date;
  lastAt: Date;
  lastKind: SignalKind;
  amountMinor: number | null;
  currency: string | null;
  countedBy: string | null;
}

function foldNews(news: readonly OrderNews[]): OrderRow[] {
  const rows = new Map<string, OrderRow>();
  for (const one of news) {
    const places = PLACING_KINDS.has(one.kind);
    const row = rows.get(one.key.hash) ?? {
      hash: one.key.hash,
      hint: one.key.hint,
      sealed: one.key.sealed,
      personId: null,
      firstAt: one.occurredAt,
      lastAt: one.occurredAt,
      lastKind: one.kind,
      amountMinor: null,
      currency: null,
      countedBy: null,
    };
    row.personId ??= one.personId;
    if (one.occurredAt < row.firstAt) row.firstAt = one.occurredAt;
    if (one.occurredAt >= row.lastAt) {
      row.lastAt = one.occurredAt;
      row.lastKind = one.kind;
    }
    if (places) {
      row.amountMinor ??= one.amountMinor;
      row.currency ??= one.currency;
      row.countedBy ??= one.signalId;
    }
    rows.set(row.hash, row);
  }
  return [...rows.keys()].sort().map((key) => rows.get(key)!);
}

/** An order first heard of by its alias gets its proper number: what was kept under the alias moves over. */
async function joinAliases(tx: Tx, news: readonly OrderNews[]): Promise<void> {
  const pairs = new Map<string, OrderKey>();
  for (const { key } of news) if (key.aliasHash) pairs.set(key.aliasHash, key);
  if (pairs.size === 0) return;
  const aliases = [...pairs.keys()].sort();
  const hashes = aliases.map((alias) => pairs.get(alias)!.hash);
  const hints = aliases.map((alias) => pairs.get(alias)!.hint);
  await tx.run(sql`
    INSERT INTO signal_order_aliases (workspace_id, alias_hash, order_hash)
    SELECT ${tx.workspaceId}, n.* FROM unnest(${aliases}::text[], ${hashes}::text[]) AS n(alias_hash, order_hash)
    ON CONFLICT DO NOTHING`);
  await tx.run(sql`
    INSERT INTO signal_orders (workspace_id, order_hash, order_hint, order_sealed, person_id, first_at, last_at, last_kind, amount_minor,
      currency, counted_by)
    SELECT o.workspace_id, n.hash, n.hint, n.sealed, o.person_id, o.first_at, o.last_at, o.last_kind, o.amount_minor, o.currency, o.counted_by
    FROM unnest(${aliases}::text[], ${hashes}::text[], ${hints}::text[],
      ${aliases.map((alias) => pairs.get(alias)!.sealed)}::text[]) AS n(alias, hash, hint, sealed)
    JOIN signal_orders o ON o.workspace_id = ${tx.workspaceId} AND o.order_hash = n.alias
    WHERE n.alias <> n.hash
    ON CONFLICT DO NOTHING`);
  await tx.run(sql`
    UPDATE signals s SET order_hash = n.hash, order_hint = n.hint
    FROM unnest(${aliases}::text[], ${hashes}::text[], ${hints}::text[]) AS n(alias, hash, hint)
    WHERE s.workspace_id = ${tx.workspaceId} AND s.order_hash = n.alias AND n.alias <> n.hash`);
  await tx.run(sql`
    DELETE FROM signal_orders WHERE workspace_id = ${tx.workspaceId} AND order_hash = ANY(${aliases}::text[])
      AND order_hash <> ALL(${hashes}::text[])`);
}
