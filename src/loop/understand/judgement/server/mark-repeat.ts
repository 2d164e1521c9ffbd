// Lets a feedback count as a voice of its own, or no longer, when a link between repeats is made or undone.
import type { Tx } from '../../../../platform/database/database.ts';
import { lockJudgements } from './judgement.store.ts';
import { saveChangedRow } from './save-labels.ts';

/** @returns false when the feedback has no judgement to mark */
export async function markRepeat(tx: Tx, feedbackId: string, repeats: boolean, now: Date): Promise<boolean> {
  const [before] = await lockJudgements(tx, [feedbackId]);
  if (!before) return false;
  if (before.repeats !== repeats) await saveChangedRow(tx, before, { ...before, repeats }, now);
  return true;
}
