// Hands out which secret pages a person has, and closes them for good.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

const HIS = (tx: Tx, personId: string) => sql`(reporter = ${personId} OR reporter IN (
  SELECT id FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}))`;

export const linkKeeper: PersonKeeper<Tx> = {
  name: 'links',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT subject, created_at AS "createdAt", opened_at AS "openedAt", expires_at AS "expiresAt" FROM status_links
      WHERE workspace_id = ${tx.workspaceId} AND ${HIS(tx, personId)} ORDER BY id`);
    return [{ section: 'status_links', rows }];
  },
  async erase(tx, personId) {
    await tx.run(sql`DELETE FROM status_links WHERE workspace_id = ${tx.workspaceId} AND ${HIS(tx, personId)}`);
    return { fileIds: [] };
  },
};
