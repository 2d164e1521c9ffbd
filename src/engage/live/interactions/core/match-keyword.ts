// Reads an entry out of what somebody typed: full width or half, with spaces or "扣", the number of an option or the word that counts.

/** NFKC, lower case, without spaces and without marks at the ends. */
export function typed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/^[#＃【[(「"']+|[!。.~?,、】\])」"'…]+$/gu, '');
}

const SAYS_NUMBER = /^(?:我?(?:扣|选|投|打|押|要|答案?是?)|vote|option|pick)?(?:第)?([1-9])\1{0,5}(?:号|项|个)?$/;

/**
 * @param options keys with what they say; a key is a number from 1 to 9
 * @returns the key that was meant; null when none was
 */
export function optionTyped(text: string, options: readonly { key: string; label: string }[]): string | null {
  if ([...text].length > 40) return null;
  const said = typed(text);
  if (said === '') return null;
  const number = SAYS_NUMBER.exec(said)?.[1];
  const byNumber = number === undefined ? undefined : options.find((one) => one.key === number);
  return (byNumber ?? options.find((one) => typed(one.label) === said))?.key ?? null;
}

/** Whether the word was typed, alone or again and again, also after "扣". */
export function isWordTyped(text: string, word: string): boolean {
  if ([...text].length > 60) return false;
  const said = typed(text).replace(/^(?:扣|打|发)/u, '');
  const wanted = typed(word);
  const bare = wanted.replace(/^(?:扣|打|发)/u, '') || wanted;
  if (bare === '' || said === '') return false;
  return said.length % bare.length === 0 && said === bare.repeat(said.length / bare.length);
}

/** What is asked after the word of a Q&A: "提问 有没有大码" gives "有没有大码"; null when the line is no question to it. */
export function questionTyped(text: string, word: string): string | null {
  const line = text.normalize('NFKC').trim().replace(/^[#[]/u, '');
  if (!line.toLowerCase().startsWith(word.normalize('NFKC').toLowerCase())) return null;
  const rest = line
    .slice(word.normalize('NFKC').length)
    .replace(/^[\s:,\]#-]+/u, '')
    .trim();
  return [...rest].length >= 2 ? rest : null;
}
