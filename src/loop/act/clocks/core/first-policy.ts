// The calendars and the policy a workspace starts with: ordinary, editable data with values a shop can live with on its first day.
import { aroundTheClock, type Calendar, type Shift } from '../../../../kit/calendar/calendar.ts';
import type { EscalationStep, PolicyDraft } from './clock.contract.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A day of the standard calendar: 09:00-12:00 and 13:30-18:00. */
const DAY = 7.5 * HOUR;

const OFFICE: Shift[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const STREAM: Shift[] = [
  { from: '10:00', to: '14:00' },
  { from: '19:00', to: '02:00' },
];

/** @param days official days off and make-up workdays; empty outside China */
export function standardCalendar(timeZone: string, days: Pick<Calendar, 'holidays' | 'workdays'>): Calendar {
  return { timeZone, week: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE, 6: [], 7: [] }, ...days };
}

/** Live streams run on every day of the year, also past midnight. */
export function streamCalendar(timeZone: string): Calendar {
  const week = { 1: STREAM, 2: STREAM, 3: STREAM, 4: STREAM, 5: STREAM, 6: STREAM, 7: STREAM };
  return { timeZone, week, holidays: [], workdays: [] };
}

export const roundTheClockCalendar = aroundTheClock;

const LADDER: EscalationStep[] = [
  { on: 'warn', afterMs: 0, action: { type: 'notify_owner' } },
  { on: 'breach', afterMs: 0, action: { type: 'notify_manager' } },
  { on: 'breach', afterMs: DAY, clocks: ['frt', 'rt'], action: { type: 'raise_priority' } },
];

/** All spans are working time of the default calendar. */
export function firstPolicy(name: string): PolicyDraft {
  return {
    name,
    enabled: true,
    calendarId: null,
    conditions: {},
    targets: { frtMs: 4 * HOUR, nrtMs: DAY, rtMs: 3 * DAY },
    targetsByPriority: {
      urgent: { frtMs: 30 * MINUTE, nrtMs: HOUR, rtMs: DAY },
      high: { frtMs: 2 * HOUR, nrtMs: 4 * HOUR, rtMs: 2 * DAY },
      low: { frtMs: DAY, nrtMs: 2 * DAY, rtMs: 5 * DAY },
      none: { frtMs: 2 * DAY, nrtMs: 2 * DAY, rtMs: 10 * DAY },
    },
    stages: [
      { stage: 'collect', teamId: null, targetMs: 24 * HOUR },
      { stage: 'classify', teamId: null, targetMs: 48 * HOUR },
      { stage: 'handle', teamId: null, targetMs: 72 * HOUR },
      { stage: 'confirm', teamId: null, targetMs: 72 * HOUR },
    ],
    warnMs: 15 * MINUTE,
    escalation: LADDER,
  };
}
