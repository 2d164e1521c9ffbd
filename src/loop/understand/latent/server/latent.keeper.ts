// What the rules keep of a customer, for his export and his erasure.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

/** Erasing keeps the mark that the evidence was used, so that nothing is found anew, but not whom it was about. */
export const latentKeeper: PersonKeeper<Tx> = {
  name: 'latent',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT rule, text, occurred_at AS "occurredAt", doubt, found_at AS "foundAt" FROM latent_findings
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId} ORDER BY id`);
    return rows.length > 0 ? [{ section: 'latent', rows }] : [];
  },
  async erase(tx, personId) {
    await tx.run(sql`
      UPDATE latent_findings SET person_id = NULL, text = '', signal_ids = '[]'
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    return { fileIds: [] };
  },
};
