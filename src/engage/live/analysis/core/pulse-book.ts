// The mood about each product on a half-life of a minute, one vote a person in half a minute, with the interval it deserves.
import { wilson } from '../../../../kit/statistics/wilson.ts';
import type { ProductPulse } from './analysis.contract.ts';

const HALF_LIFE_MS = 60_000;
/** Votes that pull towards the middle while there are few. */
const PRIOR = 20;
const MOST = 200;
const SHOWN = 50;

interface Mood {
  positive: number;
  negative: number;
  at: number;
}

export class PulseBook {
  private moods = new Map<string, Mood>();

  add(productId: string, side: -1 | 1, weight: number, at: number): void {
    let mood = this.moods.get(productId);
    if (mood === undefined) {
      if (this.moods.size >= MOST) this.forget();
      mood = { positive: 0, negative: 0, at };
      this.moods.set(productId, mood);
    }
    const later = Math.max(mood.at, at);
    const fade = 2 ** (-(later - mood.at) / HALF_LIFE_MS);
    const share = weight * 2 ** (-(later - at) / HALF_LIFE_MS);
    mood.positive = Math.max(0, mood.positive * fade + (side > 0 ? share : 0));
    mood.negative = Math.max(0, mood.negative * fade + (side < 0 ? share : 0));
    mood.at = later;
  }

  /** (P − N) / (P + N + 20) of every product still spoken of, by product id. */
  pulses(now: number): ProductPulse[] {
    const pulses: ProductPulse[] = [];
    for (const [productId, mood] of this.moods) {
      const fade = 2 ** (-Math.max(0, now - mood.at) / HALF_LIFE_MS);
      const positive = mood.positive * fade;
      const negative = mood.negative * fade;
      const n = positive + negative;
      if (n < 0.5) continue;
      const share = wilson(positive, n);
      const scale = n / (n + PRIOR);
      pulses.push({
        productId,
        value: round((positive - negative) / (n + PRIOR)),
        positive: Math.round(positive * 10) / 10,
        negative: Math.round(negative * 10) / 10,
        n: Math.round(n),
        low: round((2 * share.low - 1) * scale),
        high: round((2 * share.high - 1) * scale),
      });
    }
    pulses.sort((a, b) => (a.productId < b.productId ? -1 : 1));
    if (pulses.length <= SHOWN) return pulses;
    const least = [...pulses].sort((a, b) => b.n - a.n)[SHOWN - 1]!.n;
    return pulses.filter((pulse) => pulse.n >= least).slice(0, SHOWN);
  }

  save(): [string, Mood][] {
    return [...this.moods];
  }

  load(saved: [string, Mood][]): void {
    this.moods = new Map(saved);
  }

  private forget(): void {
    let oldest: string | null = null;
    let at = Number.POSITIVE_INFINITY;
    for (const [productId, mood] of this.moods)
      if (mood.at < at) {
        at = mood.at;
        oldest = productId;
      }
    if (oldest !== null) this.moods.delete(oldest);
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
