// Hands a person his ratings, or empties them of him; the sums stay, because they name nobody.
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { closeOpenOf } from './rating-close.store.ts';

export const ratingsKeeper: PersonKeeper<Tx> = {
  name: 'ratings',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT r.id, r.case_id, r.asked_at, r.answered_at, r.score, r.comment,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('score', s.score, 'comment', s.comment, 'at', s.at) ORDER BY s.seq), '[]')
         FROM rating_scores s WHERE s.workspace_id = r.workspace_id AND s.rating_id = r.id) AS given
      FROM ratings r WHERE r.workspace_id = ${tx.workspaceId} AND r.person_id = ${personId} ORDER BY r.id`);
    return rows.length > 0 ? [{ section: 'ratings', rows }] : [];
  },
  async erase(tx, personId) {
    await tx.run(sql`
      UPDATE rating_scores SET comment = NULL WHERE workspace_id = ${tx.workspaceId} AND comment IS NOT NULL
        AND rating_id IN (SELECT id FROM ratings WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId})`);
    // A question he will not answer any more counts as unanswered.
    await closeOpenOf(tx, personId);
    // The score stays in the sums; the address opens nothing any more, and nothing leads from the row to him.
    await tx.run(sql`
      UPDATE ratings SET person_id = NULL, feedback_id = NULL, comment = NULL, reporter = id, token_hash = 'erased ' || id
      WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
    return { fileIds: [] };
  },
};
