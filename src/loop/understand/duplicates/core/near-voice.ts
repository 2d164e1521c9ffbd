// When a customer's later words are near enough to earlier ones to be the same voice.
import { PARTICULAR_LENGTH } from './duplicate.contract.ts';

/** A complaint repeated after that long is a new one. */
export const NEAR_DAYS = 30;
/** Share of equal character pairs from which on two texts are one. */
export const NEAR_ENOUGH = 0.8;

/**
 * The most similar of a person's earlier texts, if any is near enough. Short texts are never near: "不好" and "不好吃" differ.
 * @param similarityOf 0-1
 */
export function nearestEarlier<P extends { earlierText: string }>(
  text: string,
  earlier: readonly P[],
  similarityOf: (a: string, b: string) => number,
): { pair: P; similarity: number } | null {
  if (text.length < PARTICULAR_LENGTH) return null;
  let best: { pair: P; similarity: number } | null = null;
  for (const pair of earlier) {
    const longer = Math.max(text.length, pair.earlierText.length);
    // Texts of very different length cannot be near enough, and comparing is the costly part.
    if (Math.min(text.length, pair.earlierText.length) < longer * 0.6) continue;
    const value = Math.round(similarityOf(text, pair.earlierText) * 1000) / 1000;
    if (value >= NEAR_ENOUGH && value > (best?.similarity ?? 0)) best = { pair, similarity: value };
  }
  return best;
}
