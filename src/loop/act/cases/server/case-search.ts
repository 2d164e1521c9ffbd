// Tells the explorer which feedback stand in which case, so that it can filter by it.
import type { Tx } from '../../../../platform/database/database.ts';
import { markCases } from '../../../understand/judgement/server/door.ts';

/** @param caseId null: in no case any more */
export async function tellSearch(tx: Tx, feedbackIds: readonly string[], caseId: string | null): Promise<void> {
  await tellSearchMany(
    tx,
    feedbackIds.map((feedbackId) => ({ feedbackId, caseId })),
  );
}

export async function tellSearchMany(
  tx: Tx,
  marks: readonly { feedbackId: string; caseId: string | null }[],
): Promise<void> {
  if (marks.length > 0) await markCases(tx, marks);
}
