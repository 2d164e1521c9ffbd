// Puts changed labels in force everywhere at once: the row, its tokens and the sums of its day.
import type { Tx } from '../../../../platform/database/database.ts';
import { feedbackForJudging } from '../../../collect/intake/server/door.ts';
import { DailySums, saveDailySums } from '../../overview/server/door.ts';
import type { Labels } from '../core/effective.ts';
import { contentTokens, labelTokens } from '../core/tokens.ts';
import { type JudgementRow, updateJudgements } from './judgement.store.ts';

/** The labels in force, out of a row. */
export function labelsOfRow(row: Labels): Labels {
  const { sentiment, sentimentScore, intents, themes, aspects, urgencyLevel, urgencyReason, spamScore } = row;
  return {
    sentiment,
    sentimentScore,
    class: row.class,
    intents,
    themes,
    aspects,
    urgencyLevel,
    urgencyReason,
    spamScore,
  };
}

/** Saves changed rows whose words are the same as before, with one statement each for rows and sums. */
export async function saveChangedRows(
  tx: Tx,
  changes: readonly { before: JudgementRow; after: JudgementRow }[],
  now: Date,
): Promise<void> {
  const feedback = new Map(
    (
      await feedbackForJudging(
        tx,
        changes.map(({ after }) => after.feedbackId),
      )
    ).map((row) => [row.id, row]),
  );
  const sums = new DailySums();
  for (const { before, after } of changes) {
    const row = feedback.get(after.feedbackId);
    const words = row ? contentTokens(row) : before.tokens.filter((token) => token >= 0);
    after.tokens = [...words, ...labelTokens(after)];
    sums.count(before, -1);
    sums.count(after, 1);
  }
  await updateJudgements(
    tx,
    changes.map(({ after }) => after),
    now,
  );
  await saveDailySums(tx, sums.take());
}
