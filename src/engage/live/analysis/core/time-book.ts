// What happened when: buckets of ten seconds for charts, and the sums figures are made of, for the show and the last ten minutes.
import type { Bucket } from './analysis.contract.ts';
import { BUCKET_MS } from './bucket.contract.ts';
import { NOBODY } from './people.ts';
import { PeopleWindow, type SavedWindow } from './people-window.ts';

export const MOST_BUCKETS = 360;
/** Buckets in five minutes. */
export const WINDOW = 30;

export const SUMS = [
  'comments',
  'likes',
  'follows',
  'shares',
  'views',
  'clicks',
  'carts',
  'orders',
  'paid',
  'refunded',
  'gmvMinor',
  'refundMinor',
  'questions',
  'answered',
  'waved',
  'onlineSum',
  'onlineBuckets',
] as const;
export type Sum = (typeof SUMS)[number];
export const SUM_AT = Object.fromEntries(SUMS.map((name, at) => [name, at])) as Record<Sum, number>;

export const CROWDS = ['commenters', 'buyers', 'complainers', 'intended', 'entered', 'engaged'] as const;
export type Crowd = (typeof CROWDS)[number];

export interface SavedTime {
  first: number;
  buckets: Bucket[];
  rows: [number, number[], number][];
  session: number[];
  crowds: Record<Crowd, SavedWindow>;
  people: number[];
  peak: number | null;
}

export class TimeBook {
  /** Number of the newest bucket, time / 10 s. */
  newest = Number.NEGATIVE_INFINITY;
  buckets: Bucket[] = [];
  /** Buckets changed since the view was made; cleared by it. */
  readonly changed = new Set<number>();
  readonly session = new Float64Array(SUMS.length);
  readonly crowds: Record<Crowd, PeopleWindow>;
  peakOnline: number | null = null;
  /** Sums by bucket number, the last ten minutes, with the most people online. */
  private rows = new Map<number, { sums: Float64Array; peak: number }>();
  /** People who spoke in the newest bucket. */
  private speakers = new Set<number>();

  constructor() {
    this.crowds = Object.fromEntries(CROWDS.map((name) => [name, new PeopleWindow()])) as Record<Crowd, PeopleWindow>;
  }

  /** Opens buckets up to the one of `at`; returns its number. */
  rollTo(at: number, productId: string | null): number {
    const index = Math.floor(at / BUCKET_MS);
    if (index <= this.newest) return index;
    const from = Math.max(this.newest + 1, index - MOST_BUCKETS + 1);
    const last = this.buckets[this.buckets.length - 1];
    for (let number = this.newest === Number.NEGATIVE_INFINITY ? index : from; number <= index; number += 1) {
      this.buckets.push(emptyBucket(number * BUCKET_MS, last?.online ?? null, productId));
      this.changed.add(number * BUCKET_MS);
    }
    if (this.buckets.length > MOST_BUCKETS) this.buckets.splice(0, this.buckets.length - MOST_BUCKETS);
    this.newest = index;
    this.speakers.clear();
    for (const number of this.rows.keys()) if (number <= index - WINDOW * 2) this.rows.delete(number);
    for (const name of CROWDS) this.crowds[name].rollTo(index);
    return index;
  }

  /** The bucket with this number, to be written to; null when it is too old. */
  bucket(index: number): Bucket | null {
    const at = this.buckets.length - 1 - (this.newest - index);
    const bucket = this.buckets[at];
    if (bucket === undefined) return null;
    this.changed.add(bucket.at);
    return bucket;
  }

  add(sum: Sum, index: number, amount: number): void {
    const place = SUM_AT[sum];
    this.session[place]! += amount;
    if (index <= this.newest - WINDOW * 2) return;
    this.row(index).sums[place]! += amount;
  }

  /** Counts a person once a bucket among those who spoke. */
  speaker(person: number, index: number, bucket: Bucket): void {
    if (index !== this.newest || person === NOBODY || this.speakers.has(person)) return;
    this.speakers.add(person);
    bucket.people += 1;
  }

  online(count: number, index: number): void {
    const row = this.row(index);
    if (count > row.peak) {
      const known = row.peak >= 0;
      this.add('onlineSum', index, count - (known ? row.peak : 0));
      if (!known) this.add('onlineBuckets', index, 1);
      row.peak = count;
    }
    this.peakOnline = Math.max(this.peakOnline ?? 0, count);
  }

  /** Sums over the buckets `from`..`to` before the newest, 0 being the newest itself. */
  sums(from: number, to: number): { sums: Float64Array; peak: number | null } {
    const total = new Float64Array(SUMS.length);
    let peak = -1;
    for (let back = from; back < to; back += 1) {
      const row = this.rows.get(this.newest - back);
      if (row === undefined) continue;
      for (let at = 0; at < total.length; at += 1) total[at]! += row.sums[at]!;
      peak = Math.max(peak, row.peak);
    }
    return { sums: total, peak: peak < 0 ? null : peak };
  }

  save(): SavedTime {
    return {
      first: Number.isFinite(this.newest) ? this.newest : -1,
      buckets: this.buckets,
      rows: [...this.rows].map(([index, row]) => [index, [...row.sums], row.peak]),
      session: [...this.session],
      crowds: Object.fromEntries(CROWDS.map((name) => [name, this.crowds[name].save()])) as SavedTime['crowds'],
      people: [...this.speakers],
      peak: this.peakOnline,
    };
  }

  load(saved: SavedTime): void {
    this.newest = saved.first < 0 ? Number.NEGATIVE_INFINITY : saved.first;
    this.buckets = saved.buckets;
    this.rows = new Map(saved.rows.map(([index, sums, peak]) => [index, { sums: Float64Array.from(sums), peak }]));
    this.session.set(saved.session);
    for (const name of CROWDS) this.crowds[name].load(saved.crowds[name]);
    this.speakers = new Set(saved.people);
    this.peakOnline = saved.peak;
  }

  private row(index: number): { sums: Float64Array; peak: number } {
    let row = this.rows.get(index);
    if (row === undefined) {
      row = { sums: new Float64Array(SUMS.length), peak: -1 };
      this.rows.set(index, row);
    }
    return row;
  }
}

function emptyBucket(at: number, online: number | null, productId: string | null): Bucket {
  return {
    at,
    comments: 0,
    people: 0,
    questions: 0,
    positive: 0,
    negative: 0,
    complaints: 0,
    waved: 0,
    orders: 0,
    gmvMinor: 0,
    online,
    likes: 0,
    productId,
    gap: 0,
  };
}
