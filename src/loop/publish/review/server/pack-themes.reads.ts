// Themes that grew and shrank in the week, from the sums a day.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { taxonomyOf } from '../../../understand/themes/server/door.ts';
import type { PackFacts } from '../core/review.contract.ts';
import type { Week } from '../core/review-week.ts';

const MOST = 5;

/** By the change against the week before; those that only praise are no matter for the meeting and come last. */
export async function readThemeMoves(tx: Tx, week: Week): Promise<Pick<PackFacts, 'rising' | 'falling'>> {
  const [rows, taxonomy] = await Promise.all([
    tx.rows<{ key: string; count: number; previous: number; negative: number }>(sql`
      SELECT item AS key, coalesce(sum(voices) FILTER (WHERE day >= ${week.from}::date), 0)::int AS count,
        coalesce(sum(voices) FILTER (WHERE day < ${week.from}::date), 0)::int AS previous,
        coalesce(sum(negative) FILTER (WHERE day >= ${week.from}::date), 0)::int AS negative
      FROM feedback_daily_facts
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'theme' AND day BETWEEN ${week.previousFrom}::date AND ${week.to}::date
      GROUP BY item`),
    taxonomyOf(tx),
  ]);
  const names = new Map(taxonomy.map((theme) => [theme.key, theme]));
  const named = rows.map((row) => ({
    ...row,
    zh: names.get(row.key)?.zh ?? row.key,
    en: names.get(row.key)?.en ?? row.key,
  }));
  const moved = (sign: 1 | -1) =>
    named
      .filter((row) => sign * (row.count - row.previous) > 0 && (sign < 0 || row.negative > 0))
      .sort((a, b) => sign * (b.count - b.previous - (a.count - a.previous)) || (a.key < b.key ? -1 : 1))
      .slice(0, MOST);
  return { rising: moved(1), falling: moved(-1) };
}
