// Turns a checked question into one safe statement: known pieces of SQL, values as parameters, the workspace always named.
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { type DimensionKey, dimensionOf, type Grain, type MeasureKey } from '../core/catalogue.contract.ts';
import { FILTER_KEYS } from '../core/insight.contract.ts';
import { aspectsOf, dimensionSql, joinOf, type Need, sourceOf } from './dimension-sql.ts';
import { MEASURE_JOINS, MEASURE_SQL } from './measure-sql.ts';

export type Filters = Partial<Record<(typeof FILTER_KEYS)[number], readonly string[] | undefined>>;

export interface Question {
  grain: Grain;
  measures: readonly MeasureKey[];
  rows: DimensionKey | null;
  columns: DimensionKey | null;
  filters: Filters;
  from: string;
  to: string;
  timeZone: string;
}

const ORDER: readonly Need[] = ['person', 'case', 'theme', 'theme_group', 'intent'];
const ASPECTS: readonly Need[] = ['aspect', 'polarity'];
/** A voice with two themes is two rows of an unfolded table: a filter on one of these looks into the list instead. */
const LISTS: Partial<Record<DimensionKey, (values: readonly string[]) => Sql>> = {
  theme: (values) => sql`EXISTS (SELECT FROM unnest(j.themes) one WHERE one = ANY(${values}::text[]))`,
  theme_group: (values) =>
    sql`EXISTS (SELECT FROM unnest(j.themes) one WHERE split_part(one, '.', 1) = ANY(${values}::text[]))`,
  intent: (values) => sql`j.intents && ${values}::text[]`,
  aspect: (values) =>
    sql`EXISTS (SELECT FROM jsonb_array_elements(j.aspects) one WHERE one ->> 0 = ANY(${values}::text[]))`,
  polarity: (values) =>
    sql`EXISTS (SELECT FROM jsonb_array_elements(j.aspects) one WHERE one ->> 1 = ANY(${values}::text[]))`,
};

export function filterKeysOf(filters: Filters): (keyof Filters & DimensionKey)[] {
  return FILTER_KEYS.filter((key) => (filters[key]?.length ?? 0) > 0);
}

/** FROM, JOIN and WHERE of the rows of a question. @param dimensions those whose values are read besides the filters' */
export function rowsOf(tx: { workspaceId: string }, question: Question, dimensions: readonly DimensionKey[]): Sql {
  const { grain, timeZone, filters } = question;
  const source = sourceOf(grain, tx.workspaceId, timeZone, question.from, question.to);
  const needed = new Set<Need>(dimensions.flatMap((key) => dimensionSql(key, grain, timeZone).needs));
  const conditions: Sql[] = [source.where];
  for (const key of filterKeysOf(filters)) {
    const values = [...(filters[key] ?? [])];
    const inList = grain === 'voice' ? LISTS[key] : undefined;
    if (inList) {
      conditions.push(inList(values));
      continue;
    }
    const read = dimensionSql(key, grain, timeZone);
    for (const need of read.needs) needed.add(need);
    conditions.push(sql`${read.value} = ANY(${values}::text[])`);
  }
  const joins = ORDER.filter((need) => needed.has(need)).map((need) => joinOf(grain, need));
  const aspects = ASPECTS.filter((need) => needed.has(need));
  if (aspects.length > 0) joins.push(aspectsOf(aspects));
  const extra = question.measures.flatMap((key) => MEASURE_JOINS[key] ?? []);
  return sql`FROM ${source.from} ${spaced([...joins, ...extra])} WHERE ${join(conditions, ' AND ')}`;
}

function spaced(pieces: readonly Sql[]): Sql {
  return pieces.length === 0 ? empty : join([...pieces], ' ');
}

/** Cells, totals of rows, totals of columns and the whole, as `r, c, is_r, is_c, raw numbers of each measure`. */
export function cellsOf(
  tx: { workspaceId: string },
  question: Question,
  parts: { rows: boolean; columns: boolean }[],
): Sql {
  const rows = parts.some((part) => part.rows) ? question.rows : null;
  const columns = parts.some((part) => part.columns) ? question.columns : null;
  const { grain, timeZone } = question;
  const dimensions = [rows, columns].filter((key): key is DimensionKey => key !== null);
  const value = (key: DimensionKey | null) => (key ? dimensionSql(key, grain, timeZone).value : sql`NULL::text`);
  const needs = question.measures.map((key) => MEASURE_SQL[key].needs);
  const raws = question.measures.map((key) => sql`ARRAY[${MEASURE_SQL[key].raw}]`);
  const sets = parts.map(({ rows: r, columns: c }) => (r && c ? sql`(r, c)` : r ? sql`(r)` : c ? sql`(c)` : sql`()`));
  return sql`
    SELECT ${rows ? sql`r` : sql`NULL::text`} AS r, ${columns ? sql`c` : sql`NULL::text`} AS c, ${rows ? sql`grouping(r) = 0` : sql`false`} AS "isRow", ${columns ? sql`grouping(c) = 0` : sql`false`} AS "isColumn",
      ${join(raws.map((raw, index) => sql`${raw} AS ${NAMES[index]!}`))}
    FROM (SELECT ${value(rows)} AS r, ${value(columns)} AS c, ${join(needs)} ${rowsOf(tx, question, dimensions)}) x
    GROUP BY GROUPING SETS (${join(sets)})
    LIMIT 60000`;
}

const NAMES = [sql`m0`, sql`m1`, sql`m2`, sql`m3`, sql`m4`, sql`m5`] as const;

/** Do rows add up to more than the whole? Then totals are counted apart, each voice once. */
export function unfolds(question: Question): boolean {
  return [question.rows, question.columns].some(
    (key) => key !== null && question.grain === 'voice' && dimensionOf(key)?.many,
  );
}
