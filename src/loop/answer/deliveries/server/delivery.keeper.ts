// Hands out how words reached a person, and takes him out of it; words still to be carried are not carried any more.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { ERASED } from '../../../../text/quoting.ts';

const HIS = (tx: Tx, personId: string) => sql`(person_id = ${personId} OR feedback_id IN (
  SELECT id FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}))`;

export const deliveryKeeper: PersonKeeper<Tx> = {
  name: 'deliveries',
  async traces(tx, personId) {
    const rows = await tx.rows<{ id: string }>(
      sql`SELECT id FROM deliveries WHERE workspace_id = ${tx.workspaceId} AND ${HIS(tx, personId)}`,
    );
    return { ids: rows.map((row) => row.id) };
  },
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT kind, way, channel, to_hint AS "to", state, note, created_at AS "createdAt", settled_at AS "settledAt" FROM deliveries
      WHERE workspace_id = ${tx.workspaceId} AND ${HIS(tx, personId)} ORDER BY id`);
    return [{ section: 'deliveries', rows }];
  },
  async erase(tx, personId) {
    await tx.run(sql`
      DELETE FROM deliveries WHERE workspace_id = ${tx.workspaceId} AND ${HIS(tx, personId)} AND state IN ('open', 'waiting')`);
    await tx.run(sql`
      UPDATE deliveries SET person_id = NULL, feedback_id = NULL, words_sealed = NULL,
        to_hint = CASE WHEN to_hint IS NULL THEN NULL ELSE ${ERASED} END, note = NULL
      WHERE workspace_id = ${tx.workspaceId} AND ${HIS(tx, personId)}`);
    return { fileIds: [] };
  },
};
