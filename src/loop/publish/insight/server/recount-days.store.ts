// Counts whole days anew from the facts: what is counted again is right again, whatever was corrected, merged or erased.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { DIMENSIONS } from '../core/catalogue.contract.ts';

/** Every dimension sums are kept of; naming them lets the deletion use the key of the table. */
const SUMMED = ['all', ...DIMENSIONS.filter((one) => 'summed' in one && !('time' in one)).map((one) => one.key)];
/** Days counted in one transaction. */
const AT_ONCE = 16;

/**
 * Takes some marked days, the newest first, and counts them anew.
 * @returns how many days and voices were counted; no day: nothing is marked
 */
export async function recountSome(tx: Tx, timeZone: string): Promise<{ days: number; voices: number }> {
  const taken = await tx.rows<{ day: string }>(sql`
    SELECT day FROM insight_dirty WHERE workspace_id = ${tx.workspaceId}
    ORDER BY day DESC LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`);
  const days = taken.map((row) => row.day);
  if (days.length === 0) return { days: 0, voices: 0 };
  await tx.run(sql`DELETE FROM insight_dirty WHERE workspace_id = ${tx.workspaceId} AND day = ANY(${days}::date[])`);
  await tx.run(
    sql`DELETE FROM insight_daily WHERE workspace_id = ${tx.workspaceId} AND day = ANY(${days}::date[])
          AND dimension = ANY(${SUMMED}::text[])`,
  );
  await tx.run(
    sql`DELETE FROM loop_daily WHERE workspace_id = ${tx.workspaceId} AND day = ANY(${days}::date[])
          AND measure NOT IN ('time.collect', 'time.understand')`,
  );
  await countVoices(tx, days, timeZone);
  await countLoop(tx, days);
  const { voices } = await tx.one<{ voices: number }>(sql`
    SELECT coalesce(sum(voices), 0)::bigint AS voices FROM insight_daily
    WHERE workspace_id = ${tx.workspaceId} AND dimension = 'all' AND day = ANY(${days}::date[])`);
  return { days: days.length, voices };
}

/** The voices of each day under every value of every dimension. */
async function countVoices(tx: Tx, days: readonly string[], timeZone: string): Promise<void> {
  await tx.run(sql`
    INSERT INTO insight_daily (workspace_id, dimension, day, item, voices, positive, negative, urgent, latent, complaints,
      rated, rating_sum, rating_squares, low_rated)
    SELECT ${tx.workspaceId}, d.dimension, v.day, d.item, count(*), count(*) FILTER (WHERE v.sentiment = 'positive'),
      count(*) FILTER (WHERE v.sentiment = 'negative'), count(*) FILTER (WHERE v.class = 'urgent'),
      count(*) FILTER (WHERE v.class = 'latent'), count(*) FILTER (WHERE 'complain' = ANY(v.intents)), count(v.rating),
      coalesce(sum(v.rating), 0), coalesce(sum(v.rating * v.rating), 0), count(*) FILTER (WHERE v.rating <= 2)
    FROM (
      SELECT j.day, j.channel, j.sentiment, j.class, j.intents, j.themes, j.aspects, j.language, j.product_id, j.rating::float8 AS rating,
        coalesce(p.tier, 'unknown') AS tier, extract(hour FROM j.occurred_at AT TIME ZONE ${timeZone})::int AS hour
      FROM judgements_facts j LEFT JOIN people_facts p ON p.workspace_id = j.workspace_id AND p.id = j.person_id
      WHERE j.workspace_id = ${tx.workspaceId} AND j.day = ANY(${[...days]}::date[]) AND NOT j.repeats
        AND j.occurred_at >= (SELECT min(x) FROM unnest(${[...days]}::date[]) x) - interval '1 day'
        AND j.occurred_at < (SELECT max(x) FROM unnest(${[...days]}::date[]) x) + interval '2 days') v
    CROSS JOIN LATERAL (
      SELECT * FROM (VALUES ('all', ''), ('channel', v.channel), ('sentiment', v.sentiment), ('class', v.class), ('language', v.language),
        ('product', coalesce(v.product_id::text, 'none')), ('tier', v.tier), ('hour', v.hour::text), ('rating', coalesce(round(v.rating)::text, 'none'))) AS one(dimension, item)
      UNION ALL SELECT 'theme', theme FROM unnest(v.themes) AS theme
      UNION ALL SELECT DISTINCT 'theme_group', split_part(theme, '.', 1) FROM unnest(v.themes) AS theme
      UNION ALL SELECT 'intent', intent FROM unnest(v.intents) AS intent
      UNION ALL SELECT DISTINCT 'aspect', said ->> 0 FROM jsonb_array_elements(v.aspects) AS said) d
    WHERE d.item IS NOT NULL
    GROUP BY v.day, d.dimension, d.item`);
}

/** Where the voices of each day stand in the loop, and how long the stages took them. */
async function countLoop(tx: Tx, days: readonly string[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO loop_daily (workspace_id, day, measure, bucket, amount)
    WITH v AS MATERIALIZED (
      SELECT j.day, j.feedback_id, j.person_id, j.class = 'urgent' AS urgent, 'complain' = ANY(j.intents) AS complains,
        m.case_id, m.joined_at, c.first_reply_at, c.resolved_at, c.verified_at, c.reopened_count, c.is_open, c.status, g.published_at,
        c.id IS NOT NULL AND EXISTS (SELECT FROM deliveries_facts d WHERE d.workspace_id = ${tx.workspaceId} AND d.case_id = c.id
          AND d.kind = 'notice' AND (d.person_id = j.person_id OR d.feedback_id = j.feedback_id)
          AND d.state IN ('sent', 'unconfirmed', 'task_done', 'waiting', 'seen')) AS told
      FROM judgements_facts j
      LEFT JOIN case_feedback_facts m ON m.workspace_id = j.workspace_id AND m.feedback_id = j.feedback_id
      LEFT JOIN cases_facts c ON c.workspace_id = m.workspace_id AND c.id = m.case_id
      LEFT JOIN published_cases_facts g ON g.workspace_id = c.workspace_id AND g.case_id = c.id
      WHERE j.workspace_id = ${tx.workspaceId} AND j.day = ANY(${[...days]}::date[]) AND NOT j.repeats
        AND j.occurred_at >= (SELECT min(x) FROM unnest(${[...days]}::date[]) x) - interval '1 day'
        AND j.occurred_at < (SELECT max(x) FROM unnest(${[...days]}::date[]) x) + interval '2 days')
    SELECT ${tx.workspaceId}, v.day, s.measure, -1::smallint, count(*)
    FROM v CROSS JOIN LATERAL (VALUES
      ('acted', v.case_id IS NOT NULL),
      ('answered', v.case_id IS NOT NULL AND (v.first_reply_at IS NOT NULL OR v.told)),
      ('verified', v.verified_at IS NOT NULL AND (v.first_reply_at IS NOT NULL OR v.told)),
      ('published', v.published_at IS NOT NULL AND v.verified_at IS NOT NULL AND (v.first_reply_at IS NOT NULL OR v.told)),
      ('urgent_uncased', v.urgent AND v.case_id IS NULL),
      ('complaint_uncased', v.complains AND v.case_id IS NULL),
      ('unanswered', v.is_open AND v.first_reply_at IS NULL),
      ('untold', v.resolved_at IS NOT NULL AND v.status IN ('resolved', 'verified', 'closed') AND NOT v.told),
      ('unverified', v.status IN ('resolved', 'closed') AND v.verified_at IS NULL),
      ('disputed', v.reopened_count > 0 AND v.verified_at IS NULL),
      ('unpublished', v.verified_at IS NOT NULL AND v.published_at IS NULL)) AS s(measure, holds)
    WHERE s.holds GROUP BY v.day, s.measure
    UNION ALL
    SELECT ${tx.workspaceId}, t.day, t.measure, floor(8 * ln(greatest(t.ms, 1)) / ln(2))::smallint AS bucket, count(*)
    FROM (
      SELECT v.day, s.measure, extract(epoch FROM s.till - s.since) * 1000 AS ms
      FROM v CROSS JOIN LATERAL (VALUES
        ('time.act', v.joined_at, v.resolved_at),
        ('time.answer', v.joined_at, v.first_reply_at),
        ('time.verify', v.resolved_at, v.verified_at),
        ('time.publish', v.verified_at, v.published_at)) AS s(measure, since, till)
      WHERE s.till >= s.since) t
    GROUP BY t.day, t.measure, bucket`);
}
