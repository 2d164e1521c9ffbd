// Reads and writes status links; a token is looked up across workspaces because the visitor knows nothing else.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Statements, Tx } from '../../../../platform/database/database.ts';
import { hashToken, type Sealer } from '../../../../platform/secrets/seal.ts';
import { linkToken, looksLikeToken } from './token.ts';

export interface StatusLink {
  /** Path on this installation: `/s/<token>`. */
  path: string;
  expiresAt: Date;
}

export interface OpenedLink {
  id: string;
  workspaceId: string;
  /** A case's id, or a feedback's when it is no case yet. */
  subject: string;
  /** A person's id, or a feedback's when nobody knows who spoke. */
  reporter: string;
}

interface LinkRow {
  generation: number;
  revoked_at: Date | null;
}

/**
 * The secret link of a reporter; made on first use, the same one afterwards, opening for `days` from now on.
 * @param input.subject case id, or feedback id for a voice that is no case yet
 * @param input.reporter person id, or feedback id where nobody knows who spoke
 */
export async function statusLinkFor(
  tx: Tx,
  sealer: Sealer,
  input: { subject: string; reporter: string; now: Date; days: number },
): Promise<StatusLink> {
  const { subject, reporter, now } = input;
  const expiresAt = new Date(now.getTime() + input.days * 86_400_000);
  const first = linkToken(sealer, tx.workspaceId, { subject, reporter, generation: 1 });
  const row = await tx.one<LinkRow>(sql`
    INSERT INTO status_links (id, workspace_id, token_hash, subject, reporter, generation, created_at, expires_at)
    VALUES (${newId('link')}, ${tx.workspaceId}, ${first.hash}, ${subject}, ${reporter}, 1, ${now}, ${expiresAt})
    ON CONFLICT (workspace_id, subject, reporter)
    DO UPDATE SET expires_at = greatest(status_links.expires_at, excluded.expires_at)
    RETURNING generation, revoked_at`);
  if (!row.revoked_at) {
    return { path: `/s/${tokenOf(tx, sealer, subject, reporter, row.generation)}`, expiresAt };
  }
  const generation = row.generation + 1;
  const next = linkToken(sealer, tx.workspaceId, { subject, reporter, generation });
  await tx.run(sql`
    UPDATE status_links SET generation = ${generation}, token_hash = ${next.hash}, revoked_at = NULL, expires_at = ${expiresAt}
    WHERE workspace_id = ${tx.workspaceId} AND subject = ${subject} AND reporter = ${reporter}`);
  return { path: `/s/${next.token}`, expiresAt };
}

function tokenOf(tx: Tx, sealer: Sealer, subject: string, reporter: string, generation: number): string {
  return linkToken(sealer, tx.workspaceId, { subject, reporter, generation }).token;
}

/** Whose link this is; nothing for a wrong, expired or revoked one, all alike. */
export async function openLink(machine: Statements, token: string, now: Date): Promise<OpenedLink | undefined> {
  if (!looksLikeToken(token)) return undefined;
  return machine.maybe<OpenedLink>(sql`
    SELECT id, workspace_id AS "workspaceId", subject, reporter FROM status_links
    WHERE token_hash = ${hashToken(token)} AND revoked_at IS NULL AND expires_at > ${now}`);
}

/** Remembers that the reporter looked: words waiting for him count as seen from here on. */
export async function noteOpened(tx: Tx, linkId: string, now: Date): Promise<void> {
  await tx.run(
    sql`UPDATE status_links SET opened_at = ${now} WHERE workspace_id = ${tx.workspaceId} AND id = ${linkId}`,
  );
}

/** Which of these reporters have ever opened their page of this case. */
export async function readersOf(tx: Tx, subject: string, reporters: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ reporter: string }>(sql`
    SELECT reporter FROM status_links WHERE workspace_id = ${tx.workspaceId} AND subject = ${subject}
      AND reporter = ANY(${reporters}::text[]) AND opened_at IS NOT NULL AND revoked_at IS NULL`);
  return new Set(rows.map((row) => row.reporter));
}

/** @returns whether there was a working link to end */
export async function endLink(tx: Tx, input: { subject: string; reporter: string; now: Date }): Promise<boolean> {
  const ended = await tx.run(sql`
    UPDATE status_links SET revoked_at = ${input.now}
    WHERE workspace_id = ${tx.workspaceId} AND subject = ${input.subject} AND reporter = ${input.reporter} AND revoked_at IS NULL`);
  return ended > 0;
}
