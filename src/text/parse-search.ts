// Turns what somebody typed into tokens that must all occur, and shows where they occur.
import type { ParsedSearch, Span } from './judge.contract.ts';
import { type Stretch, stretches } from './search-tokens.ts';

const MOST_TOKENS = 64;
/** Nothing is highlighted beyond this. */
const SHOWN = 100_000;

/**
 * Reads a query. Han stretches become character pairs plus the stretch itself as a phrase to re-check; Latin words match by
 * their beginning; words in quotes stay together. Never throws; `tsquery` is quoted and safe for `to_tsquery('simple', …)`.
 */
export function parseSearch(query: string): ParsedSearch {
  const tokens: string[] = [];
  const terms: string[] = [];
  const phrases: string[] = [];
  const add = (token: string, prefix: boolean) => {
    if (tokens.length >= MOST_TOKENS || tokens.includes(token)) return;
    tokens.push(token);
    terms.push(`'${token.replaceAll("'", "''").replaceAll('\\', '\\\\')}'${prefix ? ':*' : ''}`);
  };
  const found = stretches(query.slice(0, 1000));
  for (const stretch of found) {
    if (stretch.kind === 'word') add(stretch.text, true);
    // A single character is the beginning of some pair or stands alone.
    else if (stretch.text.length === 1) add(stretch.text, true);
    else for (let at = 0; at + 1 < stretch.text.length; at += 1) add(stretch.text.slice(at, at + 2), false);
    const phrase = capRuns(stretch.text);
    if (stretch.kind === 'han' && phrase.length > 2 && !phrases.includes(phrase)) phrases.push(phrase);
  }
  for (const quoted of query.slice(0, 1000).matchAll(/["“”]([^"“”]{2,100})["“”]/gu)) {
    const phrase = stretches(quoted[1]!)
      .map((stretch) => capRuns(stretch.text))
      .join(' ');
    if (phrase.includes(' ') && !phrases.includes(phrase)) phrases.push(phrase);
  }
  return { tokens, phrases, tsquery: terms.join(' & ') };
}

/**
 * Half-open places of the query's words in the ORIGINAL text, in order, never overlapping: whole Han stretches first, their
 * pairs where the stretch does not occur, Latin words by their beginning.
 */
export function highlight(text: string, query: string): Span[] {
  const wanted = stretches(query.slice(0, 1000)).slice(0, MOST_TOKENS);
  const places = stretches(text.slice(0, SHOWN));
  const spans: [number, number][] = [];
  for (const want of wanted) {
    if (want.kind === 'word') {
      for (const place of places) {
        if (place.kind === 'word' && place.text.startsWith(want.text)) {
          spans.push([place.start, endOf(place, want.text.length)]);
        }
      }
      continue;
    }
    if (mark(places, want.text, spans) || want.text.length < 3) continue;
    for (let at = 0; at + 1 < want.text.length; at += 1) mark(places, want.text.slice(at, at + 2), spans);
  }
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const span of spans) {
    const last = merged[merged.length - 1];
    if (last !== undefined && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else merged.push(span);
  }
  return merged;
}

/** Runs as the normaliser caps them, since phrases are looked for in normalised text. */
function capRuns(text: string): string {
  return text.replace(/([^\d])\1{2,}/gu, '$1$1');
}

function mark(places: readonly Stretch[], part: string, spans: [number, number][]): boolean {
  let any = false;
  for (const place of places) {
    if (place.kind !== 'han') continue;
    for (let at = place.text.indexOf(part); at >= 0; at = place.text.indexOf(part, at + part.length)) {
      spans.push([place.at[at]!, place.at[at + part.length - 1]! + 1]);
      any = true;
    }
  }
  return any;
}

function endOf(place: Stretch, letters: number): number {
  return place.at[letters - 1]! + 1;
}
