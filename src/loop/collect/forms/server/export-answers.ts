// Writes every settled answer as CSV, a page of rows at a time, so that a million answers need no more memory than a hundred.
import sql, { empty } from 'sql-template-tag';
import { csvLine } from '../../../../kit/csv.ts';
import type { Tx, WorkspaceDb } from '../../../../platform/database/database.ts';
import { type Language, translator } from '../../../../platform/i18n/translate.ts';
import type { Answers, FormLanguage, FormQuestion, Words } from '../core/form.contract.ts';
import { questionsOf } from '../core/form-results.ts';
import { type ResultsQuery, within } from './results.reads.ts';
import { readVersions } from './stored-form.reads.ts';

const AT_ONCE = 500;

interface Row {
  id: string;
  version: number;
  state: string;
  language: FormLanguage;
  identifiedBy: string;
  startedAt: Date;
  settledAt: Date;
  answers: Answers;
  context: { place?: string; sku?: string; batch?: string };
  texts: Record<string, string> | null;
}

/** @returns the file in pieces, with the mark that tells a spreadsheet it is UTF-8 */
export async function* exportAnswers(
  db: WorkspaceDb,
  formId: string,
  query: ResultsQuery,
  language: Language,
): AsyncGenerator<string> {
  const t = translator(language);
  const asked = await db.read(async (tx) =>
    questionsOf((await readVersions(tx, formId)).map((one) => one.definition)).map((one) => one.question),
  );
  const fixed = ['answer', 'state', 'version', 'started', 'ended', 'language', 'known_by', 'place', 'sku', 'batch'];
  yield `\uFEFF${csvLine([
    ...fixed.map((name) => t(`forms:export.${name}`)),
    ...asked.flatMap((question) => columnsOf(question, language)),
  ])}`;
  let after = '';
  for (;;) {
    const rows = await db.read((tx) => readRows(tx, formId, query, after));
    yield rows.map((row) => csvLine(lineOf(row, asked, language, t))).join('');
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}

function readRows(tx: Tx, formId: string, query: ResultsQuery, after: string): Promise<Row[]> {
  return tx.rows<Row>(sql`
    SELECT a.id, a.version, a.state, a.language, a.identified_by AS "identifiedBy", a.started_at AS "startedAt",
      a.settled_at AS "settledAt", a.answers, a.context,
      (SELECT jsonb_object_agg(t.question, f.text) FROM form_texts t
        JOIN feedback_facts f ON f.workspace_id = t.workspace_id AND f.id = t.feedback_id
        WHERE t.workspace_id = a.workspace_id AND t.answer_id = a.id) AS texts
    FROM form_answers a
    WHERE a.workspace_id = ${tx.workspaceId} AND a.form_id = ${formId} AND a.state <> 'started' ${within(query, sql`a.`)}
      ${after ? sql`AND a.id > ${after}` : empty}
    ORDER BY a.id LIMIT ${AT_ONCE}`);
}

const inWords = (words: Words, language: Language) => words[language] || words['zh-CN'] || words.en;

function columnsOf(question: FormQuestion, language: Language): string[] {
  const title = inWords(question.title, language);
  if (question.kind !== 'matrix') return [title];
  return question.rows.map((row) => `${title} · ${inWords(row.text, language)}`);
}

function lineOf(
  row: Row,
  asked: readonly FormQuestion[],
  language: Language,
  t: ReturnType<typeof translator>,
): (string | number | null)[] {
  return [
    row.id,
    t(`forms:state.${row.state}`),
    row.version,
    row.startedAt.toISOString(),
    row.settledAt.toISOString(),
    row.language,
    t(`forms:known_by.${row.identifiedBy}`),
    row.context.place ?? null,
    row.context.sku ?? null,
    row.context.batch ?? null,
    ...asked.flatMap((question) => cellsOf(question, row, language, t)),
  ];
}

function cellsOf(
  question: FormQuestion,
  row: Row,
  language: Language,
  t: ReturnType<typeof translator>,
): (string | number | null)[] {
  const value = row.answers[question.id] ?? null;
  const text = row.texts?.[question.id] ?? null;
  if (question.kind === 'matrix') {
    const rows = value && typeof value === 'object' && 'rows' in value ? value.rows : {};
    return question.rows.map((one) => rows[one.id] ?? null);
  }
  if (typeof value === 'number') return [value];
  if (value && typeof value === 'object' && 'options' in value) {
    const names = value.options.map((id) => {
      if (id === 'other') return text ? `${t('forms:field.other')} (${text})` : t('forms:field.other');
      const option = question.options.find((one) => one.id === id);
      return option ? inWords(option.text, language) : id;
    });
    return [names.join('; ')];
  }
  return [text];
}
