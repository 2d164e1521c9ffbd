import { describe, expect, it } from 'vitest';
import { Confusion } from './confusion.ts';
import type { ShowScore } from './score-show.ts';
import { quantile, sumScores } from './sum-scores.ts';

function score(one: { delays: (number | null)[]; wave: number; honest: number }): ShowScore {
  const confusion = new Confusion();
  confusion.add('praise', 'praise');
  const share = (right: number, of: number) => ({ right, of });
  return {
    seed: 1,
    events: 10,
    comments: 5,
    hours: 0.5,
    confusion,
    grouping: { precision: 1, recall: 0.5, f1: 2 / 3, members: 4 },
    strayInGroups: share(0, 1),
    attribution: { named: share(1, 1), onAir: share(1, 3) },
    weights: { wave: share(one.wave, 10), honest: share(one.honest, 100), chant: share(0, 20) },
    hardNegatives: { lines: 2, calledRisk: 1, calledComplaint: 0 },
    alarms: {
      complaints: one.delays.map((delayMs) => ({
        incidentId: 'i',
        kind: 'complaint',
        class: 'complain.price',
        delayMs,
      })),
      slowRises: [],
      risks: [],
      waves: { planted: 1, found: 1, alarms: 2, right: 1 },
      falseComplaints: [{ class: 'complain.price', kind: 'complaint', raisedAt: 0, by: 'ordinary' }],
      falseRisks: [],
      misfiled: 0,
      bursts: 0,
    },
    late: [],
    unread: new Map([['complain.price as other: 比昨天多十块', one.delays.length]]),
  };
}

describe('sumScores', () => {
  it('adds shows up by their counts', () => {
    const sums = sumScores([
      score({ delays: [4000, null], wave: 8, honest: 2 }),
      score({ delays: [12_000], wave: 10, honest: 0 }),
    ]);
    expect(sums.complaints).toMatchObject({ planted: 3, heard: 2, inTime: 1, byClass: { 'complain.price': '2/3' } });
    expect(sums.unread).toEqual({ 'complain.price as other: 比昨天多十块': 3 });
    expect(sums.complaints.recall).toBeCloseTo(0.667);
    expect(sums.falseComplaintsPerHour).toBe(2);
    expect(sums.attribution.all).toEqual({ share: 0.5, right: 4, of: 8 });
    expect(sums.waves).toMatchObject({ recall: 1, precision: 0.5, linePrecision: 0.9 });
    expect(sums.honestFlagged.share).toBe(0.01);
    expect(sums.classes.accuracy).toBe(1);
  });

  it('takes nearest ranks', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.95)).toBe(4);
    expect(quantile([], 0.5)).toBeNull();
  });
});
