// Turns folded text into hashed n-grams of units, the one input of every trained head.
import { isDigit, isHan, isLetter } from './normalise.ts';

/** Buckets of n-grams that begin with a Latin word lie behind the others, so that the two scripts never collide. */
const OTHER_MASK = (1 << 20) - 1;
const LATIN_MASK = (1 << 19) - 1;
const LATIN_BASE = 1 << 20;

/** Number of buckets an n-gram can fall into. */
export const FEATURE_BUCKETS = LATIN_BASE + LATIN_MASK + 1;

/**
 * Reusable buffers. A unit is one Han character, one Latin word, one number (by length), one emoji, one bracket
 * emoticon such as [笑哭], or one other symbol. `gram[3*i + k]` is the bucket of the (k+1)-gram that starts at unit i.
 */
export class FeatureReader {
  hash = new Uint32Array(512);
  from = new Uint32Array(512);
  to = new Uint32Array(512);
  gram = new Uint32Array(1536);
  private latin = new Uint8Array(512);
  units = 0;

  run(codes: Uint16Array, length: number): void {
    if (length > this.hash.length) this.grow(length);
    this.units = this.split(codes, length);
    const { hash, gram, units } = this;
    for (let at = 0; at < units; at += 1) {
      const first = hash[at]!;
      const latin = this.latin[at] === 1;
      const mask = latin ? LATIN_MASK : OTHER_MASK;
      const base = latin ? LATIN_BASE : 0;
      gram[3 * at] = base + (mix(first) & mask);
      if (at + 1 >= units) continue;
      const two = Math.imul(first, 0x9e3779b1) ^ hash[at + 1]!;
      gram[3 * at + 1] = base + (mix(two + 0x51ed270b) & mask);
      if (at + 2 >= units) continue;
      gram[3 * at + 2] = base + (mix((Math.imul(two, 0x85ebca6b) ^ hash[at + 2]!) + 0x2545f491) & mask);
    }
  }

  /** How many n-grams start at unit `at`. */
  gramsAt(at: number): number {
    const left = this.units - at;
    return left > 3 ? 3 : left;
  }

  private split(codes: Uint16Array, length: number): number {
    const { hash, from, to, latin } = this;
    let size = 0;
    let at = 0;
    while (at < length) {
      const start = at;
      const code = codes[at]!;
      at += 1;
      if (code === 0x20) continue;
      let value = code;
      latin[size] = 0;
      if (isHan(code)) {
        // one unit, one character
      } else if (isLetter(code)) {
        value = 0x811c9dc5;
        latin[size] = 1;
        at = start;
        while (at < length) {
          const next = codes[at]!;
          if (!isLetter(next) && !isDigit(next) && !(next === 0x27 && at + 1 < length && isLetter(codes[at + 1]!)))
            break;
          value = Math.imul(value ^ next, 0x01000193);
          at += 1;
        }
      } else if (isDigit(code)) {
        while (at < length && isDigit(codes[at]!)) at += 1;
        value = 0x10000 + (at - start);
      } else if (code >= 0xd800 && code <= 0xdbff && at < length) {
        value = Math.imul(code, 0x10001) ^ codes[at]!;
        at += 1;
      } else if (code === 0x5b) {
        const end = emoticonEnd(codes, at, length);
        if (end > at) {
          value = 0x5b5b5b5b;
          for (let place = at; place < end; place += 1) value = Math.imul(value ^ codes[place]!, 0x01000193);
          at = end + 1;
        }
      }
      hash[size] = value;
      from[size] = start;
      to[size] = at;
      size += 1;
    }
    return size;
  }

  private grow(size: number): void {
    const room = Math.ceil(size * 1.25);
    this.hash = new Uint32Array(room);
    this.from = new Uint32Array(room);
    this.to = new Uint32Array(room);
    this.gram = new Uint32Array(room * 3);
    this.latin = new Uint8Array(room);
  }
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}

function emoticonEnd(codes: Uint16Array, at: number, length: number): number {
  const limit = Math.min(length, at + 7);
  for (let place = at; place < limit; place += 1) {
    const code = codes[place]!;
    if (code === 0x5d) return place > at ? place : at;
    if (!isHan(code) && !isLetter(code)) return at;
  }
  return at;
}
