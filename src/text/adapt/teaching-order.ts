// Orders texts by what a person's answer would teach: the least certain first, no two that say the same, the subjects in turn.
import type { Judgement } from '../judge.contract.ts';
import { duplicateKey, nearDuplicateSketch, similarity } from '../near-duplicates.ts';

export interface Teachable {
  text: string;
  judgement: Pick<Judgement, 'sentiment' | 'aspects' | 'spam'>;
}

/** Subject of texts that name none. */
const NO_SUBJECT = '';

/**
 * Orders texts by what labelling them teaches: of near copies only the least certain one; within a subject (the text's main
 * aspect) the least certain first; the subjects take turns, each turn worth less, so that one loud subject does not fill the list.
 * Advertising is left out.
 */
export function teachingOrder<T extends Teachable>(items: readonly T[], limit = items.length): T[] {
  const ranked = items
    .map((item, index) => ({ item, index, doubt: doubtOf(item), subject: subjectOf(item) }))
    .filter(({ item }) => item.judgement.spam.score < 0.5 && item.text.trim() !== '')
    .sort((a, b) => b.doubt - a.doubt || a.index - b.index);
  const distinct = withoutCopies(ranked);
  const turns = new Map<string, number>();
  const scored = distinct.map((entry) => {
    const turn = turns.get(entry.subject) ?? 0;
    turns.set(entry.subject, turn + 1);
    return { entry, rank: entry.doubt / (1 + 0.15 * turn) };
  });
  scored.sort((a, b) => b.rank - a.rank || a.entry.index - b.entry.index);
  return scored.slice(0, limit).map(({ entry }) => entry.item);
}

/** 1 where the engine has no idea, 0 where it is certain; a neutral label is never certain. */
export function doubtOf(item: Teachable): number {
  const { label, confidence, probability } = item.judgement.sentiment;
  const even = 1 - Math.abs(2 * probability - 1);
  return label === 'neutral' ? Math.max(0.3 * even, 1 - confidence) : Math.max(even, 2 * (1 - confidence));
}

function subjectOf(item: Teachable): string {
  let best = NO_SUBJECT;
  let most = 0;
  for (const { aspect, confidence } of item.judgement.aspects) {
    if (aspect === 'overall' || confidence <= most) continue;
    most = confidence;
    best = aspect;
  }
  return best;
}

/** One of every near-duplicate group: the first, which is the least certain. */
function withoutCopies<E extends { item: Teachable }>(ranked: readonly E[]): E[] {
  const keys = new Set<string>();
  const byBand = new Map<number, string>();
  return ranked.filter(({ item }) => {
    const key = duplicateKey(item.text);
    if (keys.has(key)) return false;
    keys.add(key);
    const bands = nearDuplicateSketch(item.text);
    for (const band of bands) {
      const other = byBand.get(band);
      if (other !== undefined && similarity(other, item.text) >= 0.5) return false;
    }
    for (const band of bands) if (!byBand.has(band)) byBand.set(band, item.text);
    return true;
  });
}
