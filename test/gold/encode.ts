// Turns hand-written label lines into a gold file and refuses anything unknown, missing or labelled twice.
// Usage: tsx test/gold/encode.ts OUT.jsonl TEXTS.jsonl LABELS.txt [TEXTS.jsonl LABELS.txt …]
import { readFileSync, writeFileSync } from 'node:fs';
import { readLine } from './compact.ts';
import { faultsOf, type GoldRow, type GoldText, PARTS } from './gold.contract.ts';

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

const [out, ...files] = process.argv.slice(2);
if (out === undefined || files.length === 0 || files.length % 2 === 1)
  throw new Error('OUT and pairs of TEXTS and LABELS are needed');
const rows: GoldRow[] = [];
for (let at = 0; at < files.length; at += 2) {
  const texts = new Map<number, GoldText>();
  for (const line of lines(files[at]!)) {
    const text = JSON.parse(line) as GoldText & { n: number };
    texts.set(text.n, text);
  }
  const done = new Set<number>();
  for (const line of lines(files[at + 1]!)) {
    const { n, labels } = readLine(line);
    const place = texts.get(n);
    if (place === undefined) throw new Error(`${files[at]} has no row ${n}`);
    if (done.has(n)) throw new Error(`row ${n} of ${files[at]} is labelled twice`);
    done.add(n);
    if (labels === null) continue;
    const { part, set, key, row, cat } = place;
    const gold: GoldRow = { part, set, key, ...(row ? { row } : {}), ...(cat ? { cat } : {}), ...labels };
    const faults = faultsOf(gold);
    if (faults.length > 0) throw new Error(`row ${n} of ${files[at]}: ${faults.join('; ')}`);
    rows.push(gold);
  }
  const missing = [...texts.keys()].filter((n) => !done.has(n));
  if (missing.length > 0) throw new Error(`${files[at]}: no label for ${missing.join(', ')}`);
}
if (new Set(rows.map((row) => row.key)).size !== rows.length) throw new Error('a key is labelled twice');
rows.sort(
  (a, b) =>
    PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || a.set.localeCompare(b.set, 'en') || (a.key < b.key ? -1 : 1),
);
writeFileSync(out, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
console.log(`${rows.length} rows`);
