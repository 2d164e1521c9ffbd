// The rule about products: sizes that do not fit more often than elsewhere in the shop.
import sql from 'sql-template-tag';
import type { Share } from '../../../../kit/statistics/wilson.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { LatentSettings } from '../core/latent.contract.ts';
import { unusualShares } from '../core/unusual-share.ts';
import type { Candidate, Window } from './find-persons.reads.ts';

export interface ProductCandidate extends Candidate {
  share: Share;
}

export async function findProductSizes(
  tx: Tx,
  settings: LatentSettings['product_size'],
  window: Window,
): Promise<ProductCandidate[]> {
  const from = new Date(window.to.getTime() - settings.days * 86_400_000);
  const counts = await tx.rows<{ productId: string; orders: number; forSize: number }>(sql`
    SELECT product_id AS "productId", sum(orders)::int AS orders, sum(for_size)::int AS "forSize" FROM signal_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND product_id <> '' AND day >= ${from}::date AND day <= ${window.to}::date
    GROUP BY product_id HAVING sum(orders) > 0`);
  const found: ProductCandidate[] = [];
  for (const one of unusualShares(counts, settings.minOrders).slice(0, window.limit)) {
    // A product is named once a calendar month, however often one looks.
    const item = `${one.productId}:${window.to.toISOString().slice(0, 7)}`;
    const known = window.again
      ? undefined
      : await tx.maybe(
          sql`SELECT 1 AS one FROM latent_evidence WHERE workspace_id = ${tx.workspaceId} AND rule = 'product_size' AND item = ${item}`,
        );
    if (known) continue;
    const signals = await tx.rows<{ id: string; at: Date }>(sql`
      SELECT s.id, s.occurred_at AS at FROM signals_facts s JOIN signal_lines_facts l ON l.workspace_id = s.workspace_id AND l.signal_id = s.id
      WHERE s.workspace_id = ${tx.workspaceId} AND s.for_size AND l.product_id = ${one.productId} AND s.occurred_at >= ${from}
        AND s.occurred_at <= ${window.to}
      ORDER BY s.occurred_at DESC LIMIT 50`);
    const percent = (value: number) => Math.round(value * 1000) / 10;
    found.push({
      personId: null,
      productId: one.productId,
      orderHash: null,
      signalIds: signals.map((signal) => signal.id),
      feedbackIds: [],
      at: signals.map((signal) => signal.at),
      amountMinor: null,
      currency: null,
      items: [item],
      occurredAt: signals[0]?.at ?? window.to,
      values: {
        days: settings.days,
        orders: one.orders,
        times: one.forSize,
        share: percent(one.share.share ?? 0),
        shop: percent(one.shop),
      },
      share: one.share,
    });
  }
  return found;
}
