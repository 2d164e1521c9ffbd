// Finds where to begin in an open file of a journal without reading what comes before: numbers and moments of its lines only grow.
import type { FileHandle } from 'node:fs/promises';
import type { LiveEvent } from '../../../stream/core/live-event.contract.ts';

/** Below so many bytes reading on is as fast as looking further. */
const NEAR = 256 * 1024;
const WINDOW = 64 * 1024;

/**
 * @param isBefore whether a line comes before those wanted; true for the first lines, then false for all others
 * @returns byte at which a line begins, none of the wanted ones before it; at most about 256 KB too early
 */
export async function seekLine(handle: FileHandle, isBefore: (event: LiveEvent) => boolean): Promise<number> {
  let low = 0;
  let high = (await handle.stat()).size;
  while (high - low > NEAR) {
    const middle = Math.floor((low + high) / 2);
    const found = await lineAfter(handle, middle, high);
    if (found && isBefore(found.event)) low = found.at;
    else high = middle;
  }
  return low;
}

/** The first whole line that begins after a byte; null when none can be read before `end`. */
async function lineAfter(
  handle: FileHandle,
  from: number,
  end: number,
): Promise<{ at: number; event: LiveEvent } | null> {
  let text = Buffer.alloc(0);
  for (let at = from; at < end; at += WINDOW) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(WINDOW), 0, WINDOW, at);
    text = Buffer.concat([text, buffer.subarray(0, bytesRead)]);
    const begin = text.indexOf(10) + 1;
    const stop = begin === 0 ? -1 : text.indexOf(10, begin);
    if (stop >= 0) return parsed(text.subarray(begin, stop).toString('utf8'), from + begin);
    if (bytesRead < WINDOW) return null;
  }
  return null;
}

function parsed(line: string, at: number): { at: number; event: LiveEvent } | null {
  try {
    return { at, event: JSON.parse(line) as LiveEvent };
  } catch {
    // A damaged line says nothing; reading begins before it.
    return null;
  }
}
