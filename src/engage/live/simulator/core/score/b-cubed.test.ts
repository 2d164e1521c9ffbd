import { describe, expect, it } from 'vitest';
import { bCubed } from './b-cubed.ts';

const members = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [truth, found] = pair.split(':') as [string, string];
    return { truth, found: found === '' ? null : found };
  });

describe('bCubed', () => {
  it('is 1 when the groups are the same under other names', () => {
    expect(bCubed(members('a:x', 'a:x', 'b:y'))).toMatchObject({ precision: 1, recall: 1, f1: 1 });
  });

  it('counts one group for all as full recall and poor precision', () => {
    // Three of a, one of b together: precision (3 × 3/4 + 1/4) / 4 = 0.625.
    const score = bCubed(members('a:x', 'a:x', 'a:x', 'b:x'));
    expect(score.precision).toBeCloseTo(0.625);
    expect(score.recall).toBe(1);
    expect(score.f1).toBeCloseTo(10 / 13);
  });

  it('counts members without a group as alone', () => {
    // Four of a, two found together, two alone: recall (2/4 + 2/4 + 1/4 + 1/4) / 4 = 0.375.
    const score = bCubed(members('a:x', 'a:x', 'a:', 'a:'));
    expect(score.precision).toBe(1);
    expect(score.recall).toBeCloseTo(0.375);
  });

  it('takes the worked example of Bagga and Baldwin', () => {
    // Truth {1-5} {6,7} {8-12}; found {1-5} {6,7,8-12}: precision 16/21 by hand (5 × 1 + 2 × 2/7 + 5 × 5/7) / 12.
    const pairs = ['a:x', 'a:x', 'a:x', 'a:x', 'a:x', 'b:y', 'b:y', 'c:y', 'c:y', 'c:y', 'c:y', 'c:y'];
    expect(bCubed(members(...pairs)).precision).toBeCloseTo(16 / 21);
    expect(bCubed(members(...pairs)).recall).toBe(1);
  });

  it('has nothing to say of nobody', () => {
    expect(bCubed([])).toEqual({ precision: 0, recall: 0, f1: 0, members: 0 });
  });
});
