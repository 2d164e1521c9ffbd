// How far the picture can be trusted: gaps told and gaps noticed by silence, the skew of clocks, and what was left out.
import type { RoomHealth } from './analysis.contract.ts';
import { BUCKET_MS } from './bucket.contract.ts';

const MOST_GAPS = 500;
const SHOWN_GAPS = 50;
/** A silence is a gap when so many events were due, it is this long, and longer than the source is ever silent. */
const DUE = 12;
const LEAST_SILENCE_MS = 10_000;
const USUAL_TIMES = 2.5;
const RATE_HALF_LIFE_MS = 60_000;
const SKEWS = 64;
const SKEW_MS = 60_000;

export interface Gap {
  from: number;
  to: number;
  cause: string;
  estimatedLost: number | null;
}

export interface SavedHealth {
  gaps: Gap[];
  skews: [number, number][];
  rate: number;
  rateAt: number;
  lastAt: number | null;
  usual: number;
  repeated: number;
  unread: number;
  shed: number;
  sampling: number;
  seconds: number[];
  second: number;
  blind: number[];
}

export class Health {
  gaps: Gap[] = [];
  repeated = 0;
  unread = 0;
  shed = 0;
  sampling = 1;
  private skews: [number, number][] = [];
  /** Events a millisecond, decayed; silences do not lower it until they are over. */
  private rate = 0;
  private rateAt = 0;
  private lastAt: number | null = null;
  /** The longest silence that was no gap, slowly forgotten. */
  private usual = 1000;
  /** Events of each of the last ten seconds. */
  private seconds: number[] = [];
  private second = 0;
  private blind = new Set<number>();

  constructor(private readonly startedAt: number) {}

  /**
   * Hears of an event; returns the gap that its silence before revealed, else null.
   * @param isWhole the source leaves nothing out, as our own room: where nobody spoke, nothing was lost
   */
  hear(at: number, rts: number, isWhole = false): Gap | null {
    this.skew(at, rts);
    this.count(at);
    const last = this.lastAt;
    if (last === null || at > last) this.lastAt = at;
    if (last === null) {
      this.rateAt = at;
      return null;
    }
    const silence = at - last;
    let gap: Gap | null = null;
    if (silence > 0) {
      const due = this.rate * silence;
      if (
        !isWhole &&
        silence >= LEAST_SILENCE_MS &&
        due >= DUE &&
        silence >= this.usual * USUAL_TIMES &&
        !this.isCovered(last, at)
      ) {
        gap = this.add(last, at, 'silence', Math.round(due));
      } else if (!this.isCovered(last, at)) {
        this.usual = Math.max(1000, Math.min(60_000, Math.max(this.usual * 0.999, silence)));
        this.rate *= 2 ** (-silence / RATE_HALF_LIFE_MS);
      }
    }
    // An exponential average of events a millisecond.
    this.rate += Math.LN2 / RATE_HALF_LIFE_MS;
    return gap;
  }

  add(from: number, to: number, cause: string, estimatedLost: number | null): Gap | null {
    if (!(to > from)) return null;
    const gap: Gap = { from, to, cause, estimatedLost };
    // A gap that is told replaces the silence that was noticed.
    this.gaps = this.gaps.filter(
      (known) => !(known.cause === 'silence' && known.from < to && known.to > from && cause !== 'silence'),
    );
    this.gaps.push(gap);
    if (this.gaps.length > MOST_GAPS) this.gaps.shift();
    const first = Math.floor(from / BUCKET_MS);
    // The flood right behind a gap says nothing about what is usual.
    const last = Math.floor(to / BUCKET_MS);
    for (let bucket = Math.max(first, last - 2000); bucket <= last; bucket += 1) this.blind.add(bucket);
    if (this.blind.size > 20_000) this.blind = new Set([...this.blind].slice(-10_000));
    return gap;
  }

  /** Whether a bucket overlaps a gap, or the flood behind it. */
  readonly isGap = (bucket: number): boolean => this.blind.has(bucket);

  view(now: number): RoomHealth {
    const length = Math.max(1, now - this.startedAt);
    return {
      completeness: Math.round(Math.max(0, 1 - this.lost(now) / length) * 10_000) / 10_000,
      gaps: this.gaps.slice(-SHOWN_GAPS),
      skewMs: this.medianSkew(now),
      sampling: this.sampling,
      shed: this.shed,
      repeated: this.repeated,
      unread: this.unread,
      perSecond: Math.round((this.seconds.reduce((sum, count) => sum + count, 0) / 10) * 10) / 10,
    };
  }

  save(): SavedHealth {
    return {
      gaps: this.gaps,
      skews: this.skews,
      rate: this.rate,
      rateAt: this.rateAt,
      lastAt: this.lastAt,
      usual: this.usual,
      repeated: this.repeated,
      unread: this.unread,
      shed: this.shed,
      sampling: this.sampling,
      seconds: this.seconds,
      second: this.second,
      blind: [...this.blind],
    };
  }

  load(saved: SavedHealth): void {
    const { blind, ...rest } = saved;
    Object.assign(this, rest);
    this.blind = new Set(blind);
  }

  /** Milliseconds in gaps, overlaps counted once. */
  private lost(now: number): number {
    const sorted = [...this.gaps].sort((a, b) => a.from - b.from);
    let lost = 0;
    let until = this.startedAt;
    for (const gap of sorted) {
      const from = Math.max(gap.from, until);
      const to = Math.min(gap.to, now);
      if (to > from) {
        lost += to - from;
        until = to;
      }
    }
    return lost;
  }

  private isCovered(from: number, to: number): boolean {
    return this.gaps.some((gap) => gap.from < to && gap.to > from);
  }

  private count(at: number): void {
    const second = Math.floor(at / 1000);
    if (this.seconds.length === 0 || second - this.second >= 10) {
      this.seconds = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
      this.second = Math.max(second, this.second);
    }
    while (this.second < second) {
      this.seconds.shift();
      this.seconds.push(0);
      this.second += 1;
    }
    const back = this.second - second;
    if (back < 10) this.seconds[9 - back]! += 1;
  }

  private skew(at: number, rts: number): void {
    const last = this.skews[this.skews.length - 1];
    // One sample a second is enough for a median of a minute.
    if (last !== undefined && at - last[0] < 1000) return;
    this.skews.push([at, rts - at]);
    if (this.skews.length > SKEWS) this.skews.shift();
  }

  private medianSkew(now: number): number | null {
    const recent = this.skews.filter(([at]) => at > now - SKEW_MS).map(([, skew]) => skew);
    if (recent.length === 0) return null;
    recent.sort((a, b) => a - b);
    return Math.round(recent[Math.floor(recent.length / 2)]!);
  }
}
