// Calls a problem emerging when a cell's feedback rise beyond what chance, the week's rhythm and its usual scatter explain.
import { upperTail } from './beta-binomial.ts';
import { ownDispersion, ownRhythm, type Scatter, scatterOf, sharedDispersion, sharedRhythm } from './day-pattern.ts';
import type { EmergingFinding, EmergingOptions, EmergingSeries } from './emerging.contract.ts';

/** The spans that are looked at, in days; a sudden flood shows in the short ones, a slow rise in the long ones. */
export const WINDOWS = [1, 3, 7, 14, 28] as const;
/** With less history nothing is usual yet. */
const LEAST_DAYS = 14;
/** The newest days say nothing about the usual scatter: a problem may already be on its way. */
const SKIP = 14;
/**
 * Alarms of neighbouring days and windows belong together, so that the chance of a day times 365 overstates how many alarms
 * START in a year. Measured by `bench/text-emerging.ts`; the figures there must stay below the stated rate.
 */
const STARTS_PER_DAY = 0.7;
const DAYS_A_YEAR = 365.25;

/**
 * Change detection per cell with a stated rate of false alarms.
 *
 * For each window the count is compared with the cell's own past by the exact conditional test of two rates (binomial;
 * Przyborowski & Wilenski, Biometrika 31, 1940), widened to the beta-binomial where the past scattered more than chance would,
 * with weekday factors (own, shrunk to the shop's) or a given exposure as the size of each day. Unlike limits of mean + k·sd
 * (EARS C1-C3; Hutwagner et al., J. Urban Health 80, 2003) it holds for small counts and accounts for the short past itself.
 * The five windows share the chance evenly (Bonferroni). Over the cells the Benjamini-Hochberg procedure (J. R. Stat. Soc. B
 * 57, 1995) bounds the share of false ones among those shown.
 *
 * Run once a day on complete days. Nothing here knows calendars: weekdays are reckoned from the newest day.
 * @returns one finding for each series with at least 15 days of past and `leastCount` feedback in some window, surest first
 */
export function detectEmerging(series: readonly EmergingSeries[], options: EmergingOptions = {}): EmergingFinding[] {
  const allowed = options.falseAlarmsPerCellYear ?? 0.1;
  const days = options.baselineDays ?? 84;
  const shared = sharedRhythm(
    series.filter((one) => one.exposure === undefined),
    SKIP,
    days,
  );
  const pasts = series.map((one) => pastOf(one, shared, days));
  const daily = sharedDispersion(pasts.map((past) => past.daily));
  const weekly = sharedDispersion(pasts.map((past) => past.weekly));
  const findings: EmergingFinding[] = [];
  for (const [index, one] of series.entries()) {
    const past = pasts[index]!;
    const dispersion = Math.max(ownDispersion(past.daily, daily), ownDispersion(past.weekly, weekly));
    const found = examine(one, past.weights, dispersion, days, options);
    if (found !== null) findings.push(found);
  }
  findings.sort((a, b) => a.p - b.p || (a.key < b.key ? -1 : 1));
  const shown = discoveries(findings, options.falseDiscoveryRate ?? 0.1, series.length);
  for (const [rank, found] of findings.entries()) {
    found.isEmerging &&= rank < shown && found.falseAlarmsPerYear <= allowed;
  }
  return findings;
}

interface Past {
  /** Expected size of each day relative to the others. */
  weights: Float64Array;
  daily: Scatter;
  weekly: Scatter;
}

function pastOf(one: EmergingSeries, shared: Float64Array, days: number): Past {
  const { counts, exposure } = one;
  const size = counts.length;
  const to = Math.max(0, size - SKIP);
  const from = Math.max(0, to - days);
  const rhythm = exposure === undefined ? ownRhythm(counts, shared, from, to) : null;
  const weights = new Float64Array(size);
  for (let day = 0; day < size; day += 1) {
    weights[day] = rhythm === null ? (exposure?.[day] ?? 0) : rhythm[(size - 1 - day) % 7]!;
  }
  return {
    weights,
    daily: scatterOf(counts, weights, from, to, 1),
    weekly: scatterOf(counts, weights, from, to, 7),
  };
}

function examine(
  one: EmergingSeries,
  weights: Float64Array,
  dispersion: number,
  days: number,
  options: EmergingOptions,
): EmergingFinding | null {
  const { counts, key } = one;
  const size = counts.length;
  const leastCount = options.leastCount ?? 3;
  const leastRise = options.leastRise ?? 1.5;
  let best: EmergingFinding | null = null;
  for (const window of WINDOWS) {
    const cut = size - window;
    const from = Math.max(0, cut - days);
    if (cut - from <= LEAST_DAYS) break;
    const now = sumOf(counts, weights, cut, size);
    if (now.count < leastCount || now.weight <= 0) continue;
    const before = sumOf(counts, weights, from, cut);
    const expected = before.weight > 0 ? (before.count * now.weight) / before.weight : 0;
    const share = now.weight / (now.weight + before.weight);
    const total = now.count + before.count;
    const concentration = dispersion > 1 ? total / (dispersion - 1) : Number.POSITIVE_INFINITY;
    const p = Math.min(1, upperTail(now.count, total, share, concentration) * WINDOWS.length);
    if (best !== null && p >= best.p) continue;
    const rise = now.count / expected;
    best = {
      key,
      isEmerging: rise >= leastRise,
      windowDays: window,
      observed: now.count,
      expected,
      rise,
      p,
      falseAlarmsPerYear: p * STARTS_PER_DAY * DAYS_A_YEAR,
      dispersion,
    };
  }
  return best;
}

function sumOf(counts: ArrayLike<number>, weights: Float64Array, from: number, to: number) {
  let count = 0;
  let weight = 0;
  for (let day = from; day < to; day += 1) {
    count += counts[day]!;
    weight += weights[day]!;
  }
  return { count, weight };
}

/** How many of the surest are shown so that at most `rate` of them are expected to be false. */
function discoveries(sorted: readonly EmergingFinding[], rate: number, cells: number): number {
  let shown = 0;
  for (const [index, found] of sorted.entries()) if (found.p <= (rate * (index + 1)) / cells) shown = index + 1;
  return shown;
}
