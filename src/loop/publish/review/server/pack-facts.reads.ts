// Gathers what a pack says of its week from the published facts of all rooms.
import sql from 'sql-template-tag';
import { wilson } from '../../../../kit/statistics/wilson.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { pickQuotes } from '../core/pick-quotes.ts';
import type { PackFacts, PackShare } from '../core/review.contract.ts';
import type { Week } from '../core/review-week.ts';
import { readCandidates, readCases } from './pack-cases.reads.ts';
import { readLate } from './pack-late.reads.ts';
import { readThemeMoves } from './pack-themes.reads.ts';

/** Everything the pack shows. @param timeZone zone of the shop, whose days the week is made of */
export async function gatherFacts(tx: Tx, week: Week, timeZone: string, now: Date): Promise<PackFacts> {
  const [figures, themes, urgentCases, disputedCases, late] = await Promise.all([
    readFigures(tx, week, timeZone, now),
    readThemeMoves(tx, week),
    readCases(tx, 'urgent', week, timeZone),
    readCases(tx, 'disputed', week, timeZone),
    readLate(tx, week, timeZone, now),
  ]);
  const rising = themes.rising.slice(0, 3).map((theme) => theme.key);
  const quotes = pickQuotes(await readCandidates(tx, week, rising), rising);
  return { ...figures, ...themes, urgentCases, disputedCases, late, quotes };
}

type Figures = Omit<PackFacts, 'rising' | 'falling' | 'urgentCases' | 'disputedCases' | 'late' | 'quotes'>;

async function readFigures(tx: Tx, week: Week, timeZone: string, now: Date): Promise<Figures> {
  const start = (day: string) => sql`(${day}::date::timestamp AT TIME ZONE ${timeZone})`;
  const after = (day: string) => sql`((${day}::date + 1)::timestamp AT TIME ZONE ${timeZone})`;
  const isNow = sql`day BETWEEN ${week.from}::date AND ${week.to}::date`;
  const words = await tx.one<
    Record<'voices' | 'positive' | 'negative' | 'before' | 'positiveBefore' | 'negativeBefore', number>
  >(sql`
    SELECT coalesce(sum(voices) FILTER (WHERE ${isNow}), 0)::int AS voices, coalesce(sum(positive) FILTER (WHERE ${isNow}), 0)::int AS positive,
      coalesce(sum(negative) FILTER (WHERE ${isNow}), 0)::int AS negative, coalesce(sum(voices) FILTER (WHERE NOT ${isNow}), 0)::int AS before,
      coalesce(sum(positive) FILTER (WHERE NOT ${isNow}), 0)::int AS "positiveBefore",
      coalesce(sum(negative) FILTER (WHERE NOT ${isNow}), 0)::int AS "negativeBefore"
    FROM feedback_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${week.previousFrom}::date AND ${week.to}::date`);
  const cases = await tx.one<PackFacts['cases'] & { response: number | null; responseBefore: number | null }>(sql`
    SELECT count(*) FILTER (WHERE opened_at >= ${start(week.from)} AND opened_at < ${after(week.to)})::int AS opened,
      count(*) FILTER (WHERE resolved_at >= ${start(week.from)} AND resolved_at < ${after(week.to)})::int AS resolved,
      count(*) FILTER (WHERE verified_at >= ${start(week.from)} AND verified_at < ${after(week.to)})::int AS verified,
      count(*) FILTER (WHERE is_open AND next_due_at < ${now})::int AS late,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_reply_at - opened_at) * 1000)
        FILTER (WHERE opened_at >= ${start(week.from)} AND opened_at < ${after(week.to)}) AS response,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM first_reply_at - opened_at) * 1000)
        FILTER (WHERE opened_at >= ${start(week.previousFrom)} AND opened_at < ${start(week.from)}) AS "responseBefore"
    FROM cases_facts WHERE workspace_id = ${tx.workspaceId} AND merged_into IS NULL`);
  const rated = await tx.one<
    Record<'asked' | 'answered' | 'good' | 'askedBefore' | 'answeredBefore' | 'goodBefore', number>
  >(sql`
    SELECT coalesce(sum(asked) FILTER (WHERE ${isNow}), 0)::int AS asked, coalesce(sum(answered) FILTER (WHERE ${isNow}), 0)::int AS answered,
      coalesce(sum(satisfied) FILTER (WHERE ${isNow}), 0)::int AS good, coalesce(sum(asked) FILTER (WHERE NOT ${isNow}), 0)::int AS "askedBefore",
      coalesce(sum(answered) FILTER (WHERE NOT ${isNow}), 0)::int AS "answeredBefore",
      coalesce(sum(satisfied) FILTER (WHERE NOT ${isNow}), 0)::int AS "goodBefore"
    FROM rating_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${week.previousFrom}::date AND ${week.to}::date`);
  const fixed = await tx.one<Record<'resolved' | 'repeated' | 'resolvedBefore' | 'repeatedBefore', number>>(sql`
    SELECT coalesce(sum(resolved) FILTER (WHERE ${isNow}), 0)::int AS resolved, coalesce(sum(repeated) FILTER (WHERE ${isNow}), 0)::int AS repeated,
      coalesce(sum(resolved) FILTER (WHERE NOT ${isNow}), 0)::int AS "resolvedBefore",
      coalesce(sum(repeated) FILTER (WHERE NOT ${isNow}), 0)::int AS "repeatedBefore"
    FROM verify_daily_facts
    WHERE workspace_id = ${tx.workspaceId} AND kind = 'all' AND day BETWEEN ${week.previousFrom}::date AND ${week.to}::date`);
  const { response, responseBefore, ...counts } = cases;
  return {
    voices: { value: words.voices, previous: words.before },
    netSentiment: {
      value: net(words.positive, words.negative, words.voices),
      previous: net(words.positiveBefore, words.negativeBefore, words.before),
    },
    cases: counts,
    firstResponseMs: { value: response, previous: responseBefore },
    csat: shareOf(rated.good, rated.answered, rated.goodBefore, rated.answeredBefore),
    ratingResponse: shareOf(rated.answered, rated.asked, rated.answeredBefore, rated.askedBefore),
    repeat: shareOf(fixed.repeated, fixed.resolved, fixed.repeatedBefore, fixed.resolvedBefore),
  };
}

function net(up: number, down: number, of: number): number | null {
  return of === 0 ? null : Math.round(((up - down) / of) * 1000) / 10;
}

/** Null where nothing was counted in either week. */
function shareOf(count: number, of: number, countBefore: number, ofBefore: number): PackShare | null {
  if (of === 0 && ofBefore === 0) return null;
  const { share, low, high } = wilson(count, of);
  return {
    value: share,
    low: share === null ? null : low,
    high: share === null ? null : high,
    count,
    of,
    previous: ofBefore === 0 ? null : countBefore / ofBefore,
  };
}
