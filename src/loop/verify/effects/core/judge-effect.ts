// From the counted days to a verdict: one pure reckoning, so that the same days and choices always give the same figures.
import { daysNeeded } from '../../../../kit/statistics/days-needed.ts';
import {
  type CountedDay,
  type EffectEstimate,
  estimateDrift,
  estimateEffect,
  estimateRatio,
  type RatioEstimate,
} from '../../../../kit/statistics/fix-effect.ts';
import type { EffectOutcome, EffectPlan, SeriesDay } from './effect.contract.ts';
import type { Reason } from './effect-words.contract.ts';

/** One calendar day as counted. `heard` is everything said that day; days before anything was heard are not used. */
export interface RawDay {
  day: string;
  count: number;
  control: number;
  exposure: number;
  heard: number;
}

/** Below these nothing is said: the intervals were checked down to here (test/statistics). */
export const LEAST = { daysBefore: 28, daysAfter: 14, countBefore: 20, expectedAfter: 10 } as const;

const DAY_MS = 86_400_000;
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
export const dayName = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/**
 * @param raw every calendar day from `beforeDays` before the effective day to the last whole day, in order, gaps filled with zeros
 * @param effectiveOn the day from which the fix was live
 */
export function judgeEffect(
  raw: readonly RawDay[],
  plan: EffectPlan,
  effectiveOn: string,
): { outcome: EffectOutcome; series: SeriesDay[] } {
  const start = dayNumber(effectiveOn);
  const firstHeard = raw.findIndex((one) => one.heard > 0);
  const sided = raw.map((one, index) => {
    const day = dayNumber(one.day);
    const side = day < start ? 'before' : day < start + plan.washoutDays ? 'washout' : 'after';
    const usable =
      side !== 'washout' && firstHeard >= 0 && index >= firstHeard && (plan.control !== null || one.exposure > 0);
    return { ...one, number: day, side: side as SeriesDay['side'], usable };
  });
  const days: CountedDay[] = sided
    .filter((one) => one.usable)
    .map(({ number, side, count, exposure, control }) => ({
      day: number,
      after: side === 'after',
      count,
      exposure,
      control,
    }));
  const before = days.filter((one) => !one.after);
  const after = days.filter((one) => one.after);
  const choice = { control: plan.control !== null, slopeChange: plan.slopeChange };
  const enoughToFit = before.length >= LEAST.daysBefore && after.length >= 7 && total(before) > 0;
  const fitted = enoughToFit ? estimateEffect(days, choice) : null;
  const lines = new Map(fitted?.lines.map((line) => [line.day, line]));
  const expectedAfter = fitted
    ? fitted.lines.reduce((sum, line) => sum + (line.day >= start ? line.without : 0), 0)
    : null;
  const placebo = before.length >= 56 ? placebosOf(before, choice) : [];
  const drift = choice.control && before.length >= LEAST.daysBefore ? estimateDrift(before) : null;
  const outcome: EffectOutcome = {
    ...verdictOf({ plan, before, after, fitted, expectedAfter, placebo, drift }),
    estimate: fitted && short(fitted),
    change: fitted && changeOf(plan, after, fitted, expectedAfter!),
    daysBefore: before.length,
    daysAfter: after.length,
    countBefore: total(before),
    countAfter: total(after),
    expectedAfter,
    dispersion: fitted?.dispersion ?? null,
    correlation: fitted?.correlation ?? null,
    daysNeeded: waitingOf(plan, before, fitted),
    placebo: placebo.map((one) => ({ day: dayName(one.day), ...short(one) })),
    drift: drift && short(drift),
  };
  const series = sided.map((one): SeriesDay => {
    const line = one.usable ? lines.get(one.number) : undefined;
    return {
      day: one.day,
      side: one.side,
      count: one.count,
      exposure: one.exposure,
      control: one.control,
      fitted: line ? round(line.fitted) : null,
      without: line ? round(line.without) : null,
      low: line ? round(line.low) : null,
      high: line ? round(line.high) : null,
    };
  });
  return { outcome, series };
}

interface Seen {
  plan: EffectPlan;
  before: readonly CountedDay[];
  after: readonly CountedDay[];
  fitted: EffectEstimate | null;
  expectedAfter: number | null;
  placebo: readonly RatioEstimate[];
  drift: RatioEstimate | null;
}

/**
 * The rule, in this order:
 * 1. too few days or counts, a model that did not settle, groups that drifted apart before the fix, or two or more
 *    fake dates that "changed" too → cannot tell;
 * 2. the whole interval on the good side of 1 → improved;
 * 3. the interval rules out even half of the expected change → not improved;
 * 4. otherwise → cannot tell.
 */
function verdictOf(seen: Seen): Pick<EffectOutcome, 'verdict' | 'reasons'> {
  const { plan, before, after, fitted, placebo, drift } = seen;
  const reasons: Reason[] = [];
  if (before.length < LEAST.daysBefore) reasons.push('too_few_days_before');
  if (after.length < LEAST.daysAfter) reasons.push('too_few_days_after');
  if (total(before) < LEAST.countBefore) reasons.push('too_few_before');
  if (seen.expectedAfter !== null && seen.expectedAfter < LEAST.expectedAfter) reasons.push('too_few_expected');
  if (fitted && !(fitted.converged && Number.isFinite(fitted.high))) reasons.push('model_failed');
  if (drift && (drift.low > 1 || drift.high < 1)) reasons.push('groups_drifted');
  const moved = placebo.filter((one) => one.low > 1 || one.high < 1).length;
  if (moved >= 2) reasons.push('placebo_moves');
  if (reasons.length > 0 || !fitted) return { verdict: 'cannot_tell', reasons };
  // Seen as a fall: what was to rise is turned over.
  const [low, high] = plan.direction === 'down' ? [fitted.low, fitted.high] : [1 / fitted.high, 1 / fitted.low];
  const size = plan.direction === 'down' ? plan.size : plan.size / (1 + plan.size);
  if (high < 1) return { verdict: 'improved', reasons: low > 1 - size ? ['less_than_expected'] : [] };
  if (low > 1) return { verdict: 'not_improved', reasons: ['got_worse'] };
  if (low > 1 - size / 2) return { verdict: 'not_improved', reasons: [] };
  return { verdict: 'cannot_tell', reasons: ['interval_wide'] };
}

/** Fake dates spread over the days before, each judged by the days before alone. */
function placebosOf(before: readonly CountedDay[], choice: { control: boolean; slopeChange: boolean }) {
  const earliest = LEAST.daysBefore;
  const latest = before.length - LEAST.daysAfter;
  const dates = [0, 1, 2, 3, 4].map((step) => Math.round(earliest + ((latest - earliest) * step) / 4));
  return [...new Set(dates)].map((at) => {
    const days = before.map((one, index) => ({ ...one, after: index >= at }));
    return { day: before[at]!.day, ...estimateRatio(days, choice) };
  });
}

/**
 * Counts per 1,000 of the exposure that fell away: the rate seen after, less the one it would have been (rate ÷ ratio). The
 * rate seen is taken as it is; its interval comes from the ratio's.
 */
function changeOf(
  plan: EffectPlan,
  after: readonly CountedDay[],
  fitted: EffectEstimate,
  expectedAfter: number,
): EffectOutcome['change'] {
  const days = plan.exposure === 'days';
  const exposure = days ? after.length : after.reduce((sum, one) => sum + one.exposure, 0) / 1000;
  if (exposure <= 0) return null;
  const seen = total(after);
  const at = (ratio: number) => (seen > 0 ? seen * (1 - 1 / ratio) : expectedAfter * (ratio - 1)) / exposure;
  return { per: days ? 'day' : 'thousand', value: at(fitted.ratio), low: at(fitted.low), high: at(fitted.high) };
}

function waitingOf(plan: EffectPlan, before: readonly CountedDay[], fitted: EffectEstimate | null): number | null {
  if (before.length < LEAST.daysBefore || total(before) === 0) return null;
  const [one, two] = fitted?.dispersion ?? [1.3, 1.3];
  const leaning = fitted ? Math.max(0, fitted.correlation) : 0;
  const scatter = Math.max(1, (one + two) / 2) * (1 + (2 * leaning) / (1 - leaning ** 0.4));
  const size = plan.direction === 'down' ? plan.size : -plan.size;
  const choice = { control: plan.control !== null, slopeChange: plan.slopeChange };
  const { days } = daysNeeded(before, choice, size, scatter);
  return days === null ? null : Math.max(days, LEAST.daysAfter);
}

const total = (days: readonly CountedDay[]): number => days.reduce((sum, one) => sum + one.count, 0);
const short = ({ ratio, low, high }: RatioEstimate) => ({ ratio, low, high });
const round = (value: number): number => Math.round(value * 1000) / 1000;
