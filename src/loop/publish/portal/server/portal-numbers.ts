// The few numbers a shop shows on its door: what came in, what was settled, how fast; none where too few would be counted.

import sql from 'sql-template-tag';
import { keepNewest } from '../../../../kit/keep-newest.ts';
import type { Database } from '../../../../platform/database/database.ts';

export interface PortalNumbers {
  /** Voices in the last 30 days. */
  heard: number;
  /** Cases opened in the last 30 days, and how many of exactly these are settled, and checked. */
  promised: number;
  settled: number;
  checked: number;
  /** Half of the first answers to these came within so many minutes; null with too few. */
  answerMinutes: number | null;
}

export const WINDOW_DAYS = 30;
/** Fewer would say something about single people. */
const FEWEST = 5;
const FRESH_MS = 60_000;
const MOST_SHOPS = 1000;

/** A door must not count without end; a shop with more cases in 30 days shows what became of its latest ones. */
const LOOKED_AT = 20_000;

/** Reads them at most once a minute for each shop, so that a busy door costs nothing. */
export function createPortalNumbers(database: Database) {
  const kept = new Map<string, { at: number; numbers: Promise<PortalNumbers | null> }>();
  return (workspaceId: string, now: Date): Promise<PortalNumbers | null> => {
    const known = kept.get(workspaceId);
    if (known && Math.abs(now.getTime() - known.at) < FRESH_MS) return known.numbers;
    const numbers = read(database, workspaceId, now);
    kept.set(workspaceId, { at: now.getTime(), numbers });
    numbers.catch(() => kept.delete(workspaceId));
    keepNewest(kept, MOST_SHOPS);
    return numbers;
  };
}

function read(database: Database, workspaceId: string, now: Date): Promise<PortalNumbers | null> {
  const since = new Date(now.getTime() - WINDOW_DAYS * 86_400_000);
  return database.workspace(workspaceId).read(async (tx) => {
    const voices = await tx.one<{ n: number }>(sql`
      SELECT coalesce(sum(feedback), 0)::int AS n FROM feedback_daily_facts
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day >= ${since.toISOString().slice(0, 10)}::date
        AND channel <> 'signal'`);
    const cases = await tx.one<Omit<PortalNumbers, 'heard'> & { answered: number }>(sql`
      SELECT count(*)::int AS promised,
        count(*) FILTER (WHERE public_stage IN ('resolved', 'verified'))::int AS settled,
        count(*) FILTER (WHERE public_stage = 'verified')::int AS checked,
        count(first_reply_at)::int AS answered,
        (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_reply_at - opened_at) / 60)
          FILTER (WHERE first_reply_at IS NOT NULL))::float AS "answerMinutes"
      FROM (SELECT public_stage, first_reply_at, opened_at, merged_into FROM cases_facts
        WHERE workspace_id = ${tx.workspaceId} ORDER BY id DESC LIMIT ${LOOKED_AT}) AS latest
      WHERE opened_at >= ${since} AND merged_into IS NULL`);
    if (voices.n < FEWEST) return null;
    return {
      heard: voices.n,
      promised: cases.promised,
      settled: cases.settled,
      checked: cases.checked,
      answerMinutes: cases.answered >= FEWEST ? cases.answerMinutes : null,
    };
  });
}
