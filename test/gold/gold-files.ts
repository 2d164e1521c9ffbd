// Reads the committed gold files.
import { existsSync, readFileSync } from 'node:fs';
import { parseVoices } from '../../src/text/train/labels/voices/read-voices.ts';
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

/** Rows of the wider gold as one reader labelled them; what they are about nobody decided, so they have no aspects. */
export function readWiderPass(pass: 'first' | 'second'): GoldRow[] {
  const source = readFileSync(new URL(`wider-${pass}.txt`, import.meta.url), 'utf8');
  return parseVoices(source).map(({ part, set, key, row, sentiment, intents, reason, isUnsure }) => ({
    part,
    set,
    key,
    ...(row === undefined ? {} : { row }),
    sentiment,
    aspects: [],
    intents,
    urgency: { level: reason === null ? 'none' : 'urgent', reason },
    ...(isUnsure ? { hard: 'two readings' } : {}),
  }));
}
