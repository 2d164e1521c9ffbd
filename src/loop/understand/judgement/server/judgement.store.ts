// Writes judgements, a batch a statement.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Labels, type PackedAspect, packAspects, unpackAspects } from '../core/effective.ts';

/** A row of `judgements`. */
export interface JudgementRow extends Labels {
  feedbackId: string;
  occurredAt: Date;
  /** `YYYY-MM-DD`. */
  day: string;
  channel: string;
  productId: string | null;
  personId: string | null;
  rating: number | null;
  textKey: string;
  personKey: string;
  repeats: boolean;
  engine: string;
  language: string;
  emotion: string;
  /** Chance that the engine's sentiment is right, 0-1; null where an engine judged that did not tell. */
  confidence: number | null;
  /** The engine had better ask a person. */
  isDoubtful: boolean;
  corrected: string[];
  machine: Labels | null;
  reasons: string;
  tokens: number[];
}

/** `{"a","b"}`: an array as PostgreSQL writes it, for columns of arrays inside `unnest`. */
export function textArray(values: readonly string[]): string {
  return values.length === 0 ? '{}' : `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

const numberArray = (values: readonly number[]) => `{${values.join(',')}}`;

function unnested(rows: readonly JudgementRow[]) {
  const column = <T>(pick: (row: JudgementRow) => T) => rows.map(pick);
  return sql`unnest(${column((r) => r.feedbackId)}::text[], ${column((r) => r.occurredAt)}::timestamptz[],
      ${column((r) => r.day)}::date[], ${column((r) => r.channel)}::text[], ${column((r) => r.productId)}::text[],
      ${column((r) => r.personId)}::text[], ${column((r) => r.rating)}::real[], ${column((r) => r.textKey)}::bigint[],
      ${column((r) => r.personKey)}::bigint[], ${column((r) => r.repeats)}::boolean[], ${column((r) => r.engine)}::text[],
      ${column((r) => r.language)}::text[], ${column((r) => r.sentiment)}::text[], ${column((r) => r.sentimentScore)}::real[],
      ${column((r) => r.class)}::text[], ${column((r) => textArray(r.intents))}::text[],
      ${column((r) => textArray(r.themes))}::text[], ${column((r) => JSON.stringify(packAspects(r.aspects)))}::text[],
      ${column((r) => r.urgencyLevel)}::text[], ${column((r) => r.urgencyReason)}::text[],
      ${column((r) => r.spamScore)}::real[], ${column((r) => r.emotion)}::text[],
      ${column((r) => r.confidence)}::real[], ${column((r) => r.isDoubtful)}::boolean[],
      ${column((r) => textArray(r.corrected))}::text[],
      ${column((r) => (r.machine ? JSON.stringify(r.machine) : null))}::text[], ${column((r) => r.reasons)}::text[],
      ${column((r) => numberArray(r.tokens))}::text[]
    ) AS n(feedback_id, occurred_at, day, channel, product_id, person_id, rating, text_key, person_key, repeats, engine, language,
      sentiment, sentiment_score, class, intents, themes, aspects, urgency_level, urgency_reason, spam_score, emotion, confidence,
      is_doubtful, corrected, machine, reasons, tokens)`;
}

/** Saves judgements of feedback that had none. @returns how many were saved: fewer than given means somebody was faster */
export async function insertJudgements(tx: Tx, rows: readonly JudgementRow[], now: Date): Promise<number> {
  if (rows.length === 0) return 0;
  return tx.run(sql`
    INSERT INTO judgements (feedback_id, workspace_id, occurred_at, day, channel, product_id, person_id, rating, text_key, person_key,
      repeats, engine, language, sentiment, sentiment_score, class, intents, themes, aspects, urgency_level, urgency_reason,
      spam_score, emotion, confidence, is_doubtful, corrected, machine, reasons, tokens, judged_at)
    SELECT n.feedback_id, ${tx.workspaceId}, n.occurred_at, n.day, n.channel, n.product_id, n.person_id, n.rating, n.text_key,
      n.person_key, n.repeats, n.engine, n.language, n.sentiment, n.sentiment_score, n.class, n.intents::text[], n.themes::text[],
      n.aspects, n.urgency_level, n.urgency_reason, n.spam_score, n.emotion, n.confidence, n.is_doubtful, n.corrected::text[], n.machine::jsonb,
      n.reasons, n.tokens::int[], ${now}
    FROM ${unnested(rows)}
    ON CONFLICT (feedback_id) DO NOTHING`);
}

/** Saves what changed about judgements that exist; day, keys and arrival stay. */
export async function updateJudgements(tx: Tx, rows: readonly JudgementRow[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`
    UPDATE judgements j SET repeats = n.repeats, engine = n.engine, language = n.language, sentiment = n.sentiment,
      sentiment_score = n.sentiment_score, class = n.class, intents = n.intents::text[], themes = n.themes::text[],
      aspects = n.aspects, urgency_level = n.urgency_level, urgency_reason = n.urgency_reason,
      spam_score = n.spam_score, emotion = n.emotion, confidence = n.confidence, is_doubtful = n.is_doubtful,
      corrected = n.corrected::text[], machine = n.machine::jsonb,
      reasons = n.reasons, tokens = n.tokens::int[], judged_at = ${now}
    FROM ${unnested(rows)}
    WHERE j.workspace_id = ${tx.workspaceId} AND j.feedback_id = n.feedback_id`);
}

const ROW = sql`feedback_id AS "feedbackId", occurred_at AS "occurredAt", day, channel, product_id AS "productId",
  person_id AS "personId", rating, text_key::text AS "textKey", person_key::text AS "personKey", repeats, engine, language, sentiment,
  sentiment_score AS "sentimentScore", class, intents, themes, aspects, urgency_level AS "urgencyLevel",
  urgency_reason AS "urgencyReason", spam_score AS "spamScore", emotion, confidence, is_doubtful AS "isDoubtful", corrected, machine, reasons, tokens`;

/** Rows by feedback id, locked until the transaction ends, in the order of ids. */
export async function lockJudgements(tx: Tx, feedbackIds: readonly string[]): Promise<JudgementRow[]> {
  const rows = await tx.rows<Omit<JudgementRow, 'aspects'> & { aspects: string }>(sql`
    SELECT ${ROW} FROM judgements
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${[...feedbackIds]}::text[])
    ORDER BY feedback_id FOR UPDATE`);
  return rows.map((row) => ({ ...row, aspects: unpackAspects(JSON.parse(row.aspects) as PackedAspect[]) }));
}

/** Which of these are judged already. */
export async function judgedAmong(tx: Tx, feedbackIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT feedback_id AS id FROM judgements
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${[...feedbackIds]}::text[])`);
  return new Set(rows.map((row) => row.id));
}

/** Notes which feedback stand in which case; `null` takes the note away. */
export async function markCases(
  tx: Tx,
  marks: readonly { feedbackId: string; caseId: string | null }[],
): Promise<void> {
  const set = marks.filter((mark) => mark.caseId !== null);
  const gone = marks.filter((mark) => mark.caseId === null);
  if (set.length > 0) {
    await tx.run(sql`
      INSERT INTO feedback_cases (workspace_id, feedback_id, case_id)
      SELECT ${tx.workspaceId}, m.feedback_id, m.case_id
      FROM unnest(${set.map((mark) => mark.feedbackId)}::text[], ${set.map((mark) => mark.caseId)}::text[]) AS m(feedback_id, case_id)
      ON CONFLICT (workspace_id, feedback_id) DO UPDATE SET case_id = excluded.case_id`);
  }
  if (gone.length > 0) {
    await tx.run(sql`
      DELETE FROM feedback_cases
      WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${gone.map((mark) => mark.feedbackId)}::text[])`);
  }
}
