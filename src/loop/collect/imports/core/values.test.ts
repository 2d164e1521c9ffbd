// Proves that ratings and times are read in the many forms files write them.
import { describe, expect, it } from 'vitest';
import { readInstant } from './date-value.ts';
import { localToInstantMs } from './local-time.ts';
import { guessScale, readRating } from './rating-value.ts';

describe('ratings', () => {
  it.each([
    ['5', 5],
    ['5.0', 5],
    ['4星', 4],
    ['五星', 5],
    ['★★★★☆', 4],
    ['⭐️⭐️', 2],
    ['好评', 5],
    ['中评', 3],
    ['差评', 1],
    ['4/5', 4],
    ['8/10', 4.2],
    ['非常满意', 5],
    ['very dissatisfied', 1],
    ['', null],
    ['-', null],
    ['6', 'unreadable'],
    ['0', 'unreadable'],
    ['蓝', 'unreadable'],
    ['３', 3],
  ])('reads %s', (given, wanted) => {
    expect(readRating(given, 'stars')).toBe(wanted);
  });
  it.each([
    [['5', '4', '1'], 'stars'],
    [['0', '1', '1'], 'binary'],
    [['-1', '0', '1'], 'sign'],
    [['9', '10', '0'], 'ten'],
    [['87', '100'], 'hundred'],
    [['好评', '差评'], 'stars'],
    [['5', '4', '5', '1', '2', '9'], 'stars'],
    [['abc'], null],
    [[], null],
  ])('guesses the scale of %j', (given, wanted) => {
    expect(guessScale(given)).toBe(wanted);
  });
});

describe('points in time', () => {
  it.each([
    ['2026-01-02 03:04', '2026-01-01T19:04:00.000Z'],
    ['2026/1/2', '2026-01-01T16:00:00.000Z'],
    ['2026年1月2日', '2026-01-01T16:00:00.000Z'],
    ['2026年1月2日 下午3:04', '2026-01-02T07:04:00.000Z'],
    ['2026年1月2日 3时4分5秒', '2026-01-01T19:04:05.000Z'],
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02T03:04:05.678+08:00', '2026-01-01T19:04:05.678Z'],
    ['2026-01-02 03:04:05 -0500', '2026-01-02T08:04:05.000Z'],
    ['20260102', '2026-01-01T16:00:00.000Z'],
    ['20260102030405', '2026-01-01T19:04:05.000Z'],
    ['1767294245', '2026-01-01T19:04:05.000Z'],
    ['1767294245678', '2026-01-01T19:04:05.678Z'],
    ['46024.5', '2026-01-02T04:00:00.000Z'],
    ['1/2/2026 3:04 PM', '2026-01-02T07:04:00.000Z'],
    ['13/2/2026', '2026-02-12T16:00:00.000Z'],
    ['2 Jan 2026', '2026-01-01T16:00:00.000Z'],
    ['January 2, 2026 3:04 am', '2026-01-01T19:04:00.000Z'],
    ['Fri, 02 Jan 2026 03:04:05 GMT', '2026-01-02T03:04:05.000Z'],
    ['２０２６-０１-０２', '2026-01-01T16:00:00.000Z'],
    ['', null],
    ['无', null],
    ['2026-13-01', 'unreadable'],
    ['2026-02-29', 'unreadable'],
    ['yesterday', 'unreadable'],
    ['3026-01-01', 'unreadable'],
    ['12', 'unreadable'],
    ['2026-01-02 25:00', 'unreadable'],
  ])('reads %s', (given, wanted) => {
    expect(readInstant(given, 'Asia/Shanghai', 'mdy')).toBe(wanted);
  });

  it('reads days first where the file does', () => {
    expect(readInstant('1/2/2026', 'UTC', 'dmy')).toBe('2026-02-01T00:00:00.000Z');
  });

  it('goes through the changes of summer time', () => {
    const at = (text: string) => new Date(localToInstantMs('America/New_York', Date.parse(`${text}Z`))).toISOString();
    expect(at('2026-03-08T01:59:00')).toBe('2026-03-08T06:59:00.000Z');
    expect(at('2026-03-08T03:00:00')).toBe('2026-03-08T07:00:00.000Z');
    expect(at('2026-03-08T02:30:00')).toBe('2026-03-08T07:30:00.000Z');
    expect(at('2026-11-01T01:30:00')).toBe('2026-11-01T05:30:00.000Z');
    expect(at('2026-07-01T00:00:00')).toBe('2026-07-01T04:00:00.000Z');
  });
});
