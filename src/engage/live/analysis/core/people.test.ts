import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../kit/seeded.ts';
import { COMMENTED, MASKED, NOBODY, People } from './people.ts';

const GAP = 30_000;

describe('people of a room', () => {
  it('lets a person vote once in half a minute, as a list of all votes would', () => {
    const dice = seeded(5);
    let people = new People(1000);
    const last = new Map<number, number>();
    let at = 1000;
    for (let turn = 0; turn < 6000; turn += 1) {
      at += Math.floor(dice() * (dice() < 0.01 ? 90_000 : 2000));
      const person = people.of({ uid: `u${Math.floor(dice() * 40)}` }, at);
      const before = last.get(person);
      const isFree = before === undefined || at - before >= GAP;
      expect(people.vote(person, at, GAP)).toBe(isFree);
      if (isFree) last.set(person, at);
      if (turn % 500 !== 0) continue;
      const restored = new People(1000);
      restored.load(JSON.parse(JSON.stringify(people.save())));
      expect(restored.save()).toEqual(people.save());
      people = restored;
    }
    expect(people.vote(NOBODY, at, GAP) && people.vote(NOBODY, at, GAP)).toBe(true);
  });

  it('tells people apart by name once many names share an id, and keeps what else was noted', () => {
    const people = new People(0);
    const shared = people.of({ uid: 'masked', name: 'a' }, 1);
    expect(people.mark(shared, COMMENTED)).toBe(true);
    for (const name of ['b', 'c', 'd']) expect(people.of({ uid: 'masked', name }, 2)).toBe(shared);
    expect(people.has(shared, MASKED)).toBe(false);
    people.of({ uid: 'masked', name: 'e' }, 3);
    expect(people.has(shared, MASKED)).toBe(true);
    expect(people.has(shared, COMMENTED)).toBe(true);
    const one = people.of({ uid: 'masked', name: 'f' }, 4);
    expect(one).not.toBe(shared);
    expect(people.of({ uid: 'masked', name: 'f' }, 5)).toBe(one);
    expect(people.seenAt(one)).toBe(4);
    expect(people.spokeAt(one)).toBeNull();
    expect([people.speak(one, 6), people.speak(one, 7), people.spokeAt(one)]).toEqual([true, false, 6]);
  });
});
