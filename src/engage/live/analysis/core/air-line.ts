// What was on air when, and how long words take to follow the picture: learned from the first who name a product after it is shown.
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';

const MOST = 400;
const LEAST_MS = 3000;
const LONGEST_MS = 15_000;
const USUAL_MS = 6000;
/** A name heard later says nothing about the delay. */
const HEARD_WITHIN_MS = 25_000;
/** First namings of each pin that count. */
const EACH = 3;
const SAMPLES = 45;
/** Words this soon after a change are ambiguous. */
const BLUR_MS = 4000;

export interface Shown {
  at: number;
  productId: string | null;
  index: number | null;
  title: string;
  price: LiveMoney | null;
}

export interface SavedAir {
  shown: Shown[];
  lags: number[];
  heard: number;
}

export class AirLine {
  shown: Shown[] = [];
  private lags: number[] = [];
  /** Namings of the newest product heard so far. */
  private heard = 0;

  show(next: Shown): void {
    const last = this.shown[this.shown.length - 1];
    if (last !== undefined && last.productId === next.productId) {
      if (next.price !== null) last.price = next.price;
      return;
    }
    this.shown.push(next);
    if (this.shown.length > MOST) this.shown.shift();
    this.heard = 0;
  }

  current(): Shown | null {
    return this.shown[this.shown.length - 1] ?? null;
  }

  /** A comment named a product: teaches the delay when that was just put on air. */
  hear(productId: string, at: number): void {
    const now = this.current();
    if (now === null || now.productId !== productId || this.heard >= EACH || this.shown.length < 2) return;
    const lag = at - now.at;
    if (lag < 0 || lag > HEARD_WITHIN_MS) return;
    this.heard += 1;
    this.lags.push(lag);
    if (this.lags.length > SAMPLES) this.lags.shift();
  }

  /** Between the picture and the words about it, 3-15 s. */
  delayMs(): number {
    if (this.lags.length < EACH) return USUAL_MS;
    const sorted = [...this.lags].sort((a, b) => a - b);
    return Math.max(LEAST_MS, Math.min(LONGEST_MS, sorted[Math.floor(sorted.length * 0.4)]!));
  }

  /** What words said at `at` are about, with how sure that is; null when nothing was on air. */
  at(at: number, delay: number): { shown: Shown; confidence: number } | null {
    const moment = at - delay;
    for (let place = this.shown.length - 1; place >= 0; place -= 1) {
      const shown = this.shown[place]!;
      if (shown.at > moment) continue;
      if (shown.productId === null) return null;
      const since = moment - shown.at;
      const until = place + 1 < this.shown.length ? this.shown[place + 1]!.at - moment : Number.POSITIVE_INFINITY;
      const near = Math.min(since, until);
      return { shown, confidence: near >= BLUR_MS ? 0.8 : 0.5 + (0.3 * near) / BLUR_MS };
    }
    // Words in the first seconds are about the first product, if about any.
    const first = this.shown[0];
    return first !== undefined && first.productId !== null && first.at <= at ? { shown: first, confidence: 0.5 } : null;
  }

  /** Price of a product when it was last on air before `at`. */
  priceAt(productId: string, at: number): LiveMoney | null {
    for (let place = this.shown.length - 1; place >= 0; place -= 1) {
      const shown = this.shown[place]!;
      if (shown.at <= at && shown.productId === productId && shown.price !== null) return shown.price;
    }
    return null;
  }

  save(): SavedAir {
    return { shown: this.shown, lags: this.lags, heard: this.heard };
  }

  load(saved: SavedAir): void {
    this.shown = saved.shown;
    this.lags = saved.lags;
    this.heard = saved.heard;
  }
}
