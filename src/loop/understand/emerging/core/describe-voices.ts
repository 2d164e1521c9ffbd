// Says in the customers' own words what a rise is about: phrases that stand out against the usual, and the voice nearest to all.
import { eachPhrase } from '../../../../text/groups/phrase-units.ts';
import { similarity } from '../../../../text/near-duplicates.ts';

/** Among so many the voice that says it best is looked for; comparing all pairs is the costly part. */
const COMPARED = 60;
const PHRASES = 5;
/** A phrase of one mouth is no sign. */
const LEAST_VOICES = 2;
/** Standard scores above the usual. */
const LEAST_SCORE = 1;

/** In how many texts each phrase stands. */
function countPhrases(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const seen = new Set<string>();
    eachPhrase(text.slice(0, 600), (phrase) => seen.add(phrase));
    for (const phrase of seen) if (phrase.length > 1) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return counts;
}

/**
 * Phrases by log-odds in texts with half a text as prior, so that words never heard before, the very sign of something new, are not
 * taken for noise; of phrases within one another only the most special.
 * @param usual what the shop's customers said before
 * @returns `best` is the place of the voice nearest to all others, -1 without voices
 */
export function describeVoices(
  texts: readonly string[],
  usual: readonly string[],
): { phrases: string[]; best: number } {
  const here = countPhrases(texts);
  const there = countPhrases(usual);
  const odds = (a: number, n: number) => Math.log((a + 0.5) / (Math.max(0, n - a) + 0.5));
  const scored: { phrase: string; score: number }[] = [];
  for (const [phrase, count] of here) {
    if (count < LEAST_VOICES) continue;
    const before = there.get(phrase) ?? 0;
    const spread = Math.sqrt(1 / (count + 0.5) + 1 / (before + 0.5));
    const score = (odds(count, texts.length) - odds(before, usual.length)) / spread;
    if (score > LEAST_SCORE) scored.push({ phrase, score: score * Math.log(1 + phrase.length) });
  }
  scored.sort((a, b) => b.score - a.score || b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1));
  const phrases: string[] = [];
  for (const { phrase } of scored) {
    if (phrases.some((kept) => kept.includes(phrase) || phrase.includes(kept))) continue;
    phrases.push(phrase);
    if (phrases.length >= PHRASES) break;
  }
  return { phrases, best: nearestToAll(texts.slice(0, COMPARED)) };
}

function nearestToAll(texts: readonly string[]): number {
  let best = texts.length > 0 ? 0 : -1;
  let most = -1;
  for (const [at, text] of texts.entries()) {
    // A word or an essay may be like many and still say nothing at a glance.
    const fits = text.length >= 6 && text.length <= 80 ? 1 : 0.6;
    let sum = 0;
    for (const other of texts) if (other !== text) sum += similarity(text, other);
    if (sum * fits > most) {
      most = sum * fits;
      best = at;
    }
  }
  return best;
}
