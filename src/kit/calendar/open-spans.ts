// Compiles a calendar into spans of instants, one block of days at a time, so that asking for working time is a binary search.
import type { Calendar, Shift } from './calendar.ts';
import { DAY_MS, dayNumber, timeOfDayMs, type Weekday, weekdayOf } from './civil-date.ts';
import { offsetsBetween } from './zone-offsets.ts';

/** Length of a block; blocks are aligned to the epoch. */
export const BLOCK_MS = 28 * DAY_MS;

/** Open time of one block: span i is `[starts[i], ends[i])`, and `before[i]` ms of open time precede it within the block. */
export interface OpenBlock {
  starts: number[];
  ends: number[];
  before: number[];
  totalMs: number;
}

/** A calendar made ready for questions. */
export interface CompiledCalendar {
  /** True when it never closes: working time is elapsed time. */
  always: boolean;
  block(index: number): OpenBlock;
}

/** A shift in ms after midnight of its date; `to` may lie beyond 24 h. */
type LocalSpan = readonly [from: number, to: number];

const compiled = new WeakMap<Calendar, CompiledCalendar>();

/** Compiles a calendar once for each object; blocks are worked out when first asked for. */
export function compileCalendar(calendar: Calendar): CompiledCalendar {
  const known = compiled.get(calendar);
  if (known) return known;
  const spansOf = daySpans(calendar);
  const blocks = new Map<number, OpenBlock>();
  const made: CompiledCalendar = {
    always: isAlways(calendar),
    block(index) {
      const ready = blocks.get(index);
      if (ready) return ready;
      const block = makeBlock(calendar.timeZone, spansOf, index);
      blocks.set(index, block);
      return block;
    },
  };
  compiled.set(calendar, made);
  return made;
}

function isAlways(calendar: Calendar): boolean {
  const whole = (shifts: Shift[]) => shifts.some((shift) => shift.from === '00:00' && shift.to === '24:00');
  return (
    calendar.holidays.length === 0 &&
    Object.values(calendar.week).every(whole) &&
    Object.values(calendar.overrides ?? {}).every(whole)
  );
}

function toLocal(shifts: readonly Shift[]): LocalSpan[] {
  return shifts.map((shift) => {
    const from = timeOfDayMs(shift.from);
    const to = timeOfDayMs(shift.to);
    return [from, to <= from ? to + DAY_MS : to];
  });
}

/** Answers which shifts start on a day: override before make-up workday before holiday before the week. */
function daySpans(calendar: Calendar): (day: number) => readonly LocalSpan[] {
  const week = new Map<Weekday, LocalSpan[]>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) week.set(weekday, toLocal(calendar.week[weekday]));
  const special = new Map<number, readonly LocalSpan[]>();
  for (const date of calendar.holidays) special.set(dayNumber(date), []);
  for (const workday of calendar.workdays) {
    const { on, like } = typeof workday === 'string' ? { on: workday, like: 1 as const } : workday;
    special.set(dayNumber(on), week.get(like)!);
  }
  for (const [date, shifts] of Object.entries(calendar.overrides ?? {})) special.set(dayNumber(date), toLocal(shifts));
  return (day) => special.get(day) ?? week.get(weekdayOf(day))!;
}

/**
 * An instant is open when the wall clock then shows a time inside a shift. Each stretch of constant offset is therefore cut against
 * the shifts on its own: time skipped in spring never exists, time shown twice in autumn counts twice.
 */
function makeBlock(timeZone: string, spansOf: (day: number) => readonly LocalSpan[], index: number): OpenBlock {
  const fromMs = index * BLOCK_MS;
  const toMs = fromMs + BLOCK_MS;
  const block: OpenBlock = { starts: [], ends: [], before: [], totalMs: 0 };
  const stretches = offsetsBetween(timeZone, fromMs, toMs);
  stretches.forEach((stretch, position) => {
    const endMs = stretches[position + 1]?.fromMs ?? toMs;
    const { fromMs: startMs, offsetMs } = stretch;
    const firstDay = Math.floor((startMs + offsetMs) / DAY_MS) - 1; // the night shift of the day before may still run
    const lastDay = Math.floor((endMs + offsetMs) / DAY_MS);
    const pieces: [number, number][] = [];
    for (let day = firstDay; day <= lastDay; day += 1) {
      for (const [from, to] of spansOf(day)) {
        const start = Math.max(day * DAY_MS + from - offsetMs, startMs);
        const end = Math.min(day * DAY_MS + to - offsetMs, endMs);
        if (start < end) pieces.push([start, end]);
      }
    }
    pieces.sort((a, b) => a[0] - b[0]);
    for (const [start, end] of pieces) append(block, start, end);
  });
  for (let i = 0; i < block.starts.length; i += 1) {
    block.before.push(block.totalMs);
    block.totalMs += block.ends[i]! - block.starts[i]!;
  }
  return block;
}

/** Adds a span behind the others, joining it to the last one where they touch or overlap. */
function append(block: OpenBlock, start: number, end: number): void {
  const last = block.ends.length - 1;
  if (last >= 0 && start <= block.ends[last]!) block.ends[last] = Math.max(block.ends[last]!, end);
  else {
    block.starts.push(start);
    block.ends.push(end);
  }
}
