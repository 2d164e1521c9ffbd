// Hands out what a person was told and how he judged it; afterwards only that somebody was told, and his yes or no.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

export const noticeKeeper: PersonKeeper<Tx> = {
  name: 'notices',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT case_id AS "caseId", resolution, created_at AS "createdAt" FROM notices
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} ORDER BY id`);
    return [{ section: 'notices', rows }];
  },
  async erase(tx, personId) {
    await tx.run(sql`
      UPDATE notices SET reporter = id, person_id = NULL, feedback_id = NULL
      WHERE workspace_id = ${tx.workspaceId} AND (reporter = ${personId} OR reporter IN (
        SELECT id FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}))`);
    return { fileIds: [] };
  },
};
