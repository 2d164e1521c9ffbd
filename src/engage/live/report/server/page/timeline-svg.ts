// Draws a whole show on one strip: what was on air, how much was said and how, orders, alarms, answers; what was not heard is shaded.
import { escapeHtml } from '../../../../../platform/pages/html.ts';
import { columnsOf } from '../../core/columns.ts';
import type { ShowRecord } from '../../core/show-record.contract.ts';

export interface TimelineLook {
  /** Units of the picture; it is scaled to the width of the page. */
  width: number;
  fontFamily: string;
}

export interface TimelineLabels {
  clock(at: number): string;
  comments: string;
  mood: string;
  orders: string;
  alarms: string;
}

const INK = '#1f1c18';
const SOFT = '#57524a';
const LINE = '#e7e3db';
const BAR = '#b9cfcb';
const GOOD = '#067647';
const BAD = '#b42318';
const ORDER = '#0f766e';
const AIR = ['#e4f2ef', '#f7f0e2'];
const GAP = '#8f897e';
/** Room for the names of the bands. */
const LEFT = 64;

/** @returns an `<svg>` without a script; its words stand in the tables beside it */
export function timelineSvg(record: ShowRecord, labels: TimelineLabels, look: TimelineLook): string {
  const { width } = look;
  const wide = width - LEFT;
  const length = Math.max(1, record.endedAt - record.startedAt);
  const x = (at: number) => LEFT + (Math.min(Math.max(at - record.startedAt, 0), length) / length) * wide;
  const columns = columnsOf(record, Math.min(240, Math.max(24, Math.floor(wide / 3))));
  const parts: string[] = [];
  const rect = (from: number, top: number, to: number, height: number, fill: string, extra = '') =>
    parts.push(
      `<rect x="${r(from)}" y="${r(top)}" width="${r(Math.max(0.6, to - from))}" height="${r(height)}" fill="${fill}"${extra}/>`,
    );
  const text = (at: number, top: number, words: string, fill = SOFT, anchor = 'start') =>
    parts.push(`<text x="${r(at)}" y="${r(top)}" fill="${fill}" text-anchor="${anchor}">${escapeHtml(words)}</text>`);

  // On air.
  for (const [index, span] of record.air.entries()) {
    const [from, to] = [x(span.from), x(span.to)];
    rect(from, 0, to, 22, AIR[index % 2]!, ` stroke="${LINE}"`);
    const label = span.index === null ? span.title : `${span.index} ${span.title}`;
    const room = Math.floor((to - from - 6) / 11);
    if (room >= 1) text(from + 4, 15, label.length > room ? label.slice(0, room) : label, INK);
  }

  // Comments.
  const most = Math.max(1, ...columns.map((one) => one.comments));
  text(0, 62, labels.comments);
  text(0, 76, labels.clock === undefined ? '' : String(most));
  for (const one of columns) {
    const height = (one.comments / most) * 60;
    if (height > 0) rect(x(one.from), 94 - height, x(one.to) - 0.6, height, BAR);
  }

  // Mood: above the line for, below against.
  text(0, 128, labels.mood);
  parts.push(`<line x1="${LEFT}" y1="124" x2="${width}" y2="124" stroke="${SOFT}" stroke-width="0.6"/>`);
  for (const one of columns) {
    const height = Math.abs(one.mood) * 26;
    if (height > 0.3)
      rect(x(one.from), one.mood > 0 ? 124 - height : 124, x(one.to) - 0.6, height, one.mood > 0 ? GOOD : BAD);
  }

  // Orders.
  const mostOrders = Math.max(1, ...columns.map((one) => one.orders));
  text(0, 178, labels.orders);
  for (const one of columns) {
    const height = (one.orders / mostOrders) * 26;
    if (height > 0) rect(x(one.from), 184 - height, x(one.to) - 0.6, height, ORDER);
  }

  // Alarms: a triangle and its level by shape as well as colour.
  text(0, 204, labels.alarms);
  for (const alert of record.alerts) {
    const at = x(alert.raisedAt);
    const red = alert.level === 'red';
    parts.push(
      red
        ? `<path d="M${r(at - 5)} 206 L${r(at + 5)} 206 L${r(at)} 196 Z" fill="${BAD}"/>`
        : `<circle cx="${r(at)}" cy="201" r="3.4" fill="none" stroke="#8a4b06" stroke-width="1.4"/>`,
    );
  }

  // Gaps lie over everything.
  for (const gap of record.health.gaps)
    rect(
      x(gap.from),
      24,
      Math.max(x(gap.to), x(gap.from) + 1),
      186,
      'url(#gap)',
      ` stroke="${GAP}" stroke-width="0.4"`,
    );

  for (let tick = 0; tick <= 6; tick += 1) {
    const at = record.startedAt + (length * tick) / 6;
    text(x(at), 226, labels.clock(at), SOFT, tick === 0 ? 'start' : tick === 6 ? 'end' : 'middle');
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="232" viewBox="0 0 ${width} 232" font-family="${look.fontFamily}" font-size="10.5">` +
    `<defs><pattern id="gap" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="5" stroke="${GAP}" stroke-width="1.4" stroke-opacity="0.55"/></pattern></defs>` +
    `${parts.join('')}</svg>`
  );
}

const r = (value: number) => Math.round(value * 10) / 10;
