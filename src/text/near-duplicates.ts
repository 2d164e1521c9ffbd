// Finds texts that say the same in nearly the same characters: an exact key, a sketch for candidates, and the exact proof.
import { FOLD, isDigit, isHan, isLetter } from './normalise.ts';

const BINS = 48;
const ROWS = 3;
const MASK = 0xffffffff;
/** A sketch reads at most this much; two books never need comparing. */
const READ_LIMIT = 20_000;

/** Letters, numbers and Han characters of a text, folded; everything else is dropped and runs are capped at two. */
export function comparable(text: string): string {
  const limit = Math.min(text.length, READ_LIMIT);
  let out = '';
  let last = 0;
  let before = 0;
  for (let at = 0; at < limit; at += 1) {
    const code = FOLD[text.charCodeAt(at)]!;
    const kept =
      isHan(code) ||
      isLetter(code) ||
      isDigit(code) ||
      (code >= 0xd800 && code <= 0xdfff) ||
      (code >= 0x3040 && code <= 0xd7af);
    if (!kept) continue;
    if (code === last && code === before && !isDigit(code)) continue;
    before = last;
    last = code;
    out += String.fromCharCode(code);
  }
  return out;
}

/** Short key that is equal exactly when the comparable characters are equal (two 32-bit hashes and the length). */
export function duplicateKey(text: string): string {
  const chars = comparable(text);
  const source = chars === '' ? text.trim() : chars;
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x5bd1e995);
    two ^= two >>> 15;
  }
  return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}${source.length.toString(36)}`;
}

/**
 * One-permutation MinHash over character pairs, 16 bands of 3 bins, each band one signed 32-bit integer (fits PostgreSQL
 * `integer`). Texts that share any band are candidates; prove them with {@link similarity}. Empty when under six characters:
 * such texts are equal by {@link duplicateKey} or not at all.
 */
export function nearDuplicateSketch(text: string): number[] {
  const chars = comparable(text);
  if (chars.length < 6) return [];
  const bins = new Float64Array(BINS).fill(-1);
  for (let at = 0; at + 1 < chars.length; at += 1) {
    const hash = mix((chars.charCodeAt(at) << 16) ^ chars.charCodeAt(at + 1));
    const bin = hash % BINS;
    const value = mix(hash ^ 0x5bd1e995);
    if (bins[bin]! < 0 || value < bins[bin]!) bins[bin] = value;
  }
  densify(bins);
  const bands: number[] = [];
  for (let band = 0; band < BINS / ROWS; band += 1) {
    let hash = band + 1;
    for (let row = 0; row < ROWS; row += 1) hash = mix(hash ^ Number(bins[band * ROWS + row]!));
    bands.push(hash | 0);
  }
  return bands;
}

/** An empty bin borrows from a bin chosen by its own number, so that equal sets stay equal. */
function densify(bins: Float64Array): void {
  const filled = Float64Array.from(bins);
  for (let bin = 0; bin < BINS; bin += 1) {
    if (filled[bin]! >= 0) continue;
    for (let attempt = 1; ; attempt += 1) {
      const donor = mix(bin * 0x9e37 + attempt * 0x85eb) % BINS;
      if (filled[donor]! >= 0) {
        bins[bin] = mix((filled[donor]! ^ (attempt * 0x27d4)) & MASK);
        break;
      }
    }
  }
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Jaccard similarity (0-1) of the character pairs of two texts; near-duplicates are at 0.5 and above. */
export function similarity(a: string, b: string): number {
  const left = pairs(comparable(a));
  const right = pairs(comparable(b));
  if (left.size === 0 && right.size === 0) return duplicateKey(a) === duplicateKey(b) ? 1 : 0;
  let shared = 0;
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  for (const pair of small) if (large.has(pair)) shared += 1;
  return shared / (left.size + right.size - shared);
}

function pairs(chars: string): Set<number> {
  const out = new Set<number>();
  if (chars.length === 1) out.add(chars.charCodeAt(0));
  for (let at = 0; at + 1 < chars.length; at += 1) out.add(chars.charCodeAt(at) * 0x10000 + chars.charCodeAt(at + 1));
  return out;
}
