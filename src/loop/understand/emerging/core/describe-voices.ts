// Says in the customers' own words what a rise is about: phrases that stand out against the usual, and the voice nearest to all.
import { similarity } from '../../../../text/near-duplicates.ts';
import { stretches } from '../../../../text/search-tokens.ts';

/** Among so many the voice that says it best is looked for; comparing all pairs is the costly part. */
const COMPARED = 60;
const LONGEST = 5;
const PHRASES = 5;
/** A phrase of one mouth is no sign. */
const LEAST_VOICES = 2;

/** Pieces of two to five characters, and words; each once a text. */
function piecesOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const { kind, text: words } of stretches(text.slice(0, 600))) {
    if (kind === 'word') {
      if (words.length > 2) found.add(words);
      continue;
    }
    for (let length = 2; length <= LONGEST; length += 1)
      for (let at = 0; at + length <= words.length; at += 1) found.add(words.slice(at, at + length));
  }
  return found;
}

function countPieces(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const piece of piecesOf(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

/**
 * Phrases by log-odds with an informative prior (Monroe, Colaresi & Quinn, Political Analysis 16, 2008), in texts rather than
 * occurrences; of phrases within one another the one that is said as often and is longer.
 * @returns `best` is the place of the voice nearest to all others, -1 without voices
 */
export function describeVoices(
  texts: readonly string[],
  usual: readonly string[],
): { phrases: string[]; best: number } {
  const here = countPieces(texts);
  const there = countPieces(usual);
  const scored: { piece: string; count: number; score: number }[] = [];
  for (const [piece, count] of here) {
    if (count < LEAST_VOICES) continue;
    const before = there.get(piece) ?? 0;
    const odds = (a: number, n: number) => Math.log((a + 0.5) / (n - a + 0.5));
    const spread = Math.sqrt(1 / (count + 0.5) + 1 / (before + 0.5));
    const score = (odds(count, texts.length) - odds(before, Math.max(1, usual.length))) / spread;
    if (score > 1) scored.push({ piece, count, score: score * Math.log(1 + piece.length) });
  }
  scored.sort((a, b) => b.score - a.score || b.piece.length - a.piece.length || (a.piece < b.piece ? -1 : 1));
  const phrases: string[] = [];
  for (const { piece } of scored) {
    if (phrases.some((kept) => kept.includes(piece) || piece.includes(kept) || overlap(kept, piece))) continue;
    phrases.push(piece);
    if (phrases.length >= PHRASES) break;
  }
  return { phrases, best: nearestToAll(texts.slice(0, COMPARED)) };
}

/** Two cuts out of the same words: the end of one begins the other. */
function overlap(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  for (let length = shorter - 1; length >= 2; length -= 1)
    if (one.endsWith(other.slice(0, length)) || other.endsWith(one.slice(0, length))) return true;
  return false;
}

function nearestToAll(texts: readonly string[]): number {
  let best = texts.length > 0 ? 0 : -1;
  let most = -1;
  for (const [at, text] of texts.entries()) {
    // A word or an essay may be like many and still say nothing at a glance.
    const fits = text.length >= 6 && text.length <= 80 ? 1 : 0.6;
    let sum = 0;
    for (const other of texts) if (other !== text) sum += similarity(text, other);
    if (sum * fits > most) {
      most = sum * fits;
      best = at;
    }
  }
  return best;
}
