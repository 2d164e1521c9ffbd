// One thing counted in tens of seconds, with what is usual for it: says how unusual the last minute is, and knows gaps.
import { BUCKET_MS } from './bucket.contract.ts';

/** Of the mean and the spread: five minutes. */
const ALPHA = 1 - 2 ** (-1 / 30);
const MOST_HITS = 300;
/** Spreads above the usual that a bucket may teach. */
const MOST_LEARNED = 2;
const KEEP_MS = 180_000;
/** After so many empty buckets nothing of the usual is left. */
const FORGOTTEN = 400;

export interface Hit {
  at: number;
  person: number;
  eventId: string;
  text: string;
  name: string | null;
  isBuyer: boolean;
  /** Of somebody who has bought nothing and began to write a moment ago. */
  isFresh: boolean;
}

export interface Unusual {
  z: number;
  people: number;
  count: number;
  windowMs: number;
}

export interface SavedSeries {
  mean: number;
  variance: number;
  bucket: number;
  learned: number;
  count: number;
  cusum: number;
  hits: Hit[];
}

export class Series {
  hits: Hit[] = [];
  private mean = 0;
  private variance = 0;
  private count = 0;
  cusum = 0;

  /**
   * @param bucket number of the first bucket, time / 10 s
   * @param learned buckets of the show before it, in all of which nothing was counted
   */
  constructor(
    private bucket: number,
    private learned: number,
  ) {}

  /** Adds what a person said; the same person counts once a bucket for what is usual. */
  add(hit: Hit, isGap: (bucket: number) => boolean): void {
    const bucket = Math.floor(hit.at / BUCKET_MS);
    this.rollTo(bucket, isGap);
    const start = this.bucket * BUCKET_MS;
    let known = false;
    for (let at = this.hits.length - 1; at >= 0 && this.hits[at]!.at >= start; at -= 1)
      if (this.hits[at]!.person === hit.person && hit.person !== 0) known = true;
    if (!known) this.count += 1;
    this.hits.push(hit);
    if (this.hits.length > MOST_HITS || this.hits[0]!.at < hit.at - KEEP_MS) this.shorten(hit.at);
  }

  /** What is usual in ten seconds: people, and their variance. */
  usual(): { mean: number; variance: number } {
    return { mean: this.mean, variance: this.variance };
  }

  /**
   * How unusual the last `windowMs` are by distinct people; nobody-in-particular counts once.
   * @param prior what is usual for things of this kind; counts where this one thing has been rarer so far
   */
  unusual(now: number, windowMs: number, prior: { mean: number; variance: number } | null = null): Unusual {
    const since = now - windowMs;
    const people = new Set<number>();
    let count = 0;
    for (let at = this.hits.length - 1; at >= 0; at -= 1) {
      const hit = this.hits[at]!;
      if (hit.at <= since) continue;
      people.add(hit.person);
      count += 1;
    }
    const share = windowMs / BUCKET_MS;
    const isNew = prior !== null && prior.mean > this.mean;
    const usual = (isNew ? prior.mean : this.mean) * share;
    const spread = Math.max(Math.sqrt((isNew ? prior.variance : this.variance) * share), Math.sqrt(usual + 1));
    return { z: (people.size - usual) / spread, people: people.size, count, windowMs };
  }

  /** z of so many people within `windowMs`. */
  unusualOf(people: number, windowMs: number, prior: { mean: number; variance: number }): number {
    return this.unusualWith(people, windowMs, prior, { mean: 0, variance: 0 });
  }

  /** z of so many people, when what is usual for another kind of voice is added to what is usual here. */
  unusualWith(
    people: number,
    windowMs: number,
    prior: { mean: number; variance: number },
    more: { mean: number; variance: number },
  ): number {
    const share = windowMs / BUCKET_MS;
    const own = prior.mean > this.mean ? prior : this.usual();
    const usual = (own.mean + more.mean) * share;
    return (people - usual) / Math.max(Math.sqrt((own.variance + more.variance) * share), Math.sqrt(usual + 1));
  }

  /** What of the hits lies after `since`, oldest first. */
  since(since: number): Hit[] {
    return this.hits.filter((hit) => hit.at > since);
  }

  /** True when the sum of small rises passed five spreads: k = 0.5, h = 8 (five fires by chance about once in an hour of ten classes). */
  isRising(): boolean {
    return this.cusum > 8;
  }

  forgetRise(): void {
    this.cusum = 0;
  }

  save(): SavedSeries {
    const { mean, variance, bucket, learned, count, cusum, hits } = this;
    return { mean, variance, bucket, learned, count, cusum, hits };
  }

  load(saved: SavedSeries): this {
    this.mean = saved.mean;
    this.variance = saved.variance;
    this.bucket = saved.bucket;
    this.learned = saved.learned;
    this.count = saved.count;
    this.cusum = saved.cusum;
    this.hits = saved.hits;
    return this;
  }

  private rollTo(bucket: number, isGap: (bucket: number) => boolean): void {
    if (bucket <= this.bucket) return;
    if (bucket - this.bucket > FORGOTTEN) {
      this.mean = 0;
      this.variance = 0;
      this.cusum = 0;
    } else {
      for (let number = this.bucket; number < bucket; number += 1) {
        const count = number === this.bucket ? this.count : 0;
        if (!isGap(number)) this.learn(count);
      }
    }
    this.bucket = bucket;
    this.count = 0;
  }

  private learn(count: number): void {
    const spread = Math.sqrt(Math.max(this.variance, this.mean, 0.5));
    this.cusum = Math.max(0, this.cusum + (count - this.mean) / spread - 0.5);
    // A surge is no new usual at once: what stands out teaches little, or the next fault would hide behind the last.
    const taken = Math.min(count, this.mean + MOST_LEARNED * Math.max(1, spread));
    const off = taken - this.mean;
    // While the show is young every bucket counts the same; afterwards older ones fade.
    const rate = Math.max(ALPHA, 1 / (this.learned + 1));
    this.learned += 1;
    this.mean += rate * off;
    this.variance = (1 - rate) * (this.variance + rate * off * off);
  }

  private shorten(now: number): void {
    let from = 0;
    while (from < this.hits.length && (this.hits[from]!.at < now - KEEP_MS || this.hits.length - from > MOST_HITS))
      from += 1;
    this.hits = this.hits.slice(from);
  }
}
