// Decides what must be said about a clock now: the warning, the breach and the steps of the ladder, each once a round.
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import type { EscalationStep } from './clock.contract.ts';
import { dueSteps, nextLookAt } from './clock-escalation.ts';
import type { ClockReading } from './clock-history.contract.ts';

/** One thing to say. `mark` names it within the clock; a mark already told is not said again. */
export type Alarm = { mark: string } & (
  | { type: 'warned' }
  | { type: 'breached' }
  | { type: 'escalated'; index: number; step: EscalationStep }
);

/** What a clock has to say now and when to look at it next. */
export interface Look {
  alarms: Alarm[];
  /** Marks of the current round, the new ones included. */
  told: string[];
  /** Epoch ms; null when only an event can change anything. */
  nextLookAt: number | null;
}

/**
 * @param told marks already told; those of earlier rounds are let go
 * @param snoozedUntilMs when the case wakes up, null when it does not sleep
 */
export function lookAtClock(input: {
  steps: readonly EscalationStep[];
  reading: ClockReading;
  calendar: Calendar;
  told: readonly string[];
  nowMs: number;
  snoozedUntilMs: number | null;
}): Look {
  const { steps, reading, calendar, nowMs } = input;
  const prefix = `${reading.round}:`;
  const told = new Set(input.told.filter((mark) => mark.startsWith(prefix)));
  const alarms: Alarm[] = [];
  const say = (alarm: Alarm) => {
    if (!told.has(alarm.mark)) alarms.push(alarm);
    told.add(alarm.mark);
  };
  if (reading.state === 'active' || reading.state === 'active_with_misses') {
    const late = reading.breachedAt !== null;
    // "Due soon" is no longer true of a clock that is late already.
    if (reading.warnAt !== null && reading.warnAt <= nowMs && !late) say({ mark: `${prefix}warned`, type: 'warned' });
    if (late) say({ mark: `${prefix}breached`, type: 'breached' });
    const names = stepNames(steps);
    for (const { index, step } of dueSteps(steps, reading, calendar, nowMs)) {
      say({ mark: `${prefix}${names[index]}`, type: 'escalated', index, step });
    }
  }
  return { alarms, told: [...told], nextLookAt: nextLookAt(steps, reading, calendar, nowMs, input.snoozedUntilMs) };
}

/** Names steps by what they do, not by place or wait: editing a ladder does not climb it again. */
function stepNames(steps: readonly EscalationStep[]): string[] {
  const seen = new Map<string, number>();
  return steps.map(({ on, action, clocks }) => {
    const team = action.type === 'reassign_team' ? `=${action.teamId}` : '';
    const name = `${on}:${action.type}${team}:${[...(clocks ?? [])].sort().join('+')}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name}#${count}`;
  });
}
