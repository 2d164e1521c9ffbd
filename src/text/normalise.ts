// Makes every spelling of the same words look alike and remembers where each character came from.
import { SIMPLIFIED_OF } from './script-table.ts';

/** Placeholders are single private-use characters, so that offsets stay simple and no real word can collide. */
export const URL_MARK = 0xe000;
export const MENTION_MARK = 0xe001;
export const NUMBER_MARK = 0xe003;

const DROP = 0;
const SPACE = 0x20;
const LONG_NUMBER = 7;
const MENTION_REACH = 16;

/** Folded form by UTF-16 code: width, case, script, quotes; 0 drops the character. */
export const FOLD: Uint16Array = buildFold();

function buildFold(): Uint16Array {
  const fold = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) fold[code] = foldOne(code);
  for (const [from, to] of [
    ['“”„«»「」『』＂', '"'],
    ['‘’‚`´＇', "'"],
    ['—–‐‑‒―−', '-'],
    ['｡', '。'],
    ['【〔', '['],
    ['】〕', ']'],
    ['…⋯', '…'],
    ['～〜', '~'],
  ] as const) {
    for (const char of from) fold[char.charCodeAt(0)] = to.charCodeAt(0);
  }
  return fold;
}

function foldOne(code: number): number {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return SPACE;
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  if (code < 0x80) return code;
  if (code === 0xad || code === 0x180e || code === 0x3164 || code === 0xfeff || code === 0x34f) return DROP;
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) return DROP;
  if ((code >= 0x2060 && code <= 0x206f) || (code >= 0xfe00 && code <= 0xfe0f)) return DROP;
  // The frame of a keycap and other marks laid over a character.
  if (code >= 0x20d0 && code <= 0x20ff) return DROP;
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return SPACE;
  if (code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return SPACE;
  if (code >= 0xff01 && code <= 0xff5e) return foldOne(code - 0xfee0);
  if (code >= 0xe000 && code <= 0xf8ff) return SPACE;
  if (code >= 0x2460 && code <= 0x2468) return code - 0x2460 + 0x31;
  if (code >= 0x24b6 && code <= 0x24cf) return code - 0x24b6 + 0x61;
  if (code >= 0x24d0 && code <= 0x24e9) return code - 0x24d0 + 0x61;
  const simple = SIMPLIFIED_OF[code]!;
  if (simple !== 0) return simple;
  if (code < 0x600 || (code >= 0x1e00 && code < 0x2000)) {
    const lower = String.fromCharCode(code).toLowerCase();
    return lower.length === 1 ? lower.charCodeAt(0) : code;
  }
  return code;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Letters of a to z and of the Latin, Greek and Cyrillic blocks. */
export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x530 && code !== 0xd7 && code !== 0xf7);
}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/**
 * Reusable buffers for one text at a time: `codes[0..length)` are the folded characters, `from`/`to` the half-open place
 * of each in the original. Linear in the text, whatever the text.
 */
export class Normaliser {
  codes = new Uint16Array(512);
  from = new Uint32Array(512);
  to = new Uint32Array(512);
  length = 0;

  run(source: string): void {
    if (source.length > this.codes.length) this.grow(source.length);
    const { codes, from, to } = this;
    const end = source.length;
    let size = 0;
    let at = 0;
    while (at < end) {
      const start = at;
      let code = FOLD[source.charCodeAt(at)]!;
      at += 1;
      if (code === DROP) continue;
      if (code === SPACE) {
        if (size === 0 || codes[size - 1] === SPACE) continue;
      } else if (code === 0x68 || code === 0x77) {
        const after = urlEnd(source, start);
        if (after > start) {
          code = URL_MARK;
          at = after;
        }
      } else if (code === 0x40) {
        const previous = size > 0 ? codes[size - 1]! : 0;
        const after = isLetter(previous) || isDigit(previous) ? start : mentionEnd(source, at);
        if (after > at) {
          code = MENTION_MARK;
          at = after;
        }
      } else if (isDigit(code)) {
        let stop = at;
        while (stop < end && isDigit(FOLD[source.charCodeAt(stop)]!)) stop += 1;
        if (stop - start >= LONG_NUMBER) {
          code = NUMBER_MARK;
          at = stop;
        } else {
          for (let place = start; place < stop; place += 1) {
            codes[size] = FOLD[source.charCodeAt(place)]!;
            from[size] = place;
            to[size] = place + 1;
            size += 1;
          }
          at = stop;
          continue;
        }
      } else if (code === 0xd83c && isSkinTone(source, at)) {
        at += 1;
        continue;
      }
      if (size > 1 && codes[size - 1] === code && codes[size - 2] === code && !isSurrogate(code)) {
        to[size - 1] = at;
        continue;
      }
      if (code >= 0xdc00 && code <= 0xdfff && size > 4 && repeatsPair(codes, size, code)) {
        size -= 1;
        to[size - 1] = at;
        continue;
      }
      codes[size] = code;
      from[size] = start;
      to[size] = at;
      size += 1;
    }
    if (size > 0 && codes[size - 1] === SPACE) size -= 1;
    this.length = size;
  }

  /** The folded text of [start, end). */
  slice(start: number, end: number): string {
    let text = '';
    for (let at = start; at < end; at += 4096) {
      text += String.fromCharCode.apply(null, this.codes.subarray(at, Math.min(end, at + 4096)) as unknown as number[]);
    }
    return text;
  }

  private grow(size: number): void {
    const room = Math.ceil(size * 1.25);
    this.codes = new Uint16Array(room);
    this.from = new Uint32Array(room);
    this.to = new Uint32Array(room);
  }
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** The third of three equal emoji in a row: its high half is already written, its low half is `low`. */
function repeatsPair(codes: Uint16Array, size: number, low: number): boolean {
  const high = codes[size - 1];
  return codes[size - 2] === low && codes[size - 3] === high && codes[size - 4] === low && codes[size - 5] === high;
}

function isSkinTone(source: string, at: number): boolean {
  const low = source.charCodeAt(at);
  return low >= 0xdffb && low <= 0xdfff;
}

function urlEnd(source: string, at: number): number {
  const head = source.slice(at, at + 8).toLowerCase();
  const prefix = head.startsWith('https://') ? 8 : head.startsWith('http://') ? 7 : head.startsWith('www.') ? 4 : 0;
  if (prefix === 0) return at;
  let end = at + prefix;
  while (end < source.length) {
    const code = source.charCodeAt(end);
    if (code <= 0x20 || code > 0x7e) break;
    end += 1;
  }
  return end;
}

function mentionEnd(source: string, at: number): number {
  const limit = Math.min(source.length, at + MENTION_REACH);
  let end = at;
  let han = false;
  while (end < limit) {
    const code = FOLD[source.charCodeAt(end)]!;
    if (isHan(code)) han = true;
    else if (!isLetter(code) && !isDigit(code) && code !== 0x5f && code !== 0x2d) break;
    end += 1;
  }
  const next = end < source.length ? FOLD[source.charCodeAt(end)]! : SPACE;
  return han && next !== SPACE && next !== 0x3a ? at : end;
}

export interface Normalised {
  text: string;
  /** Original half-open place of each normalised character. */
  from: Uint32Array;
  to: Uint32Array;
}

/** Normalised text with offsets; a convenience over {@link Normaliser} for occasional use. */
export function normalise(source: string): Normalised {
  const worker = new Normaliser();
  worker.run(source);
  const size = worker.length;
  return { text: worker.slice(0, size), from: worker.from.slice(0, size), to: worker.to.slice(0, size) };
}

/** The folded form of a short pattern, as the lexicons need it. */
export function foldText(source: string): string {
  let text = '';
  for (let at = 0; at < source.length; at += 1) {
    const code = FOLD[source.charCodeAt(at)]!;
    if (code !== DROP) text += String.fromCharCode(code);
  }
  return text;
}

/** Whether there is any word at all, not only numbers, signs and emoji. */
export function hasLetters(codes: Uint16Array, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (isHan(codes[at]!) || isLetter(codes[at]!)) return true;
  return false;
}
