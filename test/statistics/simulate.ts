// Holds the statistics against known truths: how often a nominal 95 % interval covers, and how often nothing is called improved.
import { type CountedDay, estimateRatio } from '../../src/kit/statistics/fix-effect.ts';
import { meanOf, medianOf } from '../../src/kit/statistics/mean-and-median.ts';
import { poissonRate, rateRatio } from '../../src/kit/statistics/poisson-rate.ts';
import { shareDifference } from '../../src/kit/statistics/two-shares.ts';
import { wilson } from '../../src/kit/statistics/wilson.ts';
import { type Chance, seeded } from './seeded.ts';
import { drawDays, SCENARIOS, type Scenario } from './simulated-fixes.ts';

export interface Checked {
  name: string;
  simulations: number;
  /** Share of intervals that hold the truth when the rate truly changed by `ratio`, and when nothing changed. */
  covered: number;
  coveredOfNothing: number;
  ratio: number;
  /** Share of "improved" when nothing changed, and when the rate truly fell. */
  falselyImproved: number;
  power: number;
}

/** Simulates one scenario twice: nothing changed, and the rate fell to `ratio`. */
export function checkScenario(scenario: Scenario, simulations: number, seed: number, ratio = 0.7): Checked {
  const nothing = count(scenario, 1, simulations, seeded(seed));
  const fall = count(scenario, ratio, simulations, seeded(seed + 1));
  return {
    name: scenario.name,
    simulations,
    covered: fall.covered,
    coveredOfNothing: nothing.covered,
    ratio,
    falselyImproved: nothing.improved,
    power: fall.improved,
  };
}

function count(scenario: Scenario, ratio: number, simulations: number, chance: Chance) {
  let [covered, improved] = [0, 0];
  for (let index = 0; index < simulations; index += 1) {
    const days: CountedDay[] = drawDays(scenario, ratio, chance);
    const { low, high } = estimateRatio(days, scenario.choice);
    if (low <= ratio && ratio <= high) covered += 1;
    if (high < 1) improved += 1;
  }
  return { covered: covered / simulations, improved: improved / simulations };
}

export { SCENARIOS };

export interface CheckedInterval {
  name: string;
  simulations: number;
  covered: number;
  /** Exact intervals may cover more than they promise, never less. */
  atLeast: number;
  atMost: number;
}

/** The other intervals of the kit at ordinary sizes. */
export function checkIntervals(simulations: number, seed: number): CheckedInterval[] {
  const chance = seeded(seed);
  const hits = (size: number, share: number) => {
    let found = 0;
    for (let index = 0; index < size; index += 1) if (chance.uniform() < share) found += 1;
    return found;
  };
  const cover = (one: () => boolean) => {
    let held = 0;
    for (let index = 0; index < simulations; index += 1) if (one()) held += 1;
    return held / simulations;
  };
  const within = (low: number | null, high: number | null, truth: number) => low! <= truth && truth <= high!;
  // A count jumps, so the cover at one size of share is above or below by luck: the promise is kept on average over shares.
  const nominal = { atLeast: 0.94, atMost: 0.965 };
  const exact = { atLeast: 0.945, atMost: 1 };
  return [
    {
      name: 'wilson',
      covered: cover(() => {
        const share = 0.05 + 0.9 * chance.uniform();
        const { low, high } = wilson(hits(120, share), 120);
        return within(low, high, share);
      }),
      ...nominal,
    },
    {
      name: 'share_difference',
      covered: cover(() => {
        const [a, b] = [0.1 + 0.8 * chance.uniform(), 0.1 + 0.8 * chance.uniform()];
        const { low, high } = shareDifference(hits(80, a), 80, hits(120, b), 120);
        return within(low, high, a - b);
      }),
      ...nominal,
    },
    {
      name: 'poisson_rate',
      covered: cover(() => {
        const mean = 3 + 40 * chance.uniform();
        const { low, high } = poissonRate(chance.poisson(mean), 1);
        return within(low, high, mean);
      }),
      ...exact,
    },
    {
      name: 'rate_ratio',
      covered: cover(() => {
        const [a, b] = [10 + 30 * chance.uniform(), 10 + 30 * chance.uniform()];
        const { low, high } = rateRatio(chance.poisson(a), 1, chance.poisson(b), 1);
        return within(low, high, a / b);
      }),
      ...exact,
    },
    {
      name: 'mean',
      covered: cover(() => {
        const values = Array.from({ length: 15 }, () => 5 + 2 * chance.normal());
        const sum = values.reduce((all, one) => all + one, 0);
        const { low, high } = meanOf(
          15,
          sum,
          values.reduce((all, one) => all + one * one, 0),
        );
        return within(low, high, 5);
      }),
      ...nominal,
    },
    {
      name: 'median',
      covered: cover(() => {
        // Log-normal, as waiting times are; its median is 1.
        const { low, high } = medianOf(Array.from({ length: 40 }, () => Math.exp(chance.normal())));
        return within(low, high, 1);
      }),
      ...exact,
    },
  ].map((one) => ({ ...one, simulations }));
}
