// Reads the committed gold files.
import { existsSync, readFileSync } from 'node:fs';
import type { GoldRow } from './gold.contract.ts';

/** Rows of the first or second reader; null when that pass has not been made. */
export function readPass(pass: 'first' | 'second'): GoldRow[] | null {
  const file = new URL(`${pass}.jsonl`, import.meta.url);
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldRow);
}
