// Finds the phrases by which a few feedback stand out from the rest of the shop's.
import type { PhraseBackground } from './phrase-background.ts';
import { eachPhrase } from './phrase-units.ts';

export interface SalientPhrase {
  /** Folded: lower case, simplified script. */
  phrase: string;
  /** In how many of the texts it stands. */
  count: number;
  /** Standard scores above the background; from 1.96 it is no accident. */
  z: number;
}

export interface SalientOptions {
  /** How many phrases at most; 5 unless told. */
  most?: number;
  /** In how many of the texts a phrase must stand; 2 unless told. */
  least?: number;
}

/** Weight of the prior, in phrases, at most: never more than the texts themselves say. */
const MOST_PRIOR = 1000;
/** A prior is never nothing, or a phrase new to the shop would be infinitely special. */
const LEAST_PRIOR = 0.05;
const Z_LEAST = 1.96;
/** A phrase that mostly stands inside a longer one says less than that. */
const INSIDE = 0.75;

/**
 * Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn, "Fightin' Words", Political Analysis 16, 2008): the
 * background's own frequencies are the prior, so that neither rare nor everyday phrases win by chance. Texts are counted, not words.
 * @param background may contain the texts themselves
 */
export function salientPhrases(
  texts: readonly string[],
  background: PhraseBackground,
  { most = 5, least = 2 }: SalientOptions = {},
): SalientPhrase[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    const seen = new Set<string>();
    eachPhrase(text, (phrase) => seen.add(phrase));
    for (const phrase of seen) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    total += seen.size;
  }
  const others = Math.max(1, background.total);
  const weight = Math.min(MOST_PRIOR, total);
  const found: SalientPhrase[] = [];
  for (const [phrase, count] of counts) {
    if (count < least) continue;
    const before = background.count(phrase);
    const prior = Math.max(LEAST_PRIOR, (before / others) * weight);
    const here = Math.log((count + prior) / Math.max(1, total + weight - count - prior));
    const there = Math.log((before + prior) / Math.max(1, others + weight - before - prior));
    const z = (here - there) / Math.sqrt(1 / (count + prior) + 1 / (before + prior));
    if (z >= Z_LEAST) found.push({ phrase, count, z });
  }
  // The longer of two phrases with nearly the same texts says more; then the more special one.
  found.sort((a, b) => b.z - a.z || b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1));
  const kept: SalientPhrase[] = [];
  for (const one of found) {
    const longer = found.find(
      (other) =>
        other.phrase.length > one.phrase.length &&
        other.phrase.includes(one.phrase) &&
        other.count >= INSIDE * one.count,
    );
    if (longer !== undefined) continue;
    if (kept.some((other) => other.phrase.includes(one.phrase) || one.phrase.includes(other.phrase))) continue;
    kept.push(one);
    if (kept.length === most) break;
  }
  return kept;
}
