// Finds the voices a lesson is likely to be about as well: much the same words, or most of the rare ones.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { similarTo } from '../../../../text/adapt/similar-texts.ts';
import { feedbackForJudging } from '../../../collect/intake/server/door.ts';
import { bandsOf, queryTokens } from '../../judgement/server/door.ts';
import { wordsOf } from '../core/words-of.ts';

/** How far back the newest are walked, how many of them are compared, and how many are judged again. */
const WALKED = 4000;
const COMPARED = 200;
const MOST_ALIKE = 50;
/** Less in common than this is another matter. */
const LIKE_ENOUGH = 0.25;

/** Ids of voices like this one, likest first, without itself. */
export async function alikeOf(tx: Tx, feedbackId: string, text: string): Promise<string[]> {
  const marks = queryTokens(wordsOf(text)).slice(0, 80);
  const bands = bandsOf(text);
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT s.feedback_id AS id FROM huiyin.sharing_most(${marks}::int[], ${WALKED}, ${COMPARED}) s
    UNION SELECT b.feedback_id FROM huiyin.sharing_tokens(${bands}::int[], ${COMPARED}) b`);
  const ids = rows.map((row) => row.id).filter((id) => id !== feedbackId);
  const candidates = await feedbackForJudging(tx, ids);
  return similarTo(text, candidates, MOST_ALIKE)
    .filter((one) => one.likeness >= LIKE_ENOUGH)
    .map((one) => one.item.id);
}
