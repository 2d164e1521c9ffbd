// Answers the only three questions anybody asks of a business calendar: when is it next open, how much, and until when.
import { ok, type Result, refuse } from '../result.ts';
import type { Calendar } from './calendar.ts';
import { BLOCK_MS, compileCalendar, type OpenBlock } from './open-spans.ts';

/** How far ahead a search looks before it gives up: about 30 years. */
const HORIZON_BLOCKS = 392;
const EARLIEST_MS = Date.UTC(1900, 0, 1);
const LATEST_MS = Date.UTC(2300, 0, 1);

/** Said when a calendar has not enough open time within about 30 years: it closes for good, or the span is absurd. */
export type NoOpenTime = 'no_open_time';

/**
 * The earliest instant by which `ms` of working time have passed since `instantMs`. So work of exactly one day started at opening
 * is due at closing, not at the next opening; zero gives the instant itself.
 * @param instantMs epoch ms, years 1900 to 2300
 * @param ms working time, 0 or more
 * @throws RangeError on a negative or non-finite argument (a fault of the caller)
 */
export function addWorkingMs(calendar: Calendar, instantMs: number, ms: number): Result<number, NoOpenTime> {
  checkInstant(instantMs);
  if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`not a span of working time: ${ms}`);
  if (ms === 0) return ok(instantMs);
  const compiled = compileCalendar(calendar);
  if (compiled.always) return instantMs + ms < LATEST_MS ? ok(instantMs + ms) : refuse('no_open_time');
  const first = Math.floor(instantMs / BLOCK_MS);
  let left = ms + openBefore(compiled.block(first), instantMs);
  for (let index = first; index < first + HORIZON_BLOCKS; index += 1) {
    const block = compiled.block(index);
    if (left <= block.totalMs) {
      const span = lastBelow(block.before, left);
      return ok(block.starts[span]! + left - block.before[span]!);
    }
    left -= block.totalMs;
  }
  return refuse('no_open_time');
}

/** Working time from `aMs` to `bMs` in ms; negative when `bMs` is the earlier one. Both are epoch ms, years 1900 to 2300. */
export function workingMsBetween(calendar: Calendar, aMs: number, bMs: number): number {
  checkInstant(aMs);
  checkInstant(bMs);
  if (bMs < aMs) return -workingMsBetween(calendar, bMs, aMs);
  const compiled = compileCalendar(calendar);
  if (compiled.always) return bMs - aMs;
  const first = Math.floor(aMs / BLOCK_MS);
  const last = Math.floor(bMs / BLOCK_MS);
  let total = openBefore(compiled.block(last), bMs) - openBefore(compiled.block(first), aMs);
  for (let index = first; index < last; index += 1) total += compiled.block(index).totalMs;
  return total;
}

/** The instant itself when the calendar is open then, else the next opening. */
export function nextWorkingInstant(calendar: Calendar, instantMs: number): Result<number, NoOpenTime> {
  checkInstant(instantMs);
  const compiled = compileCalendar(calendar);
  if (compiled.always) return ok(instantMs);
  const first = Math.floor(instantMs / BLOCK_MS);
  for (let index = first; index < first + HORIZON_BLOCKS; index += 1) {
    const block = compiled.block(index);
    const at = lastBelow(block.starts, instantMs + 1);
    if (at >= 0 && instantMs < block.ends[at]!) return ok(instantMs);
    const next = block.starts[at + 1];
    if (next !== undefined) return ok(next);
  }
  return refuse('no_open_time');
}

/** Open time of a block before an instant. */
function openBefore(block: OpenBlock, instantMs: number): number {
  const span = lastBelow(block.starts, instantMs);
  if (span < 0) return 0;
  return block.before[span]! + Math.min(instantMs, block.ends[span]!) - block.starts[span]!;
}

/** Index of the last value below `limit` in ascending values; -1 when none is. */
function lastBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function checkInstant(instantMs: number): void {
  if (!(instantMs >= EARLIEST_MS && instantMs < LATEST_MS))
    throw new RangeError(`not an instant of 1900-2300: ${instantMs}`);
}
