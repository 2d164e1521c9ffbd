// The words under which a text stands in the index: pairs of characters, and Latin words.
import { searchTokens } from '../../../../text/search-tokens.ts';

/** Without repetition; single characters say too little to be looked for. */
export function wordsOf(text: string): string[] {
  return [...new Set(searchTokens(text))].filter((word) => word.length > 1);
}
