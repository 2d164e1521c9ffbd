// Reads the training sets from the data folder and gives every row its fixed fold.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Row {
  t: string;
  y?: number | string;
  a?: [string, number, ...string[]][];
  cat?: string;
  dom?: string;
  split?: string;
  part?: string;
  stars?: number;
  star?: number;
}

/** Where the sets live: `HUIYIN_TRAINING_DATA`, or `../shared/data` beside the repository. */
export function dataFolder(): string | null {
  const named = process.env.HUIYIN_TRAINING_DATA;
  const folder = named ?? new URL('../../../../shared/data/', import.meta.url).pathname;
  return existsSync(folder) ? folder : null;
}

/** Sets by file, since nearly every head asks for the same ones anew; nobody changes their rows. */
const known = new Map<string, readonly Row[]>();

/** All rows of one set (its file name without `.jsonl.gz`). @throws Error when there is no data folder. */
export function readSet(name: string): readonly Row[] {
  const folder = dataFolder();
  if (folder === null) throw new Error('no training data: set HUIYIN_TRAINING_DATA to the folder of the sets');
  const file = join(folder, `${name}.jsonl.gz`);
  let rows = known.get(file);
  if (rows === undefined) {
    rows = readFile(file);
    known.set(file, rows);
  }
  return rows;
}

function readFile(file: string): Row[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** fnv1a32 of the UTF-8 bytes of the text without white space, modulo 10: the fold of the published split. */
export function foldOf(text: string): number {
  const bytes = Buffer.from(text.replace(/\s+/gu, ''), 'utf8');
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return (hash >>> 0) % 10;
}

/** A key that ignores white space and punctuation, to keep copies of a text out of two folds. */
export function copyKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
