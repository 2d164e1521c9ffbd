// By how much a count changed at a known day: an interrupted time series, or a difference-in-differences when a control is given.
import { type CountFit, fitCounts } from './count-model.ts';
import { studentPoint } from './distributions.ts';
import { robustSpread, type Spread } from './robust-spread.ts';

/** One day; days that are left out (washout, nothing heard at all) are simply not in the list. */
export interface CountedDay {
  /** Days since 1970-01-01. */
  day: number;
  after: boolean;
  count: number;
  /** Above 0; 1 when counts stand for themselves. Not used with a control, where it cancels. */
  exposure: number;
  /** The same day's count of the control group. */
  control: number;
}

export interface EffectChoice {
  /** Compare with the control's counts instead of the series' own past and trend. */
  control: boolean;
  /** Lets the trend change as well; the ratio is then the mean one over the days after. */
  slopeChange: boolean;
}

export interface RatioEstimate {
  ratio: number;
  /** 95 % interval. */
  low: number;
  high: number;
  logRatio: number;
  standardError: number;
  df: number;
}

export interface EffectEstimate extends RatioEstimate {
  dispersion: [number, number];
  correlation: number;
  converged: boolean;
  /** For each day: what the model fits, and what it would have been without the change, with its 95 % interval. */
  lines: { day: number; fitted: number; without: number; low: number; high: number }[];
}

export interface Model {
  days: readonly CountedDay[];
  counts: Float64Array;
  of: Float64Array | null;
  offset: Float64Array;
  design: Float64Array;
  width: number;
  contrast: Float64Array;
  day: Int32Array;
  after: Uint8Array;
}

const DAYS_A_WEEK = 7;
/** The trend counts in units of four weeks: a column of days would dwarf the others. */
const TREND_UNIT = 28;

/**
 * Rate ratio after ÷ before with its 95 % interval.
 *
 * Without a control: log E[count] = log exposure + level + trend·t + weekday + change·after (+ slope·after): segmented
 * regression (Wagner et al., J. Clin. Pharm. Ther. 27, 2002; Bernal et al., Int. J. Epidemiol. 46, 2017).
 * With a control: count out of (count + control) on a logit: a Poisson model with a term for every day, so that whatever moves
 * both groups (seasons, sales, exposure) cancels exactly; the odds ratio is the ratio of the two rate ratios.
 */
export function estimateEffect(days: readonly CountedDay[], choice: EffectChoice): EffectEstimate {
  const model = modelOf(days, choice);
  const fit = fitCounts(model);
  const spread = robustSpread({ ...model, fit });
  return {
    ...ratioOf(model, fit, spread),
    ...spreadOf(spread),
    converged: fit.converged,
    lines: linesOf(model, fit, spread),
  };
}

/** The interval alone, for simulations and power. */
export function estimateRatio(days: readonly CountedDay[], choice: EffectChoice): RatioEstimate {
  const model = modelOf(days, choice);
  const fit = fitCounts(model);
  return ratioOf(model, fit, robustSpread({ ...model, fit }));
}

function spreadOf({ dispersion, correlation }: Spread) {
  return { dispersion, correlation };
}

function ratioOf(model: Model, fit: CountFit, spread: Spread): RatioEstimate {
  let logRatio = 0;
  for (let j = 0; j < model.width; j += 1) logRatio += model.contrast[j]! * fit.coefficients[j]!;
  const standardError = Math.sqrt(spread.variance);
  const half = studentPoint(0.975, Math.max(spread.df, 1)) * standardError;
  return {
    ratio: Math.exp(logRatio),
    low: Math.exp(logRatio - half),
    high: Math.exp(logRatio + half),
    logRatio,
    standardError,
    df: spread.df,
  };
}

/** Columns: 1 · [trend · six weekdays] · after · [slope after]; with a control only 1 · after · [slope after]. */
export function modelOf(all: readonly CountedDay[], choice: EffectChoice): Model {
  // A day on which neither group counted anything says nothing of their ratio.
  const days = choice.control ? all.filter((one) => one.count + one.control > 0) : all;
  const n = days.length;
  const own = choice.control ? 0 : 1 + (DAYS_A_WEEK - 1);
  const width = 1 + own + 1 + (choice.slopeChange ? 1 : 0);
  const start = days.find((one) => one.after)?.day ?? 0;
  const later = days.filter((one) => one.after);
  const middle = later.reduce((sum, one) => sum + one.day - start, 0) / Math.max(1, later.length);
  const model: Model = {
    days,
    counts: Float64Array.from(days, (one) => one.count),
    of: choice.control ? Float64Array.from(days, (one) => one.count + one.control) : null,
    offset: Float64Array.from(days, (one) => (choice.control ? 0 : Math.log(one.exposure))),
    design: new Float64Array(n * width),
    width,
    contrast: new Float64Array(width),
    day: Int32Array.from(days, (one) => one.day),
    after: Uint8Array.from(days, (one) => (one.after ? 1 : 0)),
  };
  days.forEach((one, t) => {
    const row = t * width;
    model.design[row] = 1;
    if (!choice.control) {
      model.design[row + 1] = (one.day - start) / TREND_UNIT;
      const weekday = ((one.day % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK;
      for (let j = 0; j < DAYS_A_WEEK - 1; j += 1)
        model.design[row + 2 + j] = weekday === j ? 1 : weekday === DAYS_A_WEEK - 1 ? -1 : 0;
    }
    if (!one.after) return;
    model.design[row + 1 + own] = 1;
    // Centred on the middle of the days after, so that the change itself is the mean one.
    if (choice.slopeChange) model.design[row + 2 + own] = (one.day - start - middle) / TREND_UNIT;
  });
  model.contrast[1 + own] = 1;
  return model;
}

/** The fitted line, the line without the change, and how far off the latter may be. */
function linesOf(model: Model, fit: CountFit, spread: Spread): EffectEstimate['lines'] {
  const { width: p, days } = model;
  const change = model.contrast.indexOf(1);
  const t95 = studentPoint(0.975, Math.max(spread.df, 1));
  const scale = Math.max(...spread.dispersion) * ((1 + spread.correlation) / (1 - spread.correlation));
  return days.map((one, t) => {
    let eta = model.offset[t]!;
    let off = 0;
    const row = model.design.subarray(t * p, t * p + p).map((value, j) => (j >= change ? 0 : value));
    for (let j = 0; j < p; j += 1) eta += row[j]! * fit.coefficients[j]!;
    for (let i = 0; i < p; i += 1) for (let j = 0; j < p; j += 1) off += row[i]! * row[j]! * fit.inverse[i * p + j]!;
    const half = t95 * Math.sqrt(off * scale);
    const back = (value: number) => {
      if (!model.of) return Math.exp(value);
      // What would have been counted beside this many of the control.
      return one.control * Math.exp(value);
    };
    return { day: one.day, fitted: fit.fitted[t]!, without: back(eta), low: back(eta - half), high: back(eta + half) };
  });
}

/** How two groups drift apart by themselves, as a factor per four weeks: near 1 before a fix, or the control is no control. */
export function estimateDrift(all: readonly CountedDay[]): RatioEstimate {
  const days = all.filter((one) => one.count + one.control > 0);
  const first = days[0]?.day ?? 0;
  const model: Model = {
    days,
    counts: Float64Array.from(days, (one) => one.count),
    of: Float64Array.from(days, (one) => one.count + one.control),
    offset: new Float64Array(days.length),
    design: Float64Array.from(days.flatMap((one) => [1, (one.day - first) / TREND_UNIT])),
    width: 2,
    contrast: Float64Array.of(0, 1),
    day: Int32Array.from(days, (one) => one.day),
    after: new Uint8Array(days.length),
  };
  const fit = fitCounts(model);
  return ratioOf(model, fit, robustSpread({ ...model, fit }));
}
