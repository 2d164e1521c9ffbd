// What is used stays; what was put first goes.
import { expect, it } from 'vitest';
import { keepNewest } from './keep-newest.ts';

it('forgets the first ones of a map and of a set', () => {
  const map = new Map([1, 2, 3, 4].map((key) => [key, key]));
  keepNewest(map, 4);
  expect(map.size).toBe(4);
  map.delete(1);
  map.set(1, 1);
  keepNewest(map, 2);
  expect([...map.keys()]).toEqual([4, 1]);
  const set = new Set(['a', 'b']);
  keepNewest(set, 0);
  expect(set.size).toBe(0);
});
