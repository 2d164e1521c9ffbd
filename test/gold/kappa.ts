// Agreement of two readers beyond chance, with intervals by resampling rows.

import { seeded } from '../../src/kit/seeded.ts';
import { ASPECTS, type GoldLabels, INTENTS } from './gold.contract.ts';

export type Pair = readonly [first: GoldLabels, second: GoldLabels];

/**
 * Cohen's kappa of paired decisions (Cohen 1960): (observed - chance) / (1 - chance), chance from each reader's own shares.
 * Null when there is nothing to tell apart: no pairs, or both readers always give one and the same label.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let same = 0;
  for (const [a, b] of pairs) {
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
    if (a === b) same += 1;
  }
  let chance = 0;
  for (const [label, count] of first) chance += (count / pairs.length) * ((second.get(label) ?? 0) / pairs.length);
  return chance === 1 ? null : (same / pairs.length - chance) / (1 - chance);
}

function meanKappa(
  pairs: readonly Pair[],
  labels: readonly string[],
  has: (row: GoldLabels, label: string) => boolean,
) {
  const found = labels
    .map((label) => cohensKappa(pairs.map(([a, b]) => [String(has(a, label)), String(has(b, label))])))
    .filter((value) => value !== null);
  return found.length === 0 ? null : found.reduce((sum, value) => sum + value, 0) / found.length;
}

const on = (pick: (row: GoldLabels) => string) => (pairs: readonly Pair[]) =>
  cohensKappa(pairs.map(([a, b]) => [pick(a), pick(b)]));
const hasIntent = (row: GoldLabels, intent: string) => row.intents.some((one) => one === intent);
const hasAspect = (row: GoldLabels, aspect: string) => row.aspects.some((one) => one.aspect === aspect);
const polarityOf = (row: GoldLabels, aspect: string) => row.aspects.find((one) => one.aspect === aspect)?.polarity;

/** Kappa where both readers named the aspect: do they also see the same side? */
function polarityKappa(pairs: readonly Pair[]): number | null {
  const shared: [string, string][] = [];
  for (const [a, b] of pairs)
    for (const aspect of ASPECTS)
      if (hasAspect(a, aspect) && hasAspect(b, aspect))
        shared.push([String(polarityOf(a, aspect)), String(polarityOf(b, aspect))]);
  return cohensKappa(shared);
}

/** What is measured, by name. */
export const MEASURES: Readonly<Record<string, (pairs: readonly Pair[]) => number | null>> = {
  sentiment: on((row) => row.sentiment),
  'main intent': on((row) => row.intents[0] ?? 'none'),
  'intent set (mean over intents)': (pairs) => meanKappa(pairs, INTENTS, hasIntent),
  ...Object.fromEntries(INTENTS.map((intent) => [`- ${intent}`, on((row) => String(hasIntent(row, intent)))])),
  urgency: on((row) => row.urgency.level),
  'aspect presence (mean over aspects)': (pairs) => meanKappa(pairs, ASPECTS, hasAspect),
  ...Object.fromEntries(ASPECTS.map((aspect) => [`- ${aspect}`, on((row) => String(hasAspect(row, aspect)))])),
  'polarity of shared aspects': polarityKappa,
};

/** 95 % percentile interval over resampled rows; null when most resamples say nothing. */
export function interval(
  pairs: readonly Pair[],
  measure: (pairs: readonly Pair[]) => number | null,
  rounds: number,
  seed: number,
) {
  const next = seeded(seed);
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const value = measure(pairs.map(() => pairs[Math.floor(next() * pairs.length)]!));
    if (value !== null) values.push(value);
  }
  if (values.length < rounds / 2) return null;
  values.sort((a, b) => a - b);
  return [values[Math.floor(values.length * 0.025)]!, values[Math.ceil(values.length * 0.975) - 1]!] as const;
}
