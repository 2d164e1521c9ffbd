// Reads what came of a questionnaire from its sums; only the words written are read row by row, a page at a time.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import { ok, type Result, refuse } from '../../../../kit/result.ts';
import { wilson } from '../../../../kit/statistics/wilson.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { gatherSums, periodOf, questionResult, questionsOf, scoreOf, stepOf } from '../core/form-results.ts';
import type { FormResults } from '../core/results.contract.ts';
import { findForm, readVersions } from './stored-form.reads.ts';
import { ALL_TIME } from './sum.reads.ts';

export interface ResultsQuery {
  from?: string | undefined;
  to?: string | undefined;
  version?: number | undefined;
}

const DAY_MS = 86_400_000;

/** @returns `invalid_period` where it ends before it begins or spans more than ten years */
export async function readResults(
  tx: Tx,
  formId: string,
  query: ResultsQuery,
): Promise<Result<FormResults, 'not_found' | 'invalid_period'>> {
  const form = await findForm(tx, formId);
  if (!form) return refuse('not_found');
  const wrong = periodFault(query);
  if (wrong) return wrong;
  const versions = await readVersions(tx, formId);
  const rows = await tx.rows<{ day: string; version: number; question: string; item: string; count: number }>(sql`
    SELECT day, version, question, item, count FROM form_sums
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} AND day > ${ALL_TIME} ${within(query)} ORDER BY day`);
  const sums = gatherSums(rows);
  const whole = (item: string) => sums.get('')?.get(item) ?? 0;
  const counts = {
    started: whole('started'),
    completed: whole('completed'),
    dropped: whole('dropped'),
    screened: whole('screened'),
  };
  const settled = counts.completed + counts.dropped + counts.screened;
  const asked = questionsOf(
    versions.filter((one) => !query.version || one.version === query.version).map((one) => one.definition),
  );
  const head = asked.find(({ question }) => question.kind in { nps: 1, csat: 1, ces: 1 })?.question;
  const first = query.from ?? rows[0]?.day;
  const last = query.to ?? rows.at(-1)?.day;
  const step = stepOf(first && last ? (Date.parse(last) - Date.parse(first)) / DAY_MS + 1 : 1);
  const byPeriod = new Map<string, typeof rows>();
  for (const row of rows) {
    const period = periodOf(row.day, step);
    const own = byPeriod.get(period);
    if (own) own.push(row);
    else byPeriod.set(period, [row]);
  }
  const { share, low, high } = wilson(counts.completed, settled);
  const byVersion = await readVersionCounts(tx, formId);
  return ok({
    from: query.from ?? null,
    to: query.to ?? null,
    version: query.version ?? null,
    versions: versions.map((one) => ({
      version: one.version,
      at: one.createdAt.toISOString(),
      started: byVersion.get(`${one.version}:started`) ?? 0,
      completed: byVersion.get(`${one.version}:completed`) ?? 0,
    })),
    ...counts,
    going: Math.max(0, counts.started - settled),
    completion: { share, low, high },
    invited: await readInvited(tx, formId),
    questions: asked.map(({ question, current }) => questionResult(question, current, sums)),
    step,
    periods: [...byPeriod].map(([from, own]) => {
      const part = gatherSums(own);
      return {
        from,
        started: part.get('')?.get('started') ?? 0,
        completed: part.get('')?.get('completed') ?? 0,
        score: head ? scoreOf(head, part.get(head.id) ?? new Map()) : null,
      };
    }),
  });
}

/** What was written to one question, newest answer first; the masked words of the feedback it became. */
export async function listTexts(
  tx: Tx,
  formId: string,
  query: ResultsQuery & { question: string; cursor?: string | undefined; limit: number },
): Promise<Result<Page<TextRow>, 'not_found' | 'invalid_period'>> {
  if (!(await findForm(tx, formId))) return refuse('not_found');
  const wrong = periodFault(query);
  if (wrong) return wrong;
  const after = decodeCursor(query.cursor, 1);
  const rows = await tx.rows<Omit<TextRow, 'at'> & { at: Date }>(sql`
    SELECT t.feedback_id AS "feedbackId", t.answer_id AS "answerId", f.text, a.settled_at AS at, a.state, t.version
    FROM form_texts t
    JOIN feedback_facts f ON f.workspace_id = t.workspace_id AND f.id = t.feedback_id
    JOIN form_answers a ON a.workspace_id = t.workspace_id AND a.id = t.answer_id
    WHERE t.workspace_id = ${tx.workspaceId} AND t.form_id = ${formId} AND t.question = ${query.question}
      ${within(query, sql`t.`)} ${after ? sql`AND t.answer_id < ${String(after[0])}` : empty}
    ORDER BY t.answer_id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.answerId]);
  return ok({ ...page, items: page.items.map((row) => ({ ...row, at: row.at.toISOString() })) });
}

export interface TextRow {
  feedbackId: string;
  answerId: string;
  text: string;
  at: string;
  state: 'completed' | 'dropped' | 'screened';
  version: number;
}

/** Restricts to days and version; `of` is the table's short name with its dot. */
export function within(query: ResultsQuery, of: Sql = empty): Sql {
  return sql`${query.from ? sql`AND ${of}day >= ${query.from}` : empty}
    ${query.to ? sql`AND ${of}day <= ${query.to}` : empty}
    ${query.version ? sql`AND ${of}version = ${query.version}` : empty}`;
}

export function periodFault({ from, to }: ResultsQuery) {
  if (!from || !to) return null;
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return days < 0 || days > 3660 ? refuse('invalid_period', [{ path: 'to', code: 'period_invalid' }]) : null;
}

async function readVersionCounts(tx: Tx, formId: string): Promise<Map<string, number>> {
  const rows = await tx.rows<{ version: number; item: string; count: number }>(sql`
    SELECT version, item, sum(count)::int8 AS count FROM form_sums
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} AND day > ${ALL_TIME} AND question = ''
    GROUP BY version, item`);
  return new Map(rows.map((row) => [`${row.version}:${row.item}`, row.count]));
}

async function readInvited(tx: Tx, formId: string): Promise<{ sent: number; answered: number }> {
  const rows = await tx.rows<{ state: string; count: number }>(sql`
    SELECT state, sum(count)::int8 AS count FROM form_invitation_sums
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} GROUP BY state`);
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { sent: count('sent') + count('answered'), answered: count('answered') };
}
