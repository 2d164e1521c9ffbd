// The rules about single customers: each finds its candidates in one statement over published views.
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { LatentSettings } from '../core/latent.contract.ts';

/** Something a rule noticed, before it is put into words. */
export interface Candidate {
  personId: string | null;
  productId: string | null;
  orderHash: string | null;
  signalIds: string[];
  feedbackIds: string[];
  at: Date[];
  amountMinor: number | null;
  currency: string | null;
  /** What it rests on; no rule uses an item twice. */
  items: string[];
  occurredAt: Date;
  /** Numbers for the sentence. */
  values: Record<string, number>;
}

export interface Window {
  from: Date;
  to: Date;
  limit: number;
  /** Looks past what was found before, for a dry run. */
  again: boolean;
}

const DAY_MS = 86_400_000;

const unused = (window: Window, rule: string, item: ReturnType<typeof sql>, tx: Tx) =>
  window.again
    ? empty
    : sql`AND NOT EXISTS (SELECT FROM latent_evidence e WHERE e.workspace_id = ${tx.workspaceId} AND e.rule = ${rule} AND e.item = ${item})`;

/** Refunds `days` old or more about which that person said nothing, neither of the order nor of the product. */
export async function findSilentRefunds(
  tx: Tx,
  settings: LatentSettings['silent_refund'],
  window: Window,
): Promise<Candidate[]> {
  const settledBy = new Date(window.to.getTime() - settings.days * DAY_MS);
  const rows = await tx.rows<{
    id: string;
    occurred_at: Date;
    person_id: string;
    order_hash: string | null;
    amount_minor: number | null;
    currency: string | null;
    product_id: string | null;
  }>(sql`
    SELECT s.id, s.occurred_at, s.person_id, s.order_hash, s.amount_minor, s.currency, l.product_id
    FROM signals_facts s
    LEFT JOIN LATERAL (SELECT product_id FROM signal_lines_facts l WHERE l.workspace_id = s.workspace_id AND l.signal_id = s.id
      AND l.product_id IS NOT NULL ORDER BY l.line LIMIT 1) AS l ON true
    WHERE s.workspace_id = ${tx.workspaceId} AND s.kind = 'refund' AND s.person_id IS NOT NULL
      AND s.occurred_at >= ${window.from} AND s.occurred_at <= ${settledBy}
      AND coalesce(s.amount_minor, 0) >= ${settings.minAmountMinor}
      ${unused(window, 'silent_refund', sql`s.id`, tx)}
      AND NOT EXISTS (
        SELECT FROM feedback_facts f WHERE f.workspace_id = ${tx.workspaceId} AND f.person_id = s.person_id AND f.channel <> 'signal'
          AND f.occurred_at BETWEEN s.occurred_at - make_interval(days => ${settings.days}) AND s.occurred_at + make_interval(days => ${settings.days})
          AND (f.order_hash = s.order_hash OR f.product_id IS NULL OR l.product_id IS NULL OR f.product_id = l.product_id))
      AND (s.order_hash IS NULL OR NOT EXISTS (
        SELECT FROM feedback_facts f WHERE f.workspace_id = ${tx.workspaceId} AND f.order_hash = s.order_hash AND f.channel <> 'signal'))
    ORDER BY s.occurred_at DESC, s.id DESC LIMIT ${window.limit}`);
  return rows.map((row) => ({
    personId: row.person_id,
    productId: row.product_id,
    orderHash: row.order_hash,
    signalIds: [row.id],
    feedbackIds: [],
    at: [row.occurred_at],
    amountMinor: row.amount_minor,
    currency: row.currency,
    items: [row.id],
    occurredAt: row.occurred_at,
    values: { days: settings.days },
  }));
}

/** Customers who complained, had a rhythm before, and have neither bought nor looked since. */
export async function findDropOffs(tx: Tx, settings: LatentSettings['drop_off'], window: Window): Promise<Candidate[]> {
  const silentSince = new Date(window.to.getTime() - settings.days * DAY_MS);
  const rows = await tx.rows<{
    feedback_id: string;
    person_id: string;
    product_id: string | null;
    occurred_at: Date;
    signal_ids: string[];
    at: Date[];
    visits: number;
    rhythm: number;
  }>(sql`
    SELECT c.feedback_id, c.person_id, c.product_id, c.occurred_at, v.signal_ids, v.at, v.visits, v.rhythm
    FROM (
      SELECT DISTINCT ON (j.person_id) j.feedback_id, j.person_id, j.product_id, j.occurred_at FROM judgements_facts j
      WHERE j.workspace_id = ${tx.workspaceId} AND j.person_id IS NOT NULL AND j.occurred_at >= ${window.from}
        AND j.occurred_at <= ${silentSince} AND (j.class IN ('negative', 'urgent') OR 'complain' = ANY (j.intents))
        ${unused(window, 'drop_off', sql`j.feedback_id`, tx)}
      ORDER BY j.person_id, j.occurred_at DESC, j.feedback_id DESC) AS c
    CROSS JOIN LATERAL (
      SELECT array_agg(s.id::text ORDER BY s.occurred_at DESC) AS signal_ids, array_agg(s.occurred_at ORDER BY s.occurred_at DESC) AS at,
        count(*)::int AS visits,
        ceil(extract(epoch FROM max(s.occurred_at) - min(s.occurred_at)) / 86400.0 / greatest(count(*) - 1, 1))::int AS rhythm
      FROM (SELECT s.id, s.occurred_at FROM signals_facts s WHERE s.workspace_id = ${tx.workspaceId} AND s.person_id = c.person_id
          AND s.kind IN ('order_placed', 'view', 'watch', 'add_to_cart') AND s.occurred_at < c.occurred_at
          AND s.occurred_at >= c.occurred_at - interval '180 days'
        ORDER BY s.occurred_at DESC LIMIT 20) AS s) AS v
    WHERE v.visits >= ${settings.minVisits} AND v.rhythm <= ${settings.rhythmDays}
      AND NOT EXISTS (SELECT FROM signals_facts s WHERE s.workspace_id = ${tx.workspaceId} AND s.person_id = c.person_id
        AND s.kind IN ('order_placed', 'order_paid', 'view', 'watch', 'add_to_cart') AND s.occurred_at > c.occurred_at)
    ORDER BY c.occurred_at DESC LIMIT ${window.limit}`);
  return rows.map((row) => ({
    personId: row.person_id,
    productId: row.product_id,
    orderHash: null,
    signalIds: row.signal_ids,
    feedbackIds: [row.feedback_id],
    at: row.at,
    amountMinor: null,
    currency: null,
    items: [row.feedback_id],
    occurredAt: row.occurred_at,
    values: { days: settings.days, visits: row.visits, rhythm: Math.max(1, row.rhythm) },
  }));
}

/** The same customer sent the same product back for its size again and again. @param personIds only these, when given */
export function findSizeExchanges(
  tx: Tx,
  settings: LatentSettings['size_exchange'],
  window: Window,
  personIds?: readonly string[],
): Promise<Candidate[]> {
  return findRepeats(tx, 'size_exchange', settings, window, sql`s.for_size`, personIds);
}

/** Put it in the cart, and left without buying, again and again. */
export function findCartLeaves(
  tx: Tx,
  settings: LatentSettings['cart_leave'],
  window: Window,
  personIds?: readonly string[],
): Promise<Candidate[]> {
  const bought = sql`s.kind = 'add_to_cart' AND NOT EXISTS (
    SELECT FROM signals_facts o JOIN signal_lines_facts ol ON ol.workspace_id = o.workspace_id AND ol.signal_id = o.id
    WHERE o.workspace_id = ${tx.workspaceId} AND o.person_id = s.person_id AND o.kind IN ('order_placed', 'order_paid')
      AND o.occurred_at >= s.occurred_at AND ol.product_id = l.product_id)`;
  return findRepeats(tx, 'cart_leave', settings, window, bought, personIds);
}

async function findRepeats(
  tx: Tx,
  rule: 'size_exchange' | 'cart_leave',
  settings: { times: number; days: number },
  window: Window,
  which: ReturnType<typeof sql>,
  personIds?: readonly string[],
): Promise<Candidate[]> {
  const rows = await tx.rows<{
    person_id: string;
    product_id: string;
    signal_ids: string[];
    at: Date[];
    last_at: Date;
    order_hash: string | null;
  }>(sql`
    SELECT person_id, product_id, array_agg(id::text ORDER BY occurred_at DESC, id DESC) AS signal_ids,
      array_agg(occurred_at ORDER BY occurred_at DESC, id DESC) AS at, max(occurred_at) AS last_at,
      (array_agg(order_hash ORDER BY occurred_at DESC, id DESC))[1] AS order_hash
    FROM (
      SELECT DISTINCT s.id, s.person_id, l.product_id, s.occurred_at, s.order_hash,
        max(s.occurred_at) OVER (PARTITION BY s.person_id, l.product_id) AS newest
      FROM signals_facts s JOIN signal_lines_facts l ON l.workspace_id = s.workspace_id AND l.signal_id = s.id
      WHERE s.workspace_id = ${tx.workspaceId} AND s.person_id IS NOT NULL AND l.product_id IS NOT NULL
        AND s.kind IN ('return', 'exchange', 'refund', 'add_to_cart') AND ${which}
        ${personIds ? sql`AND s.person_id = ANY(${[...personIds]}::text[])` : empty}
        AND s.occurred_at >= ${new Date(window.from.getTime() - settings.days * DAY_MS)} AND s.occurred_at <= ${window.to}
        ${unused(window, rule, sql`s.id`, tx)}
    ) AS counted
    WHERE occurred_at >= newest - make_interval(days => ${settings.days}) AND newest >= ${window.from}
    GROUP BY person_id, product_id HAVING count(*) >= ${settings.times}
    ORDER BY last_at DESC, person_id LIMIT ${window.limit}`);
  return rows.map((row) => ({
    personId: row.person_id,
    productId: row.product_id,
    orderHash: row.order_hash,
    signalIds: row.signal_ids.slice(0, 50),
    feedbackIds: [],
    at: row.at.slice(0, 50),
    amountMinor: null,
    currency: null,
    items: row.signal_ids,
    occurredAt: row.last_at,
    values: { times: row.signal_ids.length, days: settings.days },
  }));
}
