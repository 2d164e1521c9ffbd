// Counts turned into accuracy, F1, confusion tables, coverage curves and calibration error.
import type { Table, Words } from './evaluate.contract.ts';

/** A share as percent with one decimal. */
export const percent = (value: number) => Math.round(value * 1000) / 10;
export const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Hits {
  hit: number;
  given: number;
  wanted: number;
}

export const noHits = (): Hits => ({ hit: 0, given: 0, wanted: 0 });

export function prf({ hit, given, wanted }: Hits) {
  const precision = given > 0 ? hit / given : 0;
  const recall = wanted > 0 ? hit / wanted : 0;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** One text whose side is known: y 1 or -1, p = P(positive). */
export interface Scored {
  y: number;
  p: number;
}

export function twoClass(rows: readonly Scored[]) {
  const negative = noHits();
  let right = 0;
  for (const { y, p } of rows) {
    const said = p > 0.5 ? 1 : -1;
    if (said === y) right += 1;
    if (said === -1) negative.given += 1;
    if (y === -1) negative.wanted += 1;
    if (said === -1 && y === -1) negative.hit += 1;
  }
  return { rows: rows.length, accuracy: right / Math.max(1, rows.length), f1Negative: prf(negative).f1 };
}

/** Counts of (true, said) pairs over a list of labels. */
export class Confusion {
  readonly labels: readonly string[];
  private readonly cells = new Map<string, number>();
  rows = 0;

  constructor(labels: readonly string[]) {
    this.labels = labels;
  }

  add(truth: string, said: string): void {
    const key = `${truth}\n${said}`;
    this.cells.set(key, (this.cells.get(key) ?? 0) + 1);
    this.rows += 1;
  }

  at(truth: string, said: string): number {
    return this.cells.get(`${truth}\n${said}`) ?? 0;
  }

  of(label: string) {
    return prf({
      hit: this.at(label, label),
      given: this.labels.reduce((sum, other) => sum + this.at(other, label), 0),
      wanted: this.labels.reduce((sum, other) => sum + this.at(label, other), 0),
    });
  }

  get accuracy(): number {
    return this.labels.reduce((sum, label) => sum + this.at(label, label), 0) / Math.max(1, this.rows);
  }

  get macroF1(): number {
    return mean(this.labels.map((label) => this.of(label).f1));
  }

  table(title: Words): Table {
    const head = [
      { en: 'true ↓ said →', zh: '真值 ↓ 判读 →' },
      ...this.labels.map((label) => ({ en: label, zh: label })),
    ];
    return {
      title,
      head: [...head, { en: 'precision', zh: '精确率' }, { en: 'recall', zh: '召回' }, { en: 'F1', zh: 'F1' }],
      rows: this.labels.map((truth) => {
        const { precision, recall, f1 } = this.of(truth);
        return [
          truth,
          ...this.labels.map((said) => this.at(truth, said)),
          percent(precision),
          percent(recall),
          percent(f1),
        ];
      }),
    };
  }
}

export const COVERAGES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1] as const;

/** Accuracy on the surest share of the rows, for each of {@link COVERAGES}. */
export function coverageCurve(rows: readonly Scored[]): number[] {
  const sorted = [...rows].sort((a, b) => Math.abs(b.p - 0.5) - Math.abs(a.p - 0.5));
  return COVERAGES.map((coverage) => twoClass(sorted.slice(0, Math.round(sorted.length * coverage))).accuracy);
}

export interface Bin {
  from: number;
  to: number;
  rows: number;
  said: number;
  true: number;
}

/** Ten equal bins of P(positive): what was said, and what share was true. */
export function reliability(rows: readonly Scored[]): Bin[] {
  const bins = Array.from({ length: 10 }, (_, index) => ({
    from: index / 10,
    to: (index + 1) / 10,
    rows: 0,
    said: 0,
    true: 0,
  }));
  for (const { y, p } of rows) {
    const bin = bins[Math.min(9, Math.floor(p * 10))]!;
    bin.rows += 1;
    bin.said += p;
    if (y === 1) bin.true += 1;
  }
  return bins.map((bin) => ({
    ...bin,
    said: bin.said / Math.max(1, bin.rows),
    true: bin.true / Math.max(1, bin.rows),
  }));
}

/** Expected calibration error over {@link reliability}'s bins, 0-1 (Naeini et al. 2015). */
export function calibrationError(rows: readonly Scored[]): number {
  return reliability(rows).reduce(
    (sum, bin) => sum + (bin.rows / Math.max(1, rows.length)) * Math.abs(bin.said - bin.true),
    0,
  );
}
