// Letters waiting to leave, written in the same transaction as what they tell; the outbox of the mail room.
import sql from 'sql-template-tag';
import { newId } from '../../kit/ids.ts';
import type { Tx } from '../database/database.ts';
import type { Sealer } from '../secrets/seal.ts';

export interface NewMail {
  /** The sender's own key: the same letter is written once. */
  dedupeKey: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  replyTo?: string;
  inReplyTo?: string;
  /** Stands in the letter's own id, so that an answer to it says where it belongs; letters, digits and dots. */
  mark?: { text: string; domain: string };
  /** What the letter is about (a case, a reply): shown in the console's mail list. */
  subjectId?: string;
}

export const MAIL_CHANNEL = 'huiyin_mail';

/** Shows enough of an address to recognise it: `l***@example.com`. */
export function hintOfAddress(address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return `${local.slice(0, 1)}***@${domain}`;
}

function messageIdOf(id: string, mail: NewMail): string {
  return mail.mark ? `<${id}.${mail.mark.text}@${mail.mark.domain}>` : `<${id}@huiyin>`;
}

/**
 * Queues a letter in the caller's transaction.
 * @param keep true when no mail server is set: the letter is kept to be read in the console
 * @returns the letter's id; the id of the earlier one when `dedupeKey` was used before
 */
export async function queueMail(tx: Tx, sealer: Sealer, mail: NewMail, now: Date, keep: boolean): Promise<string> {
  const id = newId('mail');
  const inserted = await tx.maybe<{ id: string }>(sql`
    INSERT INTO mails (id, workspace_id, dedupe_key, to_sealed, to_hint, subject, body_text, body_html, reply_to,
      message_id, in_reply_to, state, next_at, created_at, subject_id)
    VALUES (${id}, ${tx.workspaceId}, ${mail.dedupeKey}, ${sealer.seal(tx.workspaceId, mail.to)}, ${hintOfAddress(mail.to)},
      ${mail.subject}, ${mail.text}, ${mail.html ?? null}, ${mail.replyTo ?? null}, ${messageIdOf(id, mail)},
      ${mail.inReplyTo ?? null}, ${keep ? 'kept' : 'queued'}, ${now}, ${now}, ${mail.subjectId ?? null})
    ON CONFLICT (workspace_id, dedupe_key) DO NOTHING RETURNING id`);
  if (inserted) {
    if (!keep) await tx.run(sql`SELECT pg_notify(${MAIL_CHANNEL}, '')`);
    return inserted.id;
  }
  const earlier = await tx.one<{ id: string }>(
    sql`SELECT id FROM mails WHERE workspace_id = ${tx.workspaceId} AND dedupe_key = ${mail.dedupeKey}`,
  );
  return earlier.id;
}
