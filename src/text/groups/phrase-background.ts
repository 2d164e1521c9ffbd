// Remembers how often a shop's feedback use each phrase, so that what is special of a few of them can be told.
import { fnv1a } from '../../kit/hash.ts';
import { eachPhrase } from './phrase-units.ts';

const SLOTS = 2 ** 19;

/** Counts of texts by phrase, hashed into half a million places (2 MB); two phrases in one place only make both look more usual. */
export class PhraseBackground {
  readonly #counts = new Uint32Array(SLOTS);
  #texts = 0;
  #total = 0;

  /** How many texts were counted. */
  get texts(): number {
    return this.#texts;
  }

  /** How many phrases were counted, once a text. */
  get total(): number {
    return this.#total;
  }

  add(text: string): void {
    this.#texts += 1;
    const seen = new Set<number>();
    eachPhrase(text, (phrase) => {
      const slot = slotOf(phrase);
      if (seen.has(slot)) return;
      seen.add(slot);
      this.#counts[slot]! += 1;
      this.#total += 1;
    });
  }

  /** In how many texts a phrase stood. */
  count(phrase: string): number {
    return this.#counts[slotOf(phrase)]!;
  }
}

function slotOf(phrase: string): number {
  let hash = fnv1a(phrase);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) & (SLOTS - 1);
}
