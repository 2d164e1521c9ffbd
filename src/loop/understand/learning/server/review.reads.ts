// Reads the queue: a window of the least certain voices, put in the order that teaches most, each near-copy asked once.
import sql from 'sql-template-tag';
import { decodeCursor, encodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { teachingOrder } from '../../../../text/adapt/teaching-order.ts';
import type { Aspect, SentimentLabel } from '../../../../text/judge.contract.ts';
import { duplicateKey, similarity } from '../../../../text/near-duplicates.ts';
import type { JudgementView } from '../../judgement/core/judgement.contract.ts';
import { judgementsOf } from '../../judgement/server/door.ts';
import { dayReader, timeZoneOf } from '../../overview/server/door.ts';
import type { ReviewItemView, ReviewSource } from '../core/label-review.contract.ts';

/** What the engine said of one, whatever people said since. */
export async function machineSentiment(tx: Tx, feedbackId: string): Promise<string | undefined> {
  const row = await tx.maybe<{ said: string }>(sql`
    SELECT machine_sentiment AS said FROM judgements_facts WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ${feedbackId}`);
  return row?.said;
}

interface Waiting {
  id: string;
  confidence: number | null;
  text: string;
  title: string | null;
  channel: string;
  rating: number | null;
  productId: string | null;
  productName: string | null;
  occurredAt: Date;
  key: string;
}

const FACTS = sql`f.id, j.confidence, f.text, f.title, f.channel, f.rating, f.product_id AS "productId", p.name AS "productName",
  f.occurred_at AS "occurredAt"`;
const JOINED = sql`JOIN feedback_facts f ON f.workspace_id = j.workspace_id AND f.id = j.feedback_id AND f.state = 'accepted'
  LEFT JOIN products_facts p ON p.workspace_id = j.workspace_id AND p.id = f.product_id`;

interface Asked {
  source: ReviewSource;
  memberId: string;
  cursor?: string | undefined;
  limit: number;
}

const notSkippedBy = (tx: Tx, memberId: string) => sql`NOT EXISTS (SELECT FROM label_skips s
  WHERE s.workspace_id = ${tx.workspaceId} AND s.member_id = ${memberId} AND s.feedback_id = j.feedback_id)`;

function readWindow(tx: Tx, asked: Asked, take: number): Promise<Waiting[]> {
  const keys = decodeCursor(asked.cursor, 2);
  const notSkipped = notSkippedBy(tx, asked.memberId);
  if (asked.source === 'sample') {
    return tx.rows<Waiting>(sql`
      SELECT ${FACTS}, d.day::text AS key FROM label_samples d
      JOIN judgements_facts j ON j.workspace_id = d.workspace_id AND j.feedback_id = d.feedback_id ${JOINED}
      WHERE d.workspace_id = ${tx.workspaceId} AND NOT ('sentiment' = ANY (j.corrected)) AND ${notSkipped}
        AND (${keys?.[0] ?? null}::date IS NULL OR (d.day, d.feedback_id) < (${keys?.[0] ?? null}::date, ${String(keys?.[1] ?? '')}))
      ORDER BY d.day DESC, d.feedback_id DESC LIMIT ${take}`);
  }
  const from = typeof keys?.[0] === 'number' ? keys[0] : null;
  return tx.rows<Waiting>(sql`
    SELECT ${FACTS}, j.confidence::text AS key FROM judgements_facts j ${JOINED}
    WHERE j.workspace_id = ${tx.workspaceId} AND j.awaits_person AND ${notSkipped}
      AND (${from}::real IS NULL OR (j.confidence, j.feedback_id) > (${from}::real, ${String(keys?.[1] ?? '')}))
    ORDER BY j.confidence, j.feedback_id LIMIT ${take}`);
}

/** A page of the queue. It may be shorter than asked for: of much the same voices only one is asked about. */
export async function listReview(tx: Tx, asked: Asked): Promise<Page<ReviewItemView>> {
  const rows = await readWindow(tx, asked, asked.limit + 1);
  const window = rows.slice(0, asked.limit);
  const judged = await judgementsOf(
    tx,
    window.map((row) => row.id),
  );
  const items = window.flatMap((row) => {
    const judgement = judged.get(row.id);
    return judgement
      ? [{ row, text: row.text, judgement: teachable(judgement, row.confidence), shown: judgement }]
      : [];
  });
  // By lot means by lot: there, nothing is put first and nothing left out.
  const ordered = asked.source === 'sample' ? items : teachingOrder(items);
  const last = window.at(-1);
  return {
    items: ordered.map(({ row, shown }) =>
      itemOf(row, shown, asked.source, asked.source === 'sample' ? 0 : countAlike(row, window)),
    ),
    nextCursor:
      rows.length > asked.limit && last
        ? encodeCursor([asked.source === 'sample' ? last.key : last.confidence, last.id])
        : null,
  };
}

/** One voice as the queue asks about it; null when it is gone. */
export async function readReviewItem(tx: Tx, feedbackId: string, source: ReviewSource): Promise<ReviewItemView | null> {
  const row = await tx.maybe<Waiting>(sql`
    SELECT ${FACTS}, '' AS key FROM judgements_facts j ${JOINED}
    WHERE j.workspace_id = ${tx.workspaceId} AND j.feedback_id = ${feedbackId}`);
  const judgement = row && (await judgementsOf(tx, [feedbackId])).get(feedbackId);
  return row && judgement ? itemOf(row, judgement, source, 0) : null;
}

function itemOf(row: Waiting, judgement: JudgementView, source: ReviewSource, alike: number): ReviewItemView {
  return {
    feedbackId: row.id,
    source,
    text: row.text,
    title: row.title,
    channel: row.channel,
    rating: row.rating,
    product: row.productId ? { id: row.productId, name: row.productName ?? '' } : null,
    occurredAt: row.occurredAt.toISOString(),
    confidence: row.confidence,
    judgement,
    alike,
  };
}

function teachable(judgement: JudgementView, confidence: number | null) {
  const { sentiment, sentimentScore } = judgement;
  return {
    sentiment: {
      label: sentiment as SentimentLabel,
      score: sentimentScore,
      probability: (sentimentScore + 1) / 2,
      confidence: confidence ?? 1,
      isDoubtful: true,
    },
    aspects: judgement.aspects.flatMap((one) =>
      one.span
        ? [
            {
              aspect: one.aspect as Aspect,
              polarity: Math.sign(one.polarity) as -1 | 0 | 1,
              span: one.span,
              confidence: one.confidence,
            },
          ]
        : [],
    ),
    spam: { score: judgement.spamScore, reasons: [] },
  };
}

/** Others of the window that the answer speaks for as well. */
function countAlike(row: Waiting, window: readonly Waiting[]): number {
  const key = duplicateKey(row.text);
  return window.filter(
    (other) => other.id !== row.id && (duplicateKey(other.text) === key || similarity(row.text, other.text) >= 0.5),
  ).length;
}

const COUNTED = 1000;

/** How many were checked today, and how many wait for this member: what he left to somebody else does not. */
export async function readProgress(tx: Tx, memberId: string, now: Date) {
  const notSkipped = notSkippedBy(tx, memberId);
  const today = dayReader(await timeZoneOf(tx))(now.getTime());
  const [done, waiting, sample] = await Promise.all([
    tx.one<{ today: number; mine: number }>(sql`
      SELECT count(DISTINCT feedback_id)::int AS today, count(DISTINCT feedback_id) FILTER (WHERE by_id = ${memberId})::int AS mine
      FROM label_checks
      WHERE workspace_id = ${tx.workspaceId} AND at >= ${new Date(now.getTime() - 36 * 3_600_000)} AND day = ${today}::date
        AND source <> 'desk'`),
    tx.one<{ n: number }>(sql`
      SELECT count(*)::int AS n FROM (SELECT FROM judgements_facts j
        WHERE j.workspace_id = ${tx.workspaceId} AND j.awaits_person AND ${notSkipped} LIMIT ${COUNTED + 1}) one`),
    tx.one<{ n: number }>(sql`
      SELECT count(*)::int AS n FROM (SELECT FROM label_samples d
        JOIN judgements_facts j ON j.workspace_id = d.workspace_id AND j.feedback_id = d.feedback_id
        WHERE d.workspace_id = ${tx.workspaceId} AND NOT ('sentiment' = ANY (j.corrected)) AND ${notSkipped} LIMIT ${COUNTED}) one`),
  ]);
  return { ...done, waiting: Math.min(waiting.n, COUNTED), more: waiting.n > COUNTED, sample: sample.n };
}
