// Reckons the effect of an action from the days counted so far, keeps the figures as a further version and brings the verdict back.
import { type Env, tell } from '../../../../../ground/env.ts';
import { may } from '../../../../../ground/members/core/actor.contract.ts';
import { newId } from '../../../../../kit/ids.ts';
import { ok, type Result, refuse } from '../../../../../kit/result.ts';
import type { Tx } from '../../../../../platform/database/database.ts';
import { dayOf, noteVerdict } from '../../../../act/problems/server/door.ts';
import { effectJudged } from '../../core/effect-events.contract.ts';
import type { Look } from '../../core/effect-words.contract.ts';
import { dayName, dayNumber, judgeEffect } from '../../core/judge-effect.ts';
import {
  insertResult,
  latestResult,
  latestReview,
  lockPlan,
  type StoredResult,
  saveAsked,
  saveWatching,
} from '../effect.store.ts';
import { readSeries } from '../series.reads.ts';

/** @returns whether it is to be counted again tomorrow */
export async function measureEffect(
  tx: Tx,
  env: Env,
  input: { actionId: string },
): Promise<Result<{ watching: boolean }, 'forbidden' | 'not_found'>> {
  // permit
  if (!may(env.actor, 'verify.edit')) return refuse('forbidden');
  // load
  const row = await lockPlan(tx, input.actionId);
  if (!row) return refuse('not_found');
  const today = await dayOf(tx, env.now);
  // Today is not over: only whole days are counted.
  const throughOn = dayName(dayNumber(today) - 1);
  const from = dayName(dayNumber(row.effective_on) - row.plan.beforeDays);
  const raw = await readSeries(tx, row.plan, from, throughOn);
  const last = await latestResult(tx, row.action_id);
  const reviewed = await latestReview(tx, row.action_id);
  // decide
  const look = lookOf(today, row.review_on, reviewed?.through_on);
  const { outcome, series } = judgeEffect(raw, row.plan, row.effective_on);
  const same = last && look !== 'review' && sameFigures(last, { plan: row.plan, series, look });
  const watching = row.watching && look === 'interim';
  // save
  if (row.asked_at) await saveAsked(tx, row.action_id, null);
  if (row.watching !== watching) await saveWatching(tx, row.action_id, watching);
  if (same) return ok({ watching });
  const { ratio = null, low = null, high = null } = outcome.estimate ?? {};
  const version = (last?.version ?? 0) + 1;
  const { action_id: actionId, problem_id: problemId } = row;
  await insertResult(tx, {
    id: newId('eff'),
    action_id: actionId,
    problem_id: problemId,
    version,
    look,
    verdict: outcome.verdict,
    ratio,
    low,
    high,
    through_on: throughOn,
    computed_at: env.now,
    plan: row.plan,
    series,
    outcome,
  });
  // tell
  const judged = { actionId, problemId, verdict: outcome.verdict, ratio, low, high };
  await tell(tx, env, effectJudged, { subject: problemId, data: { ...judged, version, look } });
  await noteVerdict(tx, env, { ...judged, decides: look === 'review' });
  return ok({ watching });
}

/** The first look on or after the review day is the review; a review day moved on makes a further one. */
function lookOf(today: string, reviewOn: string, reviewedThrough: string | undefined): Look {
  if (today < reviewOn) return 'interim';
  return reviewedThrough === undefined || reviewedThrough < dayName(dayNumber(reviewOn) - 1) ? 'review' : 'later';
}

/** Nothing new was heard since: another version would say the same. */
function sameFigures(last: StoredResult, now: Pick<StoredResult, 'plan' | 'series' | 'look'>): boolean {
  const essence = (one: Pick<StoredResult, 'plan' | 'series' | 'look'>) =>
    JSON.stringify([
      one.look,
      sorted(one.plan),
      one.series.map((day) => [day.day, day.count, day.exposure, day.control]),
    ]);
  return essence(last) === essence(now);
}

/** The store gives keys in its own order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
