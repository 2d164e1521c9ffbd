// Judges feedback anew with the engine in force; what people corrected stays, the sums follow.
import type { Tx } from '../../../../../platform/database/database.ts';
import type { TextEngine } from '../../../../../text/judge.contract.ts';
import { feedbackForJudging } from '../../../../collect/intake/server/door.ts';
import { DailySums, dayReader, saveDailySums, timeZoneOf } from '../../../overview/server/door.ts';
import { themeFinderOf } from '../../../themes/server/door.ts';
import { effectiveLabels, labelsDiffer } from '../../core/effective.ts';
import { type LabelMoves, labelMoves } from '../../core/label-moves.ts';
import { correctionsOf } from '../correction.store.ts';
import { type JudgementRow, lockJudgements, updateJudgements } from '../judgement.store.ts';
import { readFeedback, withTokens } from '../read-feedback.ts';
import { labelsOfRow } from '../save-labels.ts';

/** What a re-judgement did. */
export interface JudgedAgain {
  ids: string[];
  /** How many carry other labels than before. */
  changed: number;
  /** Which ones, with the sentiment before and after. */
  changes: { feedbackId: string; from: string; to: string }[];
  /** Feedback by the engine that had judged it before. */
  was: Record<string, number>;
  moves: LabelMoves;
}

/** Judges these again in the caller's transaction; ids without a judgement are left out. */
export async function judgeAgain(
  tx: Tx,
  engine: TextEngine,
  feedbackIds: readonly string[],
  now: Date,
): Promise<JudgedAgain> {
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
  const done: JudgedAgain = { ids: [], changed: 0, changes: [], was: {}, moves: {} };
  const rows: JudgementRow[] = [];
  for (const read of reads) {
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
    done.was[old.engine] = (done.was[old.engine] ?? 0) + 1;
    if (labelsDiffer(old, read.row)) {
      done.changed += 1;
      done.changes.push({ feedbackId: old.feedbackId, from: old.sentiment, to: read.row.sentiment });
      for (const move of labelMoves(old, read.row)) done.moves[move] = (done.moves[move] ?? 0) + 1;
    }
    sums.count(old, -1);
    sums.count(read.row, 1);
    rows.push(withTokens(read));
  }
  // save
  await updateJudgements(tx, rows, now);
  await saveDailySums(tx, sums.take());
  done.ids = rows.map((row) => row.feedbackId);
  return done;
}
