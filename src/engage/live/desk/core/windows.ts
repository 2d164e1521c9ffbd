// Compares these five minutes with those before and with the room's own history; cuts time into the bars of the strip.
import type { Bucket } from '../../analysis/core/analysis.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { type DeskHistory, HISTORY_FIGURES, type HistoryFigure } from './desk.contract.ts';

export const WINDOW_MS = 300_000;
/** Earlier windows below this say nothing about what is usual. */
export const LEAST_WINDOWS = 6;

export type WindowSums = Record<HistoryFigure, number>;

export interface SavedWindows {
  at: number;
  sums: WindowSums;
  people: string[];
  done: { at: number; sums: WindowSums }[];
}

/** Sums of finished five-minute windows of one show, counted from the events of record. */
export class WindowCounter {
  private at = 0;
  private sums = empty();
  private people = new Set<string>();
  private done: { at: number; sums: WindowSums }[] = [];

  take(event: LiveEvent): void {
    if (event.test) return;
    const at = Math.floor(event.ts / WINDOW_MS) * WINDOW_MS;
    if (at > this.at) this.turn(at);
    // What arrives late is counted where it is heard: a closed window is not opened again.
    if (event.type === 'comment') {
      this.sums.comments += 1;
      if (event.user?.uid) this.people.add(event.user.uid);
    } else if (event.type === 'order.paid') {
      this.sums.orders += 1;
      this.sums.gmvMinor += event.amount.minor;
    } else if (event.type === 'viewer.follow') this.sums.follows += event.count ?? 1;
  }

  /** All of it as plain data; `restore` goes on from there. */
  save(): SavedWindows {
    return { at: this.at, sums: this.sums, people: [...this.people], done: this.done };
  }

  restore(saved: SavedWindows): void {
    this.at = saved.at;
    this.sums = saved.sums;
    this.people = new Set(saved.people);
    this.done = saved.done;
  }

  /** Windows that are over; the one under way is left out, it is not five minutes long. */
  finished(): readonly { at: number; sums: WindowSums }[] {
    return this.done;
  }

  private turn(at: number): void {
    if (this.at > 0) this.done.push({ at: this.at, sums: { ...this.sums, commenters: this.people.size } });
    this.at = at;
    this.sums = empty();
    this.people = new Set();
  }
}

function empty(): WindowSums {
  return { comments: 0, commenters: 0, orders: 0, gmvMinor: 0, follows: 0 };
}

/** @returns 21 quantiles (0 %, 5 % … 100 %) of every figure, or null where there is too little to compare with */
export function historyOf(windows: readonly WindowSums[]): DeskHistory | null {
  if (windows.length < LEAST_WINDOWS) return null;
  const quantiles = {} as DeskHistory['quantiles'];
  for (const figure of HISTORY_FIGURES) {
    const sorted = windows.map((one) => one[figure]).sort((one, other) => one - other);
    quantiles[figure] = Array.from({ length: 21 }, (_, step) => sorted[Math.round((step / 20) * (sorted.length - 1))]!);
  }
  return { windows: windows.length, quantiles };
}

/** @returns share of earlier windows that were smaller, 0-1 in steps of 5 %; ties count half; null without history */
export function percentileIn(history: DeskHistory | null, figure: HistoryFigure, value: number): number | null {
  const steps = history?.quantiles[figure];
  if (!steps || steps.length < 2) return null;
  const below = steps.filter((one) => one < value).length;
  const equal = steps.filter((one) => one === value).length;
  return (below + equal / 2) / steps.length;
}

export interface Bar {
  at: number;
  /** Length in ms: shorter for the one under way. */
  ms: number;
  comments: number;
  questions: number;
  complaints: number;
  positive: number;
  negative: number;
  orders: number;
  gmvMinor: number;
  /** Share of it that lies in a gap, 0-1. */
  gap: number;
}

/** Puts ten-second buckets together to bars of five minutes, oldest first. */
export function barsOf(buckets: readonly Bucket[]): Bar[] {
  const bars: Bar[] = [];
  for (const bucket of buckets) {
    const at = Math.floor(bucket.at / WINDOW_MS) * WINDOW_MS;
    let bar = bars.at(-1);
    if (!bar || bar.at !== at) {
      bar = {
        at,
        ms: 0,
        comments: 0,
        questions: 0,
        complaints: 0,
        positive: 0,
        negative: 0,
        orders: 0,
        gmvMinor: 0,
        gap: 0,
      };
      bars.push(bar);
    }
    bar.gap = (bar.gap * bar.ms + bucket.gap * 10_000) / (bar.ms + 10_000);
    bar.ms += 10_000;
    bar.comments += bucket.comments;
    bar.questions += bucket.questions;
    bar.complaints += bucket.complaints;
    bar.positive += bucket.positive;
    bar.negative += bucket.negative;
    bar.orders += bucket.orders;
    bar.gmvMinor += bucket.gmvMinor;
  }
  return bars;
}
