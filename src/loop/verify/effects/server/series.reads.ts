// Counts the days of a measurement from the judged feedback; only jobs call it, never a screen.
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Measure } from '../../../act/problems/core/problem.contract.ts';
import type { EffectPlan } from '../core/effect.contract.ts';
import { dayName, dayNumber, type RawDay } from '../core/judge-effect.ts';

interface DayRow {
  day: string;
  count: number;
  control: number;
  heard: number;
}

/** Every calendar day from `from` to `to`, both included; each voice counts once, repeats do not. */
export async function readSeries(tx: Tx, plan: EffectPlan, from: string, to: string): Promise<RawDay[]> {
  const [rows, orders] = await Promise.all([
    tx.rows<DayRow>(sql`
      SELECT day, count(*) FILTER (WHERE ${fits(plan.measure)})::int AS count, count(*)::int AS heard,
        count(*) FILTER (WHERE ${plan.control ? sql`${fits(plan.control)} AND NOT (${fits(plan.measure)})` : sql`false`})::int AS control
      FROM judgements_facts
      WHERE workspace_id = ${tx.workspaceId} AND occurred_at >= ${from}::date - interval '1 day'
        AND occurred_at < ${to}::date + interval '2 days' AND day BETWEEN ${from}::date AND ${to}::date AND NOT repeats
      GROUP BY day`),
    plan.exposure === 'orders'
      ? tx.rows<{ day: string; orders: number }>(sql`
          SELECT day, sum(orders)::int AS orders FROM signal_daily_facts
          WHERE workspace_id = ${tx.workspaceId} AND product_id = '' AND day BETWEEN ${from}::date AND ${to}::date GROUP BY day`)
      : [],
  ]);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const ordered = new Map(orders.map((row) => [row.day, row.orders]));
  const days: RawDay[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number += 1) {
    const day = dayName(number);
    const { count = 0, control = 0, heard = 0 } = byDay.get(day) ?? {};
    const exposure = plan.exposure === 'days' ? 1 : plan.exposure === 'orders' ? (ordered.get(day) ?? 0) : heard;
    days.push({ day, count, control, heard, exposure });
  }
  return days;
}

/** The explorer's filters as a condition. */
function fits(measure: Measure): Sql {
  const any = (values: readonly string[], condition: (list: string[]) => Sql): Sql =>
    values.length > 0 ? condition([...values]) : sql`true`;
  return sql`(${any(
    measure.themes,
    (list) =>
      sql`EXISTS (SELECT FROM unnest(themes) AS t WHERE t = ANY(${list}::text[]) OR split_part(t, '.', 1) = ANY(${list}::text[]))`,
  )} AND ${any(measure.products, (list) => sql`product_id = ANY(${list}::text[])`)} AND ${any(
    measure.channels,
    (list) => sql`channel = ANY(${list}::text[])`,
  )} AND ${any(measure.sentiments, (list) => sql`sentiment = ANY(${list}::text[])`)} AND ${any(
    measure.classes,
    (list) => sql`class = ANY(${list}::text[])`,
  )})`;
}
