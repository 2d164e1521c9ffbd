// Many days as few bars of equal length, empty days kept as gaps.
import { nextDay } from '../../../../ui/zone-day.ts';

export interface DayBar {
  /** both days included */
  from: string;
  to: string;
  count: number;
}

const DAY_MS = 86_400_000;

/** @param days with feedback, oldest first @param most bars at most */
export function barsOf(days: readonly { value: string; count: number }[], most: number): DayBar[] {
  const first = days[0]?.value;
  const last = days.at(-1)?.value;
  if (!first || !last) return [];
  const at = (day: string) => Math.round((Date.parse(day) - Date.parse(first)) / DAY_MS);
  const length = Math.ceil((at(last) + 1) / most);
  const bars: DayBar[] = [];
  for (let day = first; day <= last; ) {
    const from = day;
    let to = day;
    for (let step = 1; step < length && nextDay(to) <= last; step += 1) to = nextDay(to);
    bars.push({ from, to, count: 0 });
    day = nextDay(to);
  }
  for (const one of days) {
    const bar = bars[Math.floor(at(one.value) / length)];
    if (bar) bar.count += one.count;
  }
  return bars;
}
