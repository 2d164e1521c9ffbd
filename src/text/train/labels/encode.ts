// Adds hand-written label lines to a file of training labels; a text without a line stays out.
// Usage: tsx src/text/train/labels/encode.ts NAME.jsonl TEXTS.jsonl LABELS.txt [TEXTS.jsonl LABELS.txt …]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { encodeFiles, linesOf } from './encode-files.ts';
import { goldMarks } from './gold-marks.ts';
import type { LabelRow } from './labels.contract.ts';

const [name, ...files] = process.argv.slice(2);
if (name === undefined) throw new Error('NAME.jsonl and pairs of TEXTS and LABELS are needed');
const out = new URL(name, import.meta.url).pathname;
const gold = goldMarks().keys;
const fresh = encodeFiles(files, false).filter((row) => !gold.has(row.key));
const mine = new Set(fresh.map((row) => row.key));
const before = existsSync(out)
  ? readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LabelRow)
      .filter((row) => !mine.has(row.key))
  : [];
writeFileSync(out, linesOf([...before, ...fresh]));
console.log(`${fresh.length} rows written, ${before.length} kept: ${name}`);
