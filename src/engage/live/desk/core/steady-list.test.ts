import { describe, expect, it } from 'vitest';
import { HAND_MS, SeenPlaces, steadyOrder } from './steady-list.ts';

describe('the order of the queue', () => {
  it('lets nobody jump between two sortings: new ones stand behind, gone ones make room', () => {
    const stood = ['a', 'b', 'c'];
    expect(steadyOrder(stood, ['d', 'c', 'a'], false)).toEqual(['a', 'c', 'd']);
    expect(steadyOrder(stood, ['d', 'c', 'a'], true)).toEqual(['d', 'c', 'a']);
  });

  it('is the same object while nothing changed, so that nothing is drawn again', () => {
    const stood = ['a', 'b'];
    expect(steadyOrder(stood, ['b', 'a'], false)).toBe(stood);
    expect(steadyOrder(stood, ['a', 'b'], true)).toBe(stood);
  });
});

describe('a key', () => {
  it('means what stood at its place when the hand set out', () => {
    const places = new SeenPlaces();
    places.show(['a', 'b'], 0);
    places.show(['b', 'a'], 1000);
    expect(places.meant(0, 1000 + HAND_MS - 1)).toBe('a');
    expect(places.meant(0, 1000 + HAND_MS)).toBe('b');
  });

  it('does nothing when what was meant is gone', () => {
    const places = new SeenPlaces();
    places.show(['a', 'b'], 0);
    places.show(['b'], 1000);
    expect(places.meant(0, 1100)).toBeUndefined();
    expect(places.meant(5, 5000)).toBeUndefined();
  });
});
