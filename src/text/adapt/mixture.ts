// Where a shop's scores divide into two heaps: its own border between for and against, found without a label.

/** Two overlapping normal heaps of scores. */
export interface Mixture {
  /** Share of the lower heap. */
  share: number;
  low: number;
  high: number;
  spreadLow: number;
  spreadHigh: number;
}

/** Fits two heaps to the scores by expectation and maximisation. */
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
    const moved = Math.abs(low - mixture.low) + Math.abs(high - mixture.high);
    mixture = {
      share: weight / sorted.length,
      low,
      high,
      spreadLow: Math.sqrt(Math.max(0.2, squareLow / weight - low * low)),
      spreadHigh: Math.sqrt(Math.max(0.2, squareHigh / rest - high * high)),
    };
    if (moved < 1e-4) break;
  }
  return mixture;
}

/** Chance that a score belongs to the higher heap. */
function highChance(mixture: Mixture, score: number): number {
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
  let { low, high } = mixture;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (highChance(mixture, middle) > 0.5) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
