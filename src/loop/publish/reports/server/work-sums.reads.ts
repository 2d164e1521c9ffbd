// Counts the house's own work in a report's two periods: cases, times, clocks, ratings, repeats, promises.
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { CaseSums, Era, Part, TimeSums } from '../core/report-inputs.ts';
import type { ReportPeriod } from '../core/report-period.ts';

/** The days of one era. */
export interface Days {
  from: string;
  to: string;
}

export function daysOf(period: ReportPeriod, era: Era): Days {
  return era === 'now' ? period : { from: period.previousFrom, to: period.previousTo };
}

/** The instant a day begins in the workspace's zone. */
function startOf(day: string, zone: string): Sql {
  return sql`(${day}::date::timestamp AT TIME ZONE ${zone})`;
}

/** The instant after a day's end. */
function endOf(day: string, zone: string): Sql {
  return sql`((${day}::date + 1)::timestamp AT TIME ZONE ${zone})`;
}

export async function readCases(tx: Tx, days: Days, zone: string): Promise<CaseSums> {
  const end = endOf(days.to, zone);
  const [opened, rounds, open] = await Promise.all([
    tx.one<{ opened: number }>(sql`
      SELECT count(*)::bigint AS opened FROM cases_facts
      WHERE workspace_id = ${tx.workspaceId} AND merged_into IS NULL
        AND opened_at >= ${startOf(days.from, zone)} AND opened_at < ${end}`),
    tx.one<Omit<CaseSums, 'opened' | 'open'>>(sql`
      SELECT coalesce(sum(resolved), 0)::bigint AS resolved, coalesce(sum(verified), 0)::bigint AS verified,
        coalesce(sum(disputed), 0)::bigint AS disputed
      FROM verify_daily_facts
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${days.from}::date AND ${days.to}::date`),
    tx.one<{ open: number }>(sql`
      SELECT count(*)::bigint AS open FROM cases_facts
      WHERE workspace_id = ${tx.workspaceId} AND merged_into IS NULL AND opened_at < ${end}
        AND (is_open OR coalesce(resolved_at, closed_at) >= ${end})`),
  ]);
  return { ...opened, ...rounds, ...open };
}

/** Minutes from a case's opening to the first reply of a person, over the cases opened in these days. */
export function readFirstReply(tx: Tx, days: Days, zone: string): Promise<TimeSums> {
  const minutes = sql`extract(epoch FROM first_reply_at - opened_at) / 60.0`;
  return tx.one<TimeSums>(sql`
    SELECT count(*)::bigint AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${minutes})::float8 AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY ${minutes})::float8 AS p90
    FROM cases_facts
    WHERE workspace_id = ${tx.workspaceId} AND merged_into IS NULL AND first_reply_at IS NOT NULL
      AND opened_at >= ${startOf(days.from, zone)} AND opened_at < ${endOf(days.to, zone)}`);
}

/** Minutes from a case's opening to its latest resolution, over the cases resolved in these days. */
export function readResolution(tx: Tx, days: Days, zone: string): Promise<TimeSums> {
  const minutes = sql`extract(epoch FROM resolved_at - opened_at) / 60.0`;
  return tx.one<TimeSums>(sql`
    SELECT count(*)::bigint AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${minutes})::float8 AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY ${minutes})::float8 AS p90
    FROM cases_facts
    WHERE workspace_id = ${tx.workspaceId} AND merged_into IS NULL
      AND resolved_at >= ${startOf(days.from, zone)} AND resolved_at < ${endOf(days.to, zone)}`);
}

/** Clocks that ended in these days within their time, of those that ended. */
export async function readInTime(tx: Tx, days: Days, zone: string): Promise<{ frt: Part; rt: Part }> {
  const rows = await tx.rows<{ kind: 'frt' | 'rt'; count: number; of: number }>(sql`
    SELECT kind, count(*) FILTER (WHERE state = 'hit')::bigint AS count, count(*)::bigint AS of
    FROM clocks_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind IN ('frt', 'rt') AND state IN ('hit', 'missed')
      AND ended_at >= ${startOf(days.from, zone)} AND ended_at < ${endOf(days.to, zone)}
    GROUP BY kind`);
  const part = (kind: 'frt' | 'rt') => {
    const row = rows.find((one) => one.kind === kind);
    return { count: row?.count ?? 0, of: row?.of ?? 0 };
  };
  return { frt: part('frt'), rt: part('rt') };
}

/** Satisfied (4 and 5) of answered, answered of asked; by the day of asking. */
export async function readRatings(tx: Tx, days: Days): Promise<{ csat: Part; response: Part }> {
  const row = await tx.one<{ asked: number; answered: number; satisfied: number }>(sql`
    SELECT coalesce(sum(asked), 0)::bigint AS asked, coalesce(sum(answered), 0)::bigint AS answered,
      coalesce(sum(satisfied), 0)::bigint AS satisfied
    FROM rating_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${days.from}::date AND ${days.to}::date`);
  return { csat: { count: row.satisfied, of: row.answered }, response: { count: row.answered, of: row.asked } };
}

/** Resolutions of these days after which the same person complained again about the same theme. */
export function readRepeats(tx: Tx, days: Days): Promise<Part> {
  return tx.one<Part>(sql`
    SELECT coalesce(sum(repeated), 0)::bigint AS count, coalesce(sum(resolved), 0)::bigint AS of
    FROM verify_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${days.from}::date AND ${days.to}::date`);
}

/** Promises due in these days: kept by their time, of all that were kept or missed. */
export function readPromises(tx: Tx, days: Days, zone: string): Promise<Part> {
  return tx.one<Part>(sql`
    SELECT count(*) FILTER (WHERE state = 'kept' AND missed_at IS NULL)::bigint AS count, count(*)::bigint AS of
    FROM promises_facts
    WHERE workspace_id = ${tx.workspaceId} AND state IN ('kept', 'missed')
      AND due_at >= ${startOf(days.from, zone)} AND due_at < ${endOf(days.to, zone)}`);
}
