// Reads questionnaires for the list and for the page of one.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { checkForm } from '../core/check-form.ts';
import { type FormState, formDefinition, formSettings } from '../core/form.contract.ts';
import { gatherSums, type Sums, scoreOf } from '../core/form-results.ts';
import type { FormRow, FormView } from '../core/form-routes.contract.ts';
import { sameDefinition } from '../core/same-definition.ts';
import { findForm, formColumns, readVersion, type StoredForm } from './stored-form.reads.ts';
import { ALL_TIME } from './sum.reads.ts';

/** Newest first, each with its counts and first score over all time. */
export async function listForms(
  tx: Tx,
  query: { state?: FormState | undefined; search?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<Page<FormRow>> {
  const after = decodeCursor(query.cursor, 1);
  const search = query.search?.trim();
  const rows = await tx.rows<StoredForm>(sql`
    SELECT ${formColumns} FROM forms WHERE workspace_id = ${tx.workspaceId}
      ${query.state ? sql`AND state = ${query.state}` : empty}
      ${search ? sql`AND strpos(lower(name), lower(${search})) > 0` : empty}
      ${after ? sql`AND id < ${String(after[0])}` : empty}
    ORDER BY id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.id]);
  const sums = await readTotals(
    tx,
    page.items.map((row) => row.id),
  );
  return {
    items: page.items.map((row) => {
      const own = sums.get(row.id) ?? new Map();
      const question = row.definition.questions.find((one) => one.kind in { nps: 1, csat: 1, ces: 1 });
      const score = question && scoreOf(question, own.get(question.id) ?? new Map());
      return {
        ...headOf(row, own),
        questions: row.definition.questions.length,
        score: score ? { kind: question.kind as 'nps', value: score.value, answered: score.answered } : null,
      };
    }),
    nextCursor: page.nextCursor,
  };
}

/** One questionnaire as its page shows it, or nothing. */
export async function readForm(tx: Tx, formId: string): Promise<FormView | undefined> {
  const form = await findForm(tx, formId);
  if (!form) return undefined;
  const sums = (await readTotals(tx, [formId])).get(formId) ?? new Map();
  const definition = formDefinition.parse(form.definition);
  const settings = formSettings.parse(form.settings);
  const answered = form.version > 0 ? await readVersion(tx, formId, form.version) : undefined;
  return {
    ...headOf(form, sums),
    definition,
    settings,
    problems: checkForm(definition, settings),
    path: `/q/${form.key}`,
    changed: answered !== undefined && !sameDefinition(answered, definition),
  };
}

/** Whether anybody has ever begun to answer. */
export async function hasAnswers(tx: Tx, formId: string): Promise<boolean> {
  const row = await tx.maybe(
    sql`SELECT 1 AS one FROM form_answers WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} LIMIT 1`,
  );
  return row !== undefined;
}

/** All-time sums of several questionnaires. */
export async function readTotals(tx: Tx, formIds: readonly string[]): Promise<Map<string, Sums>> {
  const rows = await tx.rows<{ formId: string; question: string; item: string; count: number }>(sql`
    SELECT form_id AS "formId", question, item, count FROM form_sums
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ANY(${formIds}::text[]) AND day = ${ALL_TIME} AND version = 0`);
  const byForm = new Map<string, typeof rows>();
  for (const row of rows) byForm.set(row.formId, [...(byForm.get(row.formId) ?? []), row]);
  return new Map([...byForm].map(([formId, own]) => [formId, gatherSums(own)]));
}

function headOf(row: StoredForm, sums: Sums) {
  const whole = sums.get('');
  const count = (item: string) => whole?.get(item) ?? 0;
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    state: row.state,
    version: row.version,
    counts: {
      started: count('started'),
      completed: count('completed'),
      dropped: count('dropped'),
      screened: count('screened'),
    },
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
