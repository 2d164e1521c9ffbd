// Joins pieces of one phrase: runs of four characters show "老公在旁", "公在旁边" and "旁边看球" where "老公在旁边看球" was said.

export interface StitchedWord {
  word: string;
  count: number;
}

/** Pieces of one phrase are said about as often. */
const ALIKE = 0.75;
const LEAST_OVERLAP = 2;
const LONGEST = 12;

/**
 * Joins words where the end of one is the beginning of another (two characters or more) and both were said about as often;
 * the earlier in the list keeps its place. Latin words are whole already and stay as they are.
 * @param words most telling first; not changed
 */
export function stitchWords<W extends StitchedWord>(words: readonly W[]): W[] {
  const left = [...words];
  for (let at = 0; at < left.length; at += 1) {
    for (let other = at + 1; other < left.length; ) {
      const joined = joinedWord(left[at]!, left[other]!);
      if (joined === null) other += 1;
      else {
        left[at] = { ...left[at]!, word: joined };
        left.splice(other, 1);
        // A longer word may meet pieces that were passed by.
        other = at + 1;
      }
    }
  }
  return left;
}

function joinedWord(one: StitchedWord, other: StitchedWord): string | null {
  if (Math.min(one.count, other.count) < ALIKE * Math.max(one.count, other.count)) return null;
  if (!isHan(one.word) || !isHan(other.word)) return null;
  if (one.word.includes(other.word)) return one.word;
  return overlapped(one.word, other.word) ?? overlapped(other.word, one.word);
}

function overlapped(head: string, tail: string): string | null {
  for (let size = Math.min(head.length, tail.length) - 1; size >= LEAST_OVERLAP; size -= 1) {
    const joined = head + tail.slice(size);
    if (head.endsWith(tail.slice(0, size)) && joined.length <= LONGEST) return joined;
  }
  return null;
}

const isHan = (word: string) => /^\p{Script=Han}+$/u.test(word);
