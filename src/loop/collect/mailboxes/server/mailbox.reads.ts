// Reads mailboxes, their letters and attachments for the console.
import sql, { empty } from 'sql-template-tag';
import { cutPage, decodeCursor, type Page } from '../../../../kit/cursor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { AttachmentView, HoldReason, LetterKind, LetterView, MailboxView } from '../core/mailbox.contract.ts';
import { MAILBOX_COLUMNS, type MailboxRow } from './mailbox.store.ts';

interface Asked {
  cursor?: string | undefined;
  limit: number;
}

export function mailboxViewOf(row: MailboxRow): MailboxView {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: row.id,
    address: row.address,
    name: row.name,
    way: row.way,
    enabled: row.enabled,
    plusAddresses: row.plus_addresses,
    takesReplies: row.takes_replies,
    imap: row.imap,
    createdAt: row.created_at.toISOString(),
    lastLetterAt: iso(row.last_letter_at),
    checkedAt: iso(row.checked_at),
    nextCheckAt: row.enabled ? iso(row.next_check_at) : null,
    failures: row.failures,
    error: row.error,
    errorDetail: row.error_detail,
    letters: row.letters,
    held: row.held,
  };
}

export async function listMailboxes(tx: Tx, input: Asked): Promise<Page<MailboxView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<MailboxRow>(sql`
    SELECT ${MAILBOX_COLUMNS} FROM mailboxes
    WHERE workspace_id = ${tx.workspaceId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  return { items: page.items.map(mailboxViewOf), nextCursor: page.nextCursor };
}

interface LetterRow {
  id: string;
  received_at: Date;
  from_hint: string;
  subject: string;
  kind: LetterKind;
  reason: string | null;
  feedback_id: string | null;
  case_id: string | null;
}

export async function listLetters(
  tx: Tx,
  mailboxId: string,
  input: Asked & { kind?: LetterKind | undefined; held?: 'yes' | undefined },
): Promise<Page<LetterView>> {
  const after = decodeCursor(input.cursor, 1);
  const rows = await tx.rows<LetterRow>(sql`
    SELECT id, received_at, from_hint, subject, kind, reason, feedback_id, case_id FROM mail_letters l
    WHERE workspace_id = ${tx.workspaceId} AND mailbox_id = ${mailboxId} AND (${after?.[0] ?? null}::text IS NULL OR id < ${after?.[0] ?? ''})
      ${input.kind ? sql`AND kind = ${input.kind}` : empty}
      ${
        input.held
          ? sql`AND EXISTS (SELECT FROM mail_attachments a WHERE a.workspace_id = l.workspace_id AND a.letter_id = l.id AND a.held IS NOT NULL)`
          : empty
      }
    ORDER BY id DESC LIMIT ${input.limit + 1}`);
  const page = cutPage(rows, input.limit, (row) => [row.id]);
  const attached = await attachmentsOf(
    tx,
    page.items.map((row) => row.id),
  );
  return {
    items: page.items.map((row) => ({
      id: row.id,
      receivedAt: row.received_at.toISOString(),
      from: row.from_hint,
      subject: row.subject,
      kind: row.kind,
      reason: row.reason,
      feedbackId: row.feedback_id,
      caseId: row.case_id,
      attachments: attached.get(row.id) ?? [],
    })),
    nextCursor: page.nextCursor,
  };
}

async function attachmentsOf(tx: Tx, letterIds: readonly string[]): Promise<Map<string, AttachmentView[]>> {
  const rows = await tx.rows<{
    id: string;
    letter_id: string;
    name: string;
    media_type: string;
    bytes: number;
    held: HoldReason | null;
  }>(sql`
    SELECT id, letter_id, name, media_type, bytes::float8 AS bytes, held FROM mail_attachments
    WHERE workspace_id = ${tx.workspaceId} AND letter_id = ANY(${[...letterIds]}::text[]) ORDER BY id LIMIT 2000`);
  const found = new Map<string, AttachmentView[]>();
  for (const row of rows) {
    const list = found.get(row.letter_id) ?? [];
    list.push({ id: row.id, name: row.name, mediaType: row.media_type, bytes: row.bytes, held: row.held });
    found.set(row.letter_id, list);
  }
  return found;
}

/** What came with the letter behind a feedback or a message. */
export async function attachmentsAbout(tx: Tx, about: string): Promise<AttachmentView[]> {
  const which = about.startsWith('msg_') ? sql`conversation_message_id = ${about}` : sql`feedback_id = ${about}`;
  const letters = await tx.rows<{ id: string }>(
    sql`SELECT id FROM mail_letters WHERE workspace_id = ${tx.workspaceId} AND ${which} ORDER BY id LIMIT 20`,
  );
  const found = await attachmentsOf(
    tx,
    letters.map((letter) => letter.id),
  );
  return [...found.values()].flat();
}

export interface OpenableAttachment {
  letterId: string;
  name: string;
  mediaType: string;
  bytes: number;
  fileId: string;
}

/** An attachment that may be opened; a held one is as if it were not there. */
export function openableAttachment(tx: Tx, id: string): Promise<OpenableAttachment | undefined> {
  return tx.maybe<OpenableAttachment>(sql`
    SELECT letter_id AS "letterId", name, media_type AS "mediaType", bytes::float8 AS bytes, file_id AS "fileId" FROM mail_attachments
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id} AND held IS NULL AND file_id IS NOT NULL`);
}

export async function hasMailbox(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.maybe(sql`SELECT 1 AS one FROM mailboxes WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
  return row !== undefined;
}
