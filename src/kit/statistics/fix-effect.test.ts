import { describe, expect, it } from 'vitest';
import { checkIntervals, checkScenario, SCENARIOS } from '../../../test/statistics/simulate.ts';
import { daysNeeded } from './days-needed.ts';
import { type CountedDay, estimateDrift, estimateEffect, estimateRatio } from './fix-effect.ts';

const OWN = { control: false, slopeChange: false };
const days = (counts: readonly number[], from: number): CountedDay[] =>
  counts.map((count, index) => ({ day: 20_000 + index, after: index >= from, count, exposure: 1, control: 10 }));
const steady = (before: number, after: number, low: number, high: number) =>
  days([...Array.from({ length: before }, () => low), ...Array.from({ length: after }, () => high)], before);

describe('the effect of a fix', () => {
  it('is the ratio of two levels when nothing else moves', () => {
    const { ratio, low, high, lines, dispersion } = estimateEffect(steady(84, 42, 20, 10), OWN);
    expect(ratio).toBeCloseTo(0.5, 2);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
    expect(dispersion[0]).toBeLessThan(0.1);
    expect(lines.at(-1)!.fitted).toBeCloseTo(10, 1);
    expect(lines.at(-1)!.without).toBeCloseTo(20, 0);
    expect(lines.at(-1)!.low).toBeLessThan(lines.at(-1)!.without);
  });

  it('with a control is the ratio of the two ratios', () => {
    const both = steady(60, 30, 20, 10).map((one) => ({ ...one, control: one.after ? 20 : 40 }));
    expect(estimateRatio(both, { control: true, slopeChange: false }).ratio).toBeCloseTo(1, 2);
    const fixed = both.map((one) => ({ ...one, control: 40 }));
    expect(estimateRatio(fixed, { control: true, slopeChange: false }).ratio).toBeCloseTo(0.5, 1);
  });

  it('sets counts against the exposure', () => {
    const grown = steady(84, 42, 10, 20).map((one) => ({ ...one, exposure: one.after ? 200 : 100 }));
    expect(estimateRatio(grown, OWN).ratio).toBeCloseTo(1, 2);
  });

  it('does not take a trend for an effect', () => {
    const rising = days(
      Array.from({ length: 126 }, (_, index) => Math.round(20 * 1.01 ** index)),
      84,
    );
    const { low, high } = estimateRatio(rising, OWN);
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(1);
  });

  it('stays finite when nothing at all is counted afterwards, or on one weekday', () => {
    const { ratio, high } = estimateRatio(steady(84, 42, 3, 0), OWN);
    expect(ratio).toBeGreaterThan(0);
    expect(ratio).toBeLessThan(0.1);
    expect(high).toBeLessThan(0.5);
    const closed = steady(84, 42, 6, 3).map((one) => (one.day % 7 === 3 ? { ...one, count: 0 } : one));
    expect(estimateRatio(closed, OWN).ratio).toBeCloseTo(0.5, 1);
  });

  it('sees groups that drift apart before anything was mended', () => {
    const apart = days(
      Array.from({ length: 84 }, (_, index) => 10 + Math.round(index / 4)),
      84,
    );
    expect(estimateDrift(apart).low).toBeGreaterThan(1);
    expect(estimateDrift(steady(84, 0, 10, 10)).ratio).toBeCloseTo(1, 2);
  });

  it('says how long one must wait: longer for small changes and rare words', () => {
    const often = steady(84, 0, 20, 20);
    const waits = (size: number, rows = often) => daysNeeded(rows, OWN, size, 1.3).days ?? Number.POSITIVE_INFINITY;
    expect(waits(0.5)).toBeLessThanOrEqual(waits(0.3));
    expect(waits(0.3)).toBeLessThan(waits(0.15));
    expect(waits(0.05, steady(84, 0, 1, 1))).toBe(Number.POSITIVE_INFINITY);
    expect(waits(-0.5)).toBeGreaterThan(0);
  });
});

/** Three standard errors of a share seen in so many simulations: what luck alone may add. */
const luck = (share: number, simulations: number) => 3 * Math.sqrt((share * (1 - share)) / simulations);
const SIMULATIONS = 400;

describe('on simulated fixes', () => {
  it.each(SCENARIOS.map((scenario, index) => [scenario.name, scenario, index] as const))(
    'of the kind "%s" intervals cover and nothing is called improved too often',
    (_name, scenario, index) => {
      const checked = checkScenario(scenario, SIMULATIONS, 7 + 100 * index);
      const margin = luck(0.95, SIMULATIONS);
      for (const covered of [checked.covered, checked.coveredOfNothing]) {
        expect(covered).toBeGreaterThanOrEqual(0.94 - margin);
        expect(covered).toBeLessThanOrEqual((scenario.coversAtMost ?? 0.96) + margin);
      }
      expect(checked.falselyImproved).toBeLessThanOrEqual(0.05);
      expect(checked.power).toBeGreaterThan(checked.falselyImproved);
    },
  );

  it('the other intervals hold what they promise', () => {
    for (const one of checkIntervals(2000, 11)) {
      expect(one.covered, one.name).toBeGreaterThanOrEqual(one.atLeast - luck(0.95, 2000));
      expect(one.covered, one.name).toBeLessThanOrEqual(one.atMost + luck(0.95, 2000));
    }
  });
});
