// Writes letters that came in and what was attached to them.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { HoldReason, LetterKind } from '../core/mailbox.contract.ts';

export interface NewLetter {
  id: string;
  mailboxId: string;
  key: string;
  messageHash: string | null;
  messageIdSealed: string | null;
  fromHash: string;
  fromHint: string;
  personId: string | null;
  subject: string;
  textSealed: string | null;
  kind: LetterKind;
  reason: string | null;
  feedbackId: string | null;
  reply: { subject: string; reporter: string } | null;
  receivedAt: Date;
}

/** Takes a letter for this transaction; false when the same one was taken before. */
export async function takeLetter(tx: Tx, letter: NewLetter): Promise<boolean> {
  const taken = await tx.run(sql`
    INSERT INTO mail_letters (id, workspace_id, mailbox_id, letter_key, message_hash, message_id_sealed, from_hash, from_hint, person_id,
      subject, text_sealed, kind, reason, feedback_id, reply_subject, reply_reporter, received_at)
    VALUES (${letter.id}, ${tx.workspaceId}, ${letter.mailboxId}, ${letter.key}, ${letter.messageHash}, ${letter.messageIdSealed},
      ${letter.fromHash}, ${letter.fromHint}, ${letter.personId}, ${letter.subject}, ${letter.textSealed}, ${letter.kind},
      ${letter.reason}, ${letter.feedbackId}, ${letter.reply?.subject ?? null}, ${letter.reply?.reporter ?? null}, ${letter.receivedAt})
    ON CONFLICT (workspace_id, letter_key) DO NOTHING`);
  return taken > 0;
}

export async function letterKnown(tx: Tx, key: string): Promise<boolean> {
  const row = await tx.maybe(
    sql`SELECT 1 AS one FROM mail_letters WHERE workspace_id = ${tx.workspaceId} AND letter_key = ${key}`,
  );
  return row !== undefined;
}

/** Writes what became of a letter after it was taken. */
export async function saveOutcome(
  tx: Tx,
  id: string,
  outcome: { kind: LetterKind; reason: string | null; feedbackId: string | null; personId: string | null },
): Promise<void> {
  await tx.run(sql`
    UPDATE mail_letters SET kind = ${outcome.kind}, reason = ${outcome.reason}, feedback_id = ${outcome.feedbackId}, person_id = ${outcome.personId}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export interface NewAttachment {
  id: string;
  letterId: string;
  name: string;
  mediaType: string;
  bytes: number;
  held: HoldReason | null;
  fileId: string | null;
}

export async function saveAttachments(tx: Tx, rows: readonly NewAttachment[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`
    INSERT INTO mail_attachments (id, workspace_id, letter_id, name, media_type, bytes, held, file_id)
    SELECT a.id, ${tx.workspaceId}, a.letter_id, a.name, a.media_type, a.bytes, a.held, a.file_id
    FROM unnest(${rows.map((row) => row.id)}::text[], ${rows.map((row) => row.letterId)}::text[], ${rows.map((row) => row.name)}::text[],
      ${rows.map((row) => row.mediaType)}::text[], ${rows.map((row) => row.bytes)}::bigint[], ${rows.map((row) => row.held)}::text[],
      ${rows.map((row) => row.fileId)}::text[]) AS a(id, letter_id, name, media_type, bytes, held, file_id)`);
}

/** How many letters a sender sent since an instant. */
export async function lettersFrom(tx: Tx, fromHash: string, since: Date): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM mail_letters
    WHERE workspace_id = ${tx.workspaceId} AND from_hash = ${fromHash} AND received_at > ${since}`);
  return count;
}

/** The key of an earlier letter of the same sender that this one answers. */
export async function earlierLetter(tx: Tx, fromHash: string, hashes: readonly string[]): Promise<string | null> {
  if (hashes.length === 0) return null;
  const row = await tx.maybe<{ key: string }>(sql`
    SELECT letter_key AS key FROM mail_letters
    WHERE workspace_id = ${tx.workspaceId} AND message_hash = ANY(${[...hashes]}::text[]) AND from_hash = ${fromHash} AND feedback_id IS NOT NULL
    ORDER BY id DESC LIMIT 1`);
  return row?.key ?? null;
}

export interface ReplyLetter {
  id: string;
  mailboxId: string;
  key: string;
  kind: LetterKind;
  subject: string;
  textSealed: string | null;
  receivedAt: Date;
  personId: string | null;
  replySubject: string | null;
  replyReporter: string | null;
  messageId: string | null;
}

export function lockLetter(tx: Tx, id: string): Promise<ReplyLetter | undefined> {
  return tx.maybe<ReplyLetter>(sql`
    SELECT id, mailbox_id AS "mailboxId", letter_key AS key, kind, subject, text_sealed AS "textSealed", received_at AS "receivedAt",
      person_id AS "personId", reply_subject AS "replySubject", reply_reporter AS "replyReporter", conversation_message_id AS "messageId"
    FROM mail_letters WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`);
}

/** Joins an answer to the message it became; its words lie there from now on. */
export async function joinMessage(tx: Tx, id: string, input: { caseId: string; messageId: string }): Promise<void> {
  await tx.run(sql`
    UPDATE mail_letters SET case_id = ${input.caseId}, conversation_message_id = ${input.messageId}, text_sealed = NULL
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
