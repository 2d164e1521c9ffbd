import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAttempt, PAUSES_MS } from './next-attempt.ts';

const NOW = Date.parse('2026-03-02T02:00:00Z');

describe('the next attempt', () => {
  it('comes after ever longer pauses, about three days in all, and then not', () => {
    const pauses = PAUSES_MS.map((_, at) => nextAttempt(at + 1, 0.5, null, NOW)!);
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400_000;
    expect(days).toBeGreaterThan(3);
    expect(days).toBeLessThan(3.5);
    expect(nextAttempt(PAUSES_MS.length + 1, 0.5, null, NOW)).toBeNull();
  });

  it('spreads by a tenth either way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: PAUSES_MS.length }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, spread) => {
          const pause = nextAttempt(at, spread, null, NOW)!;
          expect(Math.abs(pause - PAUSES_MS[at - 1]!)).toBeLessThanOrEqual(PAUSES_MS[at - 1]! / 10 + 1);
        },
      ),
    );
  });

  it.each([
    ['120', 120_000],
    ['Mon, 02 Mar 2026 02:05:00 GMT', 300_000],
    ['1', 5000],
    ['never', 5000],
    ['-5', 5000],
    ['999999999', 86_400_000],
  ])('honours a receiver who asks for %s', (asked, wanted) => {
    expect(nextAttempt(1, 0.5, asked, NOW)).toBe(wanted);
  });
});
