// Reads judgements for screens and for later rooms.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { type PackedAspect, unpackAspects } from '../core/effective.ts';
import type { JudgementView } from '../core/judgement.contract.ts';

interface StoredJudgement {
  id: string;
  text: string;
  engine: string;
  language: string;
  sentiment: JudgementView['sentiment'];
  sentimentScore: number;
  class: JudgementView['class'];
  intents: string[];
  aspects: string;
  urgencyLevel: string;
  urgencyReason: string | null;
  spamScore: number;
  emotion: string;
  themes: string[];
  reasons: string;
  corrected: string[];
  judgedAt: Date;
}

type CompactReason = [label: string, kind: string, start: number, end: number, weight: number, words?: string];

/** Judgements in force by feedback id; feedback not judged yet are left out. */
export async function judgementsOf(tx: Tx, feedbackIds: readonly string[]): Promise<Map<string, JudgementView>> {
  if (feedbackIds.length === 0) return new Map();
  const rows = await tx.rows<StoredJudgement>(sql`
    SELECT j.feedback_id AS id, f.text, j.engine, j.language, j.sentiment, j.sentiment_score AS "sentimentScore", j.class, j.intents,
      j.aspects, j.urgency_level AS "urgencyLevel", j.urgency_reason AS "urgencyReason", j.spam_score AS "spamScore", j.emotion,
      j.themes, j.reasons, j.corrected, j.judged_at AS "judgedAt"
    FROM judgements j JOIN feedback_facts f ON f.workspace_id = j.workspace_id AND f.id = j.feedback_id
    WHERE j.workspace_id = ${tx.workspaceId} AND j.feedback_id = ANY(${[...feedbackIds]}::text[])`);
  return new Map(rows.map((row) => [row.id, viewOf(row)]));
}

/** The judgement in force of one feedback. */
export async function readJudgement(tx: Tx, feedbackId: string): Promise<JudgementView | undefined> {
  return (await judgementsOf(tx, [feedbackId])).get(feedbackId);
}

function viewOf(row: StoredJudgement): JudgementView {
  return {
    engine: row.engine,
    language: row.language,
    sentiment: row.sentiment,
    sentimentScore: row.sentimentScore,
    class: row.class,
    intents: row.intents,
    aspects: unpackAspects(JSON.parse(row.aspects) as PackedAspect[]).map((aspect) => ({
      ...aspect,
      span: aspect.span ? [aspect.span[0], aspect.span[1]] : null,
    })),
    urgency: { level: row.urgencyLevel, reason: row.urgencyReason },
    spamScore: row.spamScore,
    emotion: row.emotion,
    themes: row.themes,
    reasons: (JSON.parse(row.reasons) as CompactReason[]).map(([label, kind, start, end, weight, words]) => ({
      label,
      kind,
      text: words ?? row.text.slice(start, end),
      weight,
      span: start < 0 ? null : [start, end],
    })),
    corrected: row.corrected,
    judgedAt: row.judgedAt.toISOString(),
  };
}
