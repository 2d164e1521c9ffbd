// Keeps what is counted of each fault, danger and question, and says when one of them surges, hints and copies weighed.
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';
import type { LiveClass } from './analysis.contract.ts';
import { type Hit, type SavedSeries, Series, type Unusual } from './series.ts';
import { witnessesOf } from './witnesses.ts';

const WINDOWS_MS = [10_000, 30_000, 60_000] as const;
const WARM_UP_PEOPLE = 10;
const MOST_SERIES = 3000;
/** Of z, when hints count. */
const HELP_COSTS = 0.5;
/** With so many plain voices no hint is needed. */
const MOST_HELPED = 12;
/** So many people, and such a share of all, mean the product that a surge across products is about. */
const MEANT_PEOPLE = 3;
const MEANT_SHARE = 0.6;
/** In place of a product: all of them. */
export const ANY = '*';
export const LEAST_Z = 4;
export const LEAST_PEOPLE = 5;
/** Before the room has a usual, more people are needed. */
export const WARM_UP_MS = 60_000;

export interface SavedWatch {
  series: [string, SavedSeries][];
}

export interface WatchSight {
  startedAt: number;
  isGap(bucket: number): boolean;
  priceAt(productId: string, at: number): LiveMoney | null;
  /** On the shelf. */
  products(): readonly string[];
}

export class SeriesBook {
  private series = new Map<string, Series>();

  constructor(private readonly sight: WatchSight) {}

  get(key: string): Series | undefined {
    return this.series.get(key);
  }

  save(): SavedWatch {
    return { series: [...this.series].map(([key, one]) => [key, one.save()]) };
  }

  load(saved: SavedWatch): void {
    this.series = new Map(saved.series.map(([key, one]) => [key, new Series(0, 0).load(one)]));
  }

  /** The product that most of these people mean, null when there is none. */
  mostMeant(kind: LiveClass, since: number, people: number): string | null {
    const { products } = this.sight;
    for (const productId of products()) {
      const own = this.series.get(`${kind}|${productId}`);
      if (own !== undefined && peopleOf(own.since(since)) >= Math.max(MEANT_PEOPLE, people * MEANT_SHARE))
        return productId;
    }
    return null;
  }

  hinted(kind: LiveClass, productId: string | null, hit: Hit): void {
    for (const about of [productId ?? '', ANY]) this.of(`~${kind}|${about}`, hit.at).add(hit, this.sight.isGap);
  }

  /** What was named in the last `windowMs`, with hints of half as many further people at most, in order of time. */
  withHints(series: Series, kind: LiveClass, about: string | null, at: number, windowMs: number): Hit[] {
    const named = series.since(at - windowMs);
    const hints = this.series.get(`~${kind}|${about ?? ''}`)?.since(at - windowMs) ?? [];
    if (hints.length === 0 || named.length === 0) return named;
    const known = new Set(named.map((one) => one.person));
    const room = Math.ceil(known.size / 2);
    const added = new Set<number>();
    const kept = hints.filter((one) => {
      if (known.has(one.person)) return false;
      if (!added.has(one.person) && added.size >= room) return false;
      added.add(one.person);
      return true;
    });
    return [...named, ...kept].sort((a, b) => a.at - b.at);
  }

  /**
   * The clearest of the windows in which enough people tell what is not usual.
   * @param kind with it hints count beside what is named, and what is usual for them too
   */
  surge(
    series: Series,
    every: Series,
    isPlain: boolean,
    at: number,
    kind: LiveClass | null = null,
    productId: string | null = null,
  ): Unusual | null {
    const least = at - this.sight.startedAt < WARM_UP_MS ? WARM_UP_PEOPLE : LEAST_PEOPLE;
    let best: Unusual | null = null;
    for (const window of WINDOWS_MS) {
      const found = series.unusual(at, window, every.usual());
      if (kind !== null && found.people >= 2 && found.people < MOST_HELPED) {
        const hints = this.series.get(`~${kind}|${productId ?? ''}`);
        const helped = hints === undefined ? 0 : peopleOf(this.withHints(series, kind, productId, at, window));
        if (helped > found.people) {
          const usual = this.series.get(`~${kind}|${ANY}`)!.usual();
          const z = series.unusualWith(helped, window, every.usual(), usual);
          // What is partly guessed must stand out more.
          if (z > found.z + HELP_COSTS) Object.assign(found, { z: z - HELP_COSTS, people: helped });
        }
      }
      if (found.people >= least && found.z >= LEAST_Z && (best === null || found.z > best.z)) best = found;
    }
    if (best === null || isPlain) return best;
    // Copies by newcomers are no crowd of witnesses: they are weighed as a wave.
    const named = series.since(at - best.windowMs);
    const hits = kind === null ? named : this.withHints(series, kind, productId, at, best.windowMs);
    const witnesses = witnessesOf(hits, false);
    const people = peopleOf(hits);
    if (witnesses === people) return best;
    // What is left of them must still be enough, and unusual.
    const left = best.people - people + witnesses;
    return left >= least && series.unusualOf(left, best.windowMs, every.usual()) >= LEAST_Z ? best : null;
  }

  of(key: string, at: number): Series {
    let one = this.series.get(key);
    if (one === undefined) {
      if (this.series.size >= MOST_SERIES) this.forget(at);
      const bucket = Math.floor(at / 10_000);
      one = new Series(bucket, Math.max(0, bucket - Math.floor(this.sight.startedAt / 10_000)));
      this.series.set(key, one);
    }
    return one;
  }

  private forget(now: number): void {
    for (const [key, one] of this.series) {
      const last = one.hits[one.hits.length - 1];
      if (last === undefined || last.at < now - 600_000) this.series.delete(key);
    }
    for (const key of this.series.keys()) {
      if (this.series.size < MOST_SERIES) break;
      this.series.delete(key);
    }
  }
}

export function peopleOf(hits: readonly Hit[]): number {
  return new Set(hits.map((hit) => hit.person)).size;
}
