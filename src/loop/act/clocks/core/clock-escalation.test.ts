// Shows when the steps of a ladder fall due, and that silent clocks stay silent.
import { describe, expect, it } from 'vitest';
import { aroundTheClock, type Calendar } from '../../../../kit/calendar/calendar.ts';
import { DEFAULT_ESCALATION, type EscalationStep } from './clock.contract.ts';
import { dueSteps, ladder, nextLookAt } from './clock-escalation.ts';
import type { ClockEvent } from './clock-history.contract.ts';
import { runClock } from './run-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const day = [{ from: '09:00', to: '18:00' }];
const plain: Calendar = {
  ...aroundTheClock('Asia/Shanghai'),
  week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
};
const at = (text: string) => Date.parse(`2026-${text.replace(' ', 'T')}:00+08:00`);
const raise: EscalationStep = { on: 'breach', afterMs: 30 * MINUTE, action: { type: 'raise_priority' } };
const steps = [...DEFAULT_ESCALATION, raise];
const spec = { kind: 'frt' as const, targetMs: HOUR, warnMs: 15 * MINUTE };
const opened: ClockEvent = { type: 'opened', atMs: at('02-06 17:00') }; // Friday; due at closing
const read = (now: string, more: ClockEvent[] = []) => runClock(spec, plain, [opened, ...more], at(now))!;
const due = (now: string, more: ClockEvent[] = []) =>
  dueSteps(steps, read(now, more), plain, at(now)).map(({ index }) => index);

describe('escalation', () => {
  it('climbs in working time: warning, breach, and half an hour of work later', () => {
    expect(due('02-06 17:44')).toEqual([]);
    expect(due('02-06 17:45')).toEqual([0]);
    expect(due('02-06 18:00')).toEqual([0]);
    expect(due('02-06 18:01')).toEqual([0, 1]);
    expect(due('02-08 12:00')).toEqual([0, 1]);
    expect(due('02-09 09:29')).toEqual([0, 1]);
    expect(due('02-09 09:30')).toEqual([0, 1, 2]);
  });

  it.each<[string, ClockEvent[]]>([
    ['answered', [{ type: 'reply', by: 'member', atMs: at('02-06 17:30') }]],
    ['answered late', [{ type: 'reply', by: 'member', atMs: at('02-06 18:30') }]],
    ['pending', [{ type: 'status', to: 'pending', atMs: at('02-06 17:30') }]],
    ['on hold and late', [{ type: 'status', to: 'on_hold', atMs: at('02-06 18:30') }]],
    ['merged and late', [{ type: 'merged', atMs: at('02-06 18:30') }]],
    ['closed', [{ type: 'closed', atMs: at('02-06 17:30') }]],
    ['closed and late', [{ type: 'closed', atMs: at('02-06 18:30') }]],
  ])('never alarms when %s', (_, more) => {
    expect(due('02-09 15:00', more)).toEqual([]);
    expect(nextLookAt(steps, read('02-09 15:00', more), plain, at('02-09 15:00'))).toBeNull();
  });

  it('leaves out clocks a step does not name', () => {
    const only: EscalationStep = { ...raise, clocks: ['rt'] };
    expect(ladder([only], read('02-09 15:00'), plain)).toEqual([]);
    expect(ladder([{ ...raise, clocks: ['frt', 'rt'] }], read('02-09 15:00'), plain)).toHaveLength(1);
  });

  it('says when to look next', () => {
    const look = (now: string) => nextLookAt(steps, read(now), plain, at(now));
    expect(look('02-06 17:00')).toBe(at('02-06 17:45'));
    expect(look('02-06 17:45')).toBe(at('02-06 18:00') + 1);
    expect(look('02-06 18:01')).toBe(at('02-09 09:30'));
    expect(look('02-09 09:30')).toBeNull();
  });

  it('looks again when a snooze ends', () => {
    const until = at('02-09 10:00');
    const reading = read('02-06 17:30', [{ type: 'snoozed', untilMs: until, atMs: at('02-06 17:30') }]);
    expect(nextLookAt(steps, reading, plain, at('02-06 17:30'), until)).toBe(until);
  });

  it('nothing of what is due is overlooked when looking only then', () => {
    let now = opened.atMs;
    const seen = new Set<number>();
    for (let guard = 0; guard < 20; guard += 1) {
      const reading = runClock(spec, plain, [opened], now)!;
      for (const { index } of dueSteps(steps, reading, plain, now)) seen.add(index);
      const next = nextLookAt(steps, reading, plain, now);
      if (next === null) break;
      now = next;
    }
    expect([...seen]).toEqual([0, 1, 2]);
  });
});
