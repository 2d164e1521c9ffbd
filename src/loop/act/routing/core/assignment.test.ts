// Turns are fair: loads never drift apart by more than they were, and nobody idle is passed over.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takeTurns } from './assignment.ts';

const member = (id: string, load: number, lastGivenAt = 0) => ({ id, load, lastGivenAt });

it('gives to the least loaded, then to the longest idle, then by id', () => {
  expect(takeTurns([member('a', 3), member('b', 1), member('c', 2)], 1, 100)).toEqual(['b']);
  expect(takeTurns([member('a', 1, 50), member('b', 1, 20)], 1, 100)).toEqual(['b']);
  expect(takeTurns([member('b', 1), member('a', 1)], 1, 100)).toEqual(['a']);
  expect(takeTurns([], 3, 100)).toEqual([]);
});

it('goes round when all are equal', () => {
  expect(takeTurns([member('a', 0, 1), member('b', 0, 2), member('c', 0, 3)], 6, 100)).toEqual([
    'a',
    'b',
    'c',
    'a',
    'b',
    'c',
  ]);
});

it('evens loads out and never widens the gap', () => {
  const loads = fc.array(fc.nat(20), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(loads, fc.integer({ min: 0, max: 200 }), (given, count) => {
      const turns = takeTurns(
        given.map((load, index) => member(`m${index}`, load)),
        count,
        100,
      );
      expect(turns.length).toBe(count);
      const after = given.map((load, index) => load + turns.filter((id) => id === `m${index}`).length);
      const spread = (list: number[]) => Math.max(...list) - Math.min(...list);
      expect(spread(after)).toBeLessThanOrEqual(Math.max(spread(given), 1));
      if (count >= given.length * 21) expect(spread(after)).toBeLessThanOrEqual(1);
    }),
  );
});
