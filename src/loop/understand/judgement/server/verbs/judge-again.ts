// Judges feedback anew with the present engine; what people corrected stays, the sums follow.
import type { Tx } from '../../../../../platform/database/database.ts';
import type { TextEngine } from '../../../../../text/judge.contract.ts';
import { feedbackForJudging } from '../../../../collect/intake/server/door.ts';
import { DailySums, dayReader, saveDailySums, timeZoneOf } from '../../../overview/server/door.ts';
import { themeFinderOf } from '../../../themes/server/door.ts';
import { effectiveLabels, labelsDiffer } from '../../core/effective.ts';
import { correctionsOf } from '../correction.store.ts';
import { lockJudgements, updateJudgements } from '../judgement.store.ts';
import { readFeedback, withTokens } from '../read-feedback.ts';
import { labelsOfRow } from '../save-labels.ts';

/** @returns ids judged again, and how many of them carry other labels than before */
export async function judgeAgain(
  tx: Tx,
  engine: TextEngine,
  feedbackIds: readonly string[],
  now: Date,
): Promise<{ ids: string[]; changed: number }> {
  // load
  const before = new Map((await lockJudgements(tx, feedbackIds)).map((row) => [row.feedbackId, row]));
  const loaded = (await feedbackForJudging(tx, feedbackIds)).filter((feedback) => before.has(feedback.id));
  const corrections = await correctionsOf(
    tx,
    [...before.values()].filter((row) => row.machine).map((row) => row.feedbackId),
  );
  // decide
  const reads = await readFeedback(
    {
      engine,
      finder: await themeFinderOf(tx),
      dayOf: dayReader(await timeZoneOf(tx)),
      workspaceId: tx.workspaceId,
    },
    loaded,
  );
  const sums = new DailySums();
  let changed = 0;
  const rows = reads.map((read) => {
    const old = before.get(read.row.feedbackId)!;
    const corrected = corrections.get(old.feedbackId);
    if (corrected) {
      read.row.machine = labelsOfRow(read.row);
      Object.assign(read.row, effectiveLabels(read.row.machine, corrected));
      read.row.corrected = old.corrected;
    }
    // Its day and its being a repeat are facts of its arrival, not the engine's opinion.
    read.row.day = old.day;
    read.row.repeats = old.repeats;
    if (labelsDiffer(old, read.row)) changed += 1;
    sums.count(old, -1);
    sums.count(read.row, 1);
    return withTokens(read);
  });
  // save
  await updateJudgements(tx, rows, now);
  await saveDailySums(tx, sums.take());
  return { ids: rows.map((row) => row.feedbackId), changed };
}
