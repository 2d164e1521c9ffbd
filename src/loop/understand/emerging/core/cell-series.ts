// Turns sums of days into the daily series the detector reads: one for each cell, zeros where nothing was said.
import type { EmergingSeries } from '../../../../text/groups/emerging.contract.ts';

export interface CellDay {
  /** `product|aspect|polarity`. */
  item: string;
  day: string;
  voices: number;
}

const DAY_MS = 86_400_000;
const dayNumber = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayName = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Days before the newest complete one that are looked at: four weeks to stand out in, twelve to compare with. */
export const DAYS = 112;

/** First day of the series that ends with `last`. */
export function firstDay(last: string): string {
  return dayName(dayNumber(last) - DAYS + 1);
}

/** @param whole all voices of the shop by day: against them a sale's crowd is no rise */
export function seriesOf(
  cells: readonly CellDay[],
  whole: readonly { day: string; voices: number }[],
  last: string,
): EmergingSeries[] {
  const first = dayNumber(last) - DAYS + 1;
  const exposure = new Float64Array(DAYS);
  for (const one of whole) {
    const at = dayNumber(one.day) - first;
    if (at >= 0 && at < DAYS) exposure[at]! += Math.max(0, one.voices);
  }
  const counts = new Map<string, Float64Array>();
  for (const one of cells) {
    const at = dayNumber(one.day) - first;
    if (at < 0 || at >= DAYS) continue;
    let own = counts.get(one.item);
    if (!own) {
      own = new Float64Array(DAYS);
      counts.set(one.item, own);
    }
    own[at]! += Math.max(0, one.voices);
  }
  return [...counts].map(([key, own]) => ({ key, counts: own, exposure }));
}

export interface Cell {
  productId: string | null;
  aspect: string;
  polarity: number;
}

/** Reads a cell's name. */
export function cellOf(name: string): Cell {
  const [productId = '', aspect = '', polarity = '0'] = name.split('|');
  return { productId: productId || null, aspect, polarity: Number(polarity) };
}

/** The day so many days before another. */
export function daysBefore(day: string, days: number): string {
  return dayName(dayNumber(day) - days);
}
