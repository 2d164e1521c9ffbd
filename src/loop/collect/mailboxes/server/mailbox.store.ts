// Writes mailboxes and where fetching from them stands.
import sql from 'sql-template-tag';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { ImapSettings, MailboxError, MailboxWay } from '../core/mailbox.contract.ts';

export interface MailboxRow {
  id: string;
  workspace_id: string;
  address: string;
  name: string;
  way: MailboxWay;
  enabled: boolean;
  plus_addresses: boolean;
  takes_replies: boolean;
  imap: ImapSettings | null;
  password_sealed: string | null;
  uid_validity: string | null;
  last_uid: number | null;
  look_again_from: Date | null;
  checked_at: Date | null;
  next_check_at: Date | null;
  failures: number;
  error: MailboxError | null;
  error_detail: string | null;
  last_letter_at: Date | null;
  letters: number;
  held: number;
  created_at: Date;
}

export const MAILBOX_COLUMNS = sql`id, workspace_id, address, name, way, enabled, plus_addresses, takes_replies, imap, password_sealed,
  uid_validity, last_uid::float8 AS last_uid, look_again_from, checked_at, next_check_at, failures, error, error_detail, last_letter_at,
  letters, held, created_at`;

/** Finds the enabled mailbox of an address before its workspace is known: all a delivered letter says is where it goes. */
export function findByAddress(database: Database, address: string): Promise<MailboxRow | undefined> {
  return database.machine.maybe<MailboxRow>(
    sql`SELECT ${MAILBOX_COLUMNS} FROM mailboxes WHERE address = ${address} AND enabled AND workspace_id IS NOT NULL`,
  );
}

/** Whether any shop of this installation has the address. */
export async function addressTaken(database: Database, address: string): Promise<boolean> {
  const row = await database.machine.maybe(
    sql`SELECT 1 AS one FROM mailboxes WHERE address = ${address} AND workspace_id IS NOT NULL`,
  );
  return row !== undefined;
}

/** Mailboxes due to be looked into, with their workspace. */
export function dueMailboxes(database: Database, now: Date): Promise<{ id: string; workspaceId: string }[]> {
  return database.machine.rows(sql`
    SELECT id, workspace_id AS "workspaceId" FROM mailboxes
    WHERE way = 'imap' AND enabled AND next_check_at <= ${now} AND workspace_id IS NOT NULL ORDER BY next_check_at LIMIT 500`);
}

export function readMailbox(tx: Tx, id: string): Promise<MailboxRow | undefined> {
  return tx.maybe<MailboxRow>(
    sql`SELECT ${MAILBOX_COLUMNS} FROM mailboxes WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
}

export function lockMailbox(tx: Tx, id: string): Promise<MailboxRow | undefined> {
  return tx.maybe<MailboxRow>(
    sql`SELECT ${MAILBOX_COLUMNS} FROM mailboxes WHERE workspace_id = ${tx.workspaceId} AND id = ${id} FOR UPDATE`,
  );
}

/** The mailbox customers' answers are sent to. */
export function replyMailbox(tx: Tx): Promise<MailboxRow | undefined> {
  return tx.maybe<MailboxRow>(
    sql`SELECT ${MAILBOX_COLUMNS} FROM mailboxes WHERE workspace_id = ${tx.workspaceId} AND takes_replies AND enabled`,
  );
}

/** Every address of this workspace, lower case. */
export async function ownAddresses(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ address: string }>(
    sql`SELECT address FROM mailboxes WHERE workspace_id = ${tx.workspaceId} LIMIT 500`,
  );
  return rows.map((row) => row.address);
}

export async function saveMailbox(tx: Tx, row: MailboxRow): Promise<void> {
  const imap = row.imap ? JSON.stringify(row.imap) : null;
  await tx.run(sql`
    INSERT INTO mailboxes (id, workspace_id, address, name, way, enabled, plus_addresses, takes_replies, imap, password_sealed,
      uid_validity, last_uid, next_check_at, created_at)
    VALUES (${row.id}, ${tx.workspaceId}, ${row.address}, ${row.name}, ${row.way}, ${row.enabled}, ${row.plus_addresses},
      ${row.takes_replies}, ${imap}::jsonb, ${row.password_sealed}, ${row.uid_validity}, ${row.last_uid}, ${row.next_check_at},
      ${row.created_at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, enabled = excluded.enabled, plus_addresses = excluded.plus_addresses,
      takes_replies = excluded.takes_replies, imap = excluded.imap, password_sealed = excluded.password_sealed,
      uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, next_check_at = excluded.next_check_at`);
}

/** Only one mailbox takes answers. */
export async function dropReplyMailbox(tx: Tx): Promise<void> {
  await tx.run(
    sql`UPDATE mailboxes SET takes_replies = false WHERE workspace_id = ${tx.workspaceId} AND takes_replies`,
  );
}

export async function deleteMailbox(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM mailboxes WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export interface Position {
  uidValidity: string;
  lastUid: number;
}

/** Remembers how far a mailbox was read; in the transaction of the letter itself. */
export async function savePosition(tx: Tx, id: string, position: Position): Promise<void> {
  await tx.run(sql`
    UPDATE mailboxes SET uid_validity = ${position.uidValidity},
      last_uid = CASE WHEN uid_validity = ${position.uidValidity} THEN greatest(coalesce(last_uid, 0), ${position.lastUid}) ELSE ${position.lastUid} END
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function saveLookAgain(tx: Tx, id: string, from: Date | null): Promise<void> {
  await tx.run(
    sql`UPDATE mailboxes SET look_again_from = ${from} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`,
  );
}

/** Writes how a look into a mailbox went and when the next one is due. */
export async function saveChecked(
  tx: Tx,
  id: string,
  input: { now: Date; nextAt: Date; failures: number; error: MailboxError | null; detail: string | null },
): Promise<void> {
  await tx.run(sql`
    UPDATE mailboxes SET checked_at = ${input.now}, next_check_at = ${input.nextAt}, failures = ${input.failures},
      error = ${input.error}, error_detail = ${input.detail}
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}

export async function countLetter(tx: Tx, id: string, input: { at: Date; held: number }): Promise<void> {
  await tx.run(sql`
    UPDATE mailboxes SET letters = letters + 1, held = held + ${input.held}, last_letter_at = greatest(last_letter_at, ${input.at})
    WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
}
