// Recognises a person's own words and names where others repeated them, so that an erasure reaches notes and quotes as well.

/** What stands in the place of words that were erased. */
export const ERASED = '—';

/** This many characters in a row, taken over from what he said, are a quote. */
const HAN_RUN = 8;
const OTHER_RUN = 16;
/** Shorter than this a name or a number is found everywhere and says nothing. */
const LEAST = 4;
const LEAST_HAN = 2;

const HAN = /\p{Script=Han}/u;

export type QuoteFinder = (text: string) => boolean;

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function runsOf(text: string): string[] {
  const runs: string[] = [];
  for (const size of [HAN_RUN, OTHER_RUN]) {
    for (let start = 0; start + size <= text.length; start += 1) {
      const run = text.slice(start, start + size);
      if (size === OTHER_RUN || hanShare(run) >= 0.5) runs.push(run);
    }
  }
  return runs;
}

function hanShare(run: string): number {
  return [...run].filter((char) => HAN.test(char)).length / run.length;
}

/** Whether a name or number is long enough to say anything of a person. */
export function isTelling(word: string): boolean {
  return word.trim().length >= (HAN.test(word) ? LEAST_HAN : LEAST);
}

/**
 * @param words what names him and what he said, whole
 * @returns whether a text repeats one of them: a short one as a whole, of a long one 8 characters in a row (16 where they are not Chinese)
 */
export function quoteFinder(words: readonly string[]): QuoteFinder {
  const whole: string[] = [];
  const runs = new Set<string>();
  for (const word of new Set(words.map(plain))) {
    if (!isTelling(word)) continue;
    if (word.length <= OTHER_RUN) whole.push(word);
    for (const run of runsOf(word)) runs.add(run);
  }
  return (text) => {
    const looked = plain(text);
    return whole.some((word) => looked.includes(word)) || runsOf(looked).some((run) => runs.has(run));
  };
}

/** The same value with every text that quotes him taken out; the very same object where none does. */
export function withoutQuotes<T>(value: T, quotes: QuoteFinder): T {
  return walkTexts(value, (text) => (quotes(text) ? ERASED : text));
}

/** Changes every text inside a plain JSON value. @param change gets the key it stands under */
export function walkTexts<T>(value: T, change: (text: string, key: string) => unknown, key = ''): T {
  if (typeof value === 'string') return change(value, key) as T;
  if (Array.isArray(value)) {
    const items = value.map((item) => walkTexts(item, change, key));
    return items.every((item, index) => item === value[index]) ? value : (items as T);
  }
  if (value === null || typeof value !== 'object') return value;
  let changed = false;
  const next: Record<string, unknown> = {};
  for (const [name, inside] of Object.entries(value)) {
    next[name] = walkTexts(inside, change, name);
    changed ||= next[name] !== inside;
  }
  return changed ? (next as T) : value;
}
