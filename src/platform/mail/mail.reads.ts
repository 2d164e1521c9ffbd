// Reads letters for the mail screen and sends one on its way again.
import sql, { empty } from 'sql-template-tag';
import type { Tx } from '../database/database.ts';
import { MAIL_CHANNEL } from './mail.store.ts';

export type MailState = 'queued' | 'sending' | 'sent' | 'failed' | 'kept' | 'unconfirmed';

export interface StoredMail {
  id: string;
  toHint: string;
  toSealed: string;
  subject: string;
  text: string;
  messageId: string;
  state: MailState;
  attempts: number;
  nextAt: Date;
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
  subjectId: string | null;
}

const columns = sql`id, to_hint AS "toHint", to_sealed AS "toSealed", subject, body_text AS text, message_id AS "messageId",
  state, attempts, next_at AS "nextAt", last_error AS error, created_at AS "createdAt", sent_at AS "sentAt",
  subject_id AS "subjectId" FROM mails`;

/** Newest first. */
export function listMails(
  tx: Tx,
  filter: {
    state?: MailState | undefined;
    subjectId?: string | undefined;
    beforeId?: string | undefined;
    limit: number;
  },
): Promise<StoredMail[]> {
  return tx.rows<StoredMail>(sql`
    SELECT ${columns} WHERE workspace_id = ${tx.workspaceId}
      ${filter.state ? sql`AND state = ${filter.state}` : empty}
      ${filter.subjectId ? sql`AND subject_id = ${filter.subjectId}` : empty}
      ${filter.beforeId ? sql`AND id < ${filter.beforeId}` : empty}
    ORDER BY id DESC LIMIT ${filter.limit}`);
}

/** How many letters are in each state; each counted up to 10,000. */
export async function countMails(tx: Tx, states: readonly MailState[]): Promise<Record<string, number>> {
  const rows = await tx.rows<{ state: string; count: number }>(sql`
    SELECT s.state, (SELECT count(*)::int FROM (SELECT FROM mails
      WHERE workspace_id = ${tx.workspaceId} AND state = s.state LIMIT 10000) AS found) AS count
    FROM unnest(${states}::text[]) AS s(state)`);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

/** @param lock holds the row until the transaction ends */
export function readMail(tx: Tx, id: string, lock = false): Promise<StoredMail | undefined> {
  return tx.maybe<StoredMail>(
    sql`SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} AND id = ${id} ${lock ? sql`FOR UPDATE` : empty}`,
  );
}

/** Puts a letter back in the queue, due now, with all its tries before it. */
export async function requeueMail(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE mails SET state = 'queued', attempts = 0, next_at = ${now}, last_error = NULL
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
  await tx.run(sql`SELECT pg_notify(${MAIL_CHANNEL}, '')`);
}
