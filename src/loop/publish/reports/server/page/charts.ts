// Draws the charts of a report as small vector pictures with their labels in them; the same picture for the page and the file.
import { escapeHtml } from '../../../../../platform/pages/html.ts';
import type { Bar, ChartBlock, Span, Stack } from './blocks.ts';

export interface ChartLook {
  /** In points of the picture; text keeps its size whatever the width. */
  width: number;
  fontFamily: string;
  fontSize: number;
}

const INK = '#1f1c18';
const SOFT = '#57524a';
const LINE = '#cbc5b9';
const ACCENT = '#0f766e';
const TONES = { positive: '#067647', neutral: '#8f897e', negative: '#b42318' } as const;

/** @returns an `<svg>`, hidden from readers of the page by voice: its words stand beside it */
export function chartSvg(chart: ChartBlock, look: ChartLook): string {
  switch (chart.chart) {
    case 'bars':
      return bars(chart.rows, look);
    case 'stacks':
      return stacks(chart.rows, look);
    case 'spans':
      return spans(chart.rows, look);
  }
}

function svg(look: ChartLook, height: number, body: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${look.width}" height="${height}" viewBox="0 0 ${look.width} ${height}" ` +
    `font-family="${look.fontFamily}" font-size="${look.fontSize}" aria-hidden="true" focusable="false">${body}</svg>`
  );
}

function text(x: number, y: number, words: string, fill: string, anchor: 'start' | 'end' = 'start'): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}" text-anchor="${anchor}">${escapeHtml(words)}</text>`;
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(width, 0.5))}" height="${round(height)}" fill="${fill}"/>`;
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width: number): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}" stroke-width="${width}"/>`;
}

/** Bars from zero; a thin mark shows where the bar ended before. */
function bars(rows: readonly Bar[], look: ChartLook): string {
  const { fontSize, width } = look;
  const step = fontSize * 3;
  const longest = Math.max(1, ...rows.flatMap((row) => [row.value, row.before ?? 0]));
  const at = (value: number) => (value / longest) * (width - 2);
  const body = rows.map((row, index) => {
    const top = index * step;
    const barTop = top + fontSize * 1.45;
    const barHeight = fontSize * 0.75;
    const before =
      row.before === null
        ? ''
        : line(at(row.before) + 1, barTop - 2, at(row.before) + 1, barTop + barHeight + 3, INK, 1.5);
    return (
      text(0, top + fontSize, row.label, INK) +
      text(width, top + fontSize, row.text, SOFT, 'end') +
      rect(0, barTop, at(row.value), barHeight, ACCENT) +
      before
    );
  });
  return svg(look, rows.length * step, line(0.5, 0, 0.5, rows.length * step - fontSize * 0.4, LINE, 1) + body.join(''));
}

/** Shares of a whole side by side; each part named under the bar in its colour and in words. */
function stacks(rows: readonly Stack[], look: ChartLook): string {
  const { fontSize, width } = look;
  const step = fontSize * 4.4;
  const body = rows.map((row, index) => {
    const top = index * step;
    const barTop = top + fontSize * 1.4;
    let x = 0;
    const drawn = row.parts.map((part) => {
      const size = part.share * width;
      const one = rect(x, barTop, Math.max(0, size - 1.5), fontSize, TONES[part.tone]);
      x += size;
      return one;
    });
    const column = width / row.parts.length;
    const named = row.parts.map(
      (part, place) =>
        rect(place * column, barTop + fontSize * 1.65, fontSize * 0.6, fontSize * 0.6, TONES[part.tone]) +
        text(place * column + fontSize * 0.95, barTop + fontSize * 2.2, `${part.label} ${part.text}`, INK),
    );
    return text(0, top + fontSize, row.label, SOFT) + drawn.join('') + named.join('');
  });
  return svg(look, rows.length * step, body.join(''));
}

/** Differences around zero, each with its interval. */
function spans(rows: readonly Span[], look: ChartLook): string {
  const { fontSize, width } = look;
  // On a phone the words stand on a line of their own.
  const isNarrow = width < 480;
  const step = fontSize * (isNarrow ? 4.5 : 3.1);
  const reach = Math.max(0.1, ...rows.flatMap((row) => [Math.abs(row.low), Math.abs(row.high)]));
  const inset = 6;
  const at = (value: number) => width / 2 + (value / reach) * (width / 2 - inset);
  const height = rows.length * step;
  const body = rows.map((row, index) => {
    const top = index * step;
    const middle = top + fontSize * (isNarrow ? 3.3 : 1.95);
    const tone = row.value > 0 ? '#8a4b06' : ACCENT;
    return (
      text(0, top + fontSize, row.label, INK) +
      (isNarrow ? text(0, top + fontSize * 2.4, row.text, SOFT) : text(width, top + fontSize, row.text, SOFT, 'end')) +
      line(inset, middle, width - inset, middle, '#efece5', 1) +
      line(at(0), middle - fontSize * 0.5, at(0), middle + fontSize * 0.5, LINE, 1.5) +
      line(at(row.low), middle, at(row.high), middle, tone, 2.5) +
      `<circle cx="${round(at(row.value))}" cy="${round(middle)}" r="${round(fontSize * 0.36)}" fill="${tone}"/>`
    );
  });
  return svg(look, height, body.join(''));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
