// Reads what stands beside a feedback: what it repeats, what repeats it, what has the same words, what is much alike.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { similarity } from '../../../../text/near-duplicates.ts';
import { bandsOf } from '../../judgement/server/door.ts';
import type { DuplicateKind, RelatedFeedback } from '../core/duplicate.contract.ts';

export interface Related {
  duplicateOf: (RelatedFeedback & { kind: DuplicateKind }) | null;
  duplicates: RelatedFeedback[];
  sameWords: { count: number; items: RelatedFeedback[] };
  similar: RelatedFeedback[];
}

interface Row {
  id: string;
  channel: string;
  text: string;
  occurredAt: Date;
  personId: string | null;
  similarity: number;
}

const SHOWN = 10;
/** Same words are counted up to here; a shop may have a hundred thousand "好评". */
const COUNTED = 1000;
const CANDIDATES = 200;
const ALIKE = 0.5;

const FACTS = sql`f.id, f.channel, f.text, f.occurred_at AS "occurredAt", f.person_id AS "personId"`;

function shown(row: Row): RelatedFeedback {
  const { id, channel, text, personId, similarity: alike } = row;
  return { id, channel, text, occurredAt: row.occurredAt.toISOString(), personId, similarity: alike };
}

/** Everything related to one feedback, each list bounded. */
export async function relatedOf(tx: Tx, feedbackId: string, text: string): Promise<Related> {
  const [linked, repeated, same, alike] = await Promise.all([
    tx.maybe<Row & { kind: DuplicateKind }>(sql`
      SELECT ${FACTS}, d.similarity, d.kind FROM duplicates d
      JOIN feedback_facts f ON f.workspace_id = d.workspace_id AND f.id = d.duplicate_of_id
      WHERE d.workspace_id = ${tx.workspaceId} AND d.feedback_id = ${feedbackId}`),
    tx.rows<Row>(sql`
      SELECT ${FACTS}, d.similarity FROM duplicates d
      JOIN feedback_facts f ON f.workspace_id = d.workspace_id AND f.id = d.feedback_id
      WHERE d.workspace_id = ${tx.workspaceId} AND d.duplicate_of_id = ${feedbackId}
      ORDER BY d.feedback_id LIMIT 50`),
    tx.rows<{ id: string }>(sql`
      SELECT o.feedback_id AS id FROM judgements_facts o
      WHERE o.workspace_id = ${tx.workspaceId} AND o.text_key = (
          SELECT m.text_key FROM judgements_facts m WHERE m.workspace_id = ${tx.workspaceId} AND m.feedback_id = ${feedbackId})
        AND o.feedback_id <> ${feedbackId}
      LIMIT ${COUNTED}`),
    readAlike(tx, feedbackId, text),
  ]);
  const voice = new Set([linked?.id, ...repeated.map((row) => row.id)]);
  const others = same.filter((row) => !voice.has(row.id));
  const sameIds = new Set(same.map((row) => row.id));
  return {
    duplicateOf: linked ? { ...shown(linked), kind: linked.kind } : null,
    duplicates: repeated.map(shown),
    sameWords: {
      count: others.length,
      items: await readShort(
        tx,
        others.slice(-SHOWN).map((row) => row.id),
      ),
    },
    similar: alike.filter((row) => !voice.has(row.id) && !sameIds.has(row.id)).slice(0, SHOWN),
  };
}

async function readShort(tx: Tx, ids: readonly string[]): Promise<RelatedFeedback[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows<Row>(sql`
    SELECT ${FACTS}, 1 AS similarity FROM feedback_facts f
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ANY(${[...ids]}::text[]) ORDER BY f.id DESC`);
  return rows.map(shown);
}

async function readAlike(tx: Tx, feedbackId: string, text: string): Promise<RelatedFeedback[]> {
  const bands = bandsOf(text);
  if (bands.length === 0) return [];
  const rows = await tx.rows<Row>(sql`
    SELECT ${FACTS}, 0 AS similarity FROM huiyin.sharing_tokens(${bands}::int[], ${CANDIDATES}) s
    JOIN feedback_facts f ON f.workspace_id = ${tx.workspaceId} AND f.id = s.feedback_id
    WHERE f.id <> ${feedbackId}`);
  return rows
    .map((row) => ({ ...shown(row), similarity: Math.round(similarity(text, row.text) * 1000) / 1000 }))
    .filter((row) => row.similarity >= ALIKE)
    .sort((a, b) => b.similarity - a.similarity);
}
