// Finds texts that say the same in nearly the same characters: an exact key, a sketch for candidates, and the exact proof.
import { PairSet } from './duplicates/pair-set.ts';
import { BANDS, Sketcher } from './duplicates/sketcher.ts';

const SKETCHER = new Sketcher();
const OTHER = new Sketcher();
const PAIRS = new PairSet();

/**
 * Letters, numbers and Han characters of a text, folded; everything else, emoji too, is dropped
 * unless nothing else is left; runs are capped at two.
 */
export function comparable(text: string): string {
  SKETCHER.read(text);
  let out = '';
  for (let at = 0; at < SKETCHER.length; at += 4096) {
    out += String.fromCharCode(...SKETCHER.codes.subarray(at, Math.min(SKETCHER.length, at + 4096)));
  }
  return out;
}

/** Short key that is equal exactly when the comparable characters are equal (two 32-bit hashes and the length). */
export function duplicateKey(text: string): string {
  SKETCHER.read(text);
  const { codes, length } = SKETCHER;
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at]!;
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x5bd1e995);
    two ^= two >>> 15;
  }
  return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}${length.toString(36)}`;
}

/**
 * One-permutation MinHash over character pairs, 16 bands of 3 bins, each band one signed 32-bit integer (fits PostgreSQL
 * `integer`). Texts that share any band are candidates; prove them with {@link similarity}. Empty when under six characters:
 * such texts are equal by {@link duplicateKey} or not at all.
 */
export function nearDuplicateSketch(text: string): number[] {
  SKETCHER.read(text);
  return SKETCHER.sketch() ? Array.from(SKETCHER.bands.subarray(0, BANDS)) : [];
}

/** Jaccard similarity (0-1) of the character pairs of two texts; near-duplicates are at 0.5 and above. */
export function similarity(a: string, b: string): number {
  SKETCHER.read(a);
  OTHER.read(b);
  if (SKETCHER.length === 0 && OTHER.length === 0) return 1;
  PAIRS.fill(OTHER.codes, 0, OTHER.length);
  const right = PAIRS.size;
  PAIRS.fill(SKETCHER.codes, 0, SKETCHER.length);
  const shared = PAIRS.shared(OTHER.codes, 0, OTHER.length);
  return shared / (PAIRS.size + right - shared);
}
