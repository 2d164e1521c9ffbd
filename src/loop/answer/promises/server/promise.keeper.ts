// What promises keep of a customer, for his export and his erasure.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

/** Erasing keeps that there was a promise and whether it was kept (the shop's own record), not its words or to whom. */
export const promiseKeeper: PersonKeeper<Tx> = {
  name: 'promises',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT text, state, due_at AS "dueAt", made_at AS "madeAt", settled_at AS "settledAt", note FROM promises
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} AND state <> 'proposed' ORDER BY id`);
    return rows.length > 0 ? [{ section: 'promises', rows }] : [];
  },
  async erase(tx, personId) {
    await tx.run(sql`
      UPDATE promises SET person_id = NULL, feedback_id = NULL, text = '', quote = NULL, note = NULL,
        state = CASE WHEN state IN ('proposed', 'made') THEN 'withdrawn' ELSE state END, next_look_at = NULL
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    return { fileIds: [] };
  },
};
