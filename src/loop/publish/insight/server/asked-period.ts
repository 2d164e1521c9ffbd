// The period a question speaks of, in calendar days of the workspace, and the question in its checked form.
import type { Env } from '../../../../ground/env.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { dayReader, periodOf, timeZoneOf } from '../../../understand/overview/server/door.ts';
import { type DimensionKey, type Grain, grainOf, type MeasureKey } from '../core/catalogue.contract.ts';
import { FILTER_KEYS } from '../core/insight.contract.ts';
import type { Filters } from './compile-question.ts';
import type { AskedPeriod } from './explore.reads.ts';

/** The period asked for; the 30 days up to today when nothing is said. */
export async function askedPeriod(
  tx: Tx,
  env: Env,
  query: { from?: string | undefined; to?: string | undefined },
): Promise<Result<AskedPeriod & { timeZone: string }, 'invalid_period'>> {
  const timeZone = await timeZoneOf(tx);
  const today = dayReader(timeZone)(env.now.getTime());
  const period = periodOf(query.from, query.to, query.to ?? today);
  return period ? ok({ ...period, timeZone }) : refuse('invalid_period');
}

/** Filters of a query, without empty ones. */
export function filtersOf(query: Record<string, unknown>): Filters {
  return Object.fromEntries(
    FILTER_KEYS.flatMap((key) => {
      const values = query[key] as readonly string[] | undefined;
      return values?.length ? [[key, values]] : [];
    }),
  );
}

/** The grain of a question whose parts go together. */
export function checkQuestion(
  measures: readonly MeasureKey[],
  sides: readonly (DimensionKey | undefined)[],
  filters: Filters,
): Result<Grain, 'invalid_question'> {
  const named = sides.filter((key): key is DimensionKey => key !== undefined);
  if (new Set(named).size < named.length) return refuse('invalid_question');
  // An upper theme beside its own leaves says nothing new.
  if (named.includes('theme') && named.includes('theme_group')) return refuse('invalid_question');
  const grain = grainOf(measures, [...named, ...(Object.keys(filters) as DimensionKey[])]);
  return grain ? ok(grain) : refuse('invalid_question');
}
