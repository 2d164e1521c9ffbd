// Judges feedback that has no judgement yet: labels, themes, tokens, repeats and daily sums in one pass over a batch.
import type { Tx } from '../../../../../platform/database/database.ts';
import type { TextEngine } from '../../../../../text/judge.contract.ts';
import { feedbackForJudging } from '../../../../collect/intake/server/door.ts';
import { findRepeats, saveLinks } from '../../../duplicates/server/door.ts';
import { DailySums, dayReader, saveDailySums, timeZoneOf } from '../../../overview/server/door.ts';
import { themeFinderOf } from '../../../themes/server/door.ts';
import { insertJudgements, judgedAmong } from '../judgement.store.ts';
import { type ReadFeedback, readFeedback, withTokens } from '../read-feedback.ts';

const BATCH = 500;
/** Sums are written when this many rows have gathered, and at the end. */
const MOST_SUMS = 20_000;

/**
 * Judges batch after batch. While the database saves one batch the engine judges the next: both cores work.
 * What is judged already is passed over, so that telling an event twice changes nothing.
 * @param told called with the ids of each saved batch, in the same transaction
 */
export async function judgeNew(
  tx: Tx,
  engine: TextEngine,
  feedbackIds: readonly string[],
  now: Date,
  told: (ids: string[]) => Promise<void>,
): Promise<void> {
  const options = {
    engine,
    finder: await themeFinderOf(tx),
    dayOf: dayReader(await timeZoneOf(tx)),
    workspaceId: tx.workspaceId,
  };
  const sums = new DailySums();
  let saving: Promise<unknown> = Promise.resolve();
  const unique = [...new Set(feedbackIds)];
  for (let start = 0; start < unique.length; start += BATCH) {
    // load
    const ids = unique.slice(start, start + BATCH);
    const [known, loaded] = await Promise.all([judgedAmong(tx, ids), feedbackForJudging(tx, ids)]);
    const fresh = loaded.filter((feedback) => !known.has(feedback.id));
    if (fresh.length === 0) continue;
    // decide
    const reads = await readFeedback(options, fresh);
    await saving;
    const repeats = await findRepeats(tx, reads.map(voiceOf));
    for (const read of reads) read.row.repeats = repeats.has(read.row.feedbackId);
    const rows = reads.map(withTokens);
    for (const row of rows) sums.count(row, 1);
    // save
    const links = [...repeats].map(
      ([feedbackId, duplicateOfId]) => ({ feedbackId, duplicateOfId, kind: 'exact', similarity: 1 }) as const,
    );
    saving = Promise.all([
      insertJudgements(tx, rows, now).then((saved) => {
        if (saved !== rows.length) throw new Error('Feedback was judged by somebody else meanwhile');
      }),
      saveLinks(tx, links, now),
      sums.size >= MOST_SUMS ? saveDailySums(tx, sums.take()) : undefined,
      // tell
      told(rows.map((row) => row.feedbackId)),
    ]);
    // A failure is met at the next batch; until then it must not count as unheard.
    saving.catch(() => {});
  }
  await saving;
  await saveDailySums(tx, sums.take());
}

function voiceOf(read: ReadFeedback) {
  const { feedbackId, textKey, personKey } = read.row;
  return { id: feedbackId, textKey, personKey, particular: read.particular };
}
