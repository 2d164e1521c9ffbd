// Writes what a command makes line by line, to a file that has its name only when it is whole.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { openDraft } from './draft-file.ts';
import { reasonOf, statOf } from './file-words.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Takes some text; settled when there is room for more. */
export type Write = (text: string) => Promise<void>;

/**
 * Hands `work` what writes to the file that `--out` names, gzip when it ends in `.gz`, or to standard output for `-`.
 * A file is written under another name beside its own and takes its name, and the place of an older one, only when `work` is
 * done; when it fails nothing of it stays. A reader of standard output who hangs up early ends the program quietly.
 * @throws when the name is a folder's, its folder is missing, or the disk takes no more.
 */
export async function writeTo(file: string, work: (write: Write) => Promise<void>): Promise<void> {
  if (file === '-') {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
    return work((text) => push(process.stdout, text));
  }
  const old = checkOutput(file);
  // A device or a pipe has no half state, and nothing may take its name.
  const draft = old && !old.isFile() ? null : openDraft(file);
  const target = draft === null ? createWriteStream(file) : createWriteStream('', { fd: draft.fd });
  const done = finished(target).catch((error) => {
    throw new Error(`${file} could not be written: ${reasonOf(error)}`);
  });
  done.catch(() => {});
  const gzip = file.endsWith('.gz') ? createGzip() : null;
  gzip?.pipe(target);
  const head: Writable = gzip ?? target;
  try {
    await work((text) => Promise.race([push(head, text), done]));
    head.end();
    await done;
    draft?.keep();
  } catch (error) {
    target.destroy();
    draft?.drop();
    throw error;
  }
}

/** What is at the place now. @throws when no file can be there. */
function checkOutput(file: string) {
  if (file === '' || file.endsWith('/')) throw new WrongUsage(`--out names no file: ${file}`);
  const old = statOf(file, 1);
  if (old?.isDirectory()) throw new Error(`--out: ${file} is a folder, not a file`);
  const folder = dirname(file);
  const around = statOf(folder, 1);
  if (around === undefined) throw new Error(`--out: there is no folder ${folder} for ${file}`);
  if (!around.isDirectory()) throw new Error(`--out: ${folder} is a file, so there can be no ${file} in it`);
  return old;
}

async function push(stream: Writable, text: string): Promise<void> {
  if (text !== '' && !stream.write(text)) await once(stream, 'drain');
}
