// Sums must come out as a recount would, in whatever order feedback came, changed and went.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedFeedback, type DailyChange, DailySums, EVER } from './daily-sums.ts';
import { dayName, dayNumber, dayReader, periodOf } from './workspace-day.ts';

const feedback: fc.Arbitrary<CountedFeedback> = fc.record({
  day: fc.constantFrom('2026-01-01', '2026-01-02'),
  channel: fc.constantFrom('review', 'live'),
  sentiment: fc.constantFrom('positive', 'negative'),
  class: fc.constantFrom('positive', 'negative', 'urgent'),
  themes: fc.uniqueArray(fc.constantFrom('a.b', 'a.c', 'd.e'), { maxLength: 3 }),
  productId: fc.constantFrom(null, 'p1', 'p2'),
  rating: fc.constantFrom(null, 1, 2, 4.5),
  repeats: fc.boolean(),
});

function table(changes: DailyChange[][]): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const change of changes.flat()) {
    const key = [change.kind, change.day, change.item, change.channel, change.sentiment, change.class].join('|');
    const add = [
      change.feedback,
      change.voices,
      change.positive,
      change.negative,
      change.rated,
      change.ratingSum,
      change.lowRated,
    ];
    sums.set(
      key,
      (sums.get(key) ?? [0, 0, 0, 0, 0, 0, 0]).map((value, index) => value + add[index]!),
    );
  }
  for (const [key, values] of sums) if (values.every((value) => value === 0)) sums.delete(key);
  return sums;
}

describe('DailySums', () => {
  it('equals a recount after any changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(feedback, fc.option(feedback))), (stories) => {
        const sums = new DailySums();
        const taken: DailyChange[][] = [];
        for (const [first, later] of stories) {
          sums.count(first, 1);
          if (later) {
            taken.push(sums.take());
            sums.count(first, -1);
            sums.count(later, 1);
          }
        }
        taken.push(sums.take());
        const recount = new DailySums();
        for (const [first, later] of stories) recount.count(later ?? first, 1);
        expect(table(taken)).toEqual(table([recount.take()]));
      }),
    );
  });

  it('counts a repeat as feedback but not as a voice', () => {
    const sums = new DailySums();
    const one: CountedFeedback = {
      day: '2026-01-01',
      channel: 'review',
      sentiment: 'negative',
      class: 'negative',
      themes: ['a.b'],
      productId: null,
      rating: 2,
      repeats: false,
    };
    sums.count(one, 1);
    sums.count({ ...one, repeats: true }, 1);
    expect(sums.take().filter((row) => row.day !== EVER)).toMatchObject([
      { kind: 'all', feedback: 2, voices: 1, rated: 1, ratingSum: 2, lowRated: 1 },
      { kind: 'theme', item: 'a.b', feedback: 2, voices: 1, negative: 1, sentiment: '' },
    ]);
    expect(sums.take()).toEqual([]);
  });
});

describe('sums over all time', () => {
  it('equal the sums of all days, for themes and products', () => {
    fc.assert(
      fc.property(fc.array(feedback), (rows) => {
        const sums = new DailySums();
        for (const row of rows) sums.count(row, 1);
        const changes = sums.take().filter((row) => row.kind !== 'all');
        const over = (ever: boolean) =>
          table([changes.filter((row) => (row.day === EVER) === ever).map((row) => ({ ...row, day: EVER }))]);
        expect(over(true)).toEqual(over(false));
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-01T15:59:59Z', '2026-03-01'],
    ['Asia/Shanghai', '2026-03-01T16:00:00Z', '2026-03-02'],
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
    ['Pacific/Kiritimati', '2025-12-31T10:30:00Z', '2026-01-01'],
  ])('%s %s → %s', (zone, at, day) => {
    expect(dayReader(zone)(Date.parse(at))).toBe(day);
  });

  it('puts the period before right in front and refuses what is no period', () => {
    expect(periodOf('2026-03-01', '2026-03-07', '2026-12-31')).toEqual({
      from: '2026-03-01',
      to: '2026-03-07',
      previousFrom: '2026-02-22',
      previousTo: '2026-02-28',
      days: 7,
    });
    expect(periodOf(undefined, undefined, '2026-03-30')).toMatchObject({ from: '2026-03-01', days: 30 });
    expect(periodOf('2026-03-02', '2026-03-01', '2026-03-01')).toBeNull();
    expect(dayName(dayNumber('2024-02-29'))).toBe('2024-02-29');
  });
});
