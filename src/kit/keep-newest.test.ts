// What is used stays; what was put first goes.
import { expect, it } from 'vitest';
import { keepNewest } from './keep-newest.ts';
import { seeded } from './seeded.ts';

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

it('forgets in the order of putting over growth, emptying and putting again', () => {
  const random = seeded(11);
  const map = new Map<number, number>();
  let plain: number[] = [];
  for (let turn = 0; turn < 20_000; turn += 1) {
    const key = Math.floor(random() * 400);
    map.delete(key);
    map.set(key, turn);
    plain = [...plain.filter((one) => one !== key), key];
    if (random() < 0.001) {
      map.clear();
      plain = [];
    }
    const most = random() < 0.01 ? 3 : 100;
    keepNewest(map, most);
    plain = plain.slice(-most);
    expect([...map.keys()]).toEqual(plain);
  }
});
