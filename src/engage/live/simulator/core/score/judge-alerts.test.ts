import { describe, expect, it } from 'vitest';
import type { PlannedIncident } from '../simulated-show.contract.ts';
import { type Alarm, judgeAlarms, type PlantedLine, whenDistinct, whenTipped } from './judge-alerts.ts';

const line = (at: number, uid: string, isBuyer = false): PlantedLine => ({ at, uid, isBuyer });
const alarm = (one: Partial<Alarm>): Alarm => ({
  kind: 'complaint',
  class: 'complain.stream',
  productId: null,
  raisedAt: 0,
  evidence: [],
  ...one,
});
const lag: PlannedIncident = { incidentId: 'i1', kind: 'complaint', class: 'complain.stream', from: 1000, to: 30_000 };
const five = ['a', 'b', 'c', 'd', 'e'].map((uid, turn) => line(2000 + turn * 1000, uid));

describe('when', () => {
  it('counts people, not lines', () => {
    expect(whenDistinct([line(1, 'a'), line(2, 'a'), line(3, 'b')], 2)).toBe(3);
    expect(whenDistinct([line(1, 'a')], 2)).toBeNull();
  });

  it('is tipped by one buyer or by three people within a minute', () => {
    expect(whenTipped([line(1, 'a'), line(2, 'b', true)])).toBe(2);
    expect(whenTipped([line(0, 'a'), line(10_000, 'b'), line(20_000, 'c')])).toBe(20_000);
    expect(whenTipped([line(0, 'a'), line(50_000, 'b'), line(61_000, 'c')])).toBeNull();
    expect(whenTipped([line(0, 'a'), line(50_000, 'b'), line(61_000, 'c'), line(70_000, 'a')])).toBe(70_000);
  });
});

describe('judgeAlarms', () => {
  it('measures from the fifth person', () => {
    const score = judgeAlarms([lag], () => five, [alarm({ raisedAt: 9000 })]);
    expect(score.complaints).toEqual([
      { incidentId: 'i1', kind: 'complaint', class: 'complain.stream', delayMs: 3000 },
    ]);
    expect(score.falseComplaints).toEqual([]);
  });

  it('counts a card that stood already and took the lines up, and says so', () => {
    const said = { class: 'complain.stream', incidentId: 'i1' } as const;
    const [lagging] = judgeAlarms([lag], () => five, [alarm({ raisedAt: 500, evidence: [said] })]).complaints;
    expect(lagging).toMatchObject({ delayMs: 0, isStanding: true });
    expect(judgeAlarms([lag], () => five, [alarm({ raisedAt: 500 })]).complaints[0]!.delayMs).toBeNull();
  });

  it('misses what was not called, and calls false what was not planted', () => {
    const other = alarm({ class: 'complain.price', raisedAt: 9000 });
    const score = judgeAlarms([lag], () => five, [other]);
    expect(score.complaints[0]!.delayMs).toBeNull();
    expect(score.falseComplaints).toEqual([
      { class: 'complain.price', kind: 'complaint', raisedAt: 9000, by: 'misread' },
    ]);
  });

  it('calls a second card about the same trouble misfiled, not false', () => {
    const said = { class: 'complain.stream', incidentId: 'i1' } as const;
    const other = alarm({ class: 'complain.quality', raisedAt: 9000, evidence: [said, said, { class: 'noise' }] });
    expect(judgeAlarms([lag], () => five, [other])).toMatchObject({ falseComplaints: [], misfiled: 1 });
  });

  it('tells complaints that are always there from lines misread for one', () => {
    const usual = alarm({ class: 'complain.price', evidence: [{ class: 'complain.price' }, { class: 'praise' }] });
    const misread = alarm({ class: 'complain.price', evidence: [{ class: 'ask.price' }] });
    const { falseComplaints } = judgeAlarms([], () => [], [usual, misread]);
    expect(falseComplaints.map((one) => one.by)).toEqual(['ordinary', 'misread']);
  });

  it('asks who stands behind a wave', () => {
    const wave: PlannedIncident = { incidentId: 'w', kind: 'wave', from: 0, to: 9000 };
    const paid = { class: 'risk.fake', waveId: 'w' } as const;
    const fan = { class: 'noise', chantId: 'c' } as const;
    const score = judgeAlarms([wave], () => [], [
      alarm({ kind: 'wave', class: null, evidence: [paid, paid, fan] }),
      alarm({ kind: 'wave', class: null, evidence: [fan, fan] }),
      alarm({ kind: 'risk', class: 'risk.fake', evidence: [paid] }),
    ]);
    expect(score.waves).toEqual({ planted: 1, found: 1, alarms: 2, right: 1 });
    expect(score.falseRisks).toEqual([{ class: 'risk.fake', raisedAt: 0, by: 'wave' }]);
  });

  it('does not blame a card for a danger somebody really named', () => {
    const card = alarm({ kind: 'risk', class: 'risk.privacy', evidence: [{ class: 'risk.privacy' }] });
    expect(judgeAlarms([], () => [], [card]).falseRisks).toEqual([]);
  });
});
