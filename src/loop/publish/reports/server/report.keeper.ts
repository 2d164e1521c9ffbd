// Hands out and erases the one thing a report keeps of a person: that he is thanked.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

/** Figures hold no persons; only the list of those to be thanked does. */
export const reportKeeper: PersonKeeper<Tx> = {
  name: 'reports',
  async export(tx, personId) {
    const rows = await tx.rows<{ report: string; version: number }>(sql`
      SELECT report_id AS report, version FROM report_thanks
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} ORDER BY report_id, version`);
    return rows.length === 0 ? [] : [{ section: 'report_thanks', rows: rows.map((row) => ({ ...row })) }];
  },
  async erase(tx, personId) {
    await tx.run(sql`DELETE FROM report_thanks WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    return { fileIds: [] };
  },
};
