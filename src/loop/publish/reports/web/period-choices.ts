// Periods people ask for by name: the month and the quarter that ended last.
import { monthBefore } from '../core/report-period.ts';

export interface DayRange {
  from: string;
  to: string;
}

/** @param today `YYYY-MM-DD` */
export function lastMonth(today: string): DayRange {
  return monthBefore(today);
}

/** The calendar quarter before the one a day lies in. */
export function lastQuarter(today: string): DayRange {
  const month = Number(today.slice(5, 7));
  const first = `${today.slice(0, 5)}${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
  const last = monthBefore(first);
  const middle = monthBefore(last.from);
  return { from: monthBefore(middle.from).from, to: last.to };
}
