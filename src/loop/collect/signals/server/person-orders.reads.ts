// Reads what a customer bought, sent back and looked at, for the card beside his case.
import sql from 'sql-template-tag';
import type { AnswerOf } from '../../../../kit/route.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { SignalKind } from '../core/signal.contract.ts';
import type { personOrdersRoute } from '../core/signal-routes.contract.ts';

type PersonOrders = AnswerOf<typeof personOrdersRoute>;

/** @returns undefined when this workspace has no such customer */
export async function personOrders(tx: Tx, personId: string, limit: number): Promise<PersonOrders | undefined> {
  const person = await tx.maybe(
    sql`SELECT 1 AS one FROM people_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${personId}`,
  );
  if (!person) return undefined;
  const orders = await tx.rows<{
    order_hash: string;
    order_hint: string;
    first_at: Date;
    last_at: Date;
    last_kind: SignalKind;
    amount_minor: number | null;
    currency: string | null;
  }>(sql`
    SELECT order_hash, order_hint, first_at, last_at, last_kind, amount_minor, currency FROM signal_orders
    WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} ORDER BY last_at DESC, order_hash LIMIT ${limit}`);
  const hashes = orders.map((order) => order.order_hash);
  const sums = await tx.rows<{ order_hash: string; products: string[]; refunded: number; returns: number }>(sql`
    SELECT s.order_hash, coalesce((array_agg(DISTINCT coalesce(p.name, l.name, l.sku)) FILTER (WHERE l.signal_id IS NOT NULL))[1:5], '{}') AS products,
      coalesce((SELECT sum(r.amount_minor) FROM signals r WHERE r.workspace_id = ${tx.workspaceId} AND r.order_hash = s.order_hash
        AND r.kind = 'refund'), 0) AS refunded,
      (SELECT count(*)::int FROM signals r WHERE r.workspace_id = ${tx.workspaceId} AND r.order_hash = s.order_hash
        AND r.kind IN ('return', 'exchange')) AS returns
    FROM signals s
    LEFT JOIN signal_lines l ON l.workspace_id = s.workspace_id AND l.signal_id = s.id
    LEFT JOIN products_facts p ON p.workspace_id = l.workspace_id AND p.id = l.product_id
    WHERE s.workspace_id = ${tx.workspaceId} AND s.order_hash = ANY(${hashes}::text[]) GROUP BY s.order_hash`);
  const byHash = new Map(sums.map((row) => [row.order_hash, row]));
  const all = await tx.one<{ orders: number; refunds: number; returns: number; lastVisitAt: Date | null }>(sql`
    SELECT (SELECT count(*)::int FROM (SELECT FROM signal_orders WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}
        AND counted_by IS NOT NULL LIMIT 1000) AS o) AS orders,
      count(*) FILTER (WHERE kind = 'refund')::int AS refunds,
      count(*) FILTER (WHERE kind IN ('return', 'exchange'))::int AS returns,
      max(occurred_at) FILTER (WHERE kind IN ('view', 'watch', 'add_to_cart', 'leave')) AS "lastVisitAt"
    FROM (SELECT kind, occurred_at FROM signals WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}
      ORDER BY occurred_at DESC LIMIT 5000) AS latest`);
  return {
    items: orders.map((order) => ({
      orderKey: order.order_hash,
      orderNo: order.order_hint,
      firstAt: order.first_at.toISOString(),
      state: order.last_kind,
      stateAt: order.last_at.toISOString(),
      amountMinor: order.amount_minor,
      currency: order.currency,
      products: byHash.get(order.order_hash)?.products ?? [],
      refundedMinor: byHash.get(order.order_hash)?.refunded ?? 0,
      returns: byHash.get(order.order_hash)?.returns ?? 0,
    })),
    orders: all.orders,
    refunds: all.refunds,
    returns: all.returns,
    lastVisitAt: all.lastVisitAt?.toISOString() ?? null,
  };
}
