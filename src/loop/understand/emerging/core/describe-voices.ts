// Says in the customers' own words what a rise is about: phrases that stand out against the usual, and the voice nearest to all.
import { PhraseBackground } from '../../../../text/groups/phrase-background.ts';
import { salientPhrases } from '../../../../text/groups/salient-phrases.ts';
import { similarity } from '../../../../text/near-duplicates.ts';

/** Among so many the voice that says it best is looked for; comparing all pairs is the costly part. */
const COMPARED = 60;

/**
 * @param usual what the shop's customers said before
 * @returns `best` is the place of the voice nearest to all others, -1 without voices
 */
export function describeVoices(
  texts: readonly string[],
  usual: readonly string[],
): { phrases: string[]; best: number } {
  const background = new PhraseBackground();
  for (const text of usual) background.add(text);
  return {
    phrases: salientPhrases(texts, background).map((one) => one.phrase),
    best: nearestToAll(texts.slice(0, COMPARED)),
  };
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
