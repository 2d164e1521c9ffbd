// Answers a question of the explorer: from sums where they can, else from the rows themselves within a budget, else honestly not.
import sql from 'sql-template-tag';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { arrangeCells, type CountedCell } from '../core/arrange-cells.ts';
import { type DimensionKey, type MeasureKey, measureOf } from '../core/catalogue.contract.ts';
import { type InsightAnswer, MOST_COLUMNS, MOST_ROWS, ROW_BUDGET } from '../core/insight.contract.ts';
import type { RawCell } from '../core/measure-values.ts';
import { timeKeysOf } from '../core/time-keys.ts';
import { cellsOf, type Question, unfolds } from './compile-question.ts';
import { namesOf } from './names.reads.ts';
import { readSums, summedBy } from './sums.reads.ts';

export interface AskedPeriod {
  from: string;
  to: string;
  previousFrom: string;
  previousTo: string;
  days: number;
}

/** One statement may take so long, milliseconds; beyond it the period has to be narrowed. */
const PATIENCE_MS = 4000;
const TIMED_OUT = '57014';

/** Runs a read that gives up in time. @returns null where it took too long */
export async function withPatience<T>(tx: Tx, read: () => Promise<T>): Promise<T | null> {
  await tx.run(sql`SELECT set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`);
  try {
    return await read();
  } catch (error) {
    if ((error as { code?: string }).code === TIMED_OUT) return null;
    throw error;
  }
}

export async function explore(
  tx: Tx,
  asked: Omit<Question, 'from' | 'to'> & { period: AskedPeriod; compare: boolean },
): Promise<Result<InsightAnswer, 'too_much_to_count'>> {
  const { period, compare, ...rest } = asked;
  const now: Question = { ...rest, from: period.from, to: period.to };
  const before: Question = { ...rest, from: period.previousFrom, to: period.previousTo };
  const by = summedBy(now);
  if (!by && !(await isAffordable(tx, now, compare ? period.previousFrom : period.from)))
    return refuse('too_much_to_count');
  const counted = await withPatience(tx, async () => ({
    now: await count(tx, now, by),
    before: compare ? await count(tx, before, by) : null,
  }));
  if (!counted) return refuse('too_much_to_count');
  const arranged = arrangeCells({
    now: counted.now,
    before: counted.before,
    measures: now.measures.map((key) => measureOf(key)!),
    rows: { dimension: now.rows, always: timeKeysOf(now.rows, now.from, now.to), most: MOST_ROWS },
    columns: { dimension: now.columns, always: timeKeysOf(now.columns, now.from, now.to), most: MOST_COLUMNS },
    shiftDays: period.days,
  });
  const names = await namesOf(tx, [
    { dimension: now.rows, keys: arranged.rows },
    { dimension: now.columns, keys: arranged.columns },
  ]);
  const head = (key: string) => ({ key, label: names.get(key) ?? null });
  return ok({
    ...period,
    timeZone: now.timeZone,
    measures: [...now.measures],
    ...arranged,
    rows: arranged.rows.map(head),
    columns: arranged.columns.map(head),
    source: by ? 'sums' : 'rows',
    counting: await isCounting(tx, now.from, now.to),
  });
}

async function count(tx: Tx, question: Question, by: DimensionKey | 'all' | undefined): Promise<CountedCell[]> {
  if (by) return readSums(tx, question, by);
  const rows = question.rows !== null;
  const columns = question.columns !== null;
  const wanted = [
    ...(rows && columns ? [{ rows: true, columns: true }] : []),
    ...(rows ? [{ rows: true, columns: false }] : []),
    ...(columns ? [{ rows: false, columns: true }] : []),
    { rows: false, columns: false },
  ];
  const groups = unfolds(question) ? wanted.map((one) => [one]) : [wanted];
  const cells: CountedCell[] = [];
  for (const parts of groups) {
    const found = await tx.rows<CellRow>(cellsOf(tx, question, parts));
    for (const row of found)
      cells.push({
        r: row.isRow ? row.r : null,
        c: row.isColumn ? row.c : null,
        raws: question.measures.map((_key: MeasureKey, index) => rawOf(row[`m${index}`] as (number | null)[])),
      });
  }
  return cells;
}

interface CellRow {
  r: string;
  c: string;
  isRow: boolean;
  isColumn: boolean;
  [raw: string]: unknown;
}

function rawOf(numbers: readonly (number | null)[]): RawCell {
  const [n, of, against, sum, squares, middle, lower, upper] = numbers;
  return {
    n: n ?? 0,
    of: of ?? 0,
    against: against ?? 0,
    sum: sum ?? 0,
    squares: squares ?? 0,
    middle: middle ?? null,
    lower: lower ?? null,
    upper: upper ?? null,
  };
}

/** Voices are few enough to be looked at one by one. Cases, ratings and answers always are; the time limit guards them. */
async function isAffordable(tx: Tx, question: Question, since: string): Promise<boolean> {
  if (question.grain !== 'voice') return true;
  const { voices } = await tx.one<{ voices: number }>(sql`
    SELECT coalesce(sum(feedback), 0)::bigint AS voices FROM feedback_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${since}::date AND ${question.to}::date`);
  return voices <= ROW_BUDGET;
}

/** Some day of the period waits to be counted anew. */
export async function isCounting(tx: Tx, from: string, to: string): Promise<boolean> {
  const found = await tx.maybe(sql`
    SELECT 1 AS one FROM insight_dirty WHERE workspace_id = ${tx.workspaceId} AND day BETWEEN ${from}::date AND ${to}::date LIMIT 1`);
  return found !== undefined;
}
