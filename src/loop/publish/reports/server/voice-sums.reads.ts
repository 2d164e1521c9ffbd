// Counts the voices of a report's two periods: from the sums a day, and, for how many people stand behind them, from the rows of the period.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { PeopleSum, VoiceSum } from '../core/report-inputs.ts';
import type { ReportPeriod } from '../core/report-period.ts';

/** Voices by channel, sentiment and class. */
export function readVoices(tx: Tx, period: ReportPeriod): Promise<VoiceSum[]> {
  return tx.rows<VoiceSum>(sql`
    SELECT CASE WHEN day >= ${period.from}::date THEN 'now' ELSE 'before' END AS era, channel, sentiment, class,
      sum(voices)::bigint AS voices, sum(rated)::bigint AS rated, sum(low_rated)::bigint AS "lowRated"
    FROM feedback_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND item = ''
      AND day BETWEEN ${period.previousFrom}::date AND ${period.to}::date
    GROUP BY 1, 2, 3, 4 HAVING sum(voices) > 0`);
}

/** Voices by theme. */
export function readThemes(
  tx: Tx,
  period: ReportPeriod,
): Promise<{ era: 'now' | 'before'; key: string; voices: number }[]> {
  return tx.rows(sql`
    SELECT CASE WHEN day >= ${period.from}::date THEN 'now' ELSE 'before' END AS era, item AS key, sum(voices)::bigint AS voices
    FROM feedback_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'theme'
      AND day BETWEEN ${period.previousFrom}::date AND ${period.to}::date
    GROUP BY 1, 2 HAVING sum(voices) > 0`);
}

/** Different people behind each number; a voice of somebody unknown counts as a person of its own. */
export function readPeople(tx: Tx, period: ReportPeriod): Promise<PeopleSum[]> {
  // The newest-first index is by instant; a day of any zone lies within a day of its date in UTC.
  const own = sql`
    SELECT CASE WHEN day >= ${period.from}::date THEN 'now' ELSE 'before' END AS era, channel, sentiment, class, rating, themes,
      person_key
    FROM judgements_facts
    WHERE workspace_id = ${tx.workspaceId} AND NOT repeats
      AND occurred_at >= ${period.previousFrom}::date - interval '1 day' AND occurred_at < ${period.to}::date + interval '2 days'
      AND day BETWEEN ${period.previousFrom}::date AND ${period.to}::date`;
  const people = sql`(count(DISTINCT person_key) FILTER (WHERE person_key <> 0) + count(*) FILTER (WHERE person_key = 0))::bigint`;
  return tx.rows<PeopleSum>(sql`
    WITH own AS MATERIALIZED (${own})
    SELECT era, 'all' AS kind, '' AS item, ${people} AS people FROM own GROUP BY era
    UNION ALL SELECT era, 'channel', channel, ${people} FROM own GROUP BY era, channel
    UNION ALL SELECT era, 'sentiment', sentiment, ${people} FROM own GROUP BY era, sentiment
    UNION ALL SELECT era, 'urgent', '', ${people} FROM own WHERE class = 'urgent' GROUP BY era
    UNION ALL SELECT era, 'rated', '', ${people} FROM own WHERE rating IS NOT NULL GROUP BY era
    UNION ALL SELECT era, 'low_rated', '', ${people} FROM own WHERE rating <= 2 GROUP BY era
    UNION ALL SELECT era, 'theme', theme, ${people} FROM own CROSS JOIN LATERAL unnest(themes) AS theme GROUP BY era, theme`);
}
