// One number for all spellings of the same message, so that a flood of them becomes one line with a count.
import { isDigit, isHan, isLetter } from '../normalise.ts';

/** Longer messages are told apart by their beginning and their length. */
const MOST = 256;
const LONGEST_PERIOD = 12;
const word = new Uint16Array(MOST);

/** The last key; high and low 32 bits, unsigned. */
export const mergeKey = { high: 0, low: 0, isWordless: false };

/**
 * Fills {@link mergeKey} from folded codes: letters, Han characters and digits count, runs count once, a message made of one
 * part said over and over counts as that part; a message of signs or emoji alone is told by these.
 */
export function readMergeKey(codes: Uint16Array, length: number): void {
  let size = keep(codes, length, false);
  mergeKey.isWordless = size === 0;
  if (size === 0) size = keep(codes, length, true);
  const short = size > MOST ? MOST : period(size);
  let high = 0x811c9dc5;
  let low = 0x9747b28c ^ (size > MOST ? size : 0);
  for (let at = 0; at < short; at += 1) {
    const code = word[at]!;
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
  }
  high ^= high >>> 16;
  high = Math.imul(high ^ short, 0x7feb352d);
  mergeKey.high = (high ^ (high >>> 15)) >>> 0;
  mergeKey.low = Math.imul(low ^ (low >>> 13), 0x846ca68b) >>> 0;
}

/** Copies what counts to `word`; returns how much counted, also beyond its room. */
function keep(codes: Uint16Array, length: number, isEverything: boolean): number {
  let size = 0;
  let last = 0;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at]!;
    if (!isEverything && code === 0x5b) {
      const end = emoticonEnd(codes, at + 1, length);
      if (end > 0) {
        at = end;
        continue;
      }
    }
    const counts =
      isHan(code) ||
      isLetter(code) ||
      isDigit(code) ||
      (code >= 0x3040 && code <= 0x30ff) ||
      (code >= 0xac00 && code <= 0xd7af);
    if (!counts && !(isEverything && code !== 0x20)) continue;
    // Digits are not runs: 11 is another number than 1.
    if (code === last && !isDigit(code)) continue;
    last = code;
    if (size < MOST) word[size] = code;
    size += 1;
  }
  return size;
}

/** Place of the closing bracket of an emoticon such as [笑哭], 0 when there is none. */
function emoticonEnd(codes: Uint16Array, from: number, length: number): number {
  const limit = Math.min(length, from + 8);
  for (let at = from; at < limit; at += 1) {
    if (codes[at] === 0x5d) return at > from ? at : 0;
    if (!isHan(codes[at]!) && !isLetter(codes[at]!)) return 0;
  }
  return 0;
}

/** Length of the part that the kept characters repeat, their number when they repeat none. */
function period(size: number): number {
  for (let part = 1; part <= LONGEST_PERIOD && part * 2 <= size; part += 1) {
    if (size % part !== 0) continue;
    let at = part;
    while (at < size && word[at] === word[at - part]) at += 1;
    // A number is no repeat of its digits.
    if (at === size && !(part === 1 && isDigit(word[0]!))) return part;
  }
  return size;
}
