// Reads feedback for the rooms behind the gate and for the quarantine screen.
import sql from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';

export interface FeedbackForJudging {
  id: string;
  channel: string;
  text: string;
  title: string | null;
  rating: number | null;
  locale: string | null;
  occurredAt: Date;
  receivedAt: Date;
  productId: string | null;
  productName: string | null;
  personId: string | null;
}

/** Accepted feedback by id, oldest first; ids that are unknown, held back or emptied of an erased person are left out. */
export function feedbackForJudging(tx: Tx, ids: readonly string[]): Promise<FeedbackForJudging[]> {
  return tx.rows<FeedbackForJudging>(sql`
    SELECT f.id, f.channel, f.text, f.title, f.rating, f.locale, f.occurred_at AS "occurredAt", f.received_at AS "receivedAt",
      f.product_id AS "productId", p.name AS "productName", f.person_id AS "personId"
    FROM feedback f LEFT JOIN products_facts p ON p.workspace_id = f.workspace_id AND p.id = f.product_id
    WHERE f.workspace_id = ${tx.workspaceId} AND f.id = ANY(${[...ids]}::text[]) AND f.state = 'accepted'
      AND f.external_id <> 'erased:' || f.id
    ORDER BY f.id`);
}

interface Held {
  id: string;
  channel: string;
  text: string;
  step: string;
  reason: string;
  receivedAt: string;
}

/** A page of what the gate holds back, newest first. */
export async function listHeld(
  tx: Tx,
  input: { cursor?: string | undefined; limit: number; reason?: string | undefined },
): Promise<Page<Held>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<Omit<Held, 'receivedAt'> & { receivedAt: Date }>(sql`
    SELECT id, channel, text, state_step AS step, state_reason AS reason, received_at AS "receivedAt" FROM feedback
    WHERE workspace_id = ${tx.workspaceId} AND state = 'quarantined'
      AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
      AND (${input.reason ?? null}::text IS NULL OR state_reason = ${input.reason ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return {
    items: page.items.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })),
    nextCursor: page.nextCursor,
  };
}
