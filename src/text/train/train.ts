// `npm run train [-- --out DIR] [-- --only sentiment,spam]`: reads the sets, fits the heads and writes text.bin with its card.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readModel, type TextModel, writeModel } from '../model.ts';
import { fitHeads, HEAD_FAMILIES, pct } from './fit-heads.ts';
import { type FittedSentiment, fitSentiment, scorePacked, sentimentMatrix } from './fit-sentiment.ts';
import { fitTone } from './fit-tone.ts';
import { fitLiveHead, type LiveDev } from './heads/live.ts';
import { readLabels } from './labels/read-labels.ts';
import { readVoices } from './labels/voices/read-voices.ts';
import { readWritten } from './labels/written/read-written.ts';
import { pickRows } from './linear.ts';
import { modelCard } from './model-card.ts';
import { type PackedHead, packHeads, unpackHeads } from './pack-heads.ts';
import { dataFolder } from './read-sets.ts';
import { readSentiment } from './sentiment-rows.ts';

const VERSION = '2.5.0';

const SHIPPED = new URL('../../../models/', import.meta.url).pathname;

function main(): void {
  if (dataFolder() === null) {
    console.error('No training data found. Set HUIYIN_TRAINING_DATA to the folder of the sets.');
    process.exitCode = 2;
    return;
  }
  const { values } = parseArgs({ options: { out: { type: 'string', default: SHIPPED }, only: { type: 'string' } } });
  const startedAt = performance.now();
  const only = values.only?.split(',');
  if (only !== undefined) refit(only, values.out);
  else fitAll(values.out);
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Fits everything and writes weights and card. */
function fitAll(folder: string): void {
  const { fitted, bySource, learned } = sentimentPart();
  const heads = fitHeads((line) => console.log(line), fitted);
  const { size, live } = save(folder, fitted, heads, 'fit');
  writeFileSync(
    join(folder, 'model-card.md'),
    modelCard({
      version: VERSION,
      bytes: size,
      rows: learned,
      read: readLabels().length,
      voices: readVoices().length,
      written: readWritten().length,
      bySource,
      heads,
      live,
    }),
  );
}

/** Fits the named parts and keeps the others as shipped: for trying, no card is written. */
function refit(only: readonly string[], folder: string): void {
  const shipped = readModel(gunzipSync(readFileSync(join(SHIPPED, 'text.bin'))));
  const fitted = only.includes('sentiment')
    ? sentimentPart().fitted
    : { head: shipped.header.sentiment, packed: shipped.packed };
  const families = only.filter((name) => name !== 'sentiment' && name !== 'live');
  const unknown = families.filter((name) => HEAD_FAMILIES[name] === undefined);
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}`);
  const fresh = fitHeads((line) => console.log(line), fitted, families);
  const mine = new Set(families);
  const old = unpackHeads(shipped).filter(
    ({ head }) => !mine.has(head.name.split('.')[0]!) && !fresh.some((item) => item.head.name === head.name),
  );
  save(folder, fitted, [...old, ...fresh], only.includes('live') ? 'fit' : shipped.live);
}

function sentimentPart() {
  const rows = readSentiment();
  const matrix = sentimentMatrix(rows);
  const trainAt = rows.flatMap((row, index) => (row.fold < 8 ? [index] : []));
  const devAt = rows.flatMap((row, index) => (row.fold === 8 ? [index] : []));
  const fitted = fitSentiment(rows, matrix, trainAt, devAt);
  const scores = scorePacked(pickRows(matrix, devAt), fitted);
  const bySource = new Map<string, { right: number; rows: number }>();
  devAt.forEach((at, index) => {
    const cell = bySource.get(rows[at]!.source) ?? { right: 0, rows: 0 };
    cell.rows += 1;
    if ((scores[index]! > 0 ? 1 : -1) === rows[at]!.y) cell.right += 1;
    bySource.set(rows[at]!.source, cell);
  });
  for (const [source, cell] of bySource) console.log(`${source}: ${pct(cell.right / cell.rows)} of ${cell.rows}`);
  return { fitted, bySource, learned: trainAt.length };
}

/** @param live the live head to keep, `fit` to fit one that hears the tone of these weights */
function save(
  folder: string,
  sentiment: FittedSentiment,
  heads: readonly PackedHead[],
  live: TextModel['live'] | 'fit',
): { size: number; live: readonly LiveDev[] } {
  const model: TextModel = {
    header: {
      format: 1,
      name: 'huiyin-text',
      version: VERSION,
      sentiment: sentiment.head,
      heads: heads.map(({ head }) => head),
      tone: heads.some(({ head }) => head.name === 'tone.plain') ? fitTone(sentiment, heads) : undefined,
    },
    packed: sentiment.packed,
    ...packHeads(heads),
  };
  const fitted = live === 'fit' ? fitLiveHead(model, (line) => console.log(line)) : { live, dev: [] };
  model.live = fitted.live;
  const bytes = gzipSync(writeModel(model), { level: 9 });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'text.bin'), bytes);
  console.log(`${join(folder, 'text.bin')} ${bytes.length} bytes`);
  return { size: bytes.length, live: fitted.dev };
}

main();
