// Reads one text at a time into reused buffers: its comparable characters and the sketch by which likely twins are found.
import { FOLD, isDigit, isHan, isLetter } from '../normalise.ts';

export const BANDS = 16;
const ROWS = 3;
const BINS = BANDS * ROWS;
/** A sketch reads at most this much; two books never need comparing. */
export const READ_LIMIT = 20_000;
/** Shorter texts are equal by their key or not at all. */
export const LEAST_LENGTH = 6;
const ATTEMPTS = 128;

/** Bands an index in memory looks into: those of the stored sketch and some that cut the same bins the other way. */
export const INDEX_BANDS = 24;

/** Folded character when it counts for comparing (letters, numbers, Han also beyond the first plane, kana, hangul), else 0. */
const KEPT = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code += 1) {
  const folded = FOLD[code]!;
  const kept =
    isHan(folded) ||
    isLetter(folded) ||
    isDigit(folded) ||
    (folded >= 0xd840 && folded <= 0xd87f) ||
    (folded >= 0x3040 && folded <= 0xd7af);
  if (kept) KEPT[code] = folded;
}

/** The bin an empty bin asks in its n-th attempt. */
const DONORS = new Uint8Array(BINS * ATTEMPTS);
for (let bin = 0; bin < BINS; bin += 1)
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) DONORS[bin * ATTEMPTS + attempt] = donorOf(bin, attempt);

function donorOf(bin: number, attempt: number): number {
  return mix(bin * 0x9e37 + attempt * 0x85eb) % BINS;
}

export function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const BRACKET = 0x5b;

/** Last place of a bracket emoticon such as [微笑], or the bracket's own place when it is none. */
function emoticonEnd(text: string, at: number): number {
  for (let end = at + 2; end <= at + 4; end += 1) {
    if (text.charCodeAt(end) === BRACKET + 2) return end;
    if (!isHan(text.charCodeAt(end - 1))) break;
  }
  return at;
}

/**
 * `codes[0..length)` are the comparable characters of the text read last, runs capped at two; `bands` its sketch after
 * {@link sketch}. Linear, allocates nothing per text.
 */
export class Sketcher {
  codes = new Uint16Array(READ_LIMIT);
  length = 0;
  readonly bands = new Int32Array(INDEX_BANDS);
  readonly #bins = new Uint32Array(BINS);
  readonly #filled = new Uint8Array(BINS);

  read(text: string): void {
    const limit = Math.min(text.length, READ_LIMIT);
    const { codes } = this;
    let size = 0;
    let last = 0;
    let before = 0;
    for (let at = 0; at < limit; at += 1) {
      let code = KEPT[text.charCodeAt(at)]!;
      if (code === 0) {
        if (text.charCodeAt(at) === BRACKET) at = emoticonEnd(text, at);
        continue;
      }
      // A rare Han character is told by its second half.
      if (code >= 0xd840 && code <= 0xd87f) {
        at += 1;
        code = at < limit ? text.charCodeAt(at) : code;
      }
      if (code === last && code === before && !isDigit(code)) continue;
      before = last;
      last = code;
      codes[size] = code;
      size += 1;
    }
    this.length = size === 0 ? this.#readMarks(text, limit) : size;
  }

  /** A text of marks and emoji alone is compared by them. */
  #readMarks(text: string, limit: number): number {
    let size = 0;
    for (let at = 0; at < limit; at += 1) {
      const code = FOLD[text.charCodeAt(at)]!;
      if (code === 0 || code === 0x20) continue;
      this.codes[size] = code;
      size += 1;
    }
    return size;
  }

  /**
   * One-permutation MinHash over character pairs (Li, Owen & Zhang, NIPS 2012), empty bins filled by a walk that depends on the bin
   * alone (Shrivastava, ICML 2017), 16 bands of 3 bins and, for indexes in memory, 8 more.
   * @returns false when the text is too short for a sketch
   */
  sketch(): boolean {
    if (this.length < LEAST_LENGTH) return false;
    const bins = this.#bins;
    const filled = this.#filled.fill(0);
    const { codes, bands, length } = this;
    for (let at = 0; at + 1 < length; at += 1) {
      const hash = mix((codes[at]! << 16) ^ codes[at + 1]!);
      const bin = hash % BINS;
      const value = mix(hash ^ 0x5bd1e995);
      if (filled[bin] === 0 || value < bins[bin]!) {
        bins[bin] = value;
        filled[bin] = 1;
      }
    }
    for (let bin = 0; bin < BINS; bin += 1) if (filled[bin] === 0) this.#borrow(bin);
    for (let band = 0; band < BANDS; band += 1) {
      let hash = band + 1;
      for (let row = 0; row < ROWS; row += 1) hash = mix(hash ^ bins[band * ROWS + row]!);
      bands[band] = hash;
    }
    for (let band = BANDS; band < INDEX_BANDS; band += 1) {
      let hash = band + 1;
      for (let row = 0; row < ROWS; row += 1) hash = mix(hash ^ bins[(band - BANDS) * 2 + row * BANDS]!);
      bands[band] = hash;
    }
    return true;
  }

  #borrow(bin: number): void {
    for (let attempt = 1; ; attempt += 1) {
      const donor = attempt < ATTEMPTS ? DONORS[bin * ATTEMPTS + attempt]! : donorOf(bin, attempt);
      if (this.#filled[donor] === 0) continue;
      this.#bins[bin] = mix(this.#bins[donor]! ^ (attempt * 0x27d4));
      return;
    }
  }
}
