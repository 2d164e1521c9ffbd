// Hands a person what the gate keeps of him, or takes him out of it; the counts stay, because they name nobody.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

export const gateKeeper: PersonKeeper<Tx> = {
  name: 'gate',
  async export(tx, personId) {
    const said = await tx.rows<Record<string, unknown>>(sql`
      SELECT r.case_id, r.round, e.kind, e.score, e.note, e.feedback_id, e.at
      FROM verify_evidence e JOIN verify_rounds r ON r.workspace_id = e.workspace_id AND r.id = e.round_id
      WHERE e.workspace_id = ${tx.workspaceId} AND e.reporter = ${personId} ORDER BY e.at, e.id`);
    const repeats = await tx.rows<Record<string, unknown>>(sql`
      SELECT r.case_id, r.round, x.feedback_id, x.said_at
      FROM verify_repeats x JOIN verify_rounds r ON r.workspace_id = x.workspace_id AND r.id = x.round_id
      WHERE x.workspace_id = ${tx.workspaceId} AND x.person_id = ${personId} ORDER BY x.id`);
    return [
      { section: 'verifications', rows: said },
      { section: 'repeats', rows: repeats },
    ].filter((section) => section.rows.length > 0);
  },
  async erase(tx, personId) {
    await tx.run(sql`DELETE FROM verify_reporters WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    await tx.run(sql`
      UPDATE verify_evidence SET reporter = NULL, note = NULL, feedback_id = NULL, dedupe = 'erased ' || id
      WHERE workspace_id = ${tx.workspaceId} AND reporter = ${personId}`);
    await tx.run(sql`DELETE FROM verify_repeats WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    return { fileIds: [] };
  },
};
