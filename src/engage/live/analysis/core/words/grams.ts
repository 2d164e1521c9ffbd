// Cuts a comment into the pieces by which it is compared: matters, pairs of characters, words; what says nothing is left out.
import { isDigit, isHan, isLetter, NUMBER_MARK } from '../../../../../text/normalise.ts';
import { isLatin } from './asking-form.ts';
import type { WordFinds } from './choose-class.ts';
import { ASK, BAD, RISK, STOP } from './live-lexicon.ts';
import { NAME } from './masks.ts';

const MATTER_WEIGHT = 3;
const SINGLE_WEIGHT = 0.4;
/** Behind a matter that was asked without a Han character. */
const LATIN = '~';

export interface Grams {
  grams: readonly string[];
  weights: readonly number[];
  mass: number;
  length: number;
  folded: string;
  /** With spaces between words. */
  spaced: string;
}

/** @param isAsk matters asked count as pieces and hide their words; in other comments all words count. */
export function readGrams(finds: WordFinds, isAsk: boolean, key: string): Grams {
  const { hits, lexicon, codes, length, masked } = finds;
  const weightOf = new Map<string, number>();
  const wanted = isAsk ? ASK : BAD | RISK;
  // One answer serves those who read its language.
  const tongue = isAsk && isLatin(finds) ? LATIN : '';
  // 0 counts, 1 covered by a matter, 2 says nothing.
  const cover = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) if (masked[at] === NAME) cover[at] = 2;
  for (let hit = 0; hit < hits.size; hit += 1) {
    const bit = lexicon.bits[hits.tag[hit]!]!;
    if ((bit & (wanted | STOP)) === 0) continue;
    const from = hits.from[hit]!;
    const to = hits.to[hit]!;
    if (bit === STOP) {
      for (let at = from; at < to; at += 1) if (cover[at] === 0) cover[at] = 2;
    } else if (masked[from] === 0 && !isInside(finds, hit, bit)) {
      cover.fill(1, from, to);
      weightOf.set(`#${lexicon.matters[hits.tag[hit]!]!}${tongue}`, MATTER_WEIGHT);
    }
  }
  let folded = '';
  let meaning = 0;
  let at = 0;
  while (at < length) {
    const code = codes[at]!;
    if (code !== 0x20) folded += String.fromCharCode(code);
    if (isHan(code)) {
      meaning += 1;
      if (cover[at] === 0) {
        const next = at + 1 < length && isHan(codes[at + 1]!) && cover[at + 1] === 0;
        const before = at > 0 && isHan(codes[at - 1]!) && cover[at - 1] === 0;
        if (next) add(weightOf, String.fromCharCode(code, codes[at + 1]!), 1);
        else if (!before) add(weightOf, String.fromCharCode(code), SINGLE_WEIGHT);
      }
      at += 1;
    } else if (isLetter(code)) {
      let end = at + 1;
      let open = cover[at] === 0;
      while (end < length && (isLetter(codes[end]!) || isDigit(codes[end]!))) {
        if (cover[end] === 0) open = true;
        folded += String.fromCharCode(codes[end]!);
        end += 1;
      }
      meaning += 1;
      if (open) add(weightOf, stem(codes, at, end), 1);
      at = end;
    } else {
      if (code === NUMBER_MARK) meaning += 1;
      at += 1;
    }
  }
  if (weightOf.size === 0) weightOf.set(`=${key}`, 1);
  const grams = [...weightOf.keys()].sort();
  const weights = grams.map((gram) => weightOf.get(gram)!);
  let mass = 0;
  for (const weight of weights) mass += weight;
  return { grams, weights, mass, length: meaning, folded, spaced: textOf(codes, length) };
}

/** The piece whatever language it was asked in. */
export function plainGram(gram: string): string {
  return gram.endsWith(LATIN) && gram.startsWith('#') ? gram.slice(0, -1) : gram;
}

function add(weightOf: Map<string, number>, gram: string, weight: number): void {
  if (!weightOf.has(gram)) weightOf.set(gram, weight);
}

/** Whether a longer term of the same kind covers this one: "还有活动" asks for deals, not for stock. */
function isInside(finds: WordFinds, hit: number, bit: number): boolean {
  const { hits, lexicon } = finds;
  const from = hits.from[hit]!;
  const to = hits.to[hit]!;
  for (let other = 0; other < hits.size; other += 1) {
    if (other === hit || lexicon.bits[hits.tag[other]!] !== bit) continue;
    const wide = hits.to[other]! - hits.from[other]!;
    if (wide > to - from && hits.from[other]! <= from && hits.to[other]! >= to) return true;
  }
  return false;
}

/** The word without its commonest endings. */
function stem(codes: Uint16Array, from: number, to: number): string {
  let end = to;
  const last = codes[end - 1];
  if (end - from > 5 && last === 0x67 && codes[end - 2] === 0x6e && codes[end - 3] === 0x69) end -= 3;
  else if (end - from > 4 && last === 0x64 && codes[end - 2] === 0x65) end -= 2;
  else if (end - from > 3 && last === 0x73 && codes[end - 2] !== 0x73) end -= 1;
  let word = '';
  for (let at = from; at < end; at += 1) word += String.fromCharCode(codes[at]!);
  return word;
}

/** Weighted Jaccard of two readings' pieces; both lists are sorted. */
export function likeness(
  a: { grams: readonly string[]; weights: readonly number[]; mass: number },
  b: { grams: readonly string[]; weights: readonly number[]; mass: number },
): number {
  let i = 0;
  let j = 0;
  let shared = 0;
  while (i < a.grams.length && j < b.grams.length) {
    const left = a.grams[i]!;
    const right = b.grams[j]!;
    if (left === right) {
      shared += Math.min(a.weights[i]!, b.weights[j]!);
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  const union = a.mass + b.mass - shared;
  return union > 0 ? shared / union : 0;
}

function textOf(codes: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 1) text += String.fromCharCode(codes[at]!);
  return text;
}
