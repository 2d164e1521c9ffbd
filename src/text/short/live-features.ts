// Turns a folded live line into hashed pieces for the trained live head: short, misspelt lines need other pieces than reviews do.
import { isDigit, isHan, isLetter } from '../normalise.ts';

/** Rows a piece can fall into. */
export const LIVE_ROWS = 1 << 18;
const ROW_MASK = LIVE_ROWS - 1;
/** Marks characters that name goods. */
export const GOODS_NAME = 2;
/** Pieces that start at one unit. */
const PIECES = 4;
/** Of a longer line the beginning is read. */
const MOST_UNITS = 120;
/** Of an English word so many letters count where it stands beside others: endings and slips at the end do not matter. */
const STEM = 5;
const END = 0x2ffff;
const NAMED = 0x3ffff;
const APOSTROPHE = 0x27;
const WORD_SEED = 0x811c9dc5;
const WORD_PRIME = 0x01000193;

/**
 * Reusable buffers. A unit is a Han character, a Latin word, a number (by its length), an emoji or another sign. `rows[0..size)` are
 * the rows of the line: of each unit itself, its neighbour, and the one behind that, with and without what stands between; of a word also its beginning.
 */
export class LiveFeatures {
  readonly rows = new Uint32Array(MOST_UNITS * PIECES);
  size = 0;
  units = 0;
  private readonly whole = new Uint32Array(MOST_UNITS + 1);
  private readonly stem = new Uint32Array(MOST_UNITS + 1);
  private readonly isWord = new Uint8Array(MOST_UNITS + 1);

  /**
   * @param masked where {@link GOODS_NAME}, a name of goods stands that says nothing of what is told; null when none is known
   */
  run(codes: Uint16Array, length: number, masked: Uint8Array | null): void {
    const units = this.split(codes, length, masked);
    const { whole, stem, isWord, rows } = this;
    whole[units] = END;
    stem[units] = END;
    let size = 0;
    for (let at = 0; at < units; at += 1) {
      const own = stem[at]!;
      rows[size++] = mix(whole[at]!);
      const two = Math.imul(own, 0x9e3779b1) ^ stem[at + 1]!;
      rows[size++] = mix(two + 0x51ed270b);
      if (isWord[at] === 1) rows[size++] = mix(own + 0x7b1c5a3d);
      else if (at + 2 <= units) rows[size++] = mix((Math.imul(two, 0x85ebca6b) ^ stem[at + 2]!) + 0x2545f491);
      if (at + 2 <= units) rows[size++] = mix((Math.imul(own, 0xc2b2ae35) ^ stem[at + 2]!) + 0x1b873593);
    }
    this.size = size;
    this.units = units;
  }

  private split(codes: Uint16Array, length: number, masked: Uint8Array | null): number {
    const { whole, stem, isWord } = this;
    let size = 0;
    for (let at = 0; at < length && size < MOST_UNITS; ) {
      const code = codes[at]!;
      if (masked !== null && masked[at] === GOODS_NAME) {
        while (at < length && masked[at] === GOODS_NAME) at += 1;
        isWord[size] = 0;
        whole[size] = NAMED;
        stem[size++] = NAMED;
        continue;
      }
      let next = at + 1;
      if (code === 0x20) {
        at = next;
        continue;
      }
      let value = code;
      let begin = code;
      isWord[size] = 0;
      if (isHan(code)) {
        // As it is.
      } else if (isLetter(code)) {
        value = WORD_SEED;
        next = at;
        let letters = 0;
        while (next < length && (isLetter(codes[next]!) || isDigit(codes[next]!) || codes[next] === APOSTROPHE)) {
          const letter = codes[next++]!;
          if (letter === APOSTROPHE) continue;
          value = Math.imul(value ^ letter, WORD_PRIME);
          letters += 1;
          if (letters === STEM) begin = value;
        }
        if (letters < STEM) begin = value;
        isWord[size] = 1;
      } else if (isDigit(code)) {
        while (next < length && isDigit(codes[next]!)) next += 1;
        value = 0x10000 + Math.min(6, next - at);
        begin = value;
      } else if (code >= 0xd800 && code <= 0xdbff && next < length) {
        value = Math.imul(code, 0x10001) ^ codes[next]!;
        begin = value;
        next += 1;
      }
      whole[size] = value;
      stem[size++] = begin;
      at = next;
    }
    return size;
  }
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) & ROW_MASK;
}
