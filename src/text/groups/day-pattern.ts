// What a usual day looks like: the weekly rhythm of complaints and how strongly they scatter around it.
import type { EmergingSeries } from './emerging.contract.ts';

/** A shop's weekly rhythm is believed once it rests on about this many feedback; a cell's own likewise. */
const RHYTHM_PRIOR = 140;
/** The scatter seen in all cells together counts like this many days of a cell's own. */
const SCATTER_PRIOR = 14;

/** Share of each day relative to the usual one (index: days back from the newest, modulo 7); mean 1. */
export type Rhythm = Float64Array;

/** Days [from, to) of a series added up by the place of the day in the week. */
function weekSums(counts: ArrayLike<number>, from: number, to: number, sums: Float64Array): number {
  let total = 0;
  for (let day = from; day < to; day += 1) {
    const count = counts[day] ?? 0;
    sums[(counts.length - 1 - day) % 7]! += count;
    total += count;
  }
  return total;
}

/** The rhythm of all series together, over whole weeks before `skip` newest days. */
export function sharedRhythm(series: readonly EmergingSeries[], skip: number, days: number): Rhythm {
  const sums = new Float64Array(7);
  let total = 0;
  for (const { counts } of series) {
    const to = counts.length - skip;
    total += weekSums(counts, Math.max(0, to - days), to, sums);
  }
  return sums.map((sum) => (sum + RHYTHM_PRIOR / 7) / ((total + RHYTHM_PRIOR) / 7));
}

/** One cell's rhythm: its own, drawn toward the shared one while it has few feedback. */
export function ownRhythm(counts: ArrayLike<number>, shared: Rhythm, from: number, to: number): Rhythm {
  const sums = new Float64Array(7);
  const total = weekSums(counts, from, to, sums);
  return shared.map((usual, place) => (sums[place]! + (usual * RHYTHM_PRIOR) / 7) / ((total + RHYTHM_PRIOR) / 7));
}

/** Squared distances from the expected count, and what they would be if nothing scattered beyond chance. */
export interface Scatter {
  squares: number;
  expected: number;
  /** How many independent days this amounts to. */
  freedom: number;
}

/** Scatter of days [from, to), added up in steps of `step` days, around the mean times `weights` (per day). */
export function scatterOf(
  counts: ArrayLike<number>,
  weights: ArrayLike<number>,
  from: number,
  to: number,
  step: number,
): Scatter {
  let total = 0;
  let weight = 0;
  const first = to - Math.floor((to - from) / step) * step;
  for (let day = first; day < to; day += 1) {
    total += counts[day]!;
    weight += weights[day]!;
  }
  const steps = (to - first) / step;
  if (total === 0 || weight <= 0 || steps < 3) return { squares: 0, expected: 0, freedom: 0 };
  const rate = total / weight;
  let squares = 0;
  let noise = 0;
  for (let day = first; day < to; day += step) {
    let seen = 0;
    let mean = 0;
    for (let inside = day; inside < day + step; inside += 1) {
      seen += counts[inside]!;
      mean += rate * weights[inside]!;
    }
    squares += (seen - mean) ** 2;
    noise += mean + 2 * mean * mean;
  }
  return { squares: (squares * steps) / (steps - 1), expected: total, freedom: (2 * total * total) / noise };
}

/** Standard errors added to the excess; settled by the simulation. */
const CAUTION = 1.4;
/** Cells whose counts are alike in size within this factor share their scatter, which usually grows with the mean. */
const ALIKE = 4;

/** Variance over mean of cells of a size, given the expected count of one of them; see {@link sharedDispersion}. */
export type Dispersion = (scatter: Scatter) => { value: number; freedom: number };

/** What cells of like size say together about variance over mean; at least 1. */
export function sharedDispersion(scatters: readonly Scatter[]): Dispersion {
  const sizes = new Map<number, { squares: number; expected: number; freedom: number }>();
  for (const one of scatters) {
    if (one.expected === 0) continue;
    const size = sizeOf(one);
    const sum = sizes.get(size) ?? { squares: 0, expected: 0, freedom: 0 };
    sum.squares += one.squares;
    sum.expected += one.expected;
    sum.freedom += one.freedom;
    sizes.set(size, sum);
  }
  return (scatter) => {
    let [squares, expected, freedom] = [0, 0, 0];
    for (let size = sizeOf(scatter) - 1; size <= sizeOf(scatter) + 1; size += 1) {
      const sum = sizes.get(size);
      squares += sum?.squares ?? 0;
      expected += sum?.expected ?? 0;
      freedom += sum?.freedom ?? 0;
    }
    return { value: expected === 0 ? 1 : Math.max(1, squares / expected), freedom };
  };
}

function sizeOf(scatter: Scatter): number {
  return Math.round(Math.log(scatter.expected + 1) / Math.log(ALIKE));
}

/**
 * Variance over mean of one cell: its own, drawn toward that of cells of its size, and its excess taken somewhat
 * higher, since believing a cell calmer than it is would raise false alarms.
 */
export function ownDispersion(own: Scatter, shared: Dispersion): number {
  const { value, freedom: known } = shared(own);
  const prior = Math.min(SCATTER_PRIOR, known);
  const freedom = own.freedom + prior;
  if (own.expected === 0 || freedom === 0) return value;
  const mean = ((own.squares / own.expected) * own.freedom + value * prior) / freedom;
  return mean <= 1 ? 1 : 1 + (mean - 1) * (1 + CAUTION * Math.sqrt(2 / freedom));
}
