// How long one must wait to see a change of a given size: the promise that goes with "cannot tell".
import { fitCounts } from './count-model.ts';
import { normalPoint, studentPoint } from './distributions.ts';
import { type CountedDay, type EffectChoice, modelOf } from './fix-effect.ts';

export interface Waiting {
  /** Days after the change that are needed altogether; null when not even `LONGEST` would do. */
  days: number | null;
}

/** A fix is not watched for longer than this. */
export const LONGEST = 364;

/**
 * Days after the change until a true change by `size` is seen with the chance `power`: the first length at which
 * |log ratio| ≥ (t₀.₉₇₅ + z_power) × standard error, the error taken from the very model, fed with what is expected.
 * @param before the days before the change, at least 14
 * @param size 0.3 = the rate falls by 30 %; negative for a rise
 * @param scatter variance relative to chance, correlation included
 */
export function daysNeeded(
  before: readonly CountedDay[],
  choice: EffectChoice,
  size: number,
  scatter: number,
  power = 0.8,
): Waiting {
  const target = Math.abs(Math.log(1 - size));
  const enough = (days: number) => {
    const error = Math.sqrt(scatter) * chanceError(before, choice, 1 - size, days);
    return target >= (studentPoint(0.975, Math.max(5, before.length / 2)) + normalPoint(power)) * error;
  };
  if (!enough(LONGEST)) return { days: null };
  let [low, high] = [0, LONGEST / 7];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle * 7)) high = middle;
    else low = middle;
  }
  return { days: high * 7 };
}

/** Standard error of the log ratio by chance alone, were the days after to go on as those before. */
function chanceError(before: readonly CountedDay[], choice: EffectChoice, ratio: number, days: number): number {
  const mean = (pick: (day: CountedDay) => number) => before.reduce((sum, day) => sum + pick(day), 0) / before.length;
  const exposure = mean((day) => day.exposure);
  const rate = mean((day) => day.count) / exposure;
  const control = mean((day) => day.control);
  const first = before.at(-1)!.day + 1;
  const smooth = before.map((day) => ({ ...day, count: rate * day.exposure, control }));
  const later = Array.from({ length: days }, (_, index) => ({
    day: first + index,
    after: true,
    count: rate * exposure * ratio,
    exposure,
    control,
  }));
  const model = modelOf([...smooth, ...later], choice);
  const { inverse } = fitCounts(model);
  const at = model.contrast.indexOf(1);
  return Math.sqrt(inverse[at * model.width + at]!);
}
