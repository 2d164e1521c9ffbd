// Proves the figures: what counts as satisfied, and that nothing counted is not zero.
import { describe, expect, it } from 'vitest';
import { addSums, csatOf } from './csat.ts';

describe('CSAT', () => {
  it('is 4 and 5 of the answered, with the share that answered beside it', () => {
    const figures = csatOf({ asked: 50, scores: [2, 1, 3, 4, 10] });
    expect(figures.csat).toMatchObject({ share: 0.7, count: 14, of: 20 });
    expect(figures.csat.low).toBeCloseTo(0.481, 3);
    expect(figures.csat.high).toBeCloseTo(0.8545, 3);
    expect(figures.response).toMatchObject({ share: 0.4, count: 20, of: 50 });
    expect(figures.average).toBeCloseTo(3.95);
  });

  it('is unknown, not zero, when nobody answered', () => {
    expect(csatOf({ asked: 3, scores: [0, 0, 0, 0, 0] })).toMatchObject({
      csat: { share: null, low: 0, high: 1 },
      response: { share: 0 },
      average: null,
    });
  });

  it('adds up', () => {
    expect(
      addSums([
        { asked: 2, scores: [1, 0, 0, 0, 0] },
        { asked: 3, scores: [0, 0, 0, 1, 1] },
      ]),
    ).toEqual({
      asked: 5,
      scores: [1, 0, 0, 1, 1],
    });
  });
});
