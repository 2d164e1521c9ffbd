// Finds and empties the letters to or about somebody who is erased; that a letter left stays known.
import sql from 'sql-template-tag';
import type { Tx } from '../database/database.ts';
import type { Sealer } from '../secrets/seal.ts';
import { hintOfAddress } from './mail.store.ts';

export interface KeptMail {
  id: string;
  subject: string;
  text: string;
  state: string;
  createdAt: Date;
  /** True when it was addressed to him; false when it only speaks about him. */
  toHim: boolean;
}

/**
 * Letters to these addresses, and letters about these things.
 * @param about.addresses as they are written to, lower case
 */
export async function mailsAbout(
  tx: Tx,
  sealer: Sealer,
  about: { addresses: readonly string[]; subjects: readonly string[] },
): Promise<KeptMail[]> {
  const addresses = new Set(about.addresses);
  const rows = await tx.rows<Omit<KeptMail, 'toHim'> & { to: string; about: boolean }>(sql`
    SELECT id, subject, body_text AS text, state, created_at AS "createdAt", to_sealed AS "to",
      coalesce(subject_id = ANY(${[...about.subjects]}::text[]), false) AS about
    FROM mails WHERE workspace_id = ${tx.workspaceId}
      AND (lower(to_hint) = ANY(${[...addresses].map(hintOfAddress)}::text[]) OR subject_id = ANY(${[...about.subjects]}::text[]))
    ORDER BY id`);
  return rows.flatMap(({ to, about: isAbout, ...row }) => {
    const toHim = addresses.has(sealer.open(tx.workspaceId, to).trim().toLowerCase());
    return toHim || isAbout ? [{ ...row, toHim }] : [];
  });
}

/** Empties letters; one that has not left does not leave any more. */
export async function emptyMails(
  tx: Tx,
  sealer: Sealer,
  mails: readonly Pick<KeptMail, 'id' | 'toHim'>[],
): Promise<void> {
  const nobody = sealer.seal(tx.workspaceId, '');
  await tx.run(sql`
    UPDATE mails m SET subject = '—', body_text = '—', body_html = NULL, reply_to = NULL, in_reply_to = NULL, last_error = NULL,
      dedupe_key = 'erased:' || m.id, message_id = '<' || m.id || '@huiyin>',
      to_sealed = CASE WHEN n.to_him THEN ${nobody} ELSE m.to_sealed END, to_hint = CASE WHEN n.to_him THEN '—' ELSE m.to_hint END,
      state = CASE WHEN m.state IN ('queued', 'sending', 'unconfirmed') THEN 'failed' ELSE m.state END
    FROM unnest(${mails.map((mail) => mail.id)}::text[], ${mails.map((mail) => mail.toHim)}::boolean[]) AS n(id, to_him)
    WHERE m.workspace_id = ${tx.workspaceId} AND m.id = n.id`);
}
