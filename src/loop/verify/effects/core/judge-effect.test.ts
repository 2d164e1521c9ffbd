import { describe, expect, it } from 'vitest';
import { effectPlan } from './effect.contract.ts';
import { dayName, dayNumber, judgeEffect, type RawDay } from './judge-effect.ts';
import { isEmptyMeasure, overlaps } from './overlaps.ts';

const START = dayNumber('2026-03-02');
const plan = (patch: object = {}) => effectPlan.parse({ measure: { themes: ['logistics.late'] }, size: 0.4, ...patch });
/** Counts that swing a little, always the same way. */
const raw = (before: number, after: number, low: number, high: number, patch: Partial<RawDay> = {}): RawDay[] =>
  Array.from({ length: before + after }, (_, index) => ({
    day: dayName(START - before + index),
    count: Math.max(0, (index < before ? low : high) + [0, 2, -1, 1, -2, 0, 0, 1, -1][index % 9]!),
    control: 20,
    exposure: 100,
    heard: 100,
    ...patch,
  }));
const judged = (days: RawDay[], patch: object = {}) => judgeEffect(days, plan(patch), '2026-03-02').outcome;

describe('a verdict', () => {
  it('follows its rule', () => {
    expect(judged(raw(84, 42, 20, 8))).toMatchObject({ verdict: 'improved', reasons: [] });
    expect(judged(raw(84, 42, 20, 16))).toMatchObject({ verdict: 'improved', reasons: ['less_than_expected'] });
    expect(judged(raw(84, 42, 20, 20))).toMatchObject({ verdict: 'not_improved', reasons: [] });
    expect(judged(raw(84, 42, 20, 32))).toMatchObject({ verdict: 'not_improved', reasons: ['got_worse'] });
    expect(judged(raw(84, 42, 2, 2), { size: 0.05 })).toMatchObject({
      verdict: 'cannot_tell',
      reasons: ['interval_wide'],
    });
  });

  it('turns over where more is better', () => {
    expect(judged(raw(84, 42, 10, 20), { direction: 'up' }).verdict).toBe('improved');
    expect(judged(raw(84, 42, 20, 8), { direction: 'up' })).toMatchObject({
      verdict: 'not_improved',
      reasons: ['got_worse'],
    });
  });

  it('is withheld where there is too little, and says what is missing', () => {
    expect(judged(raw(20, 42, 20, 8)).reasons).toEqual(['too_few_days_before']);
    expect(judged(raw(84, 10, 20, 8)).reasons).toEqual(['too_few_days_after']);
    const rare = raw(84, 42, 0, 0).map((one, index) => ({ ...one, count: index % 8 === 0 ? 1 : 0 }));
    expect(judged(rare).reasons).toEqual(['too_few_before', 'too_few_expected']);
    expect(judged(raw(84, 0, 20, 8))).toMatchObject({ verdict: 'cannot_tell', estimate: null, daysAfter: 0 });
    const nothing = judged([]);
    expect(nothing).toMatchObject({ verdict: 'cannot_tell', daysNeeded: null, placebo: [] });
  });

  it('is withheld where the groups drifted apart before the fix', () => {
    const days = raw(84, 42, 20, 8).map((one, index) => ({ ...one, control: 10 + Math.round(index / 3) }));
    const outcome = judged(days, { control: { themes: ['quality'] } });
    expect(outcome.reasons).toContain('groups_drifted');
    expect(outcome.drift!.high).toBeLessThan(1);
    expect(judged(raw(84, 42, 20, 8), { control: { themes: ['quality'] } })).toMatchObject({ verdict: 'improved' });
  });

  it('is withheld where fake dates change as well', () => {
    const bent = raw(84, 42, 0, 0).map((one, index) => ({
      ...one,
      count: Math.round(10 + 60 * ((index - 42) / 42) ** 2) + (index % 3),
    }));
    expect(judged(bent).reasons).toContain('placebo_moves');
  });
});

describe('the days', () => {
  it('of washout and without any exposure are shown and not counted', () => {
    const days = raw(84, 42, 20, 8);
    days[10] = { ...days[10]!, exposure: 0, heard: 0, count: 0 };
    const { outcome, series } = judgeEffect(days, plan({ washoutDays: 5 }), '2026-03-02');
    expect(outcome).toMatchObject({ daysBefore: 83, daysAfter: 37 });
    expect(series).toHaveLength(126);
    expect(series.filter((one) => one.side === 'washout')).toHaveLength(5);
    expect(series[10]!.fitted).toBeNull();
    expect(series[11]!.fitted).toBeGreaterThan(10);
  });

  it('before anything was heard do not count as quiet ones', () => {
    const days = raw(84, 42, 20, 20, { exposure: 1 }).map((one, index) =>
      index < 40 ? { ...one, heard: 0, count: 0 } : one,
    );
    expect(judgeEffect(days, plan({ exposure: 'days' }), '2026-03-02').outcome).toMatchObject({ daysBefore: 44 });
  });

  it('give the change per thousand of the exposure', () => {
    const { change, estimate } = judged(raw(84, 42, 20, 10));
    expect(estimate!.ratio).toBeCloseTo(0.5, 1);
    expect(change!.per).toBe('thousand');
    expect(change!.value).toBeCloseTo(-100, -1);
    expect(change!.low).toBeLessThan(change!.value);
    const gone = judged(raw(84, 42, 20, 10).map((one, index) => (index < 84 ? one : { ...one, count: 0 })));
    expect(gone.verdict).toBe('improved');
    expect(gone.change!.value).toBeLessThan(-150);
  });

  it('give the same figures whenever they are reckoned', () => {
    const days = raw(84, 42, 20, 9);
    expect(judgeEffect(days, plan(), '2026-03-02')).toEqual(judgeEffect(structuredClone(days), plan(), '2026-03-02'));
  });
});

describe('a control', () => {
  const measure = (patch: object) => plan({ measure: patch }).measure;
  it('overlaps unless some filter keeps it apart', () => {
    expect(overlaps(measure({ themes: ['logistics.late'] }), measure({ themes: ['quality.defect'] }))).toBe(false);
    expect(overlaps(measure({ themes: ['logistics.late'] }), measure({ themes: ['logistics'] }))).toBe(true);
    expect(overlaps(measure({ products: ['a'] }), measure({ products: ['b'] }))).toBe(false);
    expect(overlaps(measure({ products: ['a'] }), measure({ themes: ['quality'] }))).toBe(true);
    expect(isEmptyMeasure(measure({}))).toBe(true);
    expect(isEmptyMeasure(measure({ classes: ['urgent'] }))).toBe(false);
  });
});
