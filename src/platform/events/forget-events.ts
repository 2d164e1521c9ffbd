// Finds and rewrites what the log keeps of somebody who is erased: that something happened stays, of whom and in which words goes.
import sql from 'sql-template-tag';
import type { Tx } from '../database/database.ts';

export interface KeptEvent {
  seq: number;
  type: string;
  subject: string | null;
  actorId: string;
  actorName: string;
  data: unknown;
  at: Date;
}

/** Events about these subjects, by this actor, or naming him; newest first. Looks at the whole log of the workspace. */
export function eventsAbout(
  tx: Tx,
  about: { subjects: readonly string[]; person: string; names: readonly string[] },
): Promise<KeptEvent[]> {
  return tx.rows<KeptEvent>(sql`
    SELECT seq, type, subject, actor_id AS "actorId", actor_name AS "actorName", data, at FROM events
    WHERE workspace_id = ${tx.workspaceId} AND (subject = ANY(${[...about.subjects]}::text[])
      OR actor_id = ${about.person}
      OR EXISTS (SELECT FROM unnest(${[about.person, ...about.names]}::text[]) AS n(name) WHERE position(n.name IN data::text) > 0))
    ORDER BY seq DESC`);
}

/** Saves events anew, by their position. */
export async function rewriteEvents(tx: Tx, events: readonly Omit<KeptEvent, 'type' | 'at'>[]): Promise<void> {
  if (events.length === 0) return;
  await tx.run(sql`
    UPDATE events e SET subject = n.subject, actor_id = n.actor_id, actor_name = n.actor_name, data = n.data::jsonb
    FROM unnest(${events.map((event) => event.seq)}::bigint[], ${events.map((event) => event.subject)}::text[],
      ${events.map((event) => event.actorId)}::text[], ${events.map((event) => event.actorName)}::text[],
      ${events.map((event) => JSON.stringify(event.data))}::text[]) AS n(seq, subject, actor_id, actor_name, data)
    WHERE e.workspace_id = ${tx.workspaceId} AND e.seq = n.seq`);
}

/** A page of what could not be handled, in the order of ids. */
export function deadLettersAfter(
  tx: Tx,
  after: string,
  take: number,
): Promise<{ id: string; payload: unknown; error: string }[]> {
  return tx.rows(sql`
    SELECT id, payload, error FROM dead_letters
    WHERE workspace_id = ${tx.workspaceId} AND id > ${after} ORDER BY id LIMIT ${take}`);
}

export async function dropDeadLetters(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM dead_letters WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...ids]}::text[])`);
}
