// Hands out or empties what questionnaires keep of a customer.
import sql from 'sql-template-tag';
import type { KeptSection, PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';

/**
 * Answers stay as numbers of nobody: scores and choices are in the sums already. What was written is feedback, which its own
 * keeper hands out and erases; words not sent yet are handed out and erased here.
 */
export function formKeeper(sealer: Sealer): PersonKeeper<Tx> {
  return {
    name: 'forms',
    async traces(tx, personId) {
      const rows = await tx.rows<{ id: string }>(
        sql`SELECT id FROM form_answers WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`,
      );
      return { ids: rows.map((row) => row.id) };
    },
    async export(tx, personId): Promise<KeptSection[]> {
      const answers = await tx.rows<{ words: string | null; order: string | null } & Record<string, unknown>>(sql`
        SELECT a.id, f.name AS form, a.version, a.state, a.identified_by AS "identifiedBy", a.language, a.answers, a.context,
          a.scores, a.started_at AS "startedAt", a.settled_at AS "settledAt", a.words_sealed AS words, a.order_sealed AS "order"
        FROM form_answers a JOIN forms f ON f.workspace_id = a.workspace_id AND f.id = a.form_id
        WHERE a.workspace_id = ${tx.workspaceId} AND a.person_id = ${personId} ORDER BY a.id`);
      const invitations = await tx.rows<Record<string, unknown>>(sql`
        SELECT i.id, f.name AS form, i.subject, i.context, i.state, i.reason, i.created_at AS "createdAt", i.settled_at AS "settledAt"
        FROM form_invitations i JOIN forms f ON f.workspace_id = i.workspace_id AND f.id = i.form_id
        WHERE i.workspace_id = ${tx.workspaceId} AND i.person_id = ${personId} ORDER BY i.id`);
      const open = (sealed: string | null) => (sealed ? sealer.open(tx.workspaceId, sealed) : null);
      return [
        {
          section: 'forms',
          rows: answers.map(({ words, order, ...row }) => ({
            ...row,
            words: words ? JSON.parse(open(words)!) : null,
            orderNo: open(order),
          })),
        },
        { section: 'form_invitations', rows: invitations },
      ];
    },
    async erase(tx, personId, now) {
      await tx.run(sql`
        DELETE FROM form_texts t USING form_answers a
        WHERE t.workspace_id = ${tx.workspaceId} AND a.workspace_id = t.workspace_id AND a.id = t.answer_id
          AND a.person_id = ${personId}`);
      await tx.run(sql`
        UPDATE form_answers SET person_id = NULL, invitation_id = NULL, respondent = NULL, identified_by = 'nothing',
          token_hash = NULL, words_sealed = NULL, order_sealed = NULL, context = '{}', feedback_id = NULL,
          drop_at = CASE WHEN state = 'started' THEN ${now} ELSE drop_at END
        WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
      await tx.run(
        sql`DELETE FROM form_invitations WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`,
      );
      return { fileIds: [] };
    },
  };
}
