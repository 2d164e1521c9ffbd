// The small language in which the worked clock cases are written, read without any help from the engine under test.
import { aroundTheClock, type Calendar, type Shift } from '../../../../kit/calendar/calendar.ts';
import type { ClockEvent, ClockSpec, ClockState } from '../core/clock-history.contract.ts';

/** What a case promises. Instants are `MM-DD HH:MM` of 2026 on the calendar's usual offset, or with an offset of their own. */
export interface Expected {
  is: ClockState;
  /** Working time used, `2h30m`. */
  used: string;
  due?: string | null;
  warn?: string | null;
  breached?: string | null;
  ended?: string | null;
  round?: number;
  misses?: number;
}

/** One worked case: on a calendar, a clock, what happened, when we look, what we must see (null: not started). */
export interface WorkedCase {
  name: string;
  on: CalendarName;
  clock: string;
  history: string[];
  now: string;
  expect: Expected | null;
}

/** Shorthand that keeps a case on two or three lines. */
export function c(
  name: string,
  on: CalendarName,
  clock: string,
  history: string[],
  now: string,
  expect: Expected | null,
): WorkedCase {
  return { name, on, clock, history, now, expect };
}

function shifts(text: string): Shift[] {
  return text === '' ? [] : text.split(' ').map((part) => ({ from: part.slice(0, 5), to: part.slice(6) }));
}

function hours(timeZone: string, weekdays: string, saturday = '', sunday = '', rest: Partial<Calendar> = {}): Calendar {
  const day = shifts(weekdays);
  const week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: shifts(saturday), 7: shifts(sunday) };
  return { timeZone, week, holidays: [], workdays: [], ...rest };
}

const daily = (timeZone: string, text: string) => hours(timeZone, text, text, text);
const SH = 'Asia/Shanghai';
const range = (month: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `2026-${month}-${String(from + i).padStart(2, '0')}`);

/** State Council notice for 2026. */
const CHINA_2026 = {
  holidays: [
    ...range('01', 1, 3),
    ...range('02', 15, 23),
    ...range('04', 4, 6),
    ...range('05', 1, 5),
    ...range('06', 19, 21),
    ...range('09', 25, 27),
    ...range('10', 1, 7),
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

/** Calendars of the cases, each with the offset that its plain instants are written in. */
export const CALENDARS = {
  /** 7 h 30 a day: 3 h, lunch, 4 h 30. China's holidays and make-up workdays. */
  office: { calendar: hours(SH, '09:00-12:00 13:30-18:00', '', '', CHINA_2026), offset: '+08:00' },
  /** 9 h a day, no holidays. */
  plain: { calendar: hours(SH, '09:00-18:00'), offset: '+08:00' },
  always: { calendar: aroundTheClock(SH), offset: '+08:00' },
  /** A live room: 6 h every night. */
  live: { calendar: daily(SH, '20:00-02:00'), offset: '+08:00' },
  /** 8 h nights from Monday evening to Saturday morning; Wednesday 4 February is a holiday. */
  nights: { calendar: hours(SH, '22:00-06:00', '', '', { holidays: ['2026-02-04'] }), offset: '+08:00' },
  /** The night shift hands over to an early shift; together 21:00-08:00, 11 h. */
  handover: { calendar: daily(SH, '04:00-08:00 21:00-05:00'), offset: '+08:00' },
  evening: { calendar: daily(SH, '18:00-00:00'), offset: '+08:00' },
  /** Short Fridays; Saturday 14 February is worked like a Friday. */
  swap: {
    calendar: {
      ...hours(SH, '09:00-18:00', '', '', { workdays: [{ on: '2026-02-14', like: 5 }] }),
      week: { ...hours(SH, '09:00-18:00').week, 5: shifts('09:00-15:00') },
    },
    offset: '+08:00',
  },
  /** Double 11 is worked through although it is listed as a holiday; the day after is closed. */
  promo: {
    calendar: hours(SH, '09:00-18:00', '', '', {
      holidays: ['2026-11-11'],
      overrides: { '2026-11-11': shifts('00:00-24:00'), '2026-11-12': [] },
    }),
    offset: '+08:00',
  },
  newYork: { calendar: hours('America/New_York', '09:00-17:00'), offset: '-05:00' },
  newYorkAlways: { calendar: aroundTheClock('America/New_York'), offset: '-05:00' },
  newYorkSmallHours: { calendar: daily('America/New_York', '00:00-06:00'), offset: '-05:00' },
  newYorkTwoToThree: { calendar: daily('America/New_York', '02:00-03:00'), offset: '-05:00' },
  newYorkHalfTwo: { calendar: daily('America/New_York', '02:30-06:00'), offset: '-05:00' },
  newYorkOneToTwo: { calendar: daily('America/New_York', '01:00-02:00'), offset: '-05:00' },
  newYorkNight: { calendar: daily('America/New_York', '22:00-06:00'), offset: '-05:00' },
  london: { calendar: hours('Europe/London', '09:00-17:30'), offset: '+00:00' },
  berlin: { calendar: daily('Europe/Berlin', '01:00-04:00'), offset: '+01:00' },
  lordHowe: { calendar: daily('Australia/Lord_Howe', '01:00-04:00'), offset: '+10:30' },
  sydney: { calendar: hours('Australia/Sydney', '08:00-16:00'), offset: '+10:00' },
  kolkata: { calendar: hours('Asia/Kolkata', '10:00-19:00', '10:00-19:00'), offset: '+05:30' },
  kathmandu: { calendar: hours('Asia/Kathmandu', '10:00-17:00'), offset: '+05:45' },
  havana: { calendar: daily('America/Havana', '22:00-02:00'), offset: '-05:00' },
  apia: { calendar: hours('Pacific/Apia', '09:00-17:00'), offset: '+13:00' },
} satisfies Record<string, { calendar: Calendar; offset: string }>;
export type CalendarName = keyof typeof CALENDARS;

/** Epoch ms of `[YYYY-]MM-DD HH:MM[±HH:MM]`. */
export function instant(text: string, on: CalendarName): number {
  const found = /^(\d{4}-)?(\d\d-\d\d) (\d\d:\d\d)([+-]\d\d:\d\d)?$/.exec(text);
  if (!found) throw new Error(`not an instant: ${text}`);
  return Date.parse(`${found[1] ?? '2026-'}${found[2]}T${found[3]}:00${found[4] ?? CALENDARS[on].offset}`);
}

/** Milliseconds of `1h`, `1h30m`, `45m`. */
export function spanMs(text: string): number {
  const found = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(text);
  if (!found || text === '') throw new Error(`not a span: ${text}`);
  return (Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0)) * 60_000;
}

/** Reads `frt 2h`, `rt 4h warn 1h`, `stage:collect 24h`; warns 15 minutes ahead unless told. */
export function clockOf(text: string): ClockSpec {
  const [key, target, , warn] = text.split(' ');
  const [kind, stage] = key!.split(':');
  return {
    kind: kind as ClockSpec['kind'],
    ...(stage ? { stage } : {}),
    targetMs: spanMs(target!),
    warnMs: spanMs(warn ?? '15m'),
  };
}

/** Reads `<instant> <what> [more]`. */
export function eventOf(text: string, on: CalendarName): ClockEvent {
  const found = /^((?:\d{4}-)?\d\d-\d\d \d\d:\d\d(?:[+-]\d\d:\d\d)?) (\w+) ?(.*)$/.exec(text);
  if (!found) throw new Error(`not an event: ${text}`);
  const [, when, what, more] = found as unknown as [string, string, string, string];
  const atMs = instant(when, on);
  switch (what) {
    case 'opened':
      return more ? { type: 'opened', atMs, stage: more } : { type: 'opened', atMs };
    case 'message':
      return { type: 'customer_message', atMs };
    case 'reply':
      return { type: 'reply', by: 'member', atMs };
    case 'bot':
      return { type: 'reply', by: 'bot', atMs };
    case 'new':
    case 'open':
    case 'pending':
    case 'on_hold':
      return { type: 'status', to: what, atMs };
    case 'snoozed':
      return { type: 'snoozed', untilMs: instant(more, on), atMs };
    case 'stage':
      return { type: 'stage_entered', stage: more, atMs };
    case 'calendar':
      return { type: 'calendar_changed', calendar: CALENDARS[more as CalendarName].calendar, atMs };
    case 'target': {
      const [key, target, , warn] = more.split(' ');
      const promise =
        target === 'none' ? null : { targetMs: spanMs(target!), ...(warn ? { warnMs: spanMs(warn) } : {}) };
      return { type: 'policy_changed', targets: { [key!]: promise }, atMs };
    }
    case 'unsnoozed':
    case 'resolved':
    case 'reopened':
    case 'verified':
    case 'closed':
    case 'merged':
    case 'unmerged':
      return { type: what, atMs };
    default:
      throw new Error(`not an event: ${text}`);
  }
}
