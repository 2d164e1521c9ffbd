// The pieces of a show's report, the same for the page, the file and the tables.
import type { QuotedLine } from '../../core/show-record.contract.ts';

export interface FigureCell {
  label: string;
  value: string;
  /** Numerator, denominator and window in words. */
  meaning: string;
}

export interface MomentCell {
  title: string;
  facts: string;
  lines: QuotedLine[];
  /** Seconds since the start of the show, where the scrubber jumps. */
  at: number;
  kind: 'best' | 'worst';
}

export type Section =
  | { kind: 'figures'; title: string; cells: FigureCell[] }
  | { kind: 'timeline'; title: string; note: string; svg: string; summary: string }
  | {
      kind: 'table';
      key: string;
      title: string;
      note: string | null;
      head: string[];
      rows: string[][];
      numeric: boolean[];
      empty: string;
    }
  | { kind: 'moments'; title: string; note: string; moments: MomentCell[]; empty: string }
  | { kind: 'notes'; title: string; lines: string[] };

export interface ShowReport {
  title: string;
  lead: string;
  /** Set when every line of the show was made by the simulator. */
  simulated: string | null;
  sections: Section[];
  foot: string;
}
