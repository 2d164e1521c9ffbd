// Seeds calendars with China's official holidays and make-up workdays; from then on they are the workspace's own, editable data.
import chineseDays from 'chinese-days';

export interface ChinaDays {
  /** Weekdays without work, `YYYY-MM-DD`. */
  holidays: string[];
  /** Saturdays and Sundays with work (调休). */
  workdays: string[];
  /** Last year with an announcement by the State Council; later years are plain weeks. */
  announcedThroughYear: number;
}

/**
 * The days on which China's working week differs from Monday to Friday. Weekends inside a holiday are listed as holidays too, so that
 * a shop that works at weekends closes on them.
 * @param fromYear first year, 2004 or later
 * @param toYear last year, inclusive
 */
export function chinaCalendar(fromYear: number, toYear: number): ChinaDays {
  const holidays: string[] = [];
  const workdays: string[] = [];
  for (let year = fromYear; year <= toYear; year += 1) {
    for (let dayOfYear = 1; dayOfYear <= 366; dayOfYear += 1) {
      // Noon of the machine's own day: the package reads dates in local time, and a text would shift by a day west of Greenwich.
      const day = new Date(year, 0, dayOfYear, 12);
      if (day.getFullYear() !== year) break;
      const detail = chineseDays.getDayDetail(day);
      if (!isAnnounced(detail.name)) continue;
      if (!detail.work) holidays.push(detail.date);
      else workdays.push(detail.date);
    }
  }
  return { holidays, workdays, announcedThroughYear: announcedThrough(toYear) };
}

/** Announced days carry `English,中文,days off`; plain days only the name of the weekday. */
function isAnnounced(name: string): boolean {
  return name.includes(',');
}

function announcedThrough(toYear: number): number {
  for (let year = toYear; year > 2003; year -= 1) {
    if (isAnnounced(chineseDays.getDayDetail(new Date(year, 9, 1, 12)).name)) return year;
  }
  return 2003;
}
