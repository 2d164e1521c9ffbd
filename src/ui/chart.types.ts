// What a chart is given: plain numbers and words, no options of the drawing library.
import type { Stage } from './tokens.ts';

export type ChartTone = 'plain' | 'accent' | 'positive' | 'neutral' | 'negative' | 'warning' | Stage;

export interface ChartSeries {
  name: string;
  /** null is a gap, which is shaded and never joined by a line */
  values: readonly (number | null)[];
  tone?: ChartTone;
  /** interval around each value, drawn as a band (line) or whisker-like band (bar) */
  low?: readonly (number | null)[];
  high?: readonly (number | null)[];
}

export interface ChartProps {
  kind: 'line' | 'bar' | 'stacked';
  /** spoken name; also the caption of the table for readers of the screen */
  title: string;
  labels: readonly string[];
  series: readonly ChartSeries[];
  /** px; 220 when left out */
  height?: number;
  /** the end of the scale where the measure has one: 1 for a share */
  max?: number;
  /** bars lie down: for names rather than times */
  sideways?: boolean;
  /** writes a value; thousands apart when left out */
  format?: (value: number) => string;
  /** a click on a value: its place on the axis and its series */
  onPick?: (index: number, series: number) => void;
}
