// Puts the feedback of one cell (product, aspect, side) that speak of the same thing together and gives each group a title.
import type { PhraseBackground } from './phrase-background.ts';
import { eachPhrase } from './phrase-units.ts';
import { type SalientPhrase, salientPhrases } from './salient-phrases.ts';

export interface TextGroup {
  /** Places in the list that was given, in order. */
  members: number[];
  /** Place of the member nearest to all others: its words are the group's title. */
  medoid: number;
  phrases: SalientPhrase[];
}

export interface GroupOptions {
  /** How alike (cosine, 0-1) a text must be to a group; 0.25 unless told. */
  least?: number;
  /** Fewer texts are no group; 2 unless told. */
  smallest?: number;
}

/** Texts beyond this are left out: a cell that large is a theme, not one thing. */
const MOST_TEXTS = 5000;
/** A text is compared with this many groups that share its rarest phrases. */
const MOST_GROUPS = 40;
/** Titles are neither a word nor an essay. */
const TITLE = { least: 6, most: 60 };

type Vector = Map<string, number>;

interface Open {
  members: number[];
  sum: Vector;
  /** Squared length of the sum. */
  square: number;
}

/**
 * Leader clustering (Hartigan, Clustering Algorithms, 1975) over tf-idf phrases, cosine to the sum of the members; one pass, in the
 * order given, so that yesterday's groups stay when today's feedback are added behind. Groups come largest first.
 */
export function groupTexts(
  texts: readonly string[],
  background: PhraseBackground,
  { least = 0.25, smallest = 2 }: GroupOptions = {},
): TextGroup[] {
  const groups: Open[] = [];
  const byPhrase = new Map<string, number[]>();
  const vectors = texts.slice(0, MOST_TEXTS).map((text) => vectorOf(text, background));
  for (const [place, vector] of vectors.entries()) {
    const nearest = nearestGroup(vector, groups, byPhrase, least);
    const group = nearest ?? { members: [], sum: new Map(), square: 0 };
    if (nearest === null) groups.push(group);
    join(group, place, vector, groups.indexOf(group), byPhrase);
  }
  return groups
    .filter((group) => group.members.length >= smallest)
    .sort((a, b) => b.members.length - a.members.length || a.members[0]! - b.members[0]!)
    .map((group) => ({
      members: group.members,
      medoid: medoidOf(group, texts, vectors),
      phrases: salientPhrases(
        group.members.map((place) => texts[place]!),
        background,
      ),
    }));
}

/** Phrases with their weight, of length 1: rare phrases weigh more. */
function vectorOf(text: string, background: PhraseBackground): Vector {
  const vector: Vector = new Map();
  eachPhrase(text, (phrase) => {
    // Pairs and single words carry the likeness; longer phrases only repeat them.
    if (phrase.length > 2 && !/^[a-z0-9]+$/u.test(phrase)) return;
    vector.set(phrase, Math.log(1 + (background.texts + 1) / (1 + background.count(phrase))));
  });
  let square = 0;
  for (const weight of vector.values()) square += weight * weight;
  const length = Math.sqrt(square);
  for (const [phrase, weight] of vector) vector.set(phrase, weight / length);
  return vector;
}

function nearestGroup(
  vector: Vector,
  groups: readonly Open[],
  byPhrase: ReadonlyMap<string, number[]>,
  least: number,
): Open | null {
  const shared = new Map<number, number>();
  for (const [phrase, weight] of vector) {
    for (const group of byPhrase.get(phrase) ?? []) shared.set(group, (shared.get(group) ?? 0) + weight);
  }
  const candidates = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_GROUPS);
  let best: Open | null = null;
  let most = least;
  for (const [index] of candidates) {
    const group = groups[index]!;
    const likeness = dot(vector, group.sum) / Math.sqrt(group.square);
    if (likeness <= most) continue;
    most = likeness;
    best = group;
  }
  return best;
}

function join(group: Open, place: number, vector: Vector, index: number, byPhrase: Map<string, number[]>): void {
  group.members.push(place);
  for (const [phrase, weight] of vector) {
    const before = group.sum.get(phrase) ?? 0;
    group.sum.set(phrase, before + weight);
    group.square += (before + weight) ** 2 - before ** 2;
    if (before > 0) continue;
    const holders = byPhrase.get(phrase);
    if (holders === undefined) byPhrase.set(phrase, [index]);
    else holders.push(index);
  }
}

function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [phrase, weight] of a) sum += weight * (b.get(phrase) ?? 0);
  return sum;
}

/** The member most like the group as a whole, among those of a title's length if there are any; then the shorter. */
function medoidOf(group: Open, texts: readonly string[], vectors: readonly Vector[]): number {
  const fitting = group.members.filter((place) => {
    const { length } = texts[place]!.trim();
    return length >= TITLE.least && length <= TITLE.most;
  });
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const place of fitting.length > 0 ? fitting : group.members) {
    const likeness = dot(vectors[place]!, group.sum);
    const isBetter = likeness > most + 1e-12 || (likeness > most - 1e-12 && texts[place]!.length < texts[best]!.length);
    if (!isBetter) continue;
    most = likeness;
    best = place;
  }
  return best;
}
