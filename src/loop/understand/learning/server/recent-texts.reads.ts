// Reads the shop's own recent words for the learning that needs no labels, so many and no more.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { feedbackForJudging } from '../../../collect/intake/server/door.ts';

/** The newest voices that are read. */
const MOST_TEXTS = 3000;
/** Without this many decisions nobody could tell whether learning without labels helps or harms here. */
const MEASURABLE_LESSONS = 30;

/** Newest first, each wording once; none where too few decisions could check what comes of it. */
export async function recentTexts(tx: Tx, lessons: number): Promise<string[]> {
  if (lessons < MEASURABLE_LESSONS) return [];
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT feedback_id AS id FROM judgements_facts
    WHERE workspace_id = ${tx.workspaceId} ORDER BY occurred_at DESC, feedback_id DESC LIMIT ${MOST_TEXTS}`);
  const voices = await feedbackForJudging(
    tx,
    rows.map((row) => row.id),
  );
  return [...new Set(voices.filter((voice) => voice.channel !== 'signal').map((voice) => voice.text))];
}
