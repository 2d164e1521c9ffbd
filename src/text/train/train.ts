// `npm run train`: reads the public sets, fits every head and writes models/text.bin with its card.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HEAD_BUCKETS, type TextModel, writeModel } from '../model.ts';
import { type FittedHead, fitHeads, pct } from './fit-heads.ts';
import { fitSentiment, scorePacked, sentimentMatrix } from './fit-sentiment.ts';
import { pickRows } from './linear.ts';
import { modelCard } from './model-card.ts';
import { dataFolder } from './read-sets.ts';
import { readSentiment } from './sentiment-rows.ts';

const VERSION = '1.0.0';

function main(): void {
  if (dataFolder() === null) {
    console.error('No training data found. Set HUIYIN_TRAINING_DATA to the folder of the sets.');
    process.exitCode = 2;
    return;
  }
  const startedAt = performance.now();
  const rows = readSentiment();
  const matrix = sentimentMatrix(rows);
  const trainAt = rows.flatMap((row, index) => (row.fold < 8 ? [index] : []));
  const devAt = rows.flatMap((row, index) => (row.fold === 8 ? [index] : []));
  const sentiment = fitSentiment(rows, matrix, trainAt, devAt);
  const scores = scorePacked(pickRows(matrix, devAt), sentiment);
  const bySource = new Map<string, { right: number; rows: number }>();
  devAt.forEach((at, index) => {
    const cell = bySource.get(rows[at]!.source) ?? { right: 0, rows: 0 };
    cell.rows += 1;
    if ((scores[index]! > 0 ? 1 : -1) === rows[at]!.y) cell.right += 1;
    bySource.set(rows[at]!.source, cell);
  });
  for (const [source, cell] of bySource) console.log(`${source}: ${pct(cell.right / cell.rows)} of ${cell.rows}`);
  const heads = fitHeads((line) => console.log(line));
  const model: TextModel = {
    header: {
      format: 1,
      name: 'huiyin-text',
      version: VERSION,
      sentiment: sentiment.head,
      heads: heads.map((fitted) => fitted.head),
    },
    packed: sentiment.packed,
    ...packHeads(heads),
  };
  const bytes = gzipSync(writeModel(model), { level: 9 });
  const folder = new URL('../../../models/', import.meta.url).pathname;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'text.bin'), bytes);
  writeFileSync(
    join(folder, 'model-card.md'),
    modelCard({ version: VERSION, bytes: bytes.length, rows: trainAt.length, bySource, heads }),
  );
  console.log(`models/text.bin ${bytes.length} bytes, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function packHeads(heads: readonly FittedHead[]): { rows: Uint32Array; entries: Uint16Array } {
  const rows = new Uint32Array(HEAD_BUCKETS + 1);
  const entries: number[] = [];
  for (let bucket = 0; bucket < HEAD_BUCKETS; bucket += 1) {
    heads.forEach((fitted, index) => {
      const weight = fitted.weights[bucket]!;
      if (weight !== 0) entries.push((index << 8) | (weight + 128));
    });
    rows[bucket + 1] = entries.length;
  }
  return { rows, entries: Uint16Array.from(entries) };
}

main();
