// Hands over and erases what letters hold of a person.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { dropFileRows } from '../../../../platform/files/file.store.ts';

/** His letters: those he sent, and those in his conversations. */
const HIS = (personId: string) => sql`(person_id = ${personId} OR reply_reporter = ${personId})`;

export const mailboxKeeper: PersonKeeper<Tx> = {
  name: 'mailboxes',
  async traces(tx, personId) {
    const rows = await tx.rows<{ id: string; subject: string }>(
      sql`SELECT id, subject FROM mail_letters WHERE workspace_id = ${tx.workspaceId} AND ${HIS(personId)}`,
    );
    return { ids: rows.map((row) => row.id), words: rows.map((row) => row.subject) };
  },
  async export(tx, personId) {
    const rows = await tx.rows<{
      receivedAt: Date;
      from: string;
      subject: string;
      kind: string;
      attachments: string[];
    }>(sql`
      SELECT l.received_at AS "receivedAt", l.from_hint AS "from", l.subject, l.kind,
        coalesce((SELECT array_agg(a.name ORDER BY a.id) FROM mail_attachments a
          WHERE a.workspace_id = l.workspace_id AND a.letter_id = l.id), '{}') AS attachments
      FROM mail_letters l WHERE l.workspace_id = ${tx.workspaceId} AND ${HIS(personId)} ORDER BY l.id`);
    return [{ section: 'letters', rows: rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })) }];
  },
  async erase(tx, personId) {
    const files = await tx.rows<{ id: string }>(sql`
      SELECT a.file_id AS id FROM mail_attachments a
      JOIN mail_letters l ON l.workspace_id = a.workspace_id AND l.id = a.letter_id
      WHERE a.workspace_id = ${tx.workspaceId} AND ${HIS(personId)} AND a.file_id IS NOT NULL`);
    const fileIds = files.map((file) => file.id);
    await dropFileRows(tx, fileIds);
    // The row stays as a bare key, so that the same letter fetched again does not bring him back.
    await tx.run(sql`
      DELETE FROM mail_attachments a USING mail_letters l
      WHERE a.workspace_id = ${tx.workspaceId} AND l.workspace_id = a.workspace_id AND l.id = a.letter_id AND ${HIS(personId)}`);
    await tx.run(sql`
      UPDATE mail_letters SET from_hash = '', from_hint = '', subject = '', text_sealed = NULL, message_hash = NULL, message_id_sealed = NULL,
        person_id = NULL, feedback_id = NULL, reply_subject = NULL, reply_reporter = NULL, case_id = NULL, conversation_message_id = NULL
      WHERE workspace_id = ${tx.workspaceId} AND ${HIS(personId)}`);
    await tx.run(sql`DELETE FROM reply_marks WHERE workspace_id = ${tx.workspaceId} AND reporter = ${personId}`);
    return { fileIds };
  },
};
