// What people type as a time or a span is read as they meant it, and nothing else is let in.
import { describe, expect, it } from 'vitest';
import { readSpan, readTime, spanHours } from './time-text.ts';

describe('a time', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['18:5', '18:05'],
    ['9：30', '09:30'],
    ['2200', '22:00'],
  ])('%s is %s', (typed, time) => expect(readTime(typed)).toBe(time));
  it.each(['', 'noon', '25', '9:60', '24', '9:30:00'])('%s is none', (typed) => expect(readTime(typed)).toBeNull());
  it('may be the end of the day', () => expect(readTime('24', true)).toBe('24:00'));
});

describe('a span', () => {
  it.each([
    ['30m', 30],
    ['30 分钟', 30],
    ['8', 480],
    ['8 小时', 480],
    ['1.5h', 90],
    ['1:30', 90],
    ['2h 15m', 135],
    ['2 小时 15 分', 135],
  ])('%s is %i minutes', (typed, minutes) => expect(readSpan(typed)).toBe(minutes * 60_000));
  it.each(['', '0', 'soon', '-3h', 'h'])('%s is none', (typed) => expect(readSpan(typed)).toBeNull());
  it('is told in hours and minutes', () => expect(spanHours(135 * 60_000)).toEqual({ hours: 2, minutes: 15 }));
});
