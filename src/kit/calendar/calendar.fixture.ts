// Random but valid calendars for property tests, with dates around changes of the clocks.
import fc from 'fast-check';
import type { Calendar, Shift } from './calendar.ts';

const time = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;

/** Up to three shifts on quarter hours; the last may pass midnight. */
export const anyShifts: fc.Arbitrary<Shift[]> = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 0, maxLength: 6 }), fc.boolean())
  .map(([quarters, night]) => {
    const marks = [...quarters].sort((a, b) => a - b);
    const shifts: Shift[] = [];
    for (let i = 0; i + 1 < marks.length; i += 2) shifts.push({ from: time(marks[i]!), to: time(marks[i + 1]!) });
    if (marks.length % 2 === 1)
      shifts.push({ from: time(marks.at(-1)!), to: night && marks[0]! > 0 ? time(marks[0]!) : '24:00' });
    return shifts.filter((shift) => shift.from !== shift.to);
  });

const SPRING = ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09', '2026-03-28', '2026-03-29', '2026-03-30'];
const AUTUMN = ['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-31', '2026-11-01', '2026-11-02', '2026-10-04'];

/** Zones with and without changes of the clocks, by whole and half hours, at two in the morning and at midnight. */
export const ZONES = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Auckland',
  'UTC',
];

/** A calendar that is open at some time of every week. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    days: fc.array(anyShifts, { minLength: 7, maxLength: 7 }),
    monday: fc.integer({ min: 0, max: 40 }),
    holidays: fc.uniqueArray(fc.constantFrom(...SPRING, ...AUTUMN), { maxLength: 4 }),
    workdays: fc.uniqueArray(fc.constantFrom(...SPRING, ...AUTUMN), { maxLength: 2 }),
    like: fc.constantFrom(1, 5, 6) as fc.Arbitrary<1 | 5 | 6>,
    override: fc.option(fc.tuple(fc.constantFrom(...SPRING, ...AUTUMN), anyShifts), { nil: undefined }),
  })
  .map(({ timeZone, days, monday, holidays, workdays, like, override }) => ({
    timeZone,
    week: {
      1: [{ from: time(monday), to: time(monday + 20) }],
      2: days[1]!,
      3: days[2]!,
      4: days[3]!,
      5: days[4]!,
      6: days[5]!,
      7: days[6]!,
    },
    holidays: holidays.filter((date) => !workdays.includes(date)),
    workdays: workdays.map((on, index) => (index === 0 ? on : { on, like })),
    ...(override ? { overrides: { [override[0]]: override[1] } } : {}),
  }));

/** A whole minute in the days around a change of the clocks somewhere in the world. */
export const anyInstant: fc.Arbitrary<number> = fc
  .tuple(
    fc.constantFrom('2026-03-06', '2026-03-27', '2026-04-03', '2026-10-02', '2026-10-23', '2026-10-30', '2026-06-10'),
    fc.integer({ min: 0, max: 4 * 1440 }),
  )
  .map(([date, minutes]) => Date.parse(`${date}T00:00:00Z`) + minutes * 60_000);
