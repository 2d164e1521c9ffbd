// Writes the notes of a case; a note is never changed.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export interface NewNote {
  id: string;
  caseId: string;
  author: { kind: string; id: string; name: string };
  text: string;
  mentions: readonly string[];
  now: Date;
}

export async function insertNote(tx: Tx, note: NewNote): Promise<void> {
  await tx.run(sql`
    INSERT INTO case_notes (id, workspace_id, case_id, author_kind, author_id, author_name, text, mentions, created_at)
    VALUES (${note.id}, ${tx.workspaceId}, ${note.caseId}, ${note.author.kind}, ${note.author.id}, ${note.author.name},
      ${note.text}, ${[...note.mentions]}::text[], ${note.now})`);
}
