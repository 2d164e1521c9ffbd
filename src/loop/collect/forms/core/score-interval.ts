// The number of a score question with its 95 % interval, from how often each score was given.
import { wilson, Z95 } from '../../../../kit/statistics/wilson.ts';
import { SCALES, type ScoreKind } from './form.contract.ts';
import type { ScoreResult } from './results.contract.ts';

/** @param counts how often each score was given */
export function scoreInterval(kind: ScoreKind, counts: ReadonlyMap<number, number>): ScoreResult {
  const [lowest, highest] = SCALES[kind];
  let answered = 0;
  let sum = 0;
  let squares = 0;
  for (let score = lowest; score <= highest; score += 1) {
    const count = counts.get(score) ?? 0;
    answered += count;
    sum += score * count;
    squares += score * score * count;
  }
  const of = (from: number, to: number) => {
    let count = 0;
    for (let score = from; score <= to; score += 1) count += counts.get(score) ?? 0;
    return count;
  };
  const mean = answered === 0 ? null : sum / answered;
  if (kind === 'nps') return { ...netShare(of(9, 10), of(0, 6), answered), answered, mean };
  if (kind === 'csat') {
    const { share, low, high } = wilson(of(4, 5), answered);
    return { value: share, low, high, answered, mean };
  }
  return { value: mean, ...meanInterval(answered, sum, squares, [lowest, highest]), answered, mean };
}

/**
 * Net promoter score: % promoters − % detractors among those who answered, −100…100. Interval after Bonett and Price
 * (J. Educ. Behav. Stat. 37, 2012) for the difference of two shares of one sample: one is added to each of the two counts,
 * two to the whole, which keeps the interval honest where few answered or nobody complained.
 */
export function netShare(
  promoters: number,
  detractors: number,
  answered: number,
): Pick<ScoreResult, 'value' | 'low' | 'high'> {
  if (answered === 0) return { value: null, low: -100, high: 100 };
  const up = (promoters + 1) / (answered + 2);
  const down = (detractors + 1) / (answered + 2);
  const middle = up - down;
  const half = Z95 * Math.sqrt((up + down - middle * middle) / (answered + 2));
  const value = ((promoters - detractors) / answered) * 100;
  return {
    value,
    low: Math.min(value, Math.max(-100, (middle - half) * 100)),
    high: Math.max(value, Math.min(100, (middle + half) * 100)),
  };
}

/** Student's interval of a mean, kept within the scale; the whole scale where one answer or none says nothing of the spread. */
function meanInterval(
  answered: number,
  sum: number,
  squares: number,
  scale: readonly [number, number],
): Pick<ScoreResult, 'low' | 'high'> {
  if (answered < 2) return { low: scale[0], high: scale[1] };
  const mean = sum / answered;
  const variance = Math.max(0, (squares - answered * mean * mean) / (answered - 1));
  const half = student95(answered - 1) * Math.sqrt(variance / answered);
  return { low: Math.max(scale[0], mean - half), high: Math.min(scale[1], mean + half) };
}

/** 97.5 % points for few degrees of freedom, where the expansion below is not close enough. */
const STUDENT = [Number.NaN, 12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622];

/** 97.5 % point of Student's t (Abramowitz and Stegun 26.7.5 from ten degrees of freedom on). */
export function student95(freedom: number): number {
  if (freedom < STUDENT.length) return STUDENT[freedom]!;
  const z = Z95;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
