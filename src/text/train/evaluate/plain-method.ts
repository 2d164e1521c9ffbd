// The plain method that set some bars: log-ratio n-grams 1-3 under one linear fit, learned from one set alone.
import { FeatureReader } from '../../features.ts';
import { Normaliser } from '../../normalise.ts';
import { fitLinear, logRatios, type Matrix, pickRows, scoreRows } from '../linear.ts';

const BITS = 20;
const COSTS = [0.1, 0.25, 0.5, 1];

/** Row numbers throughout. */
export interface PlainMethod {
  /** Scores of `testAt` after learning from `trainAt`: above 0 is for. @param c cost of a mistake. */
  scores(trainAt: readonly number[], testAt: readonly number[], c: number): Float32Array;
  /** The cost that judges most of `testAt` rightly. */
  bestCost(trainAt: readonly number[], testAt: readonly number[]): number;
}

export function plainMethod(rows: readonly { text: string; y: 1 | -1 }[]): PlainMethod {
  const matrix = plainMatrix(rows.map((row) => row.text));
  const scores: PlainMethod['scores'] = (trainAt, testAt, c) => {
    const train = pickRows(matrix, trainAt);
    const y = Int8Array.from(trainAt, (at) => rows[at]!.y);
    const cost = new Float32Array(trainAt.length).fill(1);
    const ratio = logRatios(train, y, cost);
    return scoreRows(pickRows(matrix, testAt), fitLinear(train, y, cost, { c, value: ratio, epochs: 10 }), ratio);
  };
  return {
    scores,
    bestCost(trainAt, testAt) {
      const right = COSTS.map((c) => {
        const found = scores(trainAt, testAt, c);
        return testAt.filter((at, index) => found[index]! > 0 === rows[at]!.y > 0).length;
      });
      return COSTS[right.indexOf(Math.max(...right))]!;
    },
  };
}

/** Units as the engine cuts them, in runs of one, two and three, hashed. */
function plainMatrix(texts: readonly string[]): Matrix {
  const normaliser = new Normaliser();
  const reader = new FeatureReader();
  const start = new Uint32Array(texts.length + 1);
  const cols: number[] = [];
  texts.forEach((text, row) => {
    normaliser.run(text);
    reader.run(normaliser.codes, normaliser.length);
    const seen = new Set<number>();
    for (let at = 0; at < reader.units; at += 1) {
      let hash = 0x811c9dc5;
      for (let end = at; end < Math.min(at + 3, reader.units); end += 1) {
        hash = Math.imul(hash ^ reader.hash[end]!, 0x9e3779b1);
        hash ^= hash >>> 15;
        seen.add(Math.imul(hash, 0x85ebca6b) >>> (32 - BITS));
      }
    }
    for (const bucket of seen) cols.push(bucket);
    start[row + 1] = cols.length;
  });
  return { start, cols: Uint32Array.from(cols), rows: texts.length, buckets: 1 << BITS };
}
