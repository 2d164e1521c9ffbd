// Guesses which fault an unread line leans to: pieces of all listed wordings weighed against those of ordinary talk. A hint, never a proof.
import { isHan, isLetter } from '../../../../../text/normalise.ts';
import { ASK_WORDS } from '../../../../../text/short/ask-words.ts';
import { COMPLAINT_WORDS, RISK_WORDS } from '../../../../../text/short/complaint-words.ts';
import type { LiveClass } from '../analysis.contract.ts';
import { CUE_WORDS } from './cue-words.ts';

/** Lists of ordinary talk; those that stand in complaints as well teach nothing. */
const BOTH_WAYS = new Set(['stop', 'not', 'maybe', 'why', 'blame', 'mine', 'goods', 'device', 'elsewhere', 'rumour']);
/** Seen so rarely a piece says little. */
const SMOOTH = 0.3;
/** Phrases a class is taken to have at least, so that what has a short list is not guessed for want of evidence. */
const LEAST_PHRASES = 400;
const MOST = 2.5;
const SINGLE = 0.5;
/** Of an English word so many letters count: endings and slips at the end do not matter. */
const STEM = 5;
const SHORTEST_WORD = 3;
const APOSTROPHE = 0x27;

export interface Lean {
  class: LiveClass;
  /** Sum of the log odds of its pieces against ordinary talk. */
  score: number;
}

export class LeanReader {
  private readonly classes: LiveClass[] = [];
  /** By piece: log odds of each class. */
  private readonly odds = new Map<number | string, Float32Array>();
  private readonly sums: Float64Array;
  private readonly met = new Set<number | string>();

  constructor() {
    const counts = new Map<string, Map<number | string, number>>();
    const phrases = new Map<string, number>();
    const learn = (name: string, list: string) => {
      const of = counts.get(name) ?? new Map<number | string, number>();
      counts.set(name, of);
      for (const phrase of list.split('|')) {
        const codes = Uint16Array.from(phrase.toLowerCase().replaceAll("'", ''), (char) => char.charCodeAt(0));
        phrases.set(name, (phrases.get(name) ?? 0) + 1);
        this.pieces(codes, codes.length, null);
        for (const piece of this.met) of.set(piece, (of.get(piece) ?? 0) + 1);
      }
    };
    for (const [tag, list] of Object.entries({ ...COMPLAINT_WORDS, ...RISK_WORDS }))
      if (!tag.endsWith('/weak')) learn(tag.slice(0, tag.indexOf('/')), list);
    for (const list of Object.values(ASK_WORDS)) learn('', list);
    for (const [name, list] of Object.entries(CUE_WORDS)) if (!BOTH_WAYS.has(name)) learn('', list);
    this.classes = [...counts.keys()].filter((name) => name !== '') as LiveClass[];
    this.sums = new Float64Array(this.classes.length);
    const talk = counts.get('')!;
    const talkPhrases = phrases.get('')!;
    for (const [at, name] of this.classes.entries()) {
      const of = counts.get(name)!;
      const all = Math.max(LEAST_PHRASES, phrases.get(name)!);
      for (const piece of new Set([...of.keys(), ...talk.keys()])) {
        const told = ((of.get(piece) ?? 0) + SMOOTH) / all;
        const said = ((talk.get(piece) ?? 0) + SMOOTH) / talkPhrases;
        let row = this.odds.get(piece);
        if (row === undefined) {
          row = new Float32Array(this.classes.length);
          this.odds.set(piece, row);
        }
        row[at] = Math.max(-MOST, Math.min(MOST, Math.log(told / said))) * (isSingle(piece) ? SINGLE : 1);
      }
    }
  }

  /**
   * The likeliest fault of a folded text.
   * @param masked characters that name goods or belong to sayings are not 0
   */
  read(codes: Uint16Array, length: number, masked: Uint8Array): Lean | null {
    this.pieces(codes, length, masked);
    this.sums.fill(0);
    for (const piece of this.met) {
      const row = this.odds.get(piece);
      if (row === undefined) continue;
      for (let at = 0; at < row.length; at += 1) this.sums[at]! += row[at]!;
    }
    let best = 0;
    for (let at = 1; at < this.sums.length; at += 1) if (this.sums[at]! > this.sums[best]!) best = at;
    return this.sums[best]! > 0 ? { class: this.classes[best]!, score: this.sums[best]! } : null;
  }

  private pieces(codes: Uint16Array, length: number, masked: Uint8Array | null): void {
    const { met } = this;
    met.clear();
    for (let at = 0; at < length; ) {
      const code = codes[at]!;
      if (masked !== null && masked[at] !== 0) at += 1;
      else if (isHan(code)) {
        met.add(code);
        if (at + 1 < length && isHan(codes[at + 1]!) && (masked === null || masked[at + 1] === 0))
          met.add(code * 0x10000 + codes[at + 1]!);
        at += 1;
      } else if (isLetter(code)) {
        let end = at;
        while (end < length && (isLetter(codes[end]!) || codes[end] === APOSTROPHE)) end += 1;
        if (end - at >= SHORTEST_WORD) met.add(String.fromCharCode(...codes.subarray(at, Math.min(end, at + STEM))));
        at = Math.max(end, at + 1);
      } else at += 1;
    }
  }
}

function isSingle(piece: number | string): boolean {
  return typeof piece === 'number' && piece < 0x10000;
}
