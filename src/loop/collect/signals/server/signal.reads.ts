// Reads signals for screens: the list, a customer's orders, the days.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { QueryOf } from '../../../../kit/route.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { normaliseOrder } from '../../intake/server/door.ts';
import { GROUP_OF, SIGNAL_KINDS, type SignalKind, type SignalView } from '../core/signal.contract.ts';
import type { listSignalsRoute, signalDaysRoute } from '../core/signal-routes.contract.ts';

interface Row {
  id: string;
  source: string;
  source_name: string | null;
  external_id: string;
  kind: SignalKind;
  occurred_at: Date;
  received_at: Date;
  person_id: string | null;
  person_name: string | null;
  order_hash: string | null;
  order_hint: string | null;
  amount_minor: number | null;
  currency: string | null;
  reason: string | null;
}

/** A page of signals, newest first. */
export async function listSignals(
  tx: Tx,
  sealer: Sealer,
  query: QueryOf<typeof listSignalsRoute>,
): Promise<Page<SignalView>> {
  const after = decodeCursor(query.cursor, 2);
  const kinds =
    query.kind && query.kind.length > 0
      ? query.kind
      : query.group
        ? SIGNAL_KINDS.filter((kind) => GROUP_OF[kind] === query.group)
        : null;
  const rows = await tx.rows<Row>(sql`
    SELECT s.id, s.source, h.name AS source_name, s.external_id, s.kind, s.occurred_at, s.received_at, s.person_id, p.name AS person_name,
      s.order_hash, s.order_hint, s.amount_minor, s.currency, s.reason
    FROM signals s
    LEFT JOIN people_facts p ON p.workspace_id = s.workspace_id AND p.id = s.person_id
    LEFT JOIN shop_sources h ON h.workspace_id = s.workspace_id AND h.id = s.source
    WHERE s.workspace_id = ${tx.workspaceId}
      ${kinds ? sql`AND s.kind = ANY(${[...kinds]}::text[])` : empty}
      ${query.source ? sql`AND s.source = ${query.source}` : empty}
      ${query.person ? sql`AND s.person_id = ${query.person}` : empty}
      ${query.product ? sql`AND EXISTS (SELECT FROM signal_lines l WHERE l.workspace_id = s.workspace_id AND l.signal_id = s.id AND l.product_id = ${query.product})` : empty}
      ${query.order ? orderIs(tx, sealer, query.order) : empty}
      ${query.from ? sql`AND s.day >= ${query.from}::date` : empty}
      ${query.to ? sql`AND s.day <= ${query.to}::date` : empty}
      ${after ? sql`AND (s.occurred_at, s.id) < (${new Date(Number(after[0]))}, ${String(after[1])})` : empty}
    ORDER BY s.occurred_at DESC, s.id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.occurred_at.getTime(), row.id]);
  const lines = await linesOf(
    tx,
    page.items.map((row) => row.id),
  );
  return { items: page.items.map((row) => viewOf(row, lines.get(row.id) ?? [])), nextCursor: page.nextCursor };
}

/** A whole number finds by its hash; four characters find by what is shown of it. */
function orderIs(tx: Tx, sealer: Sealer, order: string): Sql {
  const plain = normaliseOrder(order.replaceAll('*', ''));
  const hash = sealer.blindIndex(tx.workspaceId, 'order', plain);
  return plain.length <= 4
    ? sql`AND (s.order_hint = ${`****${plain}`} OR s.order_hash = ${hash})`
    : sql`AND s.order_hash = ${hash}`;
}

type Line = SignalView['lines'][number];

async function linesOf(tx: Tx, signalIds: readonly string[]): Promise<Map<string, Line[]>> {
  const rows = await tx.rows<
    Omit<Line, 'product'> & { signal_id: string; product_id: string | null; product_name: string | null }
  >(sql`
    SELECT l.signal_id, l.product_id, p.name AS product_name, l.sku, l.name, l.qty, l.amount_minor AS "amountMinor", l.currency, l.size,
      l.size_to AS "sizeTo"
    FROM signal_lines l LEFT JOIN products_facts p ON p.workspace_id = l.workspace_id AND p.id = l.product_id
    WHERE l.workspace_id = ${tx.workspaceId} AND l.signal_id = ANY(${[...signalIds]}::text[]) ORDER BY l.signal_id, l.line`);
  const lines = new Map<string, Line[]>();
  for (const { signal_id, product_id, product_name, ...line } of rows) {
    const product = product_id ? { id: product_id, name: product_name ?? line.name ?? line.sku ?? '' } : null;
    lines.set(signal_id, [...(lines.get(signal_id) ?? []), { ...line, product }]);
  }
  return lines;
}

function viewOf(row: Row, lines: Line[]): SignalView {
  return {
    id: row.id,
    source: row.source,
    sourceName: row.source_name,
    externalId: row.external_id,
    kind: row.kind,
    occurredAt: row.occurred_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    person: row.person_id ? { id: row.person_id, name: row.person_name } : null,
    orderNo: row.order_hint,
    orderKey: row.order_hash,
    amountMinor: row.amount_minor,
    currency: row.currency,
    reason: row.reason,
    lines,
  };
}

/** Who has delivered signals, the busiest of the last 30 days first. */
export async function sourcesInUse(tx: Tx, now: Date) {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const rows = await tx.rows<{ source: string; name: string | null; last30Days: number; lastAt: Date }>(sql`
    SELECT d.source, h.name, coalesce(sum(d.signals) FILTER (WHERE d.day >= ${since}::date), 0) AS "last30Days", max(d.last_at) AS "lastAt"
    FROM signal_source_days d LEFT JOIN shop_sources h ON h.workspace_id = d.workspace_id AND h.id = d.source
    WHERE d.workspace_id = ${tx.workspaceId} GROUP BY d.source, h.name ORDER BY 3 DESC, 1 LIMIT 100`);
  return rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() }));
}

/** Sums of days that have any. */
export async function signalDays(tx: Tx, query: QueryOf<typeof signalDaysRoute>) {
  return tx.rows<{
    day: string;
    orders: number;
    refunds: number;
    returns: number;
    exchanges: number;
    delayed: number;
    lost: number;
  }>(sql`
    SELECT day, orders, refunds, returns, exchanges, delayed, lost FROM signal_daily
    WHERE workspace_id = ${tx.workspaceId} AND product_id = ${query.product ?? ''} AND day BETWEEN ${query.from}::date AND ${query.to}::date
    ORDER BY day LIMIT 400`);
}
