// Writes conversations and their messages.
import sql from 'sql-template-tag';
import { newId } from '../../../../kit/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { maskPersonalData } from '../../../../text/personal-data.ts';
import type { Reporter } from '../../desk/server/door.ts';

/** The one conversation of a reporter, made when he is first spoken with; `at` moves its latest word. */
export async function conversationFor(
  tx: Tx,
  reporter: Pick<Reporter, 'key' | 'personId'>,
  direction: 'in' | 'out',
  at: Date,
): Promise<string> {
  const inAt = direction === 'in' ? at : null;
  const outAt = direction === 'out' ? at : null;
  const feedbackId = reporter.personId ? null : reporter.key;
  const target = reporter.personId
    ? sql`(workspace_id, person_id) WHERE person_id IS NOT NULL`
    : sql`(workspace_id, feedback_id) WHERE feedback_id IS NOT NULL`;
  const row = await tx.one<{ id: string }>(sql`
    INSERT INTO conversations (id, workspace_id, person_id, feedback_id, created_at, last_in_at, last_out_at)
    VALUES (${newId('conv')}, ${tx.workspaceId}, ${reporter.personId}, ${feedbackId}, ${at}, ${inAt}, ${outAt})
    ON CONFLICT ${target}
    DO UPDATE SET last_in_at = greatest(conversations.last_in_at, excluded.last_in_at),
      last_out_at = greatest(conversations.last_out_at, excluded.last_out_at)
    RETURNING id`);
  return row.id;
}

export interface NewMessage {
  conversationId: string;
  caseId: string;
  kind: 'message' | 'reply' | 'notice';
  channel: string;
  text: string;
  author: { kind: 'person' | 'member' | 'key' | 'system'; id: string | null; name: string | null };
  feedbackId: string | null;
  at: Date;
}

/** Saves words: masked to be read, the original sealed beside them only where masking took something away. */
export async function insertMessage(tx: Tx, sealer: Sealer, message: NewMessage): Promise<string> {
  const id = newId('msg');
  const { masked, found } = maskPersonalData(message.text);
  const sealed = found.length > 0 ? sealer.seal(tx.workspaceId, message.text) : null;
  await tx.run(sql`
    INSERT INTO messages (id, workspace_id, conversation_id, case_id, kind, channel, body, body_sealed, author_kind,
      author_id, author_name, feedback_id, at)
    VALUES (${id}, ${tx.workspaceId}, ${message.conversationId}, ${message.caseId}, ${message.kind}, ${message.channel},
      ${masked}, ${sealed}, ${message.author.kind}, ${message.author.id}, ${message.author.name}, ${message.feedbackId},
      ${message.at})`);
  return id;
}
