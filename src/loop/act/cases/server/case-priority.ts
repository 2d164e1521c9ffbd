// Joins a stored case to the pure reading of its priority, so that every change computes it in the same way.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { type PriorityFacts, readPriority } from '../core/case.priority.ts';
import type { StoredCase } from './case.store.ts';

export type Weighed = Pick<
  StoredCase,
  | 'people'
  | 'unknown_voices'
  | 'urgent'
  | 'min_rating'
  | 'worst_sentiment'
  | 'vip'
  | 'trend_last7'
  | 'trend_before7'
  | 'effort'
  | 'priority_floor'
  | 'priority_by_hand'
  | 'priority'
>;

/** The columns a case gets from its facts. A priority set by hand stays; the computed one waits behind it. */
export function weigh(row: Weighed): Pick<StoredCase, 'score' | 'parts' | 'computed_priority' | 'priority'> {
  const facts: PriorityFacts = {
    people: row.people,
    unknownVoices: row.unknown_voices,
    urgent: row.urgent,
    minRating: row.min_rating,
    worstSentiment: row.worst_sentiment,
    vip: row.vip,
    trend:
      row.trend_last7 === null || row.trend_before7 === null
        ? null
        : { last7: row.trend_last7, before7: row.trend_before7 },
    effort: row.effort,
    floor: row.priority_floor,
  };
  const { score, level, parts } = readPriority(facts);
  return { score, parts, computed_priority: level, priority: row.priority_by_hand ? row.priority : level };
}

export interface Trend {
  last7: number;
  before7: number;
}

/** How often each theme was heard in the last seven days and in the seven before, from the sums kept by day. */
export async function trendsOf(tx: Tx, themes: readonly (string | null)[], now: Date): Promise<Map<string, Trend>> {
  const wanted = [...new Set(themes.filter((theme): theme is string => theme !== null))];
  if (wanted.length === 0) return new Map();
  const day = (back: number) => new Date(now.getTime() - back * 86_400_000).toISOString().slice(0, 10);
  const rows = await tx.rows<{ item: string } & Trend>(sql`
    SELECT item, coalesce(sum(voices) FILTER (WHERE day > ${day(7)}::date), 0)::int AS last7,
      coalesce(sum(voices) FILTER (WHERE day <= ${day(7)}::date), 0)::int AS before7
    FROM feedback_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'theme' AND day > ${day(14)}::date AND day <= ${day(-1)}::date
      AND item = ANY(${wanted}::text[])
    GROUP BY item`);
  return new Map(rows.map(({ item, last7, before7 }) => [item, { last7, before7 }]));
}
