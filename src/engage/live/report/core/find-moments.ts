// Finds the minutes that stand out in mood, far enough from each other to be different stories.
import type { Bucket } from '../../analysis/core/analysis.contract.ts';
import type { Moment, QuotedLine } from './show-record.contract.ts';

/** Pulls small numbers towards neither: the same prior as the product pulse. */
const PRIOR = 20;
const LEAST_VOICES = 5;

export interface MomentOptions {
  /** Buckets in a moment; six of ten seconds are a minute. */
  width?: number;
  /** Buckets between two moments of a kind. */
  apart?: number;
  most?: number;
}

/**
 * Best and worst windows by (P − N) / (P + N + 20), greedily, never two of a kind closer than `apart` buckets.
 * Windows with fewer than five opinions, or that lie mostly in a gap, are no moments.
 * @param linesIn quotes for a window, most telling first
 */
export function findMoments(
  buckets: readonly Bucket[],
  bucketMs: number,
  linesIn: (from: number, to: number, sentiment: 1 | -1) => QuotedLine[],
  options: MomentOptions = {},
): Moment[] {
  const { width = 6, apart = 18, most = 5 } = options;
  const windows: (Omit<Moment, 'kind' | 'lines'> & { at: number })[] = [];
  for (let at = 0; at + width <= buckets.length; at += 1) {
    const part = buckets.slice(at, at + width);
    const sum = (of: (bucket: Bucket) => number) => part.reduce((total, one) => total + of(one), 0);
    const positive = sum((one) => one.positive);
    const negative = sum((one) => one.negative);
    if (positive + negative < LEAST_VOICES || sum((one) => one.gap) > width / 2) continue;
    windows.push({
      at,
      from: part[0]!.at,
      to: part.at(-1)!.at + bucketMs,
      mood: (positive - negative) / (positive + negative + PRIOR),
      positive,
      negative,
      comments: sum((one) => one.comments),
      orders: sum((one) => one.orders),
      productId: mostShown(part),
    });
  }
  const pick = (kind: 'best' | 'worst'): Moment[] => {
    const sign = kind === 'best' ? 1 : -1;
    const ranked = windows.filter((one) => one.mood * sign > 0).sort((a, b) => (b.mood - a.mood) * sign || a.at - b.at);
    const taken: typeof windows = [];
    for (const one of ranked) {
      if (taken.length >= most) break;
      if (taken.every((other) => Math.abs(other.at - one.at) >= apart)) taken.push(one);
    }
    return taken.map(({ at: _, ...one }) => ({ kind, ...one, lines: linesIn(one.from, one.to, sign) }));
  };
  return [...pick('best'), ...pick('worst')];
}

function mostShown(part: readonly Bucket[]): string | null {
  const seen = new Map<string, number>();
  for (const one of part) if (one.productId !== null) seen.set(one.productId, (seen.get(one.productId) ?? 0) + 1);
  return [...seen].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
