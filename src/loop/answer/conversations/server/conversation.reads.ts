// Reads a conversation for a screen: voices, answers, replies and notices of one reporter in one order.
import sql, { empty, type Sql } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { deliveriesOf } from '../../deliveries/server/door.ts';
import type { ItemKind, ItemView } from '../core/conversation.contract.ts';

interface ItemRow {
  id: string;
  kind: ItemKind;
  channel: string;
  text: string;
  title: string | null;
  rating: number | null;
  masked: boolean;
  at: Date;
  author_kind: ItemView['author']['kind'];
  author_id: string | null;
  author_name: string | null;
  case_id: string | null;
  feedback_id: string | null;
  product_id: string | null;
}

/** @param reporter whose words: a person's id, or a feedback's where nobody knows who spoke */
export async function readItems(
  tx: Tx,
  reporter: { personId: string } | { feedbackId: string },
  query: { cursor?: string; limit: number },
): Promise<Page<ItemView>> {
  const after = decodeCursor(query.cursor, 2);
  const before = (at: Sql, id: Sql) =>
    after ? sql`AND (${at}, ${id}) < (${String(after[0])}::timestamptz, ${String(after[1])})` : empty;
  const voiceOf = 'personId' in reporter ? sql`f.person_id = ${reporter.personId}` : sql`f.id = ${reporter.feedbackId}`;
  const conversation =
    'personId' in reporter ? sql`person_id = ${reporter.personId}` : sql`feedback_id = ${reporter.feedbackId}`;
  const rows = await tx.rows<ItemRow>(sql`
    SELECT * FROM (
      (SELECT f.id, 'feedback' AS kind, f.channel, f.text, f.title, f.rating, f.masked, f.occurred_at AS at,
        'person' AS author_kind, f.person_id AS author_id, p.name AS author_name, NULL AS case_id, NULL AS feedback_id,
        f.product_id
      FROM feedback_facts f
      LEFT JOIN people_facts p ON p.workspace_id = f.workspace_id AND p.id = f.person_id
      WHERE f.workspace_id = ${tx.workspaceId} AND ${voiceOf} ${before(sql`f.occurred_at`, sql`f.id`)}
      ORDER BY f.occurred_at DESC, f.id DESC LIMIT ${query.limit + 1})
      UNION ALL
      (SELECT m.id, m.kind, m.channel, m.body, NULL, NULL, m.body_sealed IS NOT NULL, m.at, m.author_kind, m.author_id,
        m.author_name, m.case_id, m.feedback_id, NULL
      FROM messages m
      WHERE m.workspace_id = ${tx.workspaceId}
        AND m.conversation_id = (SELECT id FROM conversations WHERE workspace_id = ${tx.workspaceId} AND ${conversation})
        ${before(sql`m.at`, sql`m.id`)}
      ORDER BY m.at DESC, m.id DESC LIMIT ${query.limit + 1})
    ) AS said ORDER BY at DESC, id DESC LIMIT ${query.limit + 1}`);
  const page = cutPage(rows, query.limit, (row) => [row.at.toISOString(), row.id]);
  return { items: await viewsOf(tx, page.items), nextCursor: page.nextCursor };
}

async function viewsOf(tx: Tx, rows: ItemRow[]): Promise<ItemView[]> {
  const voices = rows.filter((row) => row.kind === 'feedback');
  const caseOfVoice = new Map(
    (
      await tx.rows<{ feedback_id: string; case_id: string }>(sql`
        SELECT feedback_id, case_id FROM case_feedback_facts
        WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${voices.map((row) => row.id)}::text[])`)
    ).map((row) => [row.feedback_id, row.case_id]),
  );
  const caseIds = rows.map((row) => row.case_id ?? caseOfVoice.get(row.id)).filter((id) => id !== undefined);
  const numbers = new Map(
    (
      await tx.rows<{ id: string; number: number }>(
        sql`SELECT id, number FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${caseIds}::text[])`,
      )
    ).map((row) => [row.id, row.number]),
  );
  const products = new Map(
    (
      await tx.rows<{ id: string; name: string }>(sql`
        SELECT id, name FROM products_facts WHERE workspace_id = ${tx.workspaceId}
          AND id = ANY(${rows.map((row) => row.product_id).filter((id) => id !== null)}::text[])`)
    ).map((row) => [row.id, row]),
  );
  const sent = rows.filter((row) => row.kind === 'reply' || row.kind === 'notice').map((row) => row.id);
  const deliveries = await deliveriesOf(tx, sent);
  return rows.map((row) => {
    const caseId = row.case_id ?? caseOfVoice.get(row.id) ?? null;
    return {
      id: row.id,
      kind: row.kind,
      direction: row.kind === 'reply' || row.kind === 'notice' ? 'out' : 'in',
      channel: row.channel,
      text: row.text,
      title: row.title,
      rating: row.rating,
      masked: row.masked,
      at: row.at.toISOString(),
      author: { kind: row.author_kind, id: row.author_id, name: row.author_name },
      case: caseId ? { id: caseId, number: numbers.get(caseId) ?? null } : null,
      feedbackId: row.feedback_id,
      product: row.product_id ? (products.get(row.product_id) ?? null) : null,
      delivery: deliveries.get(row.id) ?? null,
    };
  });
}

/** Id of a reporter's conversation and who he is; the conversation is null before anything but voices was said. */
export async function readHead(tx: Tx, reporter: { personId: string } | { feedbackId: string }) {
  const wanted =
    'personId' in reporter ? sql`person_id = ${reporter.personId}` : sql`feedback_id = ${reporter.feedbackId}`;
  const conversation = await tx.maybe<{ id: string }>(
    sql`SELECT id FROM conversations WHERE workspace_id = ${tx.workspaceId} AND ${wanted}`,
  );
  const person =
    'personId' in reporter
      ? await tx.maybe<{ id: string; name: string | null; locale: string | null; tier: string }>(
          sql`SELECT id, name, locale, tier FROM people_facts WHERE workspace_id = ${tx.workspaceId} AND id = ${reporter.personId}`,
        )
      : undefined;
  return { conversationId: conversation?.id ?? null, person: person ?? null };
}
