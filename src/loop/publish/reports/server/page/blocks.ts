// The pieces a report is built of, the same for the page and for the file.

export interface Tile {
  /** Stable key of the figure; the page links it to its formula. */
  key: string;
  label: string;
  value: string;
  range: string | null;
  base: string | null;
  before: string | null;
}

/** One bar: its length now, and where it ended before. */
export interface Bar {
  label: string;
  value: number;
  before: number | null;
  text: string;
}

/** One row of a stacked bar. */
export interface Stack {
  label: string;
  parts: { label: string; share: number; text: string; tone: 'positive' | 'neutral' | 'negative' }[];
}

/** A difference with its interval. */
export interface Span {
  label: string;
  value: number;
  low: number;
  high: number;
  text: string;
}

export type ChartBlock =
  | { chart: 'bars'; title: string; legend: { now: string; before: string }; rows: Bar[] }
  | { chart: 'stacks'; title: string; rows: Stack[] }
  | { chart: 'spans'; title: string; unit: string; rows: Span[] };

export type Block =
  | { kind: 'heading'; id: string; text: string }
  | { kind: 'subheading'; text: string }
  /** Words a person wrote; line breaks are kept. */
  | { kind: 'words'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'tiles'; tiles: Tile[] }
  | { kind: 'chart'; chart: ChartBlock }
  | {
      kind: 'table';
      head: string[];
      numbers: number[];
      rows: string[][];
      keys?: string[];
      small?: boolean;
      widths?: number[];
    }
  | { kind: 'names'; names: string[] };
