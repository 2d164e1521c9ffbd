// How each dimension is read from a row of each grain. Values of callers only ever become parameters.
import sql, { join, type Sql } from 'sql-template-tag';
import type { DimensionKey, Grain } from '../core/catalogue.contract.ts';

/** Which extra tables a dimension stands on. */
export type Need = 'person' | 'case' | 'theme' | 'theme_group' | 'intent' | 'aspect' | 'polarity';

export interface DimensionSql {
  value: Sql;
  needs: readonly Need[];
}

/** Tables a grain starts from, its alias, and the condition that keeps it in the period. */
export function sourceOf(
  grain: Grain,
  workspaceId: string,
  timeZone: string,
  from: string,
  to: string,
): { from: Sql; where: Sql } {
  if (grain === 'voice')
    return {
      from: sql`judgements_facts j`,
      where: sql`j.workspace_id = ${workspaceId} AND NOT j.repeats AND j.day BETWEEN ${from}::date AND ${to}::date
        AND j.occurred_at >= ${from}::date - interval '1 day' AND j.occurred_at < ${to}::date + interval '2 days'`,
    };
  if (grain === 'case')
    return {
      from: sql`cases_facts c`,
      where: sql`c.workspace_id = ${workspaceId} AND c.merged_into IS NULL
        AND c.opened_at >= ${from}::date::timestamp AT TIME ZONE ${timeZone} AND c.opened_at < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`,
    };
  if (grain === 'rating')
    return {
      from: sql`ratings_facts r`,
      where: sql`r.workspace_id = ${workspaceId} AND r.asked_on BETWEEN ${from}::date AND ${to}::date`,
    };
  return {
    from: sql`form_answers_facts a CROSS JOIN LATERAL (
      SELECT given FROM jsonb_array_elements(a.scores) AS given WHERE given ->> 'kind' = 'nps' LIMIT 1) s`,
    where: sql`a.workspace_id = ${workspaceId} AND a.state IN ('completed', 'dropped') AND a.day BETWEEN ${from}::date AND ${to}::date`,
  };
}

/** Joins in the order they build on each other. */
export function joinOf(grain: Grain, need: Need): Sql {
  if (need === 'person') {
    const id = grain === 'voice' ? sql`j.person_id` : grain === 'case' ? sql`c.person_id` : sql`r.person_id`;
    const ws = grain === 'voice' ? sql`j.workspace_id` : grain === 'case' ? sql`c.workspace_id` : sql`r.workspace_id`;
    return sql`LEFT JOIN people_facts p ON p.workspace_id = ${ws} AND p.id = ${id}`;
  }
  if (need === 'case')
    return grain === 'voice'
      ? sql`LEFT JOIN feedback_cases_facts fc ON fc.workspace_id = j.workspace_id AND fc.feedback_id = j.feedback_id
            LEFT JOIN cases_facts c ON c.workspace_id = fc.workspace_id AND c.id = fc.case_id`
      : sql`LEFT JOIN cases_facts c ON c.workspace_id = r.workspace_id AND c.id = r.case_id`;
  if (need === 'theme') return sql`CROSS JOIN LATERAL unnest(j.themes) AS th(theme)`;
  if (need === 'theme_group')
    return sql`CROSS JOIN LATERAL (SELECT DISTINCT split_part(one, '.', 1) AS top FROM unnest(j.themes) AS one) tg`;
  if (need === 'intent') return sql`CROSS JOIN LATERAL unnest(j.intents) AS it(intent)`;
  return aspectsOf([need]);
}

/** Aspects of a voice, each value once; both together are the pairs that were said. */
export function aspectsOf(needs: readonly Need[]): Sql {
  const columns = needs.map((need) => (need === 'aspect' ? sql`said ->> 0 AS aspect` : sql`said ->> 1 AS polarity`));
  return sql`CROSS JOIN LATERAL (SELECT DISTINCT ${join(columns)} FROM jsonb_array_elements(j.aspects) AS said) asp`;
}

const nobody = (value: Sql) => sql`coalesce(${value}::text, 'none')`;

/** @param timeZone zone whose calendar days and hours count */
export function dimensionSql(key: DimensionKey, grain: Grain, timeZone: string): DimensionSql {
  const row = grain === 'voice' ? 'j' : grain === 'case' ? 'c' : grain === 'rating' ? 'r' : 'a';
  const day =
    grain === 'voice'
      ? sql`j.day`
      : grain === 'case'
        ? sql`(c.opened_at AT TIME ZONE ${timeZone})::date`
        : grain === 'rating'
          ? sql`r.asked_on`
          : sql`a.day`;
  const at = row === 'j' ? sql`j.occurred_at` : row === 'c' ? sql`c.opened_at` : sql`r.asked_at`;
  const own = (column: { j: Sql; c: Sql; r: Sql }) => (row === 'j' ? column.j : row === 'c' ? column.c : column.r);
  const theme = own({ j: sql`th.theme`, c: sql`c.theme`, r: sql`r.theme` });
  const themed: readonly Need[] = row === 'j' ? ['theme'] : [];
  const ofCase: readonly Need[] = row === 'c' ? [] : ['case'];
  const simple = (value: Sql, needs: readonly Need[] = []): DimensionSql => ({ value, needs });
  switch (key) {
    case 'day':
      return simple(sql`${day}::text`);
    case 'week':
      return simple(sql`date_trunc('week', ${day}::timestamp)::date::text`);
    case 'month':
      return simple(sql`date_trunc('month', ${day}::timestamp)::date::text`);
    case 'hour':
      return simple(sql`extract(hour FROM ${at} AT TIME ZONE ${timeZone})::int::text`);
    case 'channel':
      return simple(own({ j: sql`j.channel`, c: sql`coalesce(c.channel, 'other')`, r: sql`r.channel` }));
    case 'theme':
      return simple(row === 'j' ? theme : nobody(theme), themed);
    case 'theme_group':
      return row === 'j' ? simple(sql`tg.top`, ['theme_group']) : simple(nobody(sql`split_part(${theme}, '.', 1)`));
    case 'product':
      return simple(nobody(own({ j: sql`j.product_id`, c: sql`c.product_id`, r: sql`r.product_id` })));
    case 'sentiment':
      return simple(sql`j.sentiment`);
    case 'class':
      return simple(sql`j.class`);
    case 'intent':
      return simple(sql`it.intent`, ['intent']);
    case 'aspect':
      return simple(sql`asp.aspect`, ['aspect']);
    case 'polarity':
      return simple(sql`asp.polarity`, ['polarity']);
    case 'language':
      return simple(sql`j.language`);
    case 'rating':
      return simple(sql`coalesce(round(j.rating)::text, 'none')`);
    case 'tier':
      return simple(sql`coalesce(p.tier, 'unknown')`, ['person']);
    case 'owner':
      return simple(nobody(row === 'r' ? sql`r.owner_id` : sql`c.owner_id`), row === 'r' ? [] : ofCase);
    case 'team':
      return simple(nobody(row === 'r' ? sql`r.team_id` : sql`c.team_id`), row === 'r' ? [] : ofCase);
    case 'priority':
      return simple(nobody(sql`c.priority`), ofCase);
    case 'status':
      return simple(nobody(sql`c.status`), ofCase);
    case 'questionnaire':
      return simple(sql`a.form_id::text`);
  }
}
