// The priority's parts add up, move the right way, and never hide what is urgent.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EFFORTS, PRIORITIES } from './case.contract.ts';
import { higher, type PriorityFacts, raised, readPriority } from './case.priority.ts';

const quiet: PriorityFacts = {
  people: 1,
  unknownVoices: 0,
  urgent: false,
  minRating: null,
  worstSentiment: null,
  vip: false,
  trend: null,
  effort: null,
  floor: null,
};
const anyFacts: fc.Arbitrary<PriorityFacts> = fc.record({
  people: fc.nat(5000),
  unknownVoices: fc.nat(5000),
  urgent: fc.boolean(),
  minRating: fc.option(fc.integer({ min: 1, max: 5 })),
  worstSentiment: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  vip: fc.boolean(),
  trend: fc.option(fc.record({ last7: fc.nat(10_000), before7: fc.nat(10_000) })),
  effort: fc.option(fc.constantFrom(...EFFORTS)),
  floor: fc.option(fc.constantFrom(...PRIORITIES)),
});
const rank = (facts: PriorityFacts) => PRIORITIES.indexOf(readPriority(facts).level);

describe('case priority', () => {
  it.each([
    ['one calm voice', {}, 'none'],
    ['one star', { minRating: 1 }, 'high'],
    ['two stars', { minRating: 2 }, 'medium'],
    ['three stars', { minRating: 3 }, 'low'],
    ['very negative words', { worstSentiment: -1 }, 'medium'],
    ['urgent', { urgent: true }, 'urgent'],
    ['urgent and a lot of work', { urgent: true, effort: 'large' }, 'urgent'],
    ['one star of a VIP', { minRating: 1, vip: true }, 'high'],
    ['one star of a hundred people', { minRating: 1, people: 100 }, 'urgent'],
    ['one star and a lot of work', { minRating: 1, effort: 'large' }, 'medium'],
    ['a rule asked for high', { floor: 'high' }, 'high'],
  ] as const)('%s → %s', (_, facts, level) => {
    expect(readPriority({ ...quiet, ...facts }).level).toBe(level);
  });

  it('shows the five parts, and they give the score', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { score, parts } = readPriority(facts);
        expect(parts.map((part) => part.part)).toEqual(['reach', 'severity', 'value', 'trend', 'effort']);
        const sum = parts.slice(0, 4).reduce((total, part) => total + part.value * part.weight, 0);
        expect(Math.abs(score - Math.min(100, sum / parts[4]!.value))).toBeLessThan(0.01);
        expect(score).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never falls when a case gets worse, and never rises with more work', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(rank({ ...facts, people: facts.people + 10 })).toBeGreaterThanOrEqual(rank(facts));
        expect(rank({ ...facts, vip: true })).toBeGreaterThanOrEqual(rank(facts));
        expect(rank({ ...facts, urgent: true })).toBe(4);
        expect(rank({ ...facts, effort: 'large' })).toBeLessThanOrEqual(rank({ ...facts, effort: 'small' }));
        if (facts.floor) expect(rank(facts)).toBeGreaterThanOrEqual(PRIORITIES.indexOf(facts.floor));
      }),
    );
  });

  it('reads the trend against the week before', () => {
    const why = (last7: number, before7: number) =>
      readPriority({ ...quiet, trend: { last7, before7 } }).parts.find((part) => part.part === 'trend')!;
    expect(why(20, 10)).toMatchObject({ value: 1, whyKey: 'trend_up', whyValues: { last7: 20, before7: 10 } });
    expect(why(2, 1).value).toBe(0.2);
    expect(why(5, 10)).toMatchObject({ value: 0, whyKey: 'trend_down' });
    expect(why(10, 10).whyKey).toBe('trend_flat');
  });

  it('orders levels', () => {
    expect(higher('low', 'high')).toBe('high');
    expect(raised('none')).toBe('low');
    expect(raised('urgent')).toBe('urgent');
  });
});
