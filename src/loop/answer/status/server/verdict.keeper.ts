// Hands out what a person said on his page about being helped; his yes or no stays without him.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

const HIS = (tx: Tx, personId: string) => sql`(reporter = ${personId} OR reporter IN (
  SELECT id FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}))`;

export const verdictKeeper: PersonKeeper<Tx> = {
  name: 'verdicts',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT case_id AS "caseId", resolution, solved, at FROM verdicts
      WHERE workspace_id = ${tx.workspaceId} AND ${HIS(tx, personId)} ORDER BY at`);
    return [{ section: 'verdicts', rows }];
  },
  async erase(tx, personId) {
    await tx.run(sql`
      UPDATE verdicts SET reporter = 'erased_' || gen_random_uuid()
      WHERE workspace_id = ${tx.workspaceId} AND ${HIS(tx, personId)}`);
    return { fileIds: [] };
  },
};
