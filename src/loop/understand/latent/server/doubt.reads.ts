// Says how sure a rule is, from its own past: how often what it would have noticed was explained afterwards.
import sql from 'sql-template-tag';
import { type Share, wilson } from '../../../../kit/statistics/wilson.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { LatentDoubt, LatentRuleKey, LatentSettings } from '../core/latent.contract.ts';

/** Fewer earlier cases than this say nothing. */
const ENOUGH = 20;
/** How long a case must lie back to have had its chance to be explained. */
const LATER_DAYS = 60;

export const UNKNOWN: LatentDoubt = {
  state: 'unknown',
  strength: null,
  low: null,
  high: null,
  of: 0,
  how: 'too_little_history',
};

function doubtOf(share: Share, how: LatentDoubt['how']): LatentDoubt {
  if (share.of < ENOUGH || share.share === null) return { ...UNKNOWN, of: share.of };
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    state: 'known',
    strength: round(share.share),
    low: round(share.low),
    high: round(share.high),
    of: share.of,
    how,
  };
}

/** A share measured on the finding itself. */
export function measured(share: Share): LatentDoubt {
  return doubtOf(share, 'share_above_shop');
}

/** @returns the doubt of a rule's findings with these thresholds, over the year before `now` */
export async function doubtFor(
  tx: Tx,
  key: LatentRuleKey,
  settings: LatentSettings[LatentRuleKey],
  now: Date,
): Promise<LatentDoubt> {
  switch (key) {
    case 'silent_refund':
      return doubtOf(await explainedRefunds(tx, settings as LatentSettings['silent_refund'], now), 'explained_later');
    case 'drop_off':
      return doubtOf(await stayedAway(tx, settings as LatentSettings['drop_off'], now), 'came_back');
    case 'size_exchange':
      return doubtOf(await explainedProducts(tx, sql`s.for_size`, now), 'explained_later');
    case 'cart_leave':
      return doubtOf(await explainedProducts(tx, sql`s.kind = 'add_to_cart'`, now), 'explained_later');
    default:
      return UNKNOWN;
  }
}

const year = (now: Date) => new Date(now.getTime() - 365 * 86_400_000);
const ripe = (now: Date, days: number) => new Date(now.getTime() - (LATER_DAYS + days) * 86_400_000);

/** Of refunds that were silent at first: how many were explained by a complaint of that person within 60 days after the silence. */
async function explainedRefunds(tx: Tx, settings: LatentSettings['silent_refund'], now: Date): Promise<Share> {
  const row = await tx.one<{ count: number; of: number }>(sql`
    SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM judgements_facts j WHERE j.workspace_id = ${tx.workspaceId}
        AND j.person_id = r.person_id AND j.class IN ('negative', 'urgent')
        AND j.occurred_at > r.occurred_at + make_interval(days => ${settings.days})
        AND j.occurred_at <= r.occurred_at + make_interval(days => ${settings.days + LATER_DAYS})))::int AS count, count(*)::int AS of
    FROM (SELECT s.person_id, s.occurred_at FROM signals_facts s
      WHERE s.workspace_id = ${tx.workspaceId} AND s.kind = 'refund' AND s.person_id IS NOT NULL
        AND s.occurred_at BETWEEN ${year(now)} AND ${ripe(now, settings.days)} AND coalesce(s.amount_minor, 0) >= ${settings.minAmountMinor}
        AND NOT EXISTS (SELECT FROM feedback_facts f WHERE f.workspace_id = ${tx.workspaceId} AND f.person_id = s.person_id
          AND f.channel <> 'signal' AND f.occurred_at BETWEEN s.occurred_at - make_interval(days => ${settings.days})
            AND s.occurred_at + make_interval(days => ${settings.days}))
      ORDER BY s.occurred_at DESC LIMIT 5000) AS r`);
  return wilson(row.count, row.of);
}

/** Of customers who had gone silent after a complaint: how many did not come back within 60 more days. */
async function stayedAway(tx: Tx, settings: LatentSettings['drop_off'], now: Date): Promise<Share> {
  const seen = sql`s.kind IN ('order_placed', 'order_paid', 'view', 'watch', 'add_to_cart')`;
  const row = await tx.one<{ count: number; of: number }>(sql`
    SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT FROM signals_facts s WHERE s.workspace_id = ${tx.workspaceId}
        AND s.person_id = c.person_id AND ${seen} AND s.occurred_at > c.occurred_at
        AND s.occurred_at <= c.occurred_at + make_interval(days => ${settings.days + LATER_DAYS})))::int AS count, count(*)::int AS of
    FROM (SELECT DISTINCT ON (j.person_id) j.person_id, j.occurred_at FROM judgements_facts j
      WHERE j.workspace_id = ${tx.workspaceId} AND j.person_id IS NOT NULL AND j.class IN ('negative', 'urgent')
        AND j.occurred_at BETWEEN ${year(now)} AND ${ripe(now, settings.days)}
        AND (SELECT count(*) FROM (SELECT FROM signals_facts s WHERE s.workspace_id = ${tx.workspaceId} AND s.person_id = j.person_id
          AND ${seen} AND s.occurred_at < j.occurred_at LIMIT ${settings.minVisits}) AS before) >= ${settings.minVisits}
        AND NOT EXISTS (SELECT FROM signals_facts s WHERE s.workspace_id = ${tx.workspaceId} AND s.person_id = j.person_id AND ${seen}
          AND s.occurred_at > j.occurred_at AND s.occurred_at <= j.occurred_at + make_interval(days => ${settings.days}))
      ORDER BY j.person_id, j.occurred_at DESC LIMIT 5000) AS c`);
  return wilson(row.count, row.of);
}

/** Of customers whose signals of this kind lie back 60 days: how many said something against that product afterwards. */
async function explainedProducts(tx: Tx, which: ReturnType<typeof sql>, now: Date): Promise<Share> {
  const row = await tx.one<{ count: number; of: number }>(sql`
    SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM judgements_facts j WHERE j.workspace_id = ${tx.workspaceId}
        AND j.person_id = r.person_id AND j.product_id = r.product_id AND j.class IN ('negative', 'urgent')
        AND j.occurred_at > r.at AND j.occurred_at <= r.at + make_interval(days => ${LATER_DAYS})))::int AS count, count(*)::int AS of
    FROM (SELECT s.person_id, l.product_id, min(s.occurred_at) AS at FROM signals_facts s
      JOIN signal_lines_facts l ON l.workspace_id = s.workspace_id AND l.signal_id = s.id
      WHERE s.workspace_id = ${tx.workspaceId} AND s.person_id IS NOT NULL AND l.product_id IS NOT NULL AND ${which}
        AND s.occurred_at BETWEEN ${year(now)} AND ${ripe(now, 0)}
      GROUP BY s.person_id, l.product_id ORDER BY at DESC LIMIT 5000) AS r`);
  return wilson(row.count, row.of);
}
