// What a keyword must be like: the same for the form, which says it at once, and for the service, which has the last word.

/** Length of one keyword in signs, and how many a theme may have. */
export const KEYWORD = { min: 2, max: 40, most: 100 } as const;

/** Keywords as they are stored: trimmed, each once. */
export function cleanKeywords(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '');
}

/** Why these keywords cannot be stored, with the words at fault; null when they can. */
export function keywordFault(
  words: readonly string[],
): { fault: 'short' | 'long'; words: string[] } | { fault: 'many'; words: [] } | null {
  const clean = cleanKeywords(words);
  const short = clean.filter((word) => word.length < KEYWORD.min);
  if (short.length > 0) return { fault: 'short', words: short };
  const long = clean.filter((word) => word.length > KEYWORD.max);
  if (long.length > 0) return { fault: 'long', words: long };
  return clean.length > KEYWORD.most ? { fault: 'many', words: [] } : null;
}
