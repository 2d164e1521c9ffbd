// Seeds and slots of earlier runs are found again.
import { expect, it } from 'vitest';
import { fnv1a } from './hash.ts';

it('is the published sum for ASCII, and takes the units of other scripts', () => {
  // http://www.isthe.com/chongo/src/fnv/test_fnv.c
  expect([fnv1a(''), fnv1a('a'), fnv1a('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  expect(fnv1a('发货')).not.toBe(fnv1a('货发'));
});
