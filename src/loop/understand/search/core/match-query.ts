// Settles by the text itself what the index only makes likely: hashes and character pairs find too much, never too little.
import { parseSearch } from '../../../../text/parse-search.ts';
import { type Stretch, stretches } from '../../../../text/search-tokens.ts';

/** A search as asked, read once and used for every candidate. */
export interface ReadQuery {
  /** Words for the index: pairs of characters, single characters, beginnings of Latin words. */
  words: string[];
  /** Whether a text (title and body) carries everything asked for. */
  fits(text: string): boolean;
}

/** @returns null when nothing that could be looked for was typed */
export function readQuery(query: string): ReadQuery | null {
  const parsed = parseSearch(query);
  const wanted = stretches(query.slice(0, 1000));
  if (wanted.length === 0) return null;
  const quoted = parsed.phrases.filter((phrase) => phrase.includes(' '));
  return {
    words: parsed.tokens,
    fits(text) {
      const places = stretches(text);
      if (!wanted.every((want) => carries(places, want))) return false;
      if (quoted.length === 0) return true;
      const joined = ` ${places.map((place) => place.text).join(' ')}`;
      return quoted.every((phrase) => joined.includes(` ${phrase}`) || joined.includes(phrase));
    },
  };
}

function carries(places: readonly Stretch[], want: Stretch): boolean {
  return places.some(
    (place) =>
      place.kind === want.kind &&
      (want.kind === 'han' ? place.text.includes(want.text) : place.text.startsWith(want.text)),
  );
}
