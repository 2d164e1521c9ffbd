// What call-backs keep of a customer, for his export and his erasure.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

/** Erasing keeps that a call was made and its outcome, without whom and without words; open calls are dropped. */
export const callbackKeeper: PersonKeeper<Tx> = {
  name: 'callbacks',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT b.reason, b.outcome, b.note, b.created_at AS "createdAt", b.done_at AS "doneAt",
        (SELECT jsonb_agg(jsonb_build_object('at', a.at, 'outcome', a.outcome, 'note', a.note) ORDER BY a.number) FROM callback_attempts a
          WHERE a.workspace_id = b.workspace_id AND a.callback_id = b.id) AS attempts
      FROM callbacks b WHERE b.workspace_id = ${tx.workspaceId} AND b.person_id = ${personId} ORDER BY b.id`);
    return rows.length > 0 ? [{ section: 'callbacks', rows }] : [];
  },
  async erase(tx, personId, now) {
    await tx.run(sql`
      UPDATE callback_attempts SET note = NULL WHERE workspace_id = ${tx.workspaceId} AND callback_id IN (
        SELECT id FROM callbacks WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId})`);
    // Two open calls about one case would meet in the same nameless place, so they are dropped in the same statement.
    await tx.run(sql`
      UPDATE callbacks SET person_id = NULL, note = NULL, plan_note = NULL, feedback_id = NULL,
        done_at = CASE WHEN state = 'open' THEN ${now}::timestamptz ELSE done_at END, state = CASE WHEN state = 'open' THEN 'dropped' ELSE state END
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    return { fileIds: [] };
  },
};
