// Ten thousand shops that mended something, or nothing: days drawn from known truths, so that intervals can be held against them.
import type { CountedDay, EffectChoice } from '../../src/kit/statistics/fix-effect.ts';
import type { Chance } from './seeded.ts';

export interface Scenario {
  name: string;
  /** Mean of a day before the fix, after, and whether the measure is set against a control. */
  mean: number;
  before: number;
  after: number;
  choice: EffectChoice;
  /** Variance μ + μ²/size of counts (negative binomial); none when left out. */
  size?: number;
  /** How much each weekday differs, as factors. */
  week?: readonly number[];
  /** Growth in four weeks, as a factor. */
  trend?: number;
  /** A mood that lasts: correlation from day to day of the log rate, and its spread. */
  mood?: { keeps: number; spread: number };
  /** Mean of the control's day. */
  control?: number;
  /** Days after the fix that are not counted. */
  washout?: number;
  /** Where intervals are known to be wider than promised; 0.96 elsewhere. */
  coversAtMost?: number;
  /** Exposure of a day varies like this around 100 (log-normal spread). */
  exposure?: number;
}

const WEEK = [1.1, 0.9, 0.85, 0.9, 1.05, 1.3, 1.2];
const ITS: EffectChoice = { control: false, slopeChange: false };
const DID: EffectChoice = { control: true, slopeChange: false };
const plain = { before: 84, after: 42, choice: ITS };

export const SCENARIOS: readonly Scenario[] = [
  { name: 'poisson', mean: 12, ...plain },
  { name: 'overdispersed', mean: 12, size: 6, ...plain },
  { name: 'weekly_season', mean: 10, size: 15, week: WEEK, exposure: 0.3, ...plain },
  { name: 'trend_up', mean: 8, size: 12, week: WEEK, trend: 1.2, ...plain },
  { name: 'trend_down', mean: 12, size: 12, week: WEEK, trend: 0.8, ...plain },
  { name: 'autocorrelated', mean: 15, week: WEEK, mood: { keeps: 0.4, spread: 0.2 }, ...plain },
  { name: 'low_counts', mean: 0.8, week: WEEK, ...plain },
  { name: 'short', mean: 10, size: 15, week: WEEK, before: 42, after: 21, choice: ITS },
  // Nine unknowns from 42 days: the interval is wider than it need be, on the safe side.
  { name: 'shortest', mean: 8, before: 28, after: 14, choice: ITS, coversAtMost: 0.98 },
  { name: 'long', mean: 6, size: 10, week: WEEK, trend: 1.05, before: 182, after: 60, washout: 7, choice: ITS },
  {
    name: 'slope_change',
    mean: 12,
    size: 12,
    week: WEEK,
    before: 84,
    after: 42,
    choice: { control: false, slopeChange: true },
  },
  {
    name: 'control',
    mean: 10,
    size: 12,
    week: WEEK,
    trend: 1.3,
    mood: { keeps: 0.6, spread: 0.2 },
    control: 20,
    before: 84,
    after: 42,
    choice: DID,
  },
  { name: 'control_low_counts', mean: 0.8, week: WEEK, trend: 1.2, control: 2, before: 84, after: 42, choice: DID },
];

/** Draws the days of one shop. @param ratio what the fix truly did to the rate */
export function drawDays(scenario: Scenario, ratio: number, chance: Chance): CountedDay[] {
  const { mean, before, after, week, trend = 1, mood, control = 0, washout = 0 } = scenario;
  const days: CountedDay[] = [];
  const firstDay = 20_000 + Math.floor(chance.uniform() * 7);
  // The mood has been there before the first day.
  let felt = mood ? chance.normal() : 0;
  for (let t = 0; t < before + washout + after; t += 1) {
    if (mood) felt = mood.keeps * felt + Math.sqrt(1 - mood.keeps ** 2) * chance.normal();
    const exposure = scenario.exposure ? Math.round(100 * Math.exp(scenario.exposure * chance.normal())) + 1 : 1;
    const common =
      (week ? week[(firstDay + t) % 7]! : 1) *
      trend ** ((t - before) / 28) *
      (mood ? Math.exp(mood.spread * felt) : 1) *
      (scenario.exposure ? exposure / 100 : 1);
    const scatter = () => (scenario.size ? chance.gamma(scenario.size) : 1);
    const isAfter = t >= before;
    const count = chance.poisson(mean * common * scatter() * (isAfter ? ratio : 1));
    const beside = control > 0 ? chance.poisson(control * common * scatter()) : 0;
    if (isAfter && t < before + washout) continue;
    days.push({ day: firstDay + t, after: isAfter, count, exposure, control: beside });
  }
  return days;
}
