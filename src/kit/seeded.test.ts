// Chance by seed: the same seed mixes the same way, and mixing loses nothing.
import { expect, it } from 'vitest';
import { seeded, shuffle, shuffled } from './seeded.ts';

const ITEMS = Array.from({ length: 50 }, (_, index) => index);

it('mixes a copy the same way for the same seed and leaves the list as it was', () => {
  const once = shuffled(ITEMS, 3);
  expect(once).toEqual(shuffled(ITEMS, 3));
  expect(once).not.toEqual(ITEMS);
  expect(once).not.toEqual(shuffled(ITEMS, 4));
  expect([...once].sort((a, b) => a - b)).toEqual(ITEMS);
  expect(ITEMS[0]).toBe(0);
});

it('mixes typed arrays in place as it mixes lists', () => {
  const order = Uint32Array.from(ITEMS);
  shuffle(order, seeded(3));
  expect([...order]).toEqual(shuffled(ITEMS, 3));
});

it('puts every item first about as often', () => {
  const first = new Array<number>(4).fill(0);
  for (let seed = 0; seed < 4000; seed += 1) first[shuffled([0, 1, 2, 3], seed)[0]!]! += 1;
  for (const times of first) expect(Math.abs(times - 1000)).toBeLessThan(120);
});

it('leaves the empty list and the single item alone', () => {
  expect(shuffled([], 1)).toEqual([]);
  expect(shuffled(['a'], 1)).toEqual(['a']);
});
