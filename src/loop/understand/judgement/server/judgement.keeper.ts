// Takes a person's words out of the search and out of the reasons; the labels stay, so that counts stay.
import { randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import type { PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { packAspects } from '../core/effective.ts';
import { labelTokens } from '../core/tokens.ts';
import { lockJudgements } from './judgement.store.ts';

async function idsOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT id FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}
    UNION SELECT feedback_id FROM judgements WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}`);
  return rows.map((row) => row.id);
}

export const judgementKeeper: PersonKeeper<Tx> = {
  name: 'judgement',
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT feedback_id AS "feedbackId", sentiment, class, intents, themes, language, urgency_level AS "urgency", emotion, corrected,
        judged_at AS "judgedAt"
      FROM judgements WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${await idsOf(tx, personId)}::text[]) ORDER BY feedback_id`);
    return [{ section: 'judgements', rows }];
  },
  async erase(tx, personId) {
    const rows = await lockJudgements(tx, await idsOf(tx, personId));
    // His voices still count as those of one, whoever that was: the number is new and leads nowhere.
    const nobody = (randomBytes(6).readUIntBE(0, 6) + 1).toString();
    const ids = rows.map((row) => row.feedbackId);
    const tokens = rows.map((row) => intArray(labelTokens(row)));
    const aspects = rows.map((row) =>
      JSON.stringify(packAspects(row.aspects.map((aspect) => ({ ...aspect, span: null })))),
    );
    await tx.run(sql`
      UPDATE judgements j SET person_id = NULL, person_key = CASE WHEN j.person_key = 0 THEN 0 ELSE ${nobody}::bigint END,
        text_key = hashtextextended(j.feedback_id, 0), tokens = n.tokens::int[], aspects = n.aspects, reasons = '[]'
      FROM unnest(${ids}::text[], ${tokens}::text[], ${aspects}::text[]) AS n(id, tokens, aspects)
      WHERE j.workspace_id = ${tx.workspaceId} AND j.feedback_id = n.id`);
    return { fileIds: [] };
  },
};

function intArray(values: readonly number[]): string {
  return `{${values.join(',')}}`;
}
