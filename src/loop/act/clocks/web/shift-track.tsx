// Draws one day's shifts as bars; a shift past midnight stays one bar that runs into the next day.
import type { CSSProperties } from 'react';
import type { Shift } from '../../../../kit/calendar/calendar.ts';
import { timeOfDayMs, type Weekday } from '../../../../kit/calendar/civil-date.ts';
import './calendar.css';

const HOUR = 3_600_000;
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The end of a shift in hours after the midnight it starts from; more than 24 when it passes the next one. */
export function endHour(shift: Shift): number {
  const to = timeOfDayMs(shift.to) / HOUR;
  return to <= timeOfDayMs(shift.from) / HOUR ? to + 24 : to;
}

/** How far the drawing reaches: 24 hours, or further in steps of six when a shift passes midnight. */
export function reachOf(days: readonly (readonly Shift[])[]): number {
  const last = Math.max(24, ...days.flat().map(endHour).filter(Number.isFinite));
  return Math.ceil(last / 6) * 6;
}

export function ShiftTrack({ shifts, reach, small }: { shifts: readonly Shift[]; reach: number; small?: boolean }) {
  const share = (hours: number) => `${(hours / reach) * 100}%`;
  return (
    <div
      className={small ? 'hy-track hy-track-small' : 'hy-track'}
      style={{ '--parts': reach / 6 } as CSSProperties}
      aria-hidden
    >
      {reach > 24 && <i style={{ left: share(24) }} />}
      {shifts.map((shift) => {
        const from = timeOfDayMs(shift.from) / HOUR;
        const length = endHour(shift) - from;
        if (!Number.isFinite(length)) return null;
        return <span key={`${shift.from} ${shift.to}`} style={{ left: share(from), width: share(length) }} />;
      })}
    </div>
  );
}

/** The hours under the tracks; those of the next day are marked. */
export function TrackScale({ reach, nextDay }: { reach: number; nextDay: (hour: number) => string }) {
  const marks = Array.from({ length: reach / 6 + 1 }, (_, index) => index * 6);
  return (
    <div className="hy-scale" aria-hidden>
      {marks.map((hour) => (
        <span key={hour} style={{ left: `${(hour / reach) * 100}%` }}>
          {hour > 24 ? nextDay(hour - 24) : hour}
        </span>
      ))}
    </div>
  );
}

/** Seven thin lines that tell one calendar from another at a glance. */
export function TinyWeek({ week }: { week: Record<Weekday, Shift[]> }) {
  const reach = reachOf(WEEKDAYS.map((day) => week[day]));
  return (
    <div className="hy-tiny-week" aria-hidden>
      {WEEKDAYS.map((day) => (
        <ShiftTrack key={day} shifts={week[day]} reach={reach} small />
      ))}
    </div>
  );
}
