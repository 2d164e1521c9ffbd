// Which persons spoke in which show, since something they said there became feedback.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

/** Shows in which a person was heard. */
export async function showsOfPerson(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.rows<{ show_id: string }>(sql`
    SELECT DISTINCT show_id FROM live_known_people WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
  return rows.map((row) => row.show_id);
}

/** The hashes journals name a person with, by show. */
export async function viewersOfPerson(tx: Tx, personId: string): Promise<Map<string, string[]>> {
  const rows = await tx.rows<{ show_id: string; uid: string }>(sql`
    SELECT show_id, uid FROM live_known_people WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}
    ORDER BY show_id, uid`);
  const seen = new Map<string, string[]>();
  for (const { show_id, uid } of rows) seen.set(show_id, [...(seen.get(show_id) ?? []), uid]);
  return seen;
}

/** Joins viewers, by the hash the journal names them with, to the persons their feedback belongs to. */
export async function rememberSpeakers(
  tx: Tx,
  showId: string,
  spoken: readonly { uid: string; feedbackId: string }[],
  now: Date,
): Promise<void> {
  if (spoken.length === 0) return;
  await tx.run(sql`
    INSERT INTO live_known_people (workspace_id, uid, person_id, show_id, created_at)
    SELECT DISTINCT ON (k.uid) ${tx.workspaceId}, k.uid, f.person_id, ${showId}, ${now}
    FROM unnest(${spoken.map((one) => one.uid)}::text[], ${spoken.map((one) => one.feedbackId)}::text[]) AS k(uid, feedback_id)
    JOIN feedback_facts f ON f.workspace_id = ${tx.workspaceId} AND f.id = k.feedback_id
    WHERE f.person_id IS NOT NULL
    ON CONFLICT DO NOTHING`);
}
