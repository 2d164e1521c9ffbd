// Builds what screens show of feedback, for a page of ids or for one.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { highlight } from '../../../../text/parse-search.ts';
import type { FeedbackView } from '../../../collect/intake/core/feedback.contract.ts';
import { relatedOf } from '../../duplicates/server/door.ts';
import { judgementsOf, readCorrections } from '../../judgement/server/door.ts';
import type { FeedbackDetail, FoundFeedback } from '../core/search.contract.ts';

type Bare = Omit<FeedbackView, 'judgement'>;

interface Row {
  id: string;
  channel: FeedbackView['channel'];
  externalId: string;
  text: string;
  title: string | null;
  rating: number | null;
  occurredAt: Date;
  receivedAt: Date;
  state: FeedbackView['state'];
  stateReason: string | null;
  orderNo: string | null;
  productId: string | null;
  productName: string | null;
  productSku: string | null;
  personId: string | null;
  personName: string | null;
  masked: boolean;
  followsId: string | null;
  meta: Record<string, unknown>;
  duplicateOfId: string | null;
  caseId: string | null;
}

async function readBare(tx: Tx, ids: readonly string[]): Promise<Map<string, Bare>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<Row>(sql`
    SELECT f.id, f.channel, f.external_id AS "externalId", f.text, f.title, f.rating, f.occurred_at AS "occurredAt",
      f.received_at AS "receivedAt", f.state, f.state_reason AS "stateReason", f.order_no_hint AS "orderNo",
      f.product_id AS "productId", p.name AS "productName", p.sku AS "productSku", f.person_id AS "personId", w.name AS "personName",
      f.masked, f.follows_id AS "followsId", f.meta, d.duplicate_of_id AS "duplicateOfId", c.case_id AS "caseId"
    FROM feedback_facts f
    LEFT JOIN products_facts p ON p.workspace_id = f.workspace_id AND p.id = f.product_id
    LEFT JOIN people_facts w ON w.workspace_id = f.workspace_id AND w.id = f.person_id
    LEFT JOIN duplicates_facts d ON d.workspace_id = f.workspace_id AND d.feedback_id = f.id
    LEFT JOIN feedback_cases_facts c ON c.workspace_id = f.workspace_id AND c.feedback_id = f.id
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ANY(${[...ids]}::text[])`);
  return new Map(rows.map((row) => [row.id, bareOf(row)]));
}

function bareOf(row: Row): Bare {
  const { productId, productName, productSku, personId, personName, occurredAt, receivedAt, ...rest } = row;
  return {
    ...rest,
    occurredAt: occurredAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    product: productId ? { id: productId, name: productName ?? productId, sku: productSku } : null,
    person: personId ? { id: personId, name: personName } : null,
  };
}

/** Views in the order of the ids, with the places of the words looked for. */
export async function viewsOf(tx: Tx, ids: readonly string[], query: string | undefined): Promise<FoundFeedback[]> {
  const [bare, judgements] = await Promise.all([readBare(tx, ids), judgementsOf(tx, ids)]);
  return ids.flatMap((id) => {
    const feedback = bare.get(id);
    if (!feedback) return [];
    const highlights = query?.trim()
      ? highlight(feedback.text, query).map(([start, end]): [number, number] => [start, end])
      : [];
    return [{ ...feedback, judgement: judgements.get(id) ?? null, highlights }];
  });
}

/** Everything about one feedback. */
export async function detailOf(tx: Tx, id: string): Promise<FeedbackDetail | undefined> {
  const feedback = (await readBare(tx, [id])).get(id);
  if (!feedback) return undefined;
  const [judgements, corrections, related] = await Promise.all([
    judgementsOf(tx, [id]),
    readCorrections(tx, id),
    relatedOf(tx, id, feedback.text),
  ]);
  return { ...feedback, judgement: judgements.get(id) ?? null, corrections, ...related };
}

/** Feedback the gate did not accept, newest first; they carry no labels to search by. */
export async function listUnaccepted(
  tx: Tx,
  input: { state: string; beforeId: string | null; limit: number },
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM feedback_facts
    WHERE workspace_id = ${tx.workspaceId} AND state = ${input.state} AND (${input.beforeId}::text IS NULL OR id < ${input.beforeId ?? ''})
    ORDER BY id DESC LIMIT ${input.limit}`);
  return rows.map((row) => row.id);
}
