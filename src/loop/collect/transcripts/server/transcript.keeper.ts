// Hands over and erases what sessions hold of a person.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

export const transcriptKeeper: PersonKeeper<Tx> = {
  name: 'transcripts',
  async traces(tx, personId) {
    const rows = await tx.rows<{ id: string; text: string | null }>(sql`
      SELECT t.id, u.text FROM transcripts t LEFT JOIN transcript_turns u
        ON u.workspace_id = t.workspace_id AND u.transcript_id = t.id AND u.speaker = 'customer'
      WHERE t.workspace_id = ${tx.workspaceId} AND t.person_id = ${personId}`);
    return { ids: [...new Set(rows.map((row) => row.id))], words: rows.flatMap((row) => row.text ?? []) };
  },
  async export(tx, personId) {
    const rows = await tx.rows<{ startedAt: Date; channel: string; speaker: string; text: string }>(sql`
      SELECT t.started_at AS "startedAt", t.channel, u.speaker, u.text FROM transcripts t
      JOIN transcript_turns u ON u.workspace_id = t.workspace_id AND u.transcript_id = t.id
      WHERE t.workspace_id = ${tx.workspaceId} AND t.person_id = ${personId} ORDER BY t.id, u.position`);
    return [{ section: 'transcripts', rows: rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString() })) }];
  },
  async erase(tx, personId) {
    // A conversation of two is nobody's without him: all its turns go, the row stays so that the same file does not bring it back.
    await tx.run(sql`
      DELETE FROM transcript_turns u USING transcripts t
      WHERE u.workspace_id = ${tx.workspaceId} AND t.workspace_id = u.workspace_id AND t.id = u.transcript_id AND t.person_id = ${personId}`);
    await tx.run(sql`
      UPDATE transcripts SET person_id = NULL, agent = NULL, feedback_ids = '{}', turn_count = 0, promises = 0
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    return { fileIds: [] };
  },
};
