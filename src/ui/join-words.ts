// Several words in one line, parted the way the language parts them.

/** "dark, stuffy" in English, "暗、闷" in Chinese. */
export function joinWords(words: readonly string[], language: string): string {
  return words.join(language === 'en' ? ', ' : '、');
}
