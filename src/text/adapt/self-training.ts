// What a shop's own unlabelled texts teach: where its scores divide, and the words that go with the texts the base is sure of.
import type { ShopPart } from './adapt.contract.ts';
import { addParts, fitResidual, NO_PART, PartScorer, type ResidualRow } from './fit-residual.ts';
import type { StudiedText } from './study.ts';

/** Fewer texts than this say too little about a shop. */
export const SELF_TRAINING_TEXTS = 1000;

/** Two overlapping heaps of scores. */
export interface Mixture {
  share: number;
  low: number;
  high: number;
  spreadLow: number;
  spreadHigh: number;
}

/** Fits two normal heaps to the scores by expectation and maximisation; the lower one first. */
export function fitMixture(scores: readonly number[]): Mixture {
  const sorted = [...scores].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  let mixture: Mixture = { share: 0.5, low: at(0.2), high: at(0.8), spreadLow: 1.5, spreadHigh: 1.5 };
  for (let step = 0; step < 60; step += 1) {
    let weight = 0;
    let sumLow = 0;
    let sumHigh = 0;
    let squareLow = 0;
    let squareHigh = 0;
    for (const score of sorted) {
      const p = 1 - highChance(mixture, score);
      weight += p;
      sumLow += p * score;
      sumHigh += (1 - p) * score;
      squareLow += p * score * score;
      squareHigh += (1 - p) * score * score;
    }
    const rest = sorted.length - weight;
    if (weight < 1 || rest < 1) return mixture;
    const low = sumLow / weight;
    const high = sumHigh / rest;
    const next = {
      share: weight / sorted.length,
      low,
      high,
      spreadLow: Math.sqrt(Math.max(0.2, squareLow / weight - low * low)),
      spreadHigh: Math.sqrt(Math.max(0.2, squareHigh / rest - high * high)),
    };
    const moved = Math.abs(next.low - mixture.low) + Math.abs(next.high - mixture.high);
    mixture = next;
    if (moved < 1e-4) break;
  }
  return mixture;
}

/** Chance that a score belongs to the higher heap. */
export function highChance(mixture: Mixture, score: number): number {
  const one = density(score, mixture.low, mixture.spreadLow) * mixture.share;
  const two = density(score, mixture.high, mixture.spreadHigh) * (1 - mixture.share);
  return one + two > 0 ? two / (one + two) : score > (mixture.low + mixture.high) / 2 ? 1 : 0;
}

function density(value: number, mean: number, spread: number): number {
  const z = (value - mean) / spread;
  return Math.exp(-0.5 * z * z) / spread;
}

/** The score between the heaps at which both are as likely. */
export function divide(mixture: Mixture): number {
  let low = mixture.low;
  let high = mixture.high;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (highChance(mixture, middle) > 0.5) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The label-free part of a shop's weights, or null when its texts give no safe hold. */
export function selfTrain(texts: readonly StudiedText[]): ShopPart | null {
  if (texts.length < SELF_TRAINING_TEXTS) return null;
  const mixture = fitMixture(texts.map((text) => text.logit));
  const shift = Math.max(-1, Math.min(1, -0.5 * divide(mixture)));
  const rows: ResidualRow[] = [];
  for (const text of texts) {
    const score = text.logit + shift;
    if (Math.abs(score) < 1.5 || text.grams.length === 0) continue;
    rows.push({ grams: text.grams, length: text.length, offset: 0, y: score > 0 ? 1 : -1, cost: 0.5 });
  }
  balance(rows);
  const learned = fitResidual(rows, { margin: 1, shiftValue: 0 });
  return addParts({ ...NO_PART, shift }, learned, 0.6);
}

/** Makes both sides count the same in sum. */
export function balance(rows: ResidualRow[]): void {
  let positive = 0;
  let all = 0;
  for (const row of rows) {
    all += row.cost;
    if (row.y > 0) positive += row.cost;
  }
  const share = Math.min(0.85, Math.max(0.15, positive / Math.max(1e-9, all)));
  for (const row of rows) row.cost *= 0.5 / (row.y > 0 ? share : 1 - share);
}

/** How often a part decides otherwise than the base. */
export function changedShare(texts: readonly StudiedText[], part: ShopPart): number {
  const scorer = new PartScorer(part);
  let changed = 0;
  for (const text of texts) if (text.logit + scorer.score(text) > 0 !== text.logit > 0) changed += 1;
  return texts.length === 0 ? 0 : changed / texts.length;
}
