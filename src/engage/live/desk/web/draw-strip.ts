// Draws the last hour on a canvas: one fillRect a bar, colours from the tokens; a few hundred rectangles once a second cost nothing.
import type { Bucket, LiveAlert, RoomHealth } from '../../analysis/core/analysis.contract.ts';
import { BUCKET_MS } from '../../analysis/core/bucket.contract.ts';
import { WINDOW_MS } from '../core/windows.ts';

export interface StripFrame {
  from: number;
  to: number;
  clock: number;
}

interface StripData {
  buckets: readonly Bucket[];
  gaps: RoomHealth['gaps'];
  alerts: readonly LiveAlert[];
}

/** Height kept for the times and sums over the bars, px. */
const HEAD = 20;
/** Orders keep to the lower part, so that they do not cover what is said. */
const ORDERS_PART = 0.6;

/** Draws at the size the canvas has on screen. */
export function drawStrip(canvas: HTMLCanvasElement, frame: StripFrame, data: StripData): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = devicePixelRatio || 1;
  const brush = canvas.getContext('2d');
  if (!brush || width === 0 || height === 0) return;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.clearRect(0, 0, width, height);
  const style = getComputedStyle(canvas);
  const ink = (name: string) => style.getPropertyValue(name);
  const x = (at: number) => ((at - frame.from) / (frame.to - frame.from)) * width;
  const shown = data.buckets.filter((one) => one.at + BUCKET_MS > frame.from && one.at < frame.to);
  const most = Math.max(10, usualMost(shown.map((one) => one.comments)));
  const floor = height - 1;
  const y = (count: number) => Math.min(1, count / most) * (height - HEAD - 4);
  brush.fillStyle = ink('--line');
  for (let at = frame.from; at <= frame.to; at += WINDOW_MS) brush.fillRect(Math.round(x(at)), 0, 1, height);
  brush.fillRect(0, floor, width, 1);
  for (const gap of data.gaps) shade(brush, x(gap.from), x(gap.to), height, ink('--line-strong'));
  const wide = Math.max(1, x(frame.from + BUCKET_MS) - 0.8);
  const bar = (one: Bucket, from: number, count: number, colour: string) => {
    brush.fillStyle = colour;
    brush.fillRect(x(one.at), floor - y(from + count), wide, Math.max(count > 0 ? 1 : 0, y(count)));
  };
  for (const one of shown) {
    const rest = Math.max(0, one.comments - one.questions - one.complaints);
    bar(one, 0, one.complaints, ink('--negative'));
    bar(one, one.complaints, one.questions, ink('--stage-understand'));
    bar(one, one.complaints + one.questions, rest, ink('--neutral'));
  }
  orders(brush, shown, data.gaps, x, ink('--positive'));
  brush.fillStyle = ink('--urgent');
  for (const alert of data.alerts) {
    const at = x(alert.raisedAt);
    if (at < 0 || alert.level !== 'red') continue;
    brush.beginPath();
    brush.moveTo(at - 5, HEAD);
    brush.lineTo(at + 5, HEAD);
    brush.lineTo(at, HEAD + 8);
    brush.fill();
  }
}

/** Paid orders as a line over the bars, on a scale of their own. */
function orders(
  brush: CanvasRenderingContext2D,
  shown: readonly Bucket[],
  gaps: RoomHealth['gaps'],
  x: (at: number) => number,
  colour: string,
): void {
  const most = usualMost(shown.map((one) => one.orders));
  if (most === 0) return;
  const { clientHeight: height } = brush.canvas;
  brush.strokeStyle = colour;
  brush.lineWidth = 1.5;
  brush.beginPath();
  let isBroken = true;
  for (const one of shown) {
    // Nobody knows how many there were here: no line is better than a line at nothing.
    const isGap = gaps.some((gap) => gap.from < one.at + BUCKET_MS && gap.to > one.at);
    const up = Math.min(1, one.orders / most) * (height - HEAD - 8) * ORDERS_PART;
    const place = [x(one.at + BUCKET_MS / 2), height - 2 - up] as const;
    if (isBroken) brush.moveTo(...place);
    else brush.lineTo(...place);
    isBroken = isGap;
  }
  brush.stroke();
}

/** The height of the scale: the largest, unless one or two tower over all the rest, as the flood behind a gap does. */
function usualMost(counts: readonly number[]): number {
  const sorted = [...counts].sort((one, other) => other - one);
  const [most = 0] = sorted;
  const usual = sorted[Math.min(sorted.length - 1, Math.max(2, Math.floor(sorted.length / 50)))] ?? 0;
  return usual > 0 ? Math.min(most, usual * 1.5) : most;
}

/** Diagonal lines: nobody knows what was said here. */
function shade(brush: CanvasRenderingContext2D, from: number, to: number, height: number, colour: string): void {
  const wide = Math.max(2, to - from);
  brush.save();
  brush.beginPath();
  brush.rect(from, HEAD, wide, height - HEAD);
  brush.clip();
  brush.strokeStyle = colour;
  brush.lineWidth = 1;
  brush.beginPath();
  for (let at = from - height; at < from + wide; at += 5) {
    brush.moveTo(at, height);
    brush.lineTo(at + height, 0);
  }
  brush.stroke();
  brush.restore();
}
