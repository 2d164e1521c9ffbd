// The words under which a text is found: pairs of Han characters and whole Latin words, folded as everywhere else.
import { FOLD, isDigit, isHan, isLetter } from './normalise.ts';

/** A document keeps at most this many tokens, so that one essay cannot swell the index. */
const MOST_TOKENS = 20_000;
const LONGEST_WORD = 60;

/** One stretch of Han characters or one Latin word or number, with its half-open place in the text. */
export interface Stretch {
  kind: 'han' | 'word';
  text: string;
  start: number;
  end: number;
  /** Place of each character of `text`. */
  at: number[];
}

/** Cuts a text into stretches; everything else separates. Shared by documents, queries and highlights. */
export function stretches(source: string): Stretch[] {
  const out: Stretch[] = [];
  let open: Stretch | null = null;
  for (let index = 0; index < source.length; index += 1) {
    const code = FOLD[source.charCodeAt(index)]!;
    if (code === 0) continue;
    const kind = isHan(code) ? 'han' : isLetter(code) || isDigit(code) || isOtherLetter(code) ? 'word' : null;
    if (kind === null) {
      open = null;
      continue;
    }
    if (open === null || open.kind !== kind || (kind === 'word' && open.text.length >= LONGEST_WORD)) {
      open = { kind, text: '', start: index, end: index, at: [] };
      out.push(open);
    }
    open.text += String.fromCharCode(code);
    open.at.push(index);
    open.end = index + 1;
  }
  return out;
}

/** Kana, Hangul, Arabic and the like: kept as words. */
function isOtherLetter(code: number): boolean {
  return (code >= 0x530 && code < 0x2000) || (code >= 0x3040 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7af);
}

/**
 * Tokens of a text: every pair of neighbouring Han characters and the last character of each stretch, Latin words in lower
 * case, numbers. Width, case and traditional script are folded. In order, with repeats.
 */
export function searchTokens(text: string): string[] {
  const out: string[] = [];
  for (const stretch of stretches(text)) {
    if (out.length >= MOST_TOKENS) break;
    if (stretch.kind === 'word' || stretch.text.length === 1) out.push(stretch.text);
    else {
      for (let at = 0; at + 1 < stretch.text.length && out.length < MOST_TOKENS; at += 1)
        out.push(stretch.text.slice(at, at + 2));
      // Every other character begins some pair; with the last one kept, a search for one character finds them all.
      out.push(stretch.text.slice(-1));
    }
  }
  return out;
}

/** Distinct tokens joined by spaces, ready for `to_tsvector('simple', …)`. */
export function searchDocument(text: string): string {
  return [...new Set(searchTokens(text))].join(' ');
}
