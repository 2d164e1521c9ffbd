// The rule for "one voice", case by case.
import { describe, expect, it } from 'vitest';
import { repeatsWithin, sameVoice, type Voice } from './same-voice.ts';

const voice = (id: string, personKey: string, particular: boolean, textKey = '1'): Voice => ({
  id,
  textKey,
  personKey,
  particular,
});

describe('sameVoice', () => {
  it.each([
    ['one person, short words', '7', '7', false, true],
    ['one person, long words', '7', '7', true, true],
    ['two people, short words', '7', '8', false, false],
    ['two people, long words', '7', '8', true, false],
    ['unknown after known, long words', '7', '0', true, true],
    ['known after unknown, long words', '0', '8', true, true],
    ['unknown after known, short words', '7', '0', false, false],
    ['two unknown, long words', '0', '0', true, true],
    ['two unknown, short words', '0', '0', false, false],
  ])('%s', (_, first, second, particular, same) => {
    expect(sameVoice(voice('a', first, particular), voice('b', second, particular))).toBe(same);
  });

  it('never joins other words', () => {
    expect(sameVoice(voice('a', '7', true, '1'), voice('b', '7', true, '2'))).toBe(false);
  });
});

describe('repeatsWithin', () => {
  it('points to the first of a voice, never to another repeat', () => {
    const batch = ['7', '8', '7', '8', '7'].map((person, index) => voice(`f${index}`, person, false));
    expect([...repeatsWithin(batch)]).toEqual([
      ['f2', 'f0'],
      ['f3', 'f1'],
      ['f4', 'f0'],
    ]);
  });
});
