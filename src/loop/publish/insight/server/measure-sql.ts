// How each measure is counted in SQL: what it needs of a row, and how rows become raw numbers. Nothing here comes from a caller.
import sql, { type Sql } from 'sql-template-tag';
import type { MeasureKey } from '../core/catalogue.contract.ts';

export interface MeasureSql {
  /** Columns a row must carry, as `expression AS name`, over the tables of its grain. */
  needs: Sql;
  /** The raw numbers over rows `x`: n, of, against, sum, squares, middle, lower, upper. */
  raw: Sql;
}

const NO = sql`NULL::float8`;
const raw = (part: { n: Sql; of: Sql; against?: Sql; sum?: Sql; squares?: Sql }) =>
  sql`${part.n}::float8, ${part.of}::float8, ${part.against ?? NO}, ${part.sum ?? NO}, ${part.squares ?? NO}, ${NO}, ${NO}, ${NO}`;
const part = (holds: Sql, among: Sql = sql`true`) =>
  raw({ n: sql`count(*) FILTER (WHERE ${holds} AND ${among})`, of: sql`count(*) FILTER (WHERE ${among})` });
const span = (column: Sql) =>
  sql`count(${column})::float8, count(${column})::float8, ${NO}, ${NO}, ${NO},
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${column}), percentile_cont(0.25) WITHIN GROUP (ORDER BY ${column}),
      percentile_cont(0.75) WITHIN GROUP (ORDER BY ${column})`;
const count = raw({ n: sql`count(*)`, of: sql`count(*)` });
const ms = (from: Sql, to: Sql) => sql`(extract(epoch FROM ${to} - ${from}) * 1000)::float8`;

/** Rows of a voice are `j` (judgement), of a case `c`, of a rating `r`, of an answered questionnaire `s`. */
export const MEASURE_SQL: Record<MeasureKey, MeasureSql> = {
  voices: { needs: sql`1 AS one`, raw: count },
  people: {
    needs: sql`j.person_id AS person`,
    raw: raw({ n: sql`count(DISTINCT x.person)`, of: sql`count(DISTINCT x.person)` }),
  },
  negative_share: { needs: sql`j.sentiment = 'negative' AS negative`, raw: part(sql`x.negative`) },
  net_sentiment: {
    needs: sql`j.sentiment AS felt`,
    raw: raw({
      n: sql`count(*) FILTER (WHERE x.felt = 'positive')`,
      of: sql`count(*)`,
      against: sql`count(*) FILTER (WHERE x.felt = 'negative')::float8`,
    }),
  },
  average_rating: {
    needs: sql`j.rating::float8 AS stars`,
    raw: raw({
      n: sql`count(x.stars)`,
      of: sql`count(x.stars)`,
      sum: sql`coalesce(sum(x.stars), 0)`,
      squares: sql`coalesce(sum(x.stars * x.stars), 0)`,
    }),
  },
  low_rating_share: {
    needs: sql`j.rating AS given`,
    raw: part(sql`x.given <= 2`, sql`x.given IS NOT NULL`),
  },
  urgent_share: { needs: sql`j.class = 'urgent' AS urgent`, raw: part(sql`x.urgent`) },
  complaint_share: { needs: sql`'complain' = ANY(j.intents) AS complains`, raw: part(sql`x.complains`) },
  latent_share: { needs: sql`j.class = 'latent' AS latent`, raw: part(sql`x.latent`) },
  cased_share: {
    needs: sql`EXISTS (SELECT FROM feedback_cases_facts k WHERE k.workspace_id = j.workspace_id AND k.feedback_id = j.feedback_id) AS cased`,
    raw: part(sql`x.cased`),
  },
  cases: { needs: sql`1 AS one_case`, raw: count },
  first_response: {
    needs: sql`${ms(sql`c.opened_at`, sql`c.first_reply_at`)} AS response_ms`,
    raw: span(sql`x.response_ms`),
  },
  resolution_time: {
    needs: sql`${ms(sql`c.opened_at`, sql`c.resolved_at`)} AS resolution_ms`,
    raw: span(sql`x.resolution_ms`),
  },
  in_time_share: {
    needs: sql`k.hit AS hit, k.judged AS judged`,
    raw: raw({ n: sql`coalesce(sum(x.hit), 0)`, of: sql`coalesce(sum(x.judged), 0)` }),
  },
  reopened_share: {
    needs: sql`c.reopened_count > 0 AS reopened, c.resolved_at IS NOT NULL OR c.reopened_count > 0 AS was_resolved`,
    raw: part(sql`x.reopened`, sql`x.was_resolved`),
  },
  verified_share: {
    needs: sql`c.verified_at IS NOT NULL AS verified, c.status IN ('resolved', 'verified', 'closed') AS settled`,
    raw: part(sql`x.verified`, sql`x.settled`),
  },
  repeat_share: {
    needs: sql`v.repeated AS repeated, v.rounds AS rounds`,
    raw: raw({ n: sql`coalesce(sum(x.repeated), 0)`, of: sql`coalesce(sum(x.rounds), 0)` }),
  },
  csat: { needs: sql`r.score AS score`, raw: part(sql`x.score >= 4`, sql`x.score IS NOT NULL`) },
  rating_response: { needs: sql`r.score IS NOT NULL AS answered`, raw: part(sql`x.answered`) },
  nps: {
    needs: sql`(s.given ->> 'score')::int AS points`,
    raw: raw({
      n: sql`count(*) FILTER (WHERE x.points >= 9)`,
      of: sql`count(x.points)`,
      against: sql`count(*) FILTER (WHERE x.points <= 6)::float8`,
    }),
  },
};

/** Joins that only some measures need. */
export const MEASURE_JOINS: Partial<Record<MeasureKey, Sql>> = {
  in_time_share: sql`CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE t.state = 'hit' AND t.misses = 0) AS hit,
      count(*) FILTER (WHERE t.state IN ('hit', 'missed', 'active_with_misses')) AS judged
    FROM clocks_facts t WHERE t.workspace_id = c.workspace_id AND t.case_id = c.id AND t.kind IN ('frt', 'rt')) k`,
  repeat_share: sql`CROSS JOIN LATERAL (
    SELECT count(*) AS rounds, count(*) FILTER (WHERE q.repeated) AS repeated FROM verify_rounds_facts q
    WHERE q.workspace_id = c.workspace_id AND q.case_id = c.id AND q.known > 0) v`,
};
