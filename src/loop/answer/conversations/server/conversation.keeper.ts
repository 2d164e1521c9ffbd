// Hands out what was said with a person, and empties it: that somebody was answered, and when, stays.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { ERASED } from '../../../../text/quoting.ts';

interface Word {
  id: string;
  conversationId: string;
  kind: string;
  channel: string;
  text: string;
  sealed: string | null;
  by: string;
  at: Date;
}

/** His conversation, and that of each of his voices from when nobody knew who spoke. */
const HIS = (tx: Tx, personId: string) => sql`
  SELECT id FROM conversations WHERE workspace_id = ${tx.workspaceId} AND (person_id = ${personId} OR feedback_id IN (
    SELECT id FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}))`;

export function conversationKeeper(sealer: Sealer): PersonKeeper<Tx> {
  const wordsOf = async (tx: Tx, personId: string) => {
    const rows = await tx.rows<Word>(sql`
      SELECT id, conversation_id AS "conversationId", kind, channel, body AS text, body_sealed AS sealed, author_kind AS by, at
      FROM messages WHERE workspace_id = ${tx.workspaceId} AND conversation_id IN (${HIS(tx, personId)}) ORDER BY id`);
    return rows.map((row) => ({ ...row, text: row.sealed ? sealer.open(tx.workspaceId, row.sealed) : row.text }));
  };
  return {
    name: 'conversations',
    async traces(tx, personId) {
      const words = await wordsOf(tx, personId);
      return {
        ids: [...words.map((word) => word.id), ...new Set(words.map((word) => word.conversationId))],
        words: words.filter((word) => word.by === 'person').map((word) => word.text),
      };
    },
    async export(tx, personId) {
      const rows = (await wordsOf(tx, personId)).map(({ kind, channel, text, by, at }) => ({
        kind,
        channel,
        text,
        by,
        at,
      }));
      return [{ section: 'messages', rows }];
    },
    async erase(tx, personId) {
      await tx.run(sql`
        UPDATE messages SET body = ${ERASED}, body_sealed = NULL, feedback_id = NULL,
          author_id = CASE WHEN author_kind = 'person' THEN NULL ELSE author_id END,
          author_name = CASE WHEN author_kind = 'person' THEN NULL ELSE author_name END
        WHERE workspace_id = ${tx.workspaceId} AND conversation_id IN (${HIS(tx, personId)})`);
      // Somebody has to stand on the other side: the conversation itself, which leads to nobody.
      await tx.run(sql`
        UPDATE conversations SET person_id = NULL, feedback_id = id
        WHERE workspace_id = ${tx.workspaceId} AND id IN (${HIS(tx, personId)})`);
      return { fileIds: [] };
    },
  };
}
