// A business calendar as plain data: when a team works, in its own wall-clock time, checked before anybody relies on it.
import { z } from 'zod';
import { isDate, timeOfDayMs, type Weekday } from './civil-date.ts';

const TIME_FROM = /^([01]\d|2[0-3]):[0-5]\d$/;
const TIME_TO = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/**
 * One stretch of work in wall-clock time. `to` at or before `from` means the next day (`22:00`-`06:00`); the shift belongs to the date
 * on which it starts. A whole day is `00:00`-`24:00`.
 */
export const shiftSchema = z
  .object({ from: z.string().regex(TIME_FROM, 'time_invalid'), to: z.string().regex(TIME_TO, 'time_invalid') })
  .refine((shift) => shift.from !== shift.to, { message: 'shift_empty' });
export type Shift = z.infer<typeof shiftSchema>;

/** The shifts of one day: in any order, not overlapping, and only the last may pass midnight. */
export const shiftsSchema = z
  .array(shiftSchema)
  .max(24, 'too_many_shifts')
  .refine((shifts) => !overlap(shifts), { message: 'shifts_overlap' });

const dateSchema = z.string().refine(isDate, { message: 'date_invalid' });
const weekdaySchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** A make-up workday 调休: works Monday's shifts, or those of the weekday named in `like`. */
export const workdaySchema = z.union([dateSchema, z.object({ on: dateSchema, like: weekdaySchema })]);

const weekSchema = z.object({
  1: shiftsSchema.default([]),
  2: shiftsSchema.default([]),
  3: shiftsSchema.default([]),
  4: shiftsSchema.default([]),
  5: shiftsSchema.default([]),
  6: shiftsSchema.default([]),
  7: shiftsSchema.default([]),
});

/**
 * Validates a calendar. For one date the order is: override, then make-up workday, then holiday, then the week.
 * Issue messages are codes: time_invalid, shift_empty, shifts_overlap, too_many_shifts, date_invalid, time_zone_unknown,
 * holiday_and_workday, never_open.
 */
export const calendarSchema = z
  .object({
    timeZone: z.string().max(64).refine(isTimeZone, { message: 'time_zone_unknown' }),
    week: weekSchema,
    holidays: z.array(dateSchema).max(4000).default([]),
    workdays: z.array(workdaySchema).max(2000).default([]),
    overrides: z.record(dateSchema, shiftsSchema).optional(),
  })
  .superRefine((calendar, context) => {
    const holidays = new Set(calendar.holidays);
    calendar.workdays.forEach((workday, index) => {
      const date = typeof workday === 'string' ? workday : workday.on;
      if (holidays.has(date))
        context.addIssue({ code: 'custom', message: 'holiday_and_workday', path: ['workdays', index] });
    });
    const opens = Object.values(calendar.week).some((shifts) => shifts.length > 0);
    const opensOnce = Object.values(calendar.overrides ?? {}).some((shifts) => shifts.length > 0);
    if (!opens && !opensOnce) context.addIssue({ code: 'custom', message: 'never_open', path: ['week'] });
  });

/** A checked calendar. Treat it as immutable: the engine remembers what it worked out for each object. */
export interface Calendar {
  /** IANA name, for example `Asia/Shanghai`. */
  timeZone: string;
  /** Shifts by ISO weekday, 1 = Monday. */
  week: Record<Weekday, Shift[]>;
  /** Dates without work. */
  holidays: string[];
  /** Make-up workdays. */
  workdays: (string | { on: string; like: Weekday })[];
  /** Exact shifts of single dates; an empty list closes the date. */
  overrides?: Record<string, Shift[]> | undefined;
}

const ALL_DAY: Shift[] = [{ from: '00:00', to: '24:00' }];

/** A calendar that never closes; working time on it is elapsed time. */
export function aroundTheClock(timeZone: string): Calendar {
  return {
    timeZone,
    week: { 1: ALL_DAY, 2: ALL_DAY, 3: ALL_DAY, 4: ALL_DAY, 5: ALL_DAY, 6: ALL_DAY, 7: ALL_DAY },
    holidays: [],
    workdays: [],
  };
}

/** Tells whether the machine's time zone database knows an IANA name. Fixed offsets such as `+08:00` are no names. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function overlap(shifts: readonly Shift[]): boolean {
  const sorted = shifts
    .map((shift) => ({ from: timeOfDayMs(shift.from), to: timeOfDayMs(shift.to) }))
    .sort((a, b) => a.from - b.from);
  return sorted.some((shift, index) => {
    const next = sorted[index + 1];
    return next !== undefined && (shift.to <= shift.from || shift.to > next.from);
  });
}
