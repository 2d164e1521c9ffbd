// Checks the seeded days against the State Council's notice for 2026 and against the machine's own time zone.
import { describe, expect, it } from 'vitest';
import { calendarSchema } from '../../../../kit/calendar/calendar.ts';
import { chinaCalendar } from './china-calendar.ts';

describe('chinaCalendar', () => {
  it('has the make-up workdays of 2026', () => {
    expect(chinaCalendar(2026, 2026).workdays).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('has Spring Festival and National Day of 2026', () => {
    const { holidays } = chinaCalendar(2026, 2026);
    expect(holidays.filter((date) => date.startsWith('2026-02'))).toHaveLength(9);
    expect(holidays).toContain('2026-02-15');
    expect(holidays).toContain('2026-02-23');
    expect(holidays).not.toContain('2026-02-24');
    expect(holidays.filter((date) => date.startsWith('2026-10'))).toHaveLength(7);
  });

  it('spans years in order, each day once, no day both off and on', () => {
    const { holidays, workdays } = chinaCalendar(2024, 2026);
    expect([...new Set(holidays)].sort()).toEqual(holidays);
    expect(holidays.some((date) => workdays.includes(date))).toBe(false);
    const day = [{ from: '09:00', to: '18:00' }];
    expect(calendarSchema.safeParse({ timeZone: 'Asia/Shanghai', week: { 1: day }, holidays, workdays }).success).toBe(
      true,
    );
  });

  it('says how far the announcements go', () => {
    expect(chinaCalendar(2025, 2099).announcedThroughYear).toBeGreaterThanOrEqual(2026);
    expect(chinaCalendar(2099, 2099).holidays).toEqual([]);
  });

  it.each(['America/New_York', 'Pacific/Kiritimati', 'UTC'])('is the same on a machine in %s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(chinaCalendar(2026, 2026).workdays).toContain('2026-02-14');
      expect(chinaCalendar(2026, 2026).holidays).toHaveLength(33);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
