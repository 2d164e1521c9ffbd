// Finds the texts that one lesson is likely to be about as well, so that they can be judged again at once.
import { comparable, similarity } from '../near-duplicates.ts';

export interface Similar<T> {
  item: T;
  /** 0-1: shared wording, rare words counting more. */
  likeness: number;
}

/**
 * Those of the candidates that say much the same as `text`, likest first. Rare character pairs (among the candidates)
 * count more than common ones, so that "屏幕漏光" finds every leaking screen and not every screen.
 * @param limit how many at most.
 */
export function similarTo<T extends { text: string }>(
  text: string,
  candidates: readonly T[],
  limit = 50,
): Similar<T>[] {
  const wanted = pairsOf(text);
  if (wanted.size === 0) return [];
  const pairs = candidates.map((item) => pairsOf(item.text));
  const spread = new Map<number, number>();
  for (const own of pairs) for (const pair of own) if (wanted.has(pair)) spread.set(pair, (spread.get(pair) ?? 0) + 1);
  const worth = (pair: number) => Math.log((candidates.length + 1) / ((spread.get(pair) ?? 0) + 0.5)) + 0.1;
  let whole = 0;
  for (const pair of wanted) whole += worth(pair);
  const found: Similar<T>[] = [];
  candidates.forEach((item, index) => {
    let shared = 0;
    for (const pair of pairs[index]!) if (wanted.has(pair)) shared += worth(pair);
    let likeness = whole > 0 ? shared / whole : 0;
    if (likeness < 0.12) return;
    likeness = Math.max(likeness * 0.8, similarity(text, item.text));
    found.push({ item, likeness: Math.round(1000 * Math.min(1, likeness)) / 1000 });
  });
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, limit);
}

function pairsOf(text: string): Set<number> {
  const chars = comparable(text);
  const out = new Set<number>();
  for (let at = 0; at + 1 < chars.length; at += 1) {
    out.add(chars.charCodeAt(at) * 0x10000 + chars.charCodeAt(at + 1));
  }
  return out;
}
