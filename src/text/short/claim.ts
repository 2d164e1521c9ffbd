// Reads claims as viewers type them: a message made of nothing but wish, link number, colour, size, count and particles.
import { isDigit, isHan, isLetter } from '../normalise.ts';
import { COLOURS, DONE, LINK_WORDS, PARTICLES, PIECES, SIZES, TYPED, WANTED } from './claim-words.ts';

/** A longer message tells more than a claim. */
const LONGEST = 24;
const COLOUR = 0x8272; // 色
const SIZE_WORD = 0x7801; // 码
const HAO = 0x53f7; // 号
/** What makes "3号" a day, a building or a line: 月 before, or one of these behind. */
const NO_LINK = new Set([...'楼线店电房之前发到早晚上下左开门桌机'].map((char) => char.charCodeAt(0)));

/** What viewers type for a word, runs cut to two as folding does: well done, laughter, goodbye, love, for ever, tears. */
const TALK = new Set([66, 233, 88, 886, 520, 1314, 55]);

/** Whether a message is nothing but one of {@link TALK}, not the number of a link. */
function isTalkNumber(codes: Uint16Array, length: number): boolean {
  let value = 0;
  let last = -1;
  let run = 0;
  for (let at = 0; at < length; at += 1) {
    const code = codes[at]!;
    if (!isDigit(code)) {
      if (isHan(code) || isLetter(code) || code === 0x2b || code === 0x23 || value > 9999) return false;
      continue;
    }
    run = code === last ? run + 1 : 1;
    last = code;
    if (run <= 2) value = value * 10 + code - 0x30;
  }
  return TALK.has(value);
}

/** Reusable; holds the claim of the last message. Places are folded ones. */
export class ClaimReader {
  isClaim = false;
  isDone = false;
  isTyped = false;
  number = 0;
  code = -1;
  quantity = 0;
  specFrom = 0;
  specTo = 0;
  private value = 0;

  run(codes: Uint16Array, length: number): void {
    // The buffer still holds the message before: its "号" must not follow our "1".
    if (length < codes.length) codes[length] = 0;
    this.isClaim = false;
    this.isDone = false;
    this.isTyped = false;
    this.number = 0;
    this.code = -1;
    this.quantity = 0;
    this.specFrom = 0;
    this.specTo = 0;
    const isTalk = isTalkNumber(codes, length);
    if (length > 0 && length <= LONGEST && !isTalk) this.isClaim = this.whole(codes, length);
    if (!this.isClaim) {
      this.isDone = false;
      this.isTyped = false;
      this.code = -1;
      this.quantity = 0;
      this.specFrom = 0;
      this.specTo = 0;
      this.number = isTalk ? 0 : this.mention(codes, length);
    }
  }

  /** Whether pieces of claims make up the whole message. */
  private whole(codes: Uint16Array, length: number): boolean {
    let pieces = 0;
    let at = 0;
    while (at < length) {
      const code = codes[at]!;
      if (
        code === 0x20 ||
        (code < 0x80 && !isLetter(code) && !isDigit(code) && code !== 0x2b && code !== 0x23) ||
        code === 0x3002 ||
        code === 0xff0c ||
        code === 0x2026
      ) {
        if (code === 0x3f) return false;
        at += 1;
        continue;
      }
      const end = this.piece(codes, at, length);
      if (end === at) return false;
      if (this.isPiece) pieces += 1;
      at = end;
    }
    return pieces > 0;
  }

  private isPiece = false;

  /** End of the piece of a claim at `at`; `at` itself when none begins there. */
  private piece(codes: Uint16Array, at: number, length: number): number {
    this.isPiece = true;
    let end = DONE.match(codes, at, length);
    if (end > at) {
      this.isDone = true;
      return end;
    }
    end = TYPED.match(codes, at, length);
    if (end > at) {
      const from = skipSpace(codes, end, length);
      const behind = this.readNumber(codes, from, length);
      if (behind > from) {
        this.isTyped = true;
        this.code = this.value;
        return behind;
      }
    }
    end = this.link(codes, at, length);
    if (end > at) return end;
    end = this.spec(codes, at, length);
    if (end > at) return end;
    end = this.count(codes, at, length);
    if (end > at) return end;
    end = WANTED.match(codes, at, length);
    if (end > at) return end;
    this.isPiece = false;
    return PARTICLES.match(codes, at, length);
  }

  /** "3号链接", "三号", "链接3", "#3", "no.3", "link 3". */
  private link(codes: Uint16Array, at: number, length: number): number {
    const named = linkWord(codes, at, length);
    if (named > at) {
      const end = this.readNumber(codes, skipSpace(codes, named, length), length);
      if (end > named && this.value > 0) {
        this.number = this.value;
        return codes[end] === HAO ? end + 1 : end;
      }
    }
    const end = this.readNumber(codes, at, length);
    if (end === at || this.value === 0 || this.value > 999) return at;
    const behind = skipSpace(codes, end, length);
    if (codes[behind] === HAO) {
      if (behind + 1 < length && NO_LINK.has(codes[behind + 1]!)) return at;
      this.number = this.value;
      const word = linkWord(codes, behind + 1, length);
      return word > behind + 1 ? word : behind + 1;
    }
    const word = linkWord(codes, behind, length);
    if (word > behind && codes[at] !== 0x23) {
      this.number = this.value;
      return word;
    }
    return at;
  }

  /** A colour, a size, or both. */
  private spec(codes: Uint16Array, at: number, length: number): number {
    let end = COLOURS.match(codes, at, length);
    if (end > at && codes[end] === COLOUR) end += 1;
    else if (end > at && end < length && SIZES.match(codes, end, length) === end && codes[end] !== 0x20) return at;
    const size = SIZES.match(codes, end, length);
    if (
      size > end &&
      !(size < length && isLetter(codes[size]!)) &&
      !(end > 0 && end > at === false && at > 0 && isLetter(codes[at - 1]!))
    ) {
      end = codes[size] === SIZE_WORD ? size + 1 : size;
    } else {
      const number = this.readNumber(codes, end, length);
      if (number > end && codes[number] === SIZE_WORD) end = number + 1;
    }
    if (end === at) return at;
    if (this.specTo === 0) this.specFrom = at;
    this.specTo = end;
    return end;
  }

  /** "两件", "+1", a bare number. */
  private count(codes: Uint16Array, at: number, length: number): number {
    const isPlus = codes[at] === 0x2b || codes[at] === 0x52a0;
    const from = isPlus ? at + 1 : at;
    const end = this.readNumber(codes, from, length);
    if (end === from || this.value > 999) return at;
    const unit = skipSpace(codes, end, length);
    const pieces = PIECES.match(codes, unit, length);
    if (pieces > unit) {
      this.quantity = this.value;
      return pieces;
    }
    if (!isDigit(codes[end - 1]!) && !isPlus) return at;
    this.isTyped = true;
    this.code = this.value;
    return end;
  }

  /** Reads a number in digits or Chinese numerals up to ninety-nine into `value`; returns its end. */
  private readNumber(codes: Uint16Array, at: number, length: number): number {
    let end = at;
    let value = 0;
    while (end < length && isDigit(codes[end]!) && end - at < 6) {
      value = value * 10 + codes[end]! - 0x30;
      end += 1;
    }
    if (end > at) {
      this.value = value;
      return end;
    }
    let ones = -1;
    let tens = -1;
    while (end < length && end - at < 3) {
      const digit = numeral(codes[end]!);
      if (digit === 10 && tens < 0) {
        tens = ones < 0 ? 1 : ones;
        ones = -1;
      } else if (digit >= 0 && digit < 10 && ones < 0) ones = digit;
      else break;
      end += 1;
    }
    this.value = (tens < 0 ? 0 : tens * 10) + (ones < 0 ? 0 : ones);
    return end;
  }

  /** The link or product number named anywhere in a longer message. */
  private mention(codes: Uint16Array, length: number): number {
    const limit = Math.min(length, 400);
    for (let at = 0; at < limit; at += 1) {
      const code = codes[at]!;
      if (
        !isDigit(code) &&
        numeral(code) < 0 &&
        code !== 0x94fe &&
        code !== 0x23 &&
        code !== 0x6c &&
        code !== 0x6e &&
        code !== 0x69
      )
        continue;
      if (
        at > 0 &&
        (isDigit(codes[at - 1]!) || codes[at - 1] === 0x6708 || (isLetter(code) && isLetter(codes[at - 1]!)))
      )
        continue;
      this.number = 0;
      if (this.link(codes, at, length) > at && this.number > 0) return this.number;
    }
    return 0;
  }
}

/** "链接", "号链接", "link", "no.", "number", "item", "#", "第": the word by which a number is a link's. */
function linkWord(codes: Uint16Array, at: number, length: number): number {
  const code = codes[at];
  if (code === 0x23) return at + 1;
  return LINK_WORDS.match(codes, at, length);
}

function skipSpace(codes: Uint16Array, at: number, length: number): number {
  return at < length && codes[at] === 0x20 ? at + 1 : at;
}

const NUMERALS = '零一二三四五六七八九';

function numeral(code: number): number {
  if (!isHan(code)) return -1;
  if (code === 0x5341) return 10;
  if (code === 0x4e24) return 2;
  return NUMERALS.indexOf(String.fromCharCode(code));
}
