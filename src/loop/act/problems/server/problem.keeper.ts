// Takes a person's voices out of the evidence of problems, and his words out of what was written about them.
import sql from 'sql-template-tag';
import { NO_TRACES, type PersonKeeper } from '../../../../ground/people/core/keeper.contract.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { quoteFinder, withoutQuotes } from '../../../../text/quoting.ts';

/** Problems his voices or cases are part of. */
async function problemsOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    WITH voices AS (SELECT id FROM feedback_facts WHERE workspace_id = ${tx.workspaceId} AND person_id = ${personId}),
      named AS (SELECT case_id AS id FROM case_feedback_facts WHERE workspace_id = ${tx.workspaceId} AND feedback_id IN (SELECT id FROM voices))
    SELECT problem_id AS id FROM problem_voices WHERE workspace_id = ${tx.workspaceId} AND feedback_id IN (SELECT id FROM voices)
    UNION SELECT problem_id FROM problem_cases WHERE workspace_id = ${tx.workspaceId} AND case_id IN (SELECT id FROM named)
    UNION SELECT problem_id FROM problem_causes WHERE workspace_id = ${tx.workspaceId}
      AND (feedback_ids && ARRAY(SELECT id::text FROM voices) OR case_ids && ARRAY(SELECT id::text FROM named))`);
  return rows.map((row) => row.id);
}

interface Written {
  id: string;
  words: Record<string, string | null>;
}

/** Must run before the keepers of cases and feedback, by which his are found. */
export const problemKeeper: PersonKeeper<Tx> = {
  name: 'problems',
  traces: async (tx, personId) => ({ shared: await problemsOf(tx, personId) }),
  async export(tx, personId) {
    const rows = await tx.rows<Record<string, unknown>>(sql`
      SELECT number, title, state FROM problems
      WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${await problemsOf(tx, personId)}::text[]) ORDER BY number`);
    return [{ section: 'problems', rows }];
  },
  async erase(tx, personId, _now, traces = NO_TRACES) {
    const quotes = quoteFinder(traces.words);
    const ids = await problemsOf(tx, personId);
    const quoting = (rows: readonly Written[]) =>
      rows.flatMap((row) => {
        const words = withoutQuotes(row.words, quotes);
        return words === row.words ? [] : [{ id: row.id, words }];
      });
    const problems = quoting(
      await tx.rows<Written>(sql`
        SELECT id, jsonb_build_object('title', title, 'statement', statement, 'reason', solved_reason) AS words FROM problems
        WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${ids}::text[])`),
    );
    for (const { id, words } of problems) {
      await tx.run(sql`
        UPDATE problems SET title = ${words.title}, statement = ${words.statement}, solved_reason = ${words.reason}
        WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
    }
    const causes = quoting(
      await tx.rows<Written>(sql`
        SELECT id, jsonb_build_object('text', text, 'note', note) AS words FROM problem_causes
        WHERE workspace_id = ${tx.workspaceId} AND problem_id = ANY(${ids}::text[])`),
    );
    for (const { id, words } of causes) {
      await tx.run(sql`
        UPDATE problem_causes SET text = ${words.text}, note = ${words.note} WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
    }
    const actions = quoting(
      await tx.rows<Written>(sql`
        SELECT id, jsonb_build_object('title', title, 'change', change, 'reason', reason) AS words FROM corrective_actions
        WHERE workspace_id = ${tx.workspaceId} AND problem_id = ANY(${ids}::text[])`),
    );
    for (const { id, words } of actions) {
      await tx.run(sql`
        UPDATE corrective_actions SET title = ${words.title}, change = ${words.change}, reason = ${words.reason}
        WHERE workspace_id = ${tx.workspaceId} AND id = ${id}`);
    }
    await tx.run(sql`
      DELETE FROM problem_voices v USING feedback_facts f
      WHERE v.workspace_id = ${tx.workspaceId} AND f.workspace_id = v.workspace_id AND f.id = v.feedback_id AND f.person_id = ${personId}`);
    await tx.run(sql`
      UPDATE problem_causes SET feedback_ids = ARRAY(SELECT unnest(feedback_ids) EXCEPT
        SELECT f.id::text FROM feedback_facts f WHERE f.workspace_id = ${tx.workspaceId} AND f.person_id = ${personId})
      WHERE workspace_id = ${tx.workspaceId} AND problem_id = ANY(${ids}::text[]) AND feedback_ids <> '{}'`);
    return { fileIds: [] };
  },
};
