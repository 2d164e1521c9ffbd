// Writes the texts of the gold without any label, in a shuffled order, for a reader who must not see the other pass.
// Usage: tsx test/gold/dump.ts FOLDER [COUNT]   (the folder must lie outside the repository)
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shuffled } from '../../src/kit/seeded.ts';
import type { GoldPlace } from './gold.contract.ts';
import { readPass } from './gold-files.ts';
import { resolveTexts } from './sources.ts';

const BATCH = 60;
const ORDER = 77;

const [folder, count] = process.argv.slice(2);
if (folder === undefined) throw new Error('name a folder outside the repository');
const places = (readPass('first') ?? []).map(
  ({ part, set, key, row, cat }): GoldPlace => ({ part, set, key, ...(row ? { row } : {}), ...(cat ? { cat } : {}) }),
);
const { found, missing } = resolveTexts(places);
if (missing.length > 0) throw new Error(`${missing.length} texts are not in the data folder`);
// Sorted by key first, so that the order says nothing about sets and any beginning is a fair sample.
const order = shuffled(
  found.sort((a, b) => (a.key < b.key ? -1 : 1)),
  ORDER,
).slice(0, count === undefined ? undefined : Number(count));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'texts.jsonl'), order.map((row, n) => `${JSON.stringify({ n: n + 1, ...row })}\n`).join(''));
for (let start = 0; start < order.length; start += BATCH) {
  const lines = order
    .slice(start, start + BATCH)
    .map(({ part, cat, set, text }, n) => `${start + n + 1}\t${part}/${cat ?? set}\t${text.replace(/\s+/gu, ' ')}\n`);
  writeFileSync(join(folder, `batch-${String(start / BATCH + 1).padStart(2, '0')}.txt`), lines.join(''));
}
console.log(`${order.length} texts in batches of ${BATCH}: ${folder}`);
