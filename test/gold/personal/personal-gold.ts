// Reads the marked lines of the personal data gold and counts what a finder found of them.
import { readFileSync } from 'node:fs';
import type { PersonalDataKind, PersonalDataSpan } from '../../../src/text/judge.contract.ts';

export interface GoldLine {
  text: string;
  wanted: PersonalDataSpan[];
}

export interface Figures {
  lines: number;
  spans: number;
  found: number;
  /** Same kind and same characters. */
  right: number;
  /** Same kind, and at least four fifths of the two in common. */
  near: number;
  recall: number;
  precision: number;
  nearRecall: number;
  nearPrecision: number;
}

/** `design` may be read while mending the finder, `measure` is only counted. */
export function readGold(half: 'design' | 'measure'): GoldLine[] {
  const file = new URL(`${half}.txt`, import.meta.url);
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map(readLine);
}

/** `⟦kind|characters⟧` marks what must be found; the rest must stay. */
export function readLine(marked: string): GoldLine {
  let text = '';
  const wanted: PersonalDataSpan[] = [];
  for (const part of marked.split(/(⟦[^⟧]*⟧)/u)) {
    const mark = /^⟦(\w+)\|([^⟧]*)⟧$/u.exec(part);
    const words = mark ? mark[2]! : part;
    if (mark) wanted.push({ kind: mark[1] as PersonalDataKind, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, wanted };
}

export function isSame(a: PersonalDataSpan, b: PersonalDataSpan): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end;
}

function isNear(a: PersonalDataSpan, b: PersonalDataSpan): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return a.kind === b.kind && shared >= 0.8 * (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Counts over lines, of one kind or of all. */
export function count(
  lines: readonly GoldLine[],
  find: (text: string) => readonly PersonalDataSpan[],
  kind?: PersonalDataKind,
): Figures {
  const sums = { spans: 0, found: 0, right: 0, near: 0 };
  for (const { text, wanted } of lines) {
    const asked = wanted.filter((span) => kind === undefined || span.kind === kind);
    const found = find(text).filter((span) => kind === undefined || span.kind === kind);
    sums.spans += asked.length;
    sums.found += found.length;
    sums.right += asked.filter((span) => found.some((other) => isSame(span, other))).length;
    sums.near += asked.filter((span) => found.some((other) => isNear(span, other))).length;
  }
  const percent = (part: number, whole: number) => (whole === 0 ? 100 : Math.round((part / whole) * 1e4) / 100);
  return {
    lines: lines.length,
    ...sums,
    recall: percent(sums.right, sums.spans),
    precision: percent(sums.right, sums.found),
    nearRecall: percent(sums.near, sums.spans),
    nearPrecision: percent(sums.near, sums.found),
  };
}
