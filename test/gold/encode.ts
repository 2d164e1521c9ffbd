// Turns hand-written label lines into a gold file and refuses anything unknown, missing or labelled twice.
// Usage: tsx test/gold/encode.ts OUT.jsonl TEXTS.jsonl LABELS.txt [TEXTS.jsonl LABELS.txt …]
import { writeFileSync } from 'node:fs';
import { encodeFiles, linesOf } from '../../src/text/train/labels/encode-files.ts';

const [out, ...files] = process.argv.slice(2);
if (out === undefined) throw new Error('OUT and pairs of TEXTS and LABELS are needed');
const rows = encodeFiles(files, true);
writeFileSync(out, linesOf(rows));
console.log(`${rows.length} rows`);
