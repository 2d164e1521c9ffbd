// Puts a text into the leaves of the taxonomy by their words and by pairs of topic and state in one clause.
import { MASKED, NEGATED, PLAIN, type Reading } from './reading.ts';
import type { ThemeLeaf } from './taxonomy.leaf.ts';
import { TAXONOMY } from './taxonomy.ts';

const MOST = 5;
/** Clauses beyond these are not paired; a review has fewer. */
const CLAUSE_LIMIT = 60;

export interface FoundTheme {
  leaf: ThemeLeaf;
  confidence: number;
  clause: number;
  from: number;
  to: number;
}

export interface ThemeTags {
  /** Leaf index by tag, -1 for other tags. */
  leafOf: Int16Array;
  /** Pairs by topic tag: state tag and leaf. */
  pairs: Map<number, { state: number; leaf: number }[]>;
  isState: Uint8Array;
}

export function themeTags(reading: Reading): ThemeTags {
  const names = reading.matcher.tags;
  const leafOf = new Int16Array(names.length).fill(-1);
  const isState = new Uint8Array(names.length);
  const pairs = new Map<number, { state: number; leaf: number }[]>();
  TAXONOMY.forEach((leaf, index) => {
    leafOf[reading.tag(`theme.${leaf.key}`)] = index;
    for (const pair of leaf.pairs ?? []) {
      const [topic, state] = pair.split('+') as [string, string];
      const topicTag = reading.tag(`topic.${topic}`);
      const list = pairs.get(topicTag) ?? [];
      list.push({ state: reading.tag(`state.${state}`), leaf: index });
      pairs.set(topicTag, list);
    }
  });
  names.forEach((name, index) => {
    isState[index] = name.startsWith('state.') ? 1 : 0;
  });
  return { leafOf, pairs, isState };
}

/** Best first, at most five. */
export function findThemes(reading: Reading, tags: ThemeTags): FoundTheme[] {
  const found: FoundTheme[] = [];
  const { hits, state, clauseOf } = reading;
  let clauseStart = 0;
  for (let hit = 0; hit < hits.size; hit += 1) {
    const clause = clauseOf[hit]!;
    if (clause >= CLAUSE_LIMIT) break;
    if (hit > 0 && clauseOf[hit - 1] !== clause) clauseStart = hit;
    if (state[hit] === MASKED) continue;
    const leafIndex = tags.leafOf[hits.tag[hit]!]!;
    if (leafIndex >= 0) {
      const leaf = TAXONOMY[leafIndex]!;
      if (state[hit] === NEGATED && leaf.leaning !== 0) continue;
      const size = hits.to[hit]! - hits.from[hit]!;
      const confidence = Math.min(0.92, 0.52 + Math.min(6, size) * 0.06);
      keep(found, { leaf, confidence, clause, from: hits.from[hit]!, to: hits.to[hit]! });
      continue;
    }
    const pairs = tags.pairs.get(hits.tag[hit]!);
    if (pairs !== undefined) findPairs(reading, tags, hit, Math.max(clauseStart, hit - 12), pairs, found);
  }
  dropCovered(found);
  found.sort((a, b) => b.confidence - a.confidence || a.from - b.from);
  return found.slice(0, MOST);
}

function findPairs(
  reading: Reading,
  tags: ThemeTags,
  topic: number,
  first: number,
  pairs: readonly { state: number; leaf: number }[],
  found: FoundTheme[],
): void {
  const { hits, state, clauseOf } = reading;
  const clause = clauseOf[topic]!;
  const end = Math.min(hits.size, topic + 16);
  for (let other = first; other < end; other += 1) {
    if (clauseOf[other] !== clause) continue;
    if (tags.isState[hits.tag[other]!] !== 1 || state[other] !== PLAIN) continue;
    // A topic inside its own state ("不好" in "质量不好") or far away proves nothing.
    const gap =
      hits.from[other]! >= hits.to[topic]! ? hits.from[other]! - hits.to[topic]! : hits.from[topic]! - hits.to[other]!;
    if (gap < 0 || gap > 14) continue;
    for (const pair of pairs) {
      if (pair.state !== hits.tag[other]) continue;
      const leaf = TAXONOMY[pair.leaf]!;
      keep(found, {
        leaf,
        confidence: 0.66 - gap * 0.012,
        clause,
        from: Math.min(hits.from[topic]!, hits.from[other]!),
        to: Math.max(hits.to[topic]!, hits.to[other]!),
      });
    }
  }
}

function keep(found: FoundTheme[], item: FoundTheme): void {
  for (let index = 0; index < found.length; index += 1) {
    if (found[index]!.leaf !== item.leaf) continue;
    const confidence = Math.min(0.95, Math.max(found[index]!.confidence, item.confidence) + 0.01);
    if (item.confidence > found[index]!.confidence) found[index] = item;
    found[index]!.confidence = confidence;
    return;
  }
  found.push(item);
}

/** Words of one leaf inside longer words of another of the same parent say nothing of their own. */
function dropCovered(found: FoundTheme[]): void {
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const inner = found[index]!;
    const covered = found.some(
      (outer) =>
        outer !== inner &&
        outer.from <= inner.from &&
        outer.to >= inner.to &&
        outer.to - outer.from > inner.to - inner.from &&
        outer.confidence >= inner.confidence,
    );
    if (covered) found.splice(index, 1);
  }
}

/** Sum of the leanings of the themes that are surely meant: above 0 they praise, below they blame. */
export function leaningOf(themes: readonly FoundTheme[]): number {
  let sum = 0;
  for (const theme of themes) if (theme.confidence > 0.6) sum += theme.leaf.leaning;
  return sum;
}
