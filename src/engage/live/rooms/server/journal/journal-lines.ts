// Reads the lines of a journal back, in batches; what is not a whole line is not there.
import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { LiveEvent } from '../../../stream/core/live-event.contract.ts';

/** Some lines of a journal, as text and as events. */
export interface JournalBatch {
  /** Whole lines, each with its end. */
  text: string;
  events: LiveEvent[];
}

/** Characters read together; a few thousand events. */
const BATCH_CHARS = 512 * 1024;

/** Whole lines of a stream. A line that is no event is passed over and counted. */
export async function* readLines(stream: Readable, onUnread?: () => void): AsyncGenerator<JournalBatch> {
  stream.setEncoding('utf8');
  let rest = '';
  for await (const piece of stream) {
    rest += piece as string;
    if (rest.length < BATCH_CHARS) continue;
    const end = rest.lastIndexOf('\n') + 1;
    if (end === 0) continue;
    yield batchOf(rest.slice(0, end), onUnread);
    rest = rest.slice(end);
  }
  const end = rest.lastIndexOf('\n') + 1;
  if (end > 0) yield batchOf(rest.slice(0, end), onUnread);
}

function batchOf(text: string, onUnread?: () => void): JournalBatch {
  const events: LiveEvent[] = [];
  let isWhole = true;
  const lines = text.split('\n');
  lines.pop();
  for (const line of lines) {
    const event = eventOf(line);
    if (event) events.push(event);
    else {
      isWhole = false;
      onUnread?.();
    }
  }
  return { text: isWhole ? text : events.map((event) => `${JSON.stringify(event)}\n`).join(''), events };
}

function eventOf(line: string): LiveEvent | null {
  try {
    const event = JSON.parse(line) as LiveEvent;
    return typeof event?.seq === 'number' && typeof event.type === 'string' ? event : null;
  } catch {
    return null;
  }
}

export function readFileLines(path: string): AsyncGenerator<JournalBatch> {
  return readLines(createReadStream(path));
}

/** Holds a part that is still open on disk: archived and removed meanwhile, it is read to its end all the same. Null when it is gone. */
export async function holdPart(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Reads what is held from a byte at which a line begins, and lets go of it at the end. */
export function readHeldLines(part: FileHandle, start: number, onUnread?: () => void): AsyncGenerator<JournalBatch> {
  return readLines(part.createReadStream({ start }), onUnread);
}

/**
 * Cuts off what a process that died in the middle of a write left after the last whole line.
 * @returns bytes cut off
 */
export async function cutTorn(path: string): Promise<number> {
  const { size } = await stat(path);
  const handle = await open(path, 'r+');
  try {
    const window = Buffer.alloc(64 * 1024);
    let keep = size;
    while (keep > 0) {
      const from = Math.max(0, keep - window.length);
      const { bytesRead } = await handle.read(window, 0, keep - from, from);
      const at = window.subarray(0, bytesRead).lastIndexOf(10);
      if (at >= 0) {
        keep = from + at + 1;
        break;
      }
      keep = from;
    }
    if (keep < size) {
      await handle.truncate(keep);
      await handle.sync();
    }
    return size - keep;
  } finally {
    await handle.close();
  }
}
