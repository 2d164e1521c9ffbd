// Chooses what of a flood of comments everybody is shown: repeats become a count, then a weighted sample within a budget of bytes.
import { type FrameLine, LINE_FLAG } from './frame.contract.ts';

/** A comment as the room heard it. */
export interface Said {
  id: number;
  text: string;
  name: string | null;
  flags: number;
}

interface Waiting extends Said {
  key: string;
  count: number;
}

interface Shown {
  id: number;
  count: number;
  until: number;
  changed: boolean;
}

/** The same words within this time are one line. */
const MERGE_MS = 5_000;
const MOST_WAITING = 2_000;

/** Words as they are compared: width, case, spaces, marks and drawn-out letters do not count. */
export function sameWords(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
  return (plain || text.trim()).replace(/(.)\1{2,}/gu, '$1$1');
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The shop's own words always go out; then questions, buyers, members and new faces weigh more. */
function weightOf(flags: number): number {
  if (flags & (LINE_FLAG.staff | LINE_FLAG.paid)) return Number.POSITIVE_INFINITY;
  let weight = 1;
  if (flags & LINE_FLAG.question) weight += 7;
  if (flags & LINE_FLAG.buyer) weight += 5;
  if (flags & LINE_FLAG.member) weight += 2;
  if (flags & LINE_FLAG.newcomer) weight += 2;
  return weight;
}

export interface LineMixer {
  take(said: Said, now: number): void;
  /** @returns what to show now, oldest first, and new counts of lines shown before */
  drain(now: number, limits: { lines: number; bytes: number }): { lines: FrameLine[]; again: [number, number][] };
  remove(id: number): void;
}

/** @param random even numbers from 0 to 1 */
export function createLineMixer(random: () => number): LineMixer {
  let waiting = new Map<string, Waiting>();
  const shown = new Map<string, Shown>();
  return {
    take(said, now) {
      const key = sameWords(said.text);
      const before = shown.get(key);
      if (before && before.until > now) {
        before.count += 1;
        before.changed = true;
        before.until = now + MERGE_MS;
        return;
      }
      const same = waiting.get(key);
      if (same) {
        same.count += 1;
        same.flags |= said.flags & ~(LINE_FLAG.buyer | LINE_FLAG.newcomer);
        return;
      }
      // A flood beyond what can be shown leaves by lot later anyway; memory must not grow with it.
      if (waiting.size < MOST_WAITING || weightOf(said.flags) > 1) waiting.set(key, { ...said, key, count: 1 });
    },
    drain(now, limits) {
      const again: [number, number][] = [];
      let left = limits.bytes;
      for (const [key, line] of shown) {
        if (line.changed && left > 12) {
          again.push([line.id, line.count]);
          left -= 12;
          line.changed = false;
        }
        if (line.until <= now && !line.changed) shown.delete(key);
      }
      // Weighted sampling without replacement: the greatest of u^(1/w) (Efraimidis and Spirakis, 2006).
      const ranked = [...waiting.values()]
        .map((line) => ({ line, rank: random() ** (1 / (weightOf(line.flags) * line.count)) }))
        .sort((one, other) => other.rank - one.rank);
      const lines: FrameLine[] = [];
      for (const { line } of ranked) {
        const cost = bytesOf(line.text) + bytesOf(line.name ?? '') + 24;
        if (lines.length >= limits.lines) break;
        if (cost > left && !(weightOf(line.flags) === Number.POSITIVE_INFINITY)) continue;
        left -= cost;
        lines.push([line.id, line.text, line.name, line.flags, line.count]);
        shown.set(line.key, { id: line.id, count: line.count, until: now + MERGE_MS, changed: false });
      }
      waiting = new Map();
      return { lines: lines.sort((one, other) => one[0] - other[0]), again };
    },
    remove(id) {
      for (const [key, line] of waiting) if (line.id === id) waiting.delete(key);
      for (const [key, line] of shown) if (line.id === id) shown.delete(key);
    },
  };
}

const ASKING =
  /[?？]|吗|呢$|么$|多少|怎么|什么|几(?:号|码|个|天|点)|哪(?:个|里|款)|能不能|可不可以|有没有|会不会|是不是/u;
const ASKING_EN = /^(?:how|what|when|where|which|who|why|can|could|do|does|did|is|are|will|would|any)\b/i;

/** A rough look only to show questions first; the desk's groups judge by the language engine. */
export function looksLikeQuestion(text: string): boolean {
  const plain = text.trim();
  return [...plain].length > 2 && (ASKING.test(plain) || ASKING_EN.test(plain));
}
