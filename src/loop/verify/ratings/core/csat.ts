// Makes figures of counted scores: CSAT and response rate with their intervals, over a period cut into stretches.
import { type Share, wilson } from '../../../../kit/statistics/wilson.ts';

/** Sums of one day, one group or one period. */
export interface ScoreSums {
  asked: number;
  /** How many gave 1 … 5. */
  scores: readonly [number, number, number, number, number];
}

export interface CsatFigures {
  csat: Share;
  response: Share;
  average: number | null;
}

/**
 * CSAT = ratings of 4 and 5 ÷ answered (top two boxes of a five-point scale; a 3 is not satisfied). Each share carries Wilson's 95 %
 * interval: a high score of few answers says little.
 */
export function csatOf(sums: ScoreSums): CsatFigures {
  const answered = sums.scores.reduce((sum, count) => sum + count, 0);
  const total = sums.scores.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return {
    csat: wilson(sums.scores[3] + sums.scores[4], answered),
    response: wilson(answered, sums.asked),
    average: answered > 0 ? total / answered : null,
  };
}

/** Adds sums up. */
export function addSums(rows: readonly ScoreSums[]): ScoreSums {
  const scores: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let asked = 0;
  for (const row of rows) {
    asked += row.asked;
    row.scores.forEach((count, index) => {
      scores[index as 0] += count;
    });
  }
  return { asked, scores };
}
