// What later rooms and rules may do with cases.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';

export type { CaseVoice } from '../core/case-voice.contract.ts';
export { caseKeeper } from './case.keeper.ts';
export { caseLine, readShown } from './case.reads.ts';
export { envInside } from './inside.ts';
export { type RingAbout, ringAbout } from './notification.store.ts';
export { addNote } from './verbs/add-note.ts';
export { alarmCase } from './verbs/alarm-case.ts';
export { closeCase } from './verbs/close-case.ts';
export { mergeCase } from './verbs/merge-case.ts';
export { noteAgentReply } from './verbs/note-agent-reply.ts';
export { noteCustomerMessage } from './verbs/note-customer-message.ts';
export { type OpenInput, openCase } from './verbs/open-case.ts';
export { openOrJoin } from './verbs/open-or-join.ts';
export { type ReopenInput, reopenCase } from './verbs/reopen-case.ts';
export { type ResolveInput, resolveCase } from './verbs/resolve-case.ts';
export { verifyCase } from './verbs/verify-case.ts';

/** One person (or one unknown voice) who reported a case. */
export interface Reporter {
  /** Null where nobody knows who spoke; each such feedback is a reporter of its own. */
  personId: string | null;
  feedbackIds: string[];
  /** Channel of the latest feedback. */
  channel: string;
}

/** Everybody who reported a case, those of merged cases included, in the order of their first voice. */
export async function reportersOf(tx: Tx, caseId: string): Promise<Reporter[]> {
  return tx.rows<Reporter>(sql`
    SELECT f.person_id AS "personId", array_agg(f.id::text ORDER BY f.id) AS "feedbackIds",
      (array_agg(f.channel ORDER BY f.id DESC))[1] AS channel
    FROM case_feedback m JOIN feedback_facts f ON f.workspace_id = m.workspace_id AND f.id = m.feedback_id
    WHERE m.workspace_id = ${tx.workspaceId} AND m.case_id = ${caseId}
    GROUP BY f.person_id, CASE WHEN f.person_id IS NULL THEN f.id END ORDER BY min(f.id)`);
}

/** The case each feedback is in; feedback in no case is left out. */
export async function casesOf(tx: Tx, feedbackIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ feedback_id: string; case_id: string }>(sql`
    SELECT feedback_id, case_id FROM case_feedback
    WHERE workspace_id = ${tx.workspaceId} AND feedback_id = ANY(${[...feedbackIds]}::text[]) AND case_id IS NOT NULL`);
  return new Map(rows.map((row) => [row.feedback_id, row.case_id]));
}
