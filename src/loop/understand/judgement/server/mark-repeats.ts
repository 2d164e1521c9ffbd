// Lets feedback count as voices of their own, or no longer, when links between repeats are made or undone.
import type { Tx } from '../../../../platform/database/database.ts';
import { lockJudgements } from './judgement.store.ts';
import { saveChangedRows } from './save-labels.ts';

/** @returns the ids that have a judgement; the others could not be marked */
export async function markRepeats(
  tx: Tx,
  feedbackIds: readonly string[],
  repeats: boolean,
  now: Date,
): Promise<Set<string>> {
  const rows = await lockJudgements(tx, feedbackIds);
  const changes = rows
    .filter((row) => row.repeats !== repeats)
    .map((before) => ({ before, after: { ...before, repeats } }));
  if (changes.length > 0) await saveChangedRows(tx, changes, now);
  return new Set(rows.map((row) => row.feedbackId));
}
