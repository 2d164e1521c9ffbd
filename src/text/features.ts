// Turns folded text into hashed n-grams of units, the one input of every trained head.
import { isDigit, isHan, isLetter } from './normalise.ts';

/**
 * A text of mostly Latin words has all its n-grams in buckets behind those of the others, so that English is fitted on its
 * own: own weights, own bias. The lower 18 bits do not depend on it, so the sparse heads see one and the same n-gram.
 */
const OTHER_MASK = (1 << 22) - 1;
const LATIN_MASK = (1 << 20) - 1;
/** First bucket of the texts of mostly Latin words. */
export const LATIN_BASE = 1 << 22;

/** First bucket of the wider pairs of a Latin text, of which only the sentiment head knows. */
export const PAIR_BASE = LATIN_BASE + LATIN_MASK + 1;
const PAIR_MASK = (1 << 20) - 1;

/** Number of buckets an n-gram can fall into. */
export const FEATURE_BUCKETS = PAIR_BASE + PAIR_MASK + 1;

/** How many units at the beginning and the end of a Latin text are told apart from its middle: titles and closing words weigh. */
const OPENING = 10;
const CLOSING = 15;
/** How many words after a negator stand under it, unless a mark ends the clause before. */
const NEGATED = 5;
const NEGATED_SALT = 0x1b873593;
const MIDDLE_SALT = 0x2545f491;
const OPENING_SALT = 0x68bc21eb;
const CLOSING_SALT = 0x02e5be93;
const SKIP_SALT = 0x3c6ef372;
const CONTENT_SALT = 0x510e527f;
const FIRST_SALT = 0x1f83d9ab;
const LAST_SALT = 0x5be0cd19;
/** How a text begins and ends: its first and its last unit, the first two, the last two. */
export const EDGES = 4;

/** FNV-1a over the characters of a word. */
const WORD_SEED = 0x811c9dc5;
const WORD_PRIME = 0x01000193;

const NEGATORS: ReadonlySet<number> = new Set(
  (
    "not no never none nothing nobody neither nor without hardly cannot don't doesn't didn't isn't wasn't aren't weren't " +
    "can't couldn't won't wouldn't shouldn't hasn't haven't hadn't ain't dont doesnt didnt cant wont isnt wasnt"
  )
    .split(' ')
    .map(hashOfWord),
);
/** Says of most words at once that they are no negator: by the lower bits of the hash. */
const MAY_NEGATE = new Uint8Array(1 << 12);
for (const hash of NEGATORS) MAY_NEGATE[hash & 0xfff] = 1;

/** Words and marks that say little by themselves: what stands on either side of them is a pair. */
const FILLERS: ReadonlySet<number> = new Set(
  (
    'a an the of to and in is it i this that for was with on as be are have my you but at so or if they he she we all me had ' +
    "from one what will about by would there just very been has its it's her his were do their out up more when get them who " +
    'than can some like'
  )
    .split(' ')
    .map(hashOfWord)
    .concat(Array.from('.,()"-', (mark) => mark.charCodeAt(0))),
);
/** Says of most words at once that they are no filler: by the lower bits of the hash. */
const MAY_FILL = new Uint8Array(1 << 12);
for (const hash of FILLERS) MAY_FILL[hash & 0xfff] = 1;
const CLAUSE_ENDS = marks('.,;:!?()');

/**
 * Reusable buffers. A unit is one Han character, one Latin word, one number (by length), one emoji, one bracket
 * emoticon such as [笑哭], or one other symbol. `gram[3*i + k]`, k below `gramsAt(i)`, are the buckets of what starts at
 * unit i: its 1-, 2- and 3-gram; in a Latin text the word, its stem with its place and whether it is negated, and the 2-gram.
 * `pair`, of Latin texts alone, has two more buckets a unit, 0 for none: the word with the next but one, and the stem with the
 * next one that is no filler, which is unit `pairEnd[i]`.
 */
export class FeatureReader {
  hash = new Uint32Array(512);
  from = new Uint32Array(512);
  to = new Uint32Array(512);
  private stem = new Uint32Array(512);
  gram = new Uint32Array(1536);
  pair = new Uint32Array(1024);
  pairEnd = new Uint32Array(512);
  /** Of the sparse heads alone: the first and the last unit that is no mark, each by itself and with its neighbour. */
  readonly edge = new Uint32Array(EDGES);
  edges = 0;
  units = 0;
  /** Whether Latin words outnumber Han characters, so that the n-grams lie at `LATIN_BASE` and behind. */
  isLatin = false;

  run(codes: Uint16Array, length: number): void {
    if (length > this.hash.length) this.grow(length);
    this.units = this.split(codes, length);
    if (this.isLatin) this.joinWords();
    else this.joinCharacters();
    this.joinEdges();
  }

  /** How many n-grams start at unit `at`. */
  gramsAt(at: number): number {
    const left = this.units - at + (this.isLatin ? 1 : 0);
    return left > 3 ? 3 : left;
  }

  /** How many units beyond the first the k-th n-gram of a unit covers. */
  reach(k: number): number {
    return this.isLatin ? k >> 1 : k;
  }

  /** What somebody wants is told by how he begins ("can you", 请问) and ends (吗, 吧, 呗). */
  private joinEdges(): void {
    const { hash, from, to, edge, units } = this;
    this.edges = 0;
    let last = units - 1;
    while (last > 0 && isMark(hash[last]!, to[last]! - from[last]!)) last -= 1;
    if (last < 0) return;
    const first = Math.imul(hash[0]!, 0x9e3779b1);
    const end = Math.imul(hash[last]!, 0x9e3779b1);
    edge[0] = mix(first + FIRST_SALT) & OTHER_MASK;
    edge[1] = mix(end + LAST_SALT) & OTHER_MASK;
    this.edges = 2;
    if (last === 0) return;
    edge[2] = mix(Math.imul(first ^ hash[1]!, 0x85ebca6b) + FIRST_SALT) & OTHER_MASK;
    edge[3] = mix(Math.imul(end ^ hash[last - 1]!, 0x85ebca6b) + LAST_SALT) & OTHER_MASK;
    this.edges = 4;
  }

  private joinCharacters(): void {
    const { hash, gram, units } = this;
    for (let at = 0; at < units; at += 1) {
      const first = hash[at]!;
      gram[3 * at] = mix(first) & OTHER_MASK;
      if (at + 1 >= units) continue;
      const two = Math.imul(first, 0x9e3779b1) ^ hash[at + 1]!;
      gram[3 * at + 1] = mix(two + 0x51ed270b) & OTHER_MASK;
      if (at + 2 >= units) continue;
      gram[3 * at + 2] = mix((Math.imul(two, 0x85ebca6b) ^ hash[at + 2]!) + 0x2545f491) & OTHER_MASK;
    }
  }

  private joinWords(): void {
    const { hash, stem, gram, pair, pairEnd, units } = this;
    let negated = 0;
    let open = -1;
    for (let at = 0; at < units; at += 1) {
      const first = hash[at]!;
      let salt = at < OPENING ? OPENING_SALT : at >= units - CLOSING ? CLOSING_SALT : MIDDLE_SALT;
      if (first < 0x80) {
        if (CLAUSE_ENDS[first]) negated = 0;
      } else {
        if (negated > 0) {
          salt ^= NEGATED_SALT;
          negated -= 1;
        }
        if (MAY_NEGATE[first & 0xfff] && NEGATORS.has(first)) negated = NEGATED;
      }
      gram[3 * at] = LATIN_BASE + (mix(first) & LATIN_MASK);
      gram[3 * at + 1] = LATIN_BASE + (mix(Math.imul(stem[at]!, 0x85ebca6b) + salt) & LATIN_MASK);
      pair[2 * at] = 0;
      pair[2 * at + 1] = 0;
      if (!MAY_FILL[first & 0xfff] || !FILLERS.has(first)) {
        if (open >= 0) {
          const joined = Math.imul(stem[open]!, 0x9e3779b1) ^ stem[at]!;
          pair[2 * open + 1] = PAIR_BASE + (mix(joined + CONTENT_SALT) & PAIR_MASK);
          pairEnd[open] = at;
        }
        open = at;
      }
      if (at + 1 >= units) continue;
      const two = Math.imul(first, 0x9e3779b1) ^ hash[at + 1]!;
      gram[3 * at + 2] = LATIN_BASE + (mix(two + 0x51ed270b) & LATIN_MASK);
      if (at + 2 >= units) continue;
      const skipped = Math.imul(first, 0x9e3779b1) ^ hash[at + 2]!;
      pair[2 * at] = PAIR_BASE + (mix(skipped + SKIP_SALT) & PAIR_MASK);
    }
  }

  private split(codes: Uint16Array, length: number): number {
    const { hash, stem, from, to } = this;
    let size = 0;
    let at = 0;
    let words = 0;
    let characters = 0;
    while (at < length) {
      const start = at;
      const code = codes[at]!;
      at += 1;
      if (code === 0x20) continue;
      let value = code;
      if (isHan(code)) {
        characters += 1;
      } else if (isLetter(code)) {
        value = WORD_SEED;
        words += 1;
        at = start;
        while (at < length) {
          const next = codes[at]!;
          if (!isLetter(next) && !isDigit(next) && !(next === 0x27 && at + 1 < length && isLetter(codes[at + 1]!)))
            break;
          value = Math.imul(value ^ next, WORD_PRIME);
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
      stem[size] = isLetter(code) ? stemOf(codes, start, at, value) : value;
      from[size] = start;
      to[size] = at;
      size += 1;
    }
    this.isLatin = words > characters;
    return size;
  }

  private grow(size: number): void {
    const room = Math.ceil(size * 1.25);
    this.hash = new Uint32Array(room);
    this.from = new Uint32Array(room);
    this.to = new Uint32Array(room);
    this.stem = new Uint32Array(room);
    this.gram = new Uint32Array(room * 3);
    this.pair = new Uint32Array(room * 2);
    this.pairEnd = new Uint32Array(room);
  }
}

function hashOfWord(word: string): number {
  let value = WORD_SEED;
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), WORD_PRIME);
  return value >>> 0;
}

/** 1 at the code of each of the marks. */
function marks(text: string): Uint8Array {
  const out = new Uint8Array(0x80);
  for (let at = 0; at < text.length; at += 1) out[text.charCodeAt(at)] = 1;
  return out;
}

/** Whether a unit of one code is a sign rather than something said. */
function isMark(hash: number, size: number): boolean {
  return size === 1 && hash < 0x10000 && !isHan(hash) && !isLetter(hash);
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}

/** Hash of a word without its ending (-ing, -ed, -es, -ly, -s), so that its forms count together; `whole` when it has none. */
function stemOf(codes: Uint16Array, start: number, end: number, whole: number): number {
  if (end - start < 5) return whole;
  const last = codes[end - 1]!;
  const before = codes[end - 2]!;
  let cut = 0;
  if (last === 0x73)
    cut = before === 0x65 ? 2 : 1; // -es, -s
  else if ((last === 0x64 && before === 0x65) || (last === 0x79 && before === 0x6c))
    cut = 2; // -ed, -ly
  else if (last === 0x67 && before === 0x6e && codes[end - 3] === 0x69) cut = 3; // -ing
  if (cut === 0) return whole;
  let value = WORD_SEED;
  for (let at = start; at < end - cut; at += 1) value = Math.imul(value ^ codes[at]!, WORD_PRIME);
  return value;
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
