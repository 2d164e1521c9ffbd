// Writes answers: choices and scores in the open, words sealed until they pass the gate.
import sql, { type Sql } from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type {
  AnswerState,
  Answers,
  FormContext,
  FormLanguage,
  GivenScore,
  IdentifiedBy,
} from '../core/form.contract.ts';
import { textOf, withoutWords } from '../core/scoring.ts';

export interface StoredAnswer {
  id: string;
  formId: string;
  version: number;
  state: AnswerState;
  identifiedBy: IdentifiedBy;
  personId: string | null;
  invitationId: string | null;
  language: FormLanguage;
  /** Words included. */
  answers: Answers;
  context: FormContext;
  orderNo: string | null;
  startedAt: Date;
  dropAt: Date;
  day: string;
}

interface AnswerRow extends Omit<StoredAnswer, 'orderNo'> {
  words_sealed: string | null;
  order_sealed: string | null;
}

const columns = sql`id, form_id AS "formId", version, state, identified_by AS "identifiedBy", person_id AS "personId",
  invitation_id AS "invitationId", language, answers, words_sealed, context, order_sealed, started_at AS "startedAt", drop_at AS "dropAt", day`;

/** Who answers, as far as one answer a person goes; null where nothing tells one from another. */
export interface Respondent {
  by: IdentifiedBy;
  key: string | null;
  personId: string | null;
  invitationId: string | null;
}

/** The answer a token opens, held until the transaction ends. */
export function findByToken(
  tx: Tx,
  sealer: Sealer,
  formId: string,
  tokenHash: string,
): Promise<StoredAnswer | undefined> {
  return load(
    tx,
    sealer,
    sql`
    SELECT ${columns} FROM form_answers
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} AND token_hash = ${tokenHash} FOR UPDATE`,
  );
}

/** The latest answer of a respondent; of any state, or one still going on. */
export function findOfRespondent(
  tx: Tx,
  sealer: Sealer,
  formId: string,
  respondent: string,
  goingOnly: boolean,
): Promise<StoredAnswer | undefined> {
  return load(
    tx,
    sealer,
    sql`
    SELECT ${columns} FROM form_answers
    WHERE workspace_id = ${tx.workspaceId} AND form_id = ${formId} AND respondent = ${respondent}
      AND (state = 'started' OR NOT ${goingOnly}) ORDER BY id DESC LIMIT 1 FOR UPDATE`,
  );
}

/** One answer by id, held until the transaction ends. */
export function lockAnswer(tx: Tx, sealer: Sealer, answerId: string): Promise<StoredAnswer | undefined> {
  return load(
    tx,
    sealer,
    sql`
    SELECT ${columns} FROM form_answers WHERE workspace_id = ${tx.workspaceId} AND id = ${answerId} FOR UPDATE`,
  );
}

async function load(tx: Tx, sealer: Sealer, query: Sql): Promise<StoredAnswer | undefined> {
  const row = await tx.maybe<AnswerRow>(query);
  if (!row) return undefined;
  const { words_sealed, order_sealed, ...rest } = row;
  const words: Record<string, string> = words_sealed ? JSON.parse(sealer.open(tx.workspaceId, words_sealed)) : {};
  const answers: Answers = { ...rest.answers };
  for (const [question, text] of Object.entries(words)) {
    const kept = answers[question];
    answers[question] = kept && typeof kept === 'object' && 'options' in kept ? { ...kept, other: text } : text;
  }
  return { ...rest, answers, orderNo: order_sealed ? sealer.open(tx.workspaceId, order_sealed) : null };
}

/** Begins an answer. @returns false when this respondent has begun one at the same moment */
export async function insertAnswer(
  tx: Tx,
  sealer: Sealer,
  answer: {
    id: string;
    formId: string;
    version: number;
    tokenHash: string;
    once: boolean;
    respondent: Respondent;
    language: FormLanguage;
    context: FormContext;
    embedded: boolean;
    now: Date;
    dropAt: Date;
    timeZone: string;
  },
): Promise<boolean> {
  const { orderNo, ...context } = answer.context;
  const inserted = await tx.run(sql`
    INSERT INTO form_answers (id, workspace_id, form_id, version, token_hash, state, identified_by, respondent, once, person_id,
      invitation_id, language, answers, context, order_sealed, embedded, started_at, touched_at, drop_at, day)
    VALUES (${answer.id}, ${tx.workspaceId}, ${answer.formId}, ${answer.version}, ${answer.tokenHash}, 'started',
      ${answer.respondent.by}, ${answer.respondent.key}, ${answer.once}, ${answer.respondent.personId},
      ${answer.respondent.invitationId}, ${answer.language}, '{}', ${JSON.stringify(context)},
      ${orderNo ? sealer.seal(tx.workspaceId, orderNo) : null}, ${answer.embedded}, ${answer.now}, ${answer.now},
      ${answer.dropAt}, (${answer.now}::timestamptz AT TIME ZONE ${answer.timeZone})::date)
    ON CONFLICT (workspace_id, form_id, respondent) WHERE once AND respondent IS NOT NULL DO NOTHING`);
  return inserted > 0;
}

/** Saves what has been answered so far; durable before the next question is shown. */
export async function saveAnswers(
  tx: Tx,
  sealer: Sealer,
  answerId: string,
  input: { answers: Answers; language: FormLanguage; now: Date; dropAt: Date },
): Promise<void> {
  const open = Object.fromEntries(Object.entries(input.answers).map(([id, value]) => [id, withoutWords(value)]));
  const words = Object.fromEntries(
    Object.entries(input.answers).flatMap(([id, value]) => {
      const text = textOf(value);
      return text ? [[id, text]] : [];
    }),
  );
  const sealed = Object.keys(words).length > 0 ? sealer.seal(tx.workspaceId, JSON.stringify(words)) : null;
  await tx.run(sql`
    UPDATE form_answers SET answers = ${JSON.stringify(open)}, words_sealed = ${sealed}, language = ${input.language},
      touched_at = ${input.now}, drop_at = ${input.dropAt}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${answerId}`);
}

/** Ends an answer: its words have passed the gate and are kept there. */
export async function closeAnswer(
  tx: Tx,
  answer: StoredAnswer,
  input: {
    state: Exclude<AnswerState, 'started'>;
    scores: readonly GivenScore[];
    answers: Answers;
    feedbackId: string | null;
    texts: readonly { question: string; feedbackId: string }[];
    now: Date;
  },
): Promise<void> {
  const open = Object.fromEntries(Object.entries(input.answers).map(([id, value]) => [id, withoutWords(value)]));
  await tx.run(sql`
    UPDATE form_answers SET state = ${input.state}, scores = ${JSON.stringify(input.scores)}, answers = ${JSON.stringify(open)},
      words_sealed = NULL, order_sealed = NULL, settled_at = ${input.now}, feedback_id = ${input.feedbackId}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${answer.id}`);
  if (input.texts.length === 0) return;
  await tx.run(sql`
    INSERT INTO form_texts (workspace_id, form_id, question, answer_id, version, day, feedback_id)
    SELECT ${tx.workspaceId}, ${answer.formId}, n.question, ${answer.id}, ${answer.version}, ${answer.day}, n.feedback
    FROM unnest(${input.texts.map((text) => text.question)}::text[],
      ${input.texts.map((text) => text.feedbackId)}::text[]) AS n(question, feedback)`);
}
