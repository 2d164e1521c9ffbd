// Measures the import readers and mapping on a million rows varied from the real reviews (or made-up ones), as JSON lines.
import { createWriteStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { guessMapping } from '../src/loop/collect/imports/core/guess-mapping.ts';
import { mapRow } from '../src/loop/collect/imports/core/map-row.ts';
import { DraftIdentifier } from '../src/loop/collect/imports/server/identify-drafts.ts';
import { fileSource } from '../src/loop/collect/imports/server/readers/file-source.ts';
import { openReader } from '../src/loop/collect/imports/server/readers/open-reader.ts';

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const REAL = path.resolve('../shared/data/online_shopping_10_cats.jsonl.gz');

interface Review {
  t: string;
  y: number;
  cat: string;
}

const reviews: Review[] = existsSync(REAL)
  ? gunzipSync(readFileSync(REAL))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Review)
  : Array.from({ length: 5_000 }, (_, n) => ({ t: `第 ${n} 位顾客说质量不错，就是物流有点慢`, y: n % 2, cat: '书籍' }));

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csvRow = (review: Review, n: number) =>
  `${quote(review.t)},${review.y ? 5 : 1},${review.cat},b${n},2026-01-${(n % 28) + 1}\n`;
const KINDS: { name: string; head: string; row: (review: Review, n: number) => string; gb?: boolean }[] = [
  { name: 'bench.csv', head: '评价内容,星级,商品名称,评价ID,评价时间\n', row: csvRow },
  { name: 'bench-gb.csv', head: '评价内容,星级,商品名称,评价ID,评价时间\n', row: csvRow, gb: true },
  { name: 'bench.jsonl', head: '', row: (review, n) => `${JSON.stringify({ id: `b${n}`, ...review })}\n` },
];

for (const kind of KINDS) {
  const file = path.join(tmpdir(), `huiyin-${process.pid}-${kind.name}`);
  const out = createWriteStream(file);
  const write = async (text: string) => {
    if (!out.write(kind.gb ? iconv.encode(text, 'gb18030') : text))
      await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  };
  await write(kind.head);
  for (let n = 0; n < ROWS; n += 500) {
    let block = '';
    for (let at = n; at < Math.min(ROWS, n + 500); at += 1) block += kind.row(reviews[at % reviews.length]!, at);
    await write(block);
  }
  await new Promise<void>((resolve) => out.end(() => resolve()));
  for (const mapped of [false, true]) {
    const reader = await openReader(await fileSource(file));
    const { mapping } = guessMapping(
      reader.columns,
      reader.sample.flatMap((row) => (row.fields ? [row.fields] : [])),
    );
    const identifier = new DraftIdentifier();
    let rows = 0;
    let bad = 0;
    let peakBytes = 0;
    const startedMs = performance.now();
    for await (const batch of reader.batches()) {
      rows += batch.rows.length;
      for (const row of batch.rows) {
        if (row.error) bad += 1;
        else if (mapped) {
          const result = mapRow(mapping, row.fields, { timeZone: 'Asia/Shanghai' });
          if (result.ok) identifier.identify(result.drafts);
          else bad += 1;
        }
      }
      if (rows % 10_000 === 0) peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
    }
    const wallMs = Math.round(performance.now() - startedMs);
    const rowsPerSecond = Math.round(rows / (wallMs / 1000));
    const fileBytes = statSync(file).size;
    console.log(
      JSON.stringify({
        file: kind.name,
        fileBytes,
        mapped,
        rows,
        bad,
        wallMs,
        rowsPerSecond,
        peakMiB: peakBytes >> 20,
      }),
    );
  }
  rmSync(file);
}
