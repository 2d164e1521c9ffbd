// What a clock has to say at one look, and what it must not say twice.
import { describe, expect, it } from 'vitest';
import { aroundTheClock } from '../../../../kit/calendar/calendar.ts';
import type { EscalationStep } from './clock.contract.ts';
import { lookAtClock } from './clock-alarms.ts';
import type { ClockEvent, ClockReading } from './clock-history.contract.ts';
import { runClock } from './run-clock.ts';

const CALENDAR = aroundTheClock('Asia/Shanghai');
const MINUTE = 60_000;
const T0 = Date.parse('2026-03-02T02:00:00Z');
const LADDER: EscalationStep[] = [
  { on: 'warn', afterMs: 0, action: { type: 'notify_owner' } },
  { on: 'breach', afterMs: 0, action: { type: 'notify_manager' } },
  { on: 'breach', afterMs: 10 * MINUTE, action: { type: 'notify_manager' } },
  { on: 'breach', afterMs: 0, clocks: ['rt'], action: { type: 'raise_priority' } },
];

function reading(minute: number, ...events: ClockEvent[]): ClockReading {
  const spec = { kind: 'frt' as const, targetMs: 60 * MINUTE, warnMs: 15 * MINUTE };
  return runClock(spec, CALENDAR, [{ type: 'opened', atMs: T0 }, ...events], T0 + minute * MINUTE)!;
}
function look(minute: number, told: string[] = [], steps = LADDER, ...events: ClockEvent[]) {
  const nowMs = T0 + minute * MINUTE;
  return lookAtClock({
    steps,
    reading: reading(minute, ...events),
    calendar: CALENDAR,
    told,
    nowMs,
    snoozedUntilMs: null,
  });
}

describe('a look at a clock', () => {
  it('says nothing before the warning and comes back for it', () => {
    expect(look(10)).toEqual({ alarms: [], told: [], nextLookAt: T0 + 45 * MINUTE });
  });

  it('warns and takes the first step', () => {
    const { alarms, nextLookAt } = look(45);
    expect(alarms.map((alarm) => alarm.mark)).toEqual(['1:warned', '1:warn:notify_owner:#1']);
    expect(nextLookAt).toBe(T0 + 60 * MINUTE + 1);
  });

  it('says what was told never again', () => {
    const { told } = look(45);
    expect(look(50, told).alarms).toEqual([]);
    expect(look(61, told).alarms.map((alarm) => alarm.mark)).toEqual(['1:breached', '1:breach:notify_manager:#1']);
  });

  it('keeps two steps that do the same at different moments apart', () => {
    const { told } = look(61);
    expect(look(71, told).alarms.map((alarm) => alarm.mark)).toEqual(['1:breach:notify_manager:#2']);
  });

  it('leaves a step to the clocks it names', () => {
    expect(look(200).alarms.some((alarm) => alarm.mark.includes('raise_priority'))).toBe(false);
  });

  it('does not say "due soon" of a clock that is late', () => {
    expect(look(61).alarms.map((alarm) => alarm.type)).not.toContain('warned');
  });

  it('lets the marks of earlier rounds go', () => {
    const later: ClockEvent[] = [
      { type: 'resolved', atMs: T0 + 70 * MINUTE },
      { type: 'reopened', atMs: T0 + 80 * MINUTE },
    ];
    const { told, alarms } = look(130, ['1:warned', '1:breached'], LADDER, ...later);
    expect(alarms[0]?.mark).toBe('2:warned');
    expect(told.every((mark) => mark.startsWith('2:'))).toBe(true);
  });

  it('has nothing to say about a clock at rest', () => {
    for (const event of ['closed', 'merged', 'resolved'] as const) {
      expect(look(500, [], LADDER, { type: event, atMs: T0 + MINUTE })).toMatchObject({ alarms: [], nextLookAt: null });
    }
  });
});
