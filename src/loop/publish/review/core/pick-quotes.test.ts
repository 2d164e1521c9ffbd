// The rule of voices read aloud: one for each reason, none twice, the same ones whatever the order they were found in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, pickQuotes } from './pick-quotes.ts';
import { lastWeek, weekdayOf, weekOf } from './review-week.ts';

const candidate = fc.record({
  feedbackId: fc.integer({ min: 0, max: 30 }).map((id) => `fb_${id}`),
  text: fc.string({ maxLength: 300 }),
  channel: fc.constant('review'),
  at: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}T00:00:00Z`),
  rating: fc.constant(null),
  theme: fc.constantFrom('a.b', 'a.c', null),
  why: fc.constantFrom('rising', 'urgent', 'waiting', 'disputed', 'praise'),
  caseNumber: fc.constant(null),
  personId: fc.constant(null),
  score: fc.double({ min: -1, max: 1, noNaN: true }),
}) as fc.Arbitrary<Candidate>;

describe('voices to read aloud', () => {
  it('are at most eight, each once, at most one for each reason and rising theme', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 60 }), (all) => {
        const picked = pickQuotes(all, ['a.b', 'a.c']);
        expect(picked.length).toBeLessThanOrEqual(8);
        expect(new Set(picked.map((one) => one.feedbackId)).size).toBe(picked.length);
        const reasons = picked.map((one) => (one.why === 'rising' ? `rising ${one.theme}` : one.why));
        expect(new Set(reasons).size).toBe(reasons.length);
      }),
    );
  });

  it('do not depend on the order they were found in', () => {
    const distinct = fc.uniqueArray(candidate, { selector: (one) => one.feedbackId, maxLength: 30 });
    fc.assert(
      fc.property(distinct, (all) => {
        expect(pickQuotes([...all].reverse(), ['a.b'])).toEqual(pickQuotes(all, ['a.b']));
      }),
    );
  });
});

describe('the week of a pack', () => {
  it('goes from Monday to Sunday', () => {
    expect(weekOf('2026-03-04')).toEqual({
      from: '2026-03-02',
      to: '2026-03-08',
      previousFrom: '2026-02-23',
      previousTo: '2026-03-01',
    });
    expect(weekOf('2026-03-01').from).toBe('2026-02-23');
    expect(lastWeek('2026-03-02').from).toBe('2026-02-23');
    expect(lastWeek('2026-03-08').to).toBe('2026-03-01');
    expect([weekdayOf('2026-03-02'), weekdayOf('2026-03-08')]).toEqual([1, 7]);
  });
});
