// Turns our plain chart description into drawing options: tokens for colour, zero baseline, names at the lines' ends.

import type { ChartProps, ChartTone } from './chart.types.ts';
import { loneSeries } from './chart-lone.ts';
import { type Palette, STAGES, type Stage, type } from './tokens.ts';

const ORDER: readonly ChartTone[] = ['collect', 'act', 'understand', 'verify', 'answer', 'publish'];
/** Told apart without colour too. */
const DASHES = ['solid', [6, 3], [2, 3], [10, 3, 2, 3], [1, 3], [8, 2]] as const;

/** Colour of a tone in a palette. */
export function inkOf(palette: Palette, tone: ChartTone): string {
  if (tone === 'plain') return palette.textTertiary;
  return (STAGES as readonly string[]).includes(tone)
    ? palette.stage[tone as Stage]
    : palette[tone as Exclude<ChartTone, Stage | 'plain'>];
}

/** Colour of a series: its own, plain for the only one, else by its place. */
export function toneInk(palette: Palette, series: ChartProps['series'], index: number): string {
  const usual = series.length === 1 ? 'plain' : ORDER[index % ORDER.length]!;
  return inkOf(palette, series[index]?.tone ?? usual);
}

/** Runs of labels where every series is null: `[first, last]` indexes, inclusive. */
export function gapsOf(series: ChartProps['series'], length: number): [number, number][] {
  const gaps: [number, number][] = [];
  for (let index = 0; index < length; index += 1) {
    if (series.length === 0 || series.some((one) => one.values[index] !== null && one.values[index] !== undefined))
      continue;
    const last = gaps.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else gaps.push([index, index]);
  }
  return gaps;
}

/** px the names at the lines' ends take; a Chinese sign is about two Latin letters wide. */
function nameRoom(series: ChartProps['series']): number {
  const widths = series.map((one) => [...one.name].reduce((sum, sign) => sum + (sign > '\u2e80' ? 12 : 7), 0));
  return 16 + Math.max(0, ...widths);
}

/** Whether the names stand above the drawing: they do with bars, and with lines that have no end for them or too long names. */
export function isNamedAbove(props: Pick<ChartProps, 'kind' | 'series' | 'labels'>): boolean {
  if (props.series.length < 2) return false;
  return props.kind !== 'line' || props.labels.length < 3 || nameRoom(props.series) > 140;
}

/** How a line is told apart without colour, as a border of its sign above the drawing. */
export function lineSign(index: number): 'solid' | 'dashed' | 'dotted' {
  return (['solid', 'dashed', 'dotted'] as const)[index % 3]!;
}

/** Options for echarts. `still` draws without movement. */
export function chartOptions(
  props: ChartProps,
  palette: Palette,
  language: string,
  still: boolean,
): Record<string, unknown> {
  const write =
    props.format ?? ((value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value));
  const words = { color: palette.textTertiary, fontFamily: type.family, fontSize: 12 };
  const isLine = props.kind === 'line';
  const single = props.series.length === 1;
  const atEnds = isLine && !single && !isNamedAbove(props);
  const names = {
    type: 'category',
    data: props.labels,
    // One or two places have no run to draw from edge to edge; they stand in their columns.
    boundaryGap: !isLine || props.labels.length < 3,
    inverse: props.sideways ?? false,
    axisLine: { lineStyle: { color: palette.lineStrong } },
    axisTick: { show: false },
    axisLabel: { ...words, hideOverlap: true, color: props.sideways ? palette.textSecondary : palette.textTertiary },
  };
  const values = {
    type: 'value',
    // From zero; only a measure that goes below it (net sentiment) is drawn below.
    min: Math.min(0, ...props.series.flatMap((one) => [...one.values, ...(one.low ?? [])].map((value) => value ?? 0))),
    // Quarters of the whole: the top is a round line, not one squeezed against the next.
    ...(props.max === undefined ? {} : { max: props.max, interval: props.max / 4 }),
    splitNumber: 3,
    axisLabel: { ...words, show: !(props.sideways && single), formatter: write },
    splitLine: { show: !props.sideways, lineStyle: { color: palette.line } },
  };
  return {
    animation: !still,
    animationDuration: 180,
    aria: { enabled: true },
    textStyle: { fontFamily: type.family },
    grid: {
      left: 4,
      right: atEnds ? nameRoom(props.series) : props.sideways ? 56 : 12,
      top: !isLine && !single ? 28 : 12,
      bottom: 4,
      containLabel: true,
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: {
        type: isLine ? 'line' : 'shadow',
        lineStyle: { color: palette.lineStrong },
        shadowStyle: { color: palette.hover, opacity: 0.6 },
      },
      backgroundColor: palette.raised,
      borderColor: palette.line,
      padding: [8, 12],
      textStyle: { ...words, color: palette.text, fontSize: 13 },
      extraCssText: 'box-shadow:var(--floating);border-radius:8px',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : '–'),
    },
    xAxis: props.sideways ? values : names,
    yAxis: props.sideways ? names : values,
    series: props.series.flatMap((series, index) => {
      const ink = toneInk(palette, props.series, index);
      const gaps = index === 0 ? gapsOf(props.series, props.labels.length) : [];
      const main = {
        name: series.name,
        type: isLine ? 'line' : 'bar',
        data: series.values,
        ...(props.kind === 'stacked' ? { stack: 'all' } : {}),
        color: ink,
        barMaxWidth: 22,
        barCategoryGap: '35%',
        itemStyle: isLine
          ? {}
          : {
              borderRadius: props.kind === 'stacked' ? 0 : props.sideways ? [0, 3, 3, 0] : [3, 3, 0, 0],
              borderColor: palette.surface,
              borderWidth: props.kind === 'stacked' ? 1 : 0,
            },
        ...(isLine
          ? {
              showSymbol: false,
              lineStyle: { width: 2, type: DASHES[index % DASHES.length] },
              endLabel: {
                show: atEnds,
                formatter: '{a}',
                color: ink,
                fontSize: 12,
                fontFamily: type.family,
                distance: 6,
              },
              labelLayout: { moveOverlap: 'shiftY' },
            }
          : {
              label: {
                show: single && (props.sideways || props.labels.length <= 12),
                position: props.sideways ? 'right' : 'top',
                color: palette.textSecondary,
                fontSize: 12,
                formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? write(value) : ''),
              },
            }),
        ...(gaps.length > 0
          ? {
              markArea: {
                silent: true,
                itemStyle: { color: palette.chosen, opacity: 0.55 },
                data: gaps.map(([from, to]) => [
                  { xAxis: props.labels[Math.max(0, from - 1)] },
                  { xAxis: props.labels[Math.min(props.labels.length - 1, to + 1)] },
                ]),
              },
            }
          : {}),
      };
      const shift = (index - (props.series.length - 1) / 2) * 14;
      return [
        ...(series.low && series.high ? bandOf(series.name, series.low, series.high, ink) : []),
        main,
        ...(isLine ? loneSeries(series, ink, shift) : []),
      ];
    }),
  };
}

function bandOf(name: string, low: readonly (number | null)[], high: readonly (number | null)[], ink: string) {
  const shared = {
    type: 'line',
    silent: true,
    symbol: 'none',
    stack: `band ${name}`,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  };
  return [
    { ...shared, name: `${name} ↓`, data: low },
    {
      ...shared,
      name: `${name} ↑`,
      data: high.map((value, index) => (value === null || low[index] === null ? null : value - (low[index] ?? 0))),
      areaStyle: { color: ink, opacity: 0.14 },
    },
  ];
}
