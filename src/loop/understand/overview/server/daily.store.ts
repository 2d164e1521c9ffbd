// Keeps the sums a day, in the transaction of whatever changes a judgement.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { DailyChange } from '../core/daily-sums.ts';

/** Adds changes to the sums. Rows come sorted by key, so that two writers lock them in the same order. */
export async function saveDailySums(tx: Tx, changes: readonly DailyChange[]): Promise<void> {
  if (changes.length === 0) return;
  const column = <T>(pick: (change: DailyChange) => T) => changes.map(pick);
  await tx.run(sql`
    INSERT INTO feedback_daily AS d (workspace_id, kind, day, item, channel, sentiment, class, feedback, voices, positive, negative, rated, rating_sum, low_rated)
    SELECT ${tx.workspaceId}, c.* FROM unnest(${column((c) => c.kind)}::text[], ${column((c) => c.day)}::date[],
      ${column((c) => c.item)}::text[], ${column((c) => c.channel)}::text[], ${column((c) => c.sentiment)}::text[],
      ${column((c) => c.class)}::text[], ${column((c) => c.feedback)}::bigint[], ${column((c) => c.voices)}::bigint[],
      ${column((c) => c.positive)}::bigint[], ${column((c) => c.negative)}::bigint[],
      ${column((c) => c.rated)}::bigint[], ${column((c) => c.ratingSum)}::float8[], ${column((c) => c.lowRated)}::bigint[]) AS c
    ON CONFLICT (workspace_id, kind, day, item, channel, sentiment, class) DO UPDATE SET
      positive = d.positive + excluded.positive, negative = d.negative + excluded.negative,
      feedback = d.feedback + excluded.feedback, voices = d.voices + excluded.voices, rated = d.rated + excluded.rated,
      rating_sum = d.rating_sum + excluded.rating_sum, low_rated = d.low_rated + excluded.low_rated`);
}
