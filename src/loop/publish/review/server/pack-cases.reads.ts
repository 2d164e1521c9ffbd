// Cases the meeting has to look at, and the voices that may be read aloud.
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Candidate, Quote } from '../core/pick-quotes.ts';
import type { PackFacts } from '../core/review.contract.ts';
import type { Week } from '../core/review-week.ts';

type PackCase = PackFacts['urgentCases'][number];
const MOST = 8;

/** `urgent`: open with priority urgent, or opened so in the week · `disputed`: resolved before and not solved, as the customer says. */
export async function readCases(
  tx: Tx,
  kind: 'urgent' | 'disputed',
  week: Week,
  timeZone: string,
): Promise<PackCase[]> {
  const from = sql`(${week.from}::date::timestamp AT TIME ZONE ${timeZone})`;
  const till = sql`((${week.to}::date + 1)::timestamp AT TIME ZONE ${timeZone})`;
  const which =
    kind === 'urgent'
      ? sql`c.priority = 'urgent' AND (c.is_open OR c.opened_at >= ${from} AND c.opened_at < ${till})`
      : sql`c.reopened_count > 0 AND c.verified_at IS NULL AND (c.is_open OR c.last_voice_at >= ${from})`;
  const rows = await tx.rows<Omit<PackCase, 'openedAt' | 'dueAt'> & { openedAt: Date; dueAt: Date | null }>(sql`
    SELECT c.id, c.number, c.title, c.status, c.priority, m.name AS owner, c.voices, c.opened_at AS "openedAt",
      c.next_due_at AS "dueAt", c.reopened_count > 0 AND c.verified_at IS NULL AS disputed, c.person_id AS "personId"
    FROM cases_facts c LEFT JOIN members_facts m ON m.workspace_id = c.workspace_id AND m.id = c.owner_id
    WHERE c.workspace_id = ${tx.workspaceId} AND c.merged_into IS NULL AND ${which}
    ORDER BY c.is_open DESC, c.next_due_at NULLS LAST, c.id LIMIT ${MOST}`);
  return rows.map((row) => ({ ...row, openedAt: row.openedAt.toISOString(), dueAt: row.dueAt?.toISOString() ?? null }));
}

interface Row extends Omit<Candidate, 'at' | 'why'> {
  at: Date;
}

/** Voices for each reason, few of each: the rule picks among them. @param rising theme keys */
export async function readCandidates(tx: Tx, week: Week, rising: readonly string[]): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const look = async (why: Quote['why'], which: Sql, order: Sql, theme: string | null, weekOnly = true) => {
    const rows = await tx.rows<Row>(sql`
      SELECT j.feedback_id AS "feedbackId", f.text, j.channel, j.occurred_at AS at, j.rating::float8 AS rating,
        coalesce(${theme}::text, j.themes[1]) AS theme, c.number AS "caseNumber", j.sentiment_score::float8 AS score, j.person_id AS "personId"
      FROM judgements_facts j
      JOIN feedback_facts f ON f.workspace_id = j.workspace_id AND f.id = j.feedback_id
      LEFT JOIN case_feedback_facts k ON k.workspace_id = j.workspace_id AND k.feedback_id = j.feedback_id
      LEFT JOIN cases_facts c ON c.workspace_id = k.workspace_id AND c.id = k.case_id
      WHERE j.workspace_id = ${tx.workspaceId} AND NOT j.repeats AND j.channel <> 'signal'
        AND j.occurred_at >= ${week.from}::date - ${weekOnly ? '1 day' : '90 days'}::interval
        AND j.occurred_at < ${week.to}::date + interval '2 days' AND j.day <= ${week.to}::date
        AND (${!weekOnly} OR j.day >= ${week.from}::date) AND ${which}
      ORDER BY ${order}, j.feedback_id LIMIT 12`);
    found.push(...rows.map((row) => ({ ...row, why, at: row.at.toISOString() })));
  };
  const saddest = sql`length(f.text) BETWEEN 6 AND 240 DESC, j.sentiment_score`;
  for (const theme of rising)
    await look('rising', sql`${theme} = ANY(j.themes) AND j.sentiment = 'negative'`, saddest, theme);
  await look('urgent', sql`j.class = 'urgent'`, saddest, null);
  await look('waiting', sql`c.is_open AND c.first_reply_at IS NULL`, sql`j.occurred_at`, null, false);
  await look('disputed', sql`c.reopened_count > 0 AND c.verified_at IS NULL`, sql`j.occurred_at`, null, false);
  await look(
    'praise',
    sql`j.sentiment = 'positive'`,
    sql`length(f.text) BETWEEN 6 AND 240 DESC, j.sentiment_score DESC`,
    null,
  );
  return found;
}
