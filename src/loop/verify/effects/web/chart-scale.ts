// From days and counts to places on the sheet; pure, so that a chart is drawn the same everywhere.
import type { SeriesDay } from '../core/effect.contract.ts';

export interface Scale {
  x: (index: number) => number;
  y: (value: number) => number;
  ticks: number[];
  width: number;
  height: number;
  left: number;
  bottom: number;
}

const NICE = [1, 2, 5, 10];

/** Steps of 1, 2 or 5 that divide the range into about `count` parts, from zero. */
export function ticksTo(most: number, count: number): number[] {
  const rough = Math.max(most, 1e-9) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (NICE.find((one) => one * power >= rough) ?? 10);
  const ticks: number[] = [];
  for (let value = 0; value <= most + step * 0.999; value += step) ticks.push(Math.round(value * 1e6) / 1e6);
  return ticks;
}

/** @param series days in order; the highest count or upper end decides the height */
export function scaleOf(series: readonly SeriesDay[], width: number, height: number): Scale {
  // A band that runs far above everything counted would flatten what matters.
  const counted = Math.max(1, ...series.map((one) => Math.max(one.count, one.fitted ?? 0, one.without ?? 0)));
  const most = Math.min(counted * 1.6, Math.max(counted, ...series.map((one) => one.high ?? 0)));
  const ticks = ticksTo(most, 4);
  const top = ticks.at(-1)!;
  const [left, right, above, bottom] = [36, 8, 24, 24];
  const step = (width - left - right) / Math.max(1, series.length);
  return {
    x: (index) => left + (index + 0.5) * step,
    y: (value) => above + (1 - Math.min(value, top) / top) * (height - above - bottom),
    ticks,
    width,
    height,
    left,
    bottom: height - bottom,
  };
}

/** A path through the days that have a value; gaps break it. */
export function linePath(values: readonly (number | null)[], scale: Scale): string {
  let path = '';
  let pen = false;
  values.forEach((value, index) => {
    if (value === null) {
      pen = false;
      return;
    }
    path += `${pen ? 'L' : 'M'}${scale.x(index).toFixed(1)} ${scale.y(value).toFixed(1)}`;
    pen = true;
  });
  return path;
}

/** The area between two lines, one piece for each unbroken stretch. */
export function bandPath(low: readonly (number | null)[], high: readonly (number | null)[], scale: Scale): string {
  const pieces: string[] = [];
  let stretch: number[] = [];
  const flush = () => {
    if (stretch.length > 1) {
      const up = stretch.map((index) => `${scale.x(index).toFixed(1)} ${scale.y(high[index]!).toFixed(1)}`);
      const back = stretch
        .toReversed()
        .map((index) => `${scale.x(index).toFixed(1)} ${scale.y(low[index]!).toFixed(1)}`);
      pieces.push(`M${up.join('L')}L${back.join('L')}Z`);
    }
    stretch = [];
  };
  for (const [index, value] of low.entries()) {
    if (value === null || high[index] === null) flush();
    else stretch.push(index);
  }
  flush();
  return pieces.join('');
}

/** Means over seven days around each, of what is there: the weekly up and down would hide the change. */
export function smoothed(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value, index) => {
    if (value === null) return null;
    const near: number[] = [];
    // Never across a gap: before and after the fix stay apart.
    for (let at = index; at >= Math.max(0, index - 3) && values[at] !== null; at -= 1) near.push(values[at]!);
    for (let at = index + 1; at <= Math.min(values.length - 1, index + 3) && values[at] !== null; at += 1)
      near.push(values[at]!);
    return near.reduce((sum, one) => sum + one, 0) / near.length;
  });
}
