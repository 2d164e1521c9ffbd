// Turns counted decisions into figures that say how far they can be trusted.
import { type Share, wilson } from '../../../../kit/statistics/wilson.ts';
import type { AccuracyView } from './accuracy.contract.ts';

/** Checks of the sentiment, counted by everything the page asks for. */
export interface CheckGroup {
  week: string;
  source: 'desk' | 'doubt' | 'sample';
  channel: string;
  productId: string | null;
  engine: string;
  doubtful: boolean;
  count: number;
  agrees: number;
}

export interface SampleCheck {
  confidence: number;
  doubtful: boolean;
  agrees: boolean;
}

/** Adds groups up to one share. */
export function shareOf(groups: readonly CheckGroup[]): Share {
  let count = 0;
  let of = 0;
  for (const group of groups) {
    count += group.agrees;
    of += group.count;
  }
  return wilson(count, of);
}

/** Groups of one key, in the order of their first appearance. */
export function byKey(
  groups: readonly CheckGroup[],
  key: (group: CheckGroup) => string | null,
): { key: string; groups: CheckGroup[] }[] {
  const found = new Map<string, CheckGroup[]>();
  for (const group of groups) {
    const name = key(group);
    if (name === null) continue;
    const list = found.get(name);
    if (list) list.push(group);
    else found.set(name, [group]);
  }
  return [...found].map(([name, list]) => ({ key: name, groups: list }));
}

const STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Precision of the surest so many of the voices drawn by lot: what it would cost to judge fewer of them. */
export function coverageCurve(checks: readonly SampleCheck[]): AccuracyView['curve'] {
  if (checks.length === 0) return [];
  const sorted = [...checks].sort((a, b) => b.confidence - a.confidence);
  return STEPS.map((coverage) => {
    const kept = sorted.slice(0, Math.max(1, Math.round(coverage * sorted.length)));
    return { coverage, precision: wilson(kept.filter((one) => one.agrees).length, kept.length) };
  });
}

/** Where the engine's own bar lies on that curve. */
export function barOf(checks: readonly SampleCheck[]): AccuracyView['bar'] {
  const sure = checks.filter((one) => !one.doubtful);
  return {
    coverage: checks.length === 0 ? null : sure.length / checks.length,
    precision: wilson(sure.filter((one) => one.agrees).length, sure.length),
  };
}
