// Hands out and takes away what is known of a customer's browsers.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

export const visitorKeeper: PersonKeeper<Tx> = {
  name: 'visitors',
  async export(tx, personId) {
    const rows = await tx.rows<{ feedbackId: string; channel: string; at: Date }>(sql`
      SELECT v.feedback_id AS "feedbackId", v.channel, v.created_at AS at FROM visitor_voices v
      JOIN feedback_facts f ON f.workspace_id = v.workspace_id AND f.id = v.feedback_id
      WHERE v.workspace_id = ${tx.workspaceId} AND f.person_id = ${personId} ORDER BY v.id`);
    return rows.length === 0
      ? []
      : [{ section: 'visitors', rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }];
  },
  async erase(tx, personId) {
    await tx.run(sql`
      DELETE FROM visitor_voices v USING feedback_facts f
      WHERE v.workspace_id = ${tx.workspaceId} AND f.workspace_id = v.workspace_id AND f.id = v.feedback_id
        AND f.person_id = ${personId}`);
    return { fileIds: [] };
  },
};
