// Reads the funnel from sums a day alone: a period of three years costs no more than its days.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { countBacklog } from '../../../../platform/events/backlog.reads.ts';
import { feedbackReceived } from '../../../collect/intake/core/feedback-events.contract.ts';
import type { FunnelView } from '../core/funnel.contract.ts';
import { funnelOf, type LoopSum } from '../core/funnel-figures.ts';

export async function readFunnel(tx: Tx, period: { from: string; to: string }, timeZone: string): Promise<FunnelView> {
  const [{ feedback, voices }, sums, waiting, { marked }] = await Promise.all([
    tx.one<{ feedback: number; voices: number }>(sql`
      SELECT coalesce(sum(feedback), 0)::bigint AS feedback, coalesce(sum(voices), 0)::bigint AS voices FROM feedback_daily_facts
      WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${period.from}::date AND ${period.to}::date`),
    tx.rows<LoopSum>(sql`
      SELECT measure, bucket, sum(amount)::bigint AS amount FROM loop_daily
      WHERE workspace_id = ${tx.workspaceId} AND day BETWEEN ${period.from}::date AND ${period.to}::date
      GROUP BY measure, bucket`),
    countWaiting(tx),
    tx.one<{ marked: number }>(sql`
      SELECT count(*)::int AS marked FROM insight_dirty
      WHERE workspace_id = ${tx.workspaceId} AND day BETWEEN ${period.from}::date AND ${period.to}::date`),
  ]);
  return {
    from: period.from,
    to: period.to,
    timeZone,
    stages: funnelOf({ feedback, voices, waiting, sums }),
    waiting,
    countingDays: marked,
  };
}

/** Feedback received and not judged yet. */
export function countWaiting(tx: Tx): Promise<number> {
  return countBacklog(tx, { reaction: 'judgement.judge', type: feedbackReceived.type, list: 'feedbackIds' });
}
