// Reads what a reporter and we said to each other about a case, for his own page: nobody else's words, no notes.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';

export interface PageWord {
  id: string;
  kind: 'message' | 'reply' | 'notice';
  /** His own words masked; ours as they were written to him. */
  text: string;
  authorName: string | null;
  at: Date;
}

/** The latest 100 words, oldest first. */
export async function wordsWith(
  tx: Tx,
  sealer: Sealer,
  reporter: string,
  caseIds: readonly string[],
): Promise<PageWord[]> {
  const rows = await tx.rows<{
    id: string;
    kind: PageWord['kind'];
    body: string;
    body_sealed: string | null;
    author_kind: string;
    author_name: string | null;
    at: Date;
  }>(sql`
    SELECT m.id, m.kind, m.body, m.body_sealed, m.author_kind, m.author_name, m.at
    FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
    WHERE m.workspace_id = ${tx.workspaceId} AND m.case_id = ANY(${caseIds}::text[])
      AND (c.person_id = ${reporter} OR c.feedback_id = ${reporter})
    ORDER BY m.at DESC, m.id DESC LIMIT 100`);
  return rows.reverse().map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.kind !== 'message' && row.body_sealed ? sealer.open(tx.workspaceId, row.body_sealed) : row.body,
    authorName: row.author_kind === 'member' ? row.author_name : null,
    at: row.at,
  }));
}

/** How many words a reporter sent since an instant: one address must not flood a desk. */
export async function wordsSince(tx: Tx, reporter: string, since: Date): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
    WHERE m.workspace_id = ${tx.workspaceId} AND (c.person_id = ${reporter} OR c.feedback_id = ${reporter})
      AND m.kind = 'message' AND m.at > ${since}`);
  return count;
}
