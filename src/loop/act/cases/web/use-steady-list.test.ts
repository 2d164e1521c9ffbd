// Rows under the pointer stay; new ones wait above, more of the same list come below.
import { describe, expect, it } from 'vitest';
import { steadyOrder } from './use-steady-list.ts';

describe('steadyOrder', () => {
  it.each([
    ['nothing changed', ['a', 'b'], ['a', 'b'], ['a', 'b'], 0],
    ['a new row on top waits', ['a', 'b'], ['n', 'a', 'b'], ['a', 'b'], 1],
    ['another order waits', ['a', 'b', 'c'], ['c', 'a', 'b'], ['a', 'b', 'c'], 0],
    ['a row that left stands', ['a', 'b', 'c'], ['a', 'c'], ['a', 'b', 'c'], 0],
    ['the next page comes below', ['a', 'b'], ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd'], 0],
    ['all at once', ['a', 'b'], ['n', 'b', 'm', 'a', 'c'], ['a', 'b', 'c'], 2],
    ['everything left', ['a'], ['x', 'y'], ['a', 'x', 'y'], 0],
  ])('%s', (_, held, fresh, shown, waiting) => {
    expect(steadyOrder(held, fresh)).toEqual({ shown, waiting });
  });
});
