// Weighs several opinions of the same lessons against each other: each starts at the worth it is expected to have.

/** What an opinion is expected to count, and how far lessons may move that. */
export interface Expected {
  worth: number;
  spread: number;
}

/**
 * The worth of each opinion under which the answers are likeliest, drawn towards what is expected; Newton steps on the
 * logistic loss.
 * @param opinions one row a lesson, one number an opinion.
 * @param sides 1 or -1 by lesson.
 */
export function combine(
  opinions: readonly (readonly number[])[],
  sides: readonly number[],
  expected: readonly Expected[],
): number[] {
  const worth = expected.map((one) => one.worth);
  for (let step = 0; step < 20; step += 1) {
    const gradient = expected.map((one, at) => (one.worth - worth[at]!) / one.spread ** 2);
    const curve = expected.map((one, at) => expected.map((_, other) => (at === other ? 1 / one.spread ** 2 : 0)));
    opinions.forEach((row, lesson) => {
      let sum = 0;
      for (let at = 0; at < worth.length; at += 1) sum += worth[at]! * row[at]!;
      const p = 1 / (1 + Math.exp(-sum));
      const miss = (sides[lesson]! > 0 ? 1 : 0) - p;
      for (let at = 0; at < worth.length; at += 1) {
        gradient[at]! += miss * row[at]!;
        for (let other = 0; other < worth.length; other += 1)
          curve[at]![other]! += p * (1 - p) * row[at]! * row[other]!;
      }
    });
    const move = solve(curve, gradient);
    let most = 0;
    move.forEach((by, at) => {
      worth[at]! += Math.max(-1, Math.min(1, by));
      most = Math.max(most, Math.abs(by));
    });
    if (most < 1e-5) break;
  }
  return worth;
}

/** Gaussian elimination; the matrix is positive definite, so no pivot vanishes. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let at = 0; at < size; at += 1) {
    for (let below = at + 1; below < size; below += 1) {
      const factor = matrix[below]![at]! / matrix[at]![at]!;
      for (let col = at; col < size; col += 1) matrix[below]![col]! -= factor * matrix[at]![col]!;
      right[below]! -= factor * right[at]!;
    }
  }
  const out = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    let value = right[at]!;
    for (let col = at + 1; col < size; col += 1) value -= matrix[at]![col]! * out[col]!;
    out[at] = value / matrix[at]![at]!;
  }
  return out;
}
