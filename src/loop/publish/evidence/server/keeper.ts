// Hands out and takes back what the log keeps of a person: after an erasure only digests without salt are left, which say nothing.
import sql from 'sql-template-tag';
import { NO_TRACES, type PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';

/** Must run before the keeper of feedback, which knows whose words are whose. */
export const evidenceKeeper: PersonKeeper<Tx> = {
  name: 'evidence',
  async export(tx, personId) {
    const rows = await tx.rows<{ seq: number; at: Date; digest: string }>(sql`
      SELECT l.seq, l.at, encode(l.digest, 'hex') AS digest FROM evidence_leaves l
      JOIN feedback_facts f ON f.workspace_id = l.workspace_id AND f.id = l.source_id
      WHERE l.workspace_id = ${tx.workspaceId} AND f.person_id = ${personId} ORDER BY l.seq`);
    return [{ section: 'evidence', rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }];
  },
  async erase(tx, personId, _now, traces = NO_TRACES) {
    // Source ids stay unique without naming anything.
    await tx.run(sql`
      UPDATE evidence_leaves l SET salt = NULL, content = NULL, subject_id = NULL, source_id = 'erased_' || l.seq
      FROM feedback_facts f
      WHERE l.workspace_id = ${tx.workspaceId} AND f.workspace_id = l.workspace_id AND f.person_id = ${personId} AND l.source_id = f.id`);
    await tx.run(sql`
      UPDATE evidence_leaves l SET salt = NULL, content = NULL, subject_id = NULL, source_id = 'erased_' || l.seq
      FROM cases_facts c
      WHERE l.workspace_id = ${tx.workspaceId} AND c.workspace_id = l.workspace_id AND c.person_id = ${personId}
        AND l.subject_id = c.id AND l.kind <> 'receipt'`);
    // What was being written at the moment of the erasure, and cases that only his voices made his.
    await tx.run(sql`
      UPDATE evidence_leaves l SET salt = NULL, content = NULL, subject_id = NULL, source_id = 'erased_' || l.seq
      WHERE l.workspace_id = ${tx.workspaceId} AND (l.subject_id = ANY(${traces.ids}::text[]) OR l.source_id = ANY(${traces.ids}::text[]))`);
    return { fileIds: [] };
  },
};
