// What a trained head needs to be fitted: its rows, its labels and its budget.
import { foldOf, readSet } from '../read-sets.ts';

/** One head's question put to one text. */
export interface HeadRow {
  text: string;
  y: 1 | -1;
  fold: number;
  /** What a mistake on it counts beside others; 1 when absent. */
  weight?: number;
}

/** What is fitted together: one list of rows, and one column of labels for each head. */
export interface HeadTask {
  names: string[];
  rows: HeadRow[];
  labels: Map<string, Int8Array>;
  /** Cost of a mistake in the linear fit. */
  c: number;
  /** How many of the largest weights to keep. */
  keep: number;
}

/** A task of one head, whose labels stand in its rows. */
export function single(name: string, rows: HeadRow[], c: number, keep: number): HeadTask {
  return { names: [name], rows, labels: new Map([[name, Int8Array.from(rows, (item) => item.y)]]), c, keep };
}

export function row(text: string, positive: boolean): HeadRow {
  return { text, y: positive ? 1 : -1, fold: foldOf(text) };
}

/** Every n-th text, so that large sets stay in the background. */
export function every(name: string, step: number): string[] {
  return readSet(name)
    .filter((_, index) => index % step === 0)
    .map((item) => item.t);
}

/** First turns of every n-th service conversation. */
export function serviceTurns(step: number): string[] {
  return readSet('jddc_sample_sessions')
    .filter((_, index) => index % step === 0)
    .flatMap((item) => item.t.split(',').slice(0, 3))
    .filter((text) => text.length > 3);
}
