// Reads the first screen from the daily sums alone, never from the rows behind them.
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { taxonomyOf } from '../../themes/server/door.ts';
import type { OverviewView } from '../core/overview.contract.ts';
import { type AllSum, overviewOf, type Period, type ProductSum, type ThemeSum } from '../core/overview-figures.ts';
import { timeZoneOf } from './time-zone.reads.ts';

/** The newest day that has any feedback, so that an import of old reviews does not open on an empty screen. */
export async function newestDay(tx: Tx, today: string): Promise<string> {
  const row = await tx.maybe<{ day: string }>(sql`
    SELECT day FROM feedback_daily WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day <= ${today}::date AND feedback > 0
    ORDER BY day DESC LIMIT 1`);
  return row?.day ?? today;
}

/** All figures of a period. @param channel only this channel; products are not kept by channel and are then left out */
export async function readOverview(tx: Tx, period: Period, channel: string | null): Promise<OverviewView> {
  const only = channel === null ? empty : sql`AND channel = ${channel}`;
  const [timeZone, all, themes, taxonomy, products] = await Promise.all([
    timeZoneOf(tx),
    tx.rows<AllSum>(sql`
      SELECT day, channel, sentiment, class, sum(voices)::bigint AS voices, sum(rated)::bigint AS rated,
        sum(rating_sum) AS "ratingSum", sum(low_rated)::bigint AS "lowRated"
      FROM feedback_daily
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${period.previousFrom}::date AND ${period.to}::date ${only}
      GROUP BY day, channel, sentiment, class`),
    tx.rows<ThemeSum>(sql`
      SELECT item AS key, coalesce(sum(voices) FILTER (WHERE day >= ${period.from}::date), 0)::bigint AS count,
        coalesce(sum(voices) FILTER (WHERE day < ${period.from}::date), 0)::bigint AS previous,
        coalesce(sum(negative) FILTER (WHERE day >= ${period.from}::date), 0)::bigint AS negative
      FROM feedback_daily
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'theme' AND day BETWEEN ${period.previousFrom}::date AND ${period.to}::date ${only}
      GROUP BY item`),
    taxonomyOf(tx),
    channel === null ? readProducts(tx, period) : [],
  ]);
  return overviewOf({ period, timeZone, all, themes, products, taxonomy });
}

const MOST_PRODUCTS = 10;

async function readProducts(tx: Tx, period: Period): Promise<ProductSum[]> {
  return tx.rows<ProductSum>(sql`
    SELECT s.item AS id, coalesce(p.name, s.item) AS name, s.count, s.negative, s.rated, s."ratingSum"
    FROM (
      SELECT item, sum(voices)::bigint AS count, sum(negative)::bigint AS negative,
        sum(rated)::bigint AS rated, sum(rating_sum) AS "ratingSum"
      FROM feedback_daily
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'product' AND day BETWEEN ${period.from}::date AND ${period.to}::date
      GROUP BY item ORDER BY negative DESC, count DESC, item LIMIT ${MOST_PRODUCTS}) s
    LEFT JOIN products_facts p ON p.workspace_id = ${tx.workspaceId} AND p.id = s.item
    WHERE s.negative > 0 ORDER BY s.negative DESC, s.count DESC, s.item`);
}
