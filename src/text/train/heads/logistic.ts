// A small logistic regression over a handful of dense numbers, by Newton's method.

/**
 * Weights that fit the labels (1 / -1) best; the first number of a row is the constant and is not held back.
 * @param prior how strongly the other weights are held near zero.
 * @param cost what a mistake on each row counts; 1 when absent.
 * @param start weights to begin from, when good ones are known.
 * @param around what the weights, the constant too, are held near instead of zero; `start` is then this too when absent.
 */
export function fitLogistic(
  rows: readonly ArrayLike<number>[],
  y: readonly number[],
  prior: number,
  cost?: readonly number[],
  start?: readonly number[],
  around?: readonly number[],
): number[] {
  const size = rows[0]?.length ?? 0;
  const first = start ?? around;
  const weights = first === undefined ? new Array<number>(size).fill(0) : [...first];
  const held = weights.map((_, at) => (at > 0 ? prior : around === undefined ? 1e-6 : prior / 4));
  const packed = packRows(rows, size);
  for (let step = 0; step < 40; step += 1) {
    const gradient = weights.map((weight, at) => -held[at]! * (weight - (around?.[at] ?? 0)));
    const cells = new Float64Array(size * size);
    held.forEach((hold, at) => {
      cells[at * size + at] = hold;
    });
    addRows(packed, y, cost, weights, gradient, cells);
    const hessian = Array.from(weights, (_, at) => cells.subarray(at * size, (at + 1) * size));
    for (let at = 0; at < size; at += 1)
      for (let other = 0; other < at; other += 1) hessian[at]![other] = hessian[other]![at]!;
    const move = solve(hessian, gradient);
    let largest = 0;
    move.forEach((value, at) => {
      const bounded = Math.max(-3, Math.min(3, value));
      weights[at]! += bounded;
      largest = Math.max(largest, Math.abs(bounded));
    });
    if (largest < 1e-4) break;
  }
  return weights;
}

/** Rows without their zeros: most numbers are 0 (words that are not there), so only the others are gone through. */
interface PackedRows {
  start: Uint32Array;
  /** Place in the row of each number, and the number. */
  places: Uint16Array;
  numbers: Float64Array;
}

function packRows(rows: readonly ArrayLike<number>[], size: number): PackedRows {
  const start = new Uint32Array(rows.length + 1);
  rows.forEach((row, index) => {
    let count = 0;
    for (let at = 0; at < size; at += 1) if (row[at] !== 0) count += 1;
    start[index + 1] = start[index]! + count;
  });
  const places = new Uint16Array(start[rows.length]!);
  const numbers = new Float64Array(start[rows.length]!);
  let next = 0;
  for (const row of rows) {
    for (let at = 0; at < size; at += 1) {
      if (row[at] === 0) continue;
      places[next] = at;
      numbers[next++] = row[at]!;
    }
  }
  return { start, places, numbers };
}

/** Adds what the rows say under the weights to the gradient and to the upper half of the second derivatives. */
function addRows(
  { start, places, numbers }: PackedRows,
  y: readonly number[],
  cost: readonly number[] | undefined,
  weights: readonly number[],
  gradient: number[],
  cells: Float64Array,
): void {
  const size = weights.length;
  for (let row = 0; row < start.length - 1; row += 1) {
    const from = start[row]!;
    const to = start[row + 1]!;
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += weights[places[at]!]! * numbers[at]!;
    const p = 1 / (1 + Math.exp(-sum));
    const weight = cost?.[row] ?? 1;
    const miss = weight * ((y[row]! > 0 ? 1 : 0) - p);
    const spread = weight * Math.max(1e-6, p * (1 - p));
    for (let one = from; one < to; one += 1) {
      const number = numbers[one]!;
      const line = places[one]! * size;
      gradient[places[one]!]! += miss * number;
      const part = spread * number;
      for (let two = one; two < to; two += 1) cells[line + places[two]!]! += part * numbers[two]!;
    }
  }
}

/** Gaussian elimination with row exchange; changes its arguments. */
function solve(matrix: Float64Array[], right: number[]): number[] {
  const size = right.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    }
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    [right[column], right[pivot]] = [right[pivot]!, right[column]!];
    const top = matrix[column]![column]! || 1e-12;
    for (let row = column + 1; row < size; row += 1) {
      const factor = matrix[row]![column]! / top;
      if (factor === 0) continue;
      for (let at = column; at < size; at += 1) matrix[row]![at]! -= factor * matrix[column]![at]!;
      right[row]! -= factor * right[column]!;
    }
  }
  const out = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row]!;
    for (let at = row + 1; at < size; at += 1) sum -= matrix[row]![at]! * out[at]!;
    out[row] = sum / (matrix[row]![row]! || 1e-12);
  }
  return out;
}
