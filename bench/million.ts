// The whole way of many feedback: import with judging, then the screens over them, beside a bare COPY of the same rows.
// Run: npm run bench:million [-- --rows 1000000]. Prints one JSON object.
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openPlace } from '../src/platform/store/open-store.ts';
import { writeRows } from './million-rows.ts';
import { percentile, runHuiyin, startServer } from './spawned.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, keep: { type: 'boolean', default: false } },
});
const rows = Number(values.rows);
const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-million-'));
const dataDir = path.join(folder, 'data');
const file = path.join(folder, 'reviews.csv');
const environment = { HUIYIN_DATA: dataDir };
const log = (line: string) => process.stderr.write(`${line}\n`);

/** The same rows into a bare table of text columns without an index: what the store itself could do at best. */
async function bareCopy(): Promise<number> {
  const place = await openPlace({ dataDir });
  const client = new pg.Client({ connectionString: place.ownerUrl });
  await client.connect();
  await client.query('CREATE UNLOGGED TABLE public.bare (a text, b text, c text, d text, e text, f text, g text)');
  const started = performance.now();
  await pipeline(
    createReadStream(file),
    client.query(copyFrom('COPY public.bare FROM STDIN WITH (FORMAT csv, HEADER)')),
  );
  const ms = performance.now() - started;
  await client.query('DROP TABLE public.bare');
  await client.end();
  await place.stop();
  return rows / (ms / 1000);
}

const SEARCHES = [
  '退款',
  '质量',
  '客服态度',
  '鸿蒙系统',
  '包装破了',
  '味道',
  '酒店 早餐',
  '不好',
  '屏幕',
  '快递小哥',
  'kindle',
  '烂',
];

async function screens(
  origin: string,
  key: string,
): Promise<Record<string, { p50: number; p95: number; worst: number; requests: number }>> {
  const get = async (address: string) => {
    const started = performance.now();
    const answer = await fetch(`${origin}${address}`, { headers: { authorization: `Bearer ${key}` } });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${body.slice(0, 300)}`);
    return { ms: performance.now() - started, body: JSON.parse(body) as { nextCursor?: string | null } };
  };
  const asked: Record<string, string[]> = {
    explorer: [
      '',
      '&sentiment=negative',
      '&theme=logistics.late',
      '&channel=review',
      '&class=urgent',
      '&rating=1',
      '&sentiment=positive&rating=5',
    ].map((filter) => `/api/v1/feedback?limit=50${filter}`),
    facets: ['/api/v1/feedback/facets', '/api/v1/feedback/facets?sentiment=negative'],
    search: SEARCHES.map((words) => `/api/v1/feedback?limit=20&q=${encodeURIComponent(words)}`),
    inbox: [
      '/api/v1/cases?limit=50',
      '/api/v1/cases?limit=50&priority=urgent',
      '/api/v1/cases?limit=50&status=new',
      '/api/v1/case-views',
    ],
    overview: ['/api/v1/overview?from=2026-10-01&to=2026-11-01', '/api/v1/overview?from=2024-11-01&to=2026-11-01'],
  };
  const result: Record<string, { p50: number; p95: number; worst: number; requests: number }> = {};
  for (const [name, addresses] of Object.entries(asked)) {
    const times: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      for (const address of addresses) {
        const first = await get(address);
        if (round > 0) times.push(first.ms);
        // Every other time the page after it as well.
        if (round % 2 === 1 && first.body.nextCursor)
          times.push((await get(`${address}&cursor=${encodeURIComponent(first.body.nextCursor)}`)).ms);
      }
    }
    const round1 = (value: number) => Math.round(value * 10) / 10;
    result[name] = {
      p50: round1(percentile(times, 50)),
      p95: round1(percentile(times, 95)),
      worst: round1(Math.max(...times)),
      requests: times.length,
    };
    log(`${name} ${JSON.stringify(result[name])}`);
  }
  return result;
}

try {
  log(`writing ${rows} rows`);
  const written = await writeRows(file, rows);
  const made = await runHuiyin(['key', 'create', '--role', 'admin', '--json'], environment);
  const { key } = JSON.parse(made.out.trim().split('\n').at(-1)!) as { key: string };
  const copyBefore = await bareCopy();
  log('importing');
  const done = await runHuiyin(['import', file, '--channel', 'review', '--json'], environment);
  if (done.code !== 0) throw new Error(done.err.slice(-3000));
  const counts = JSON.parse(done.out.trim().split('\n').at(-1)!) as { recorded: number; wallMs: number };
  const copyAfter = await bareCopy();
  log(`imported: ${JSON.stringify(counts)}`);
  const server = await startServer(4899, environment);
  const screen = await screens(server.origin, key);
  const serverPeak = server.peakRssMb();
  await server.stop();
  const again = await runHuiyin(['import', file, '--channel', 'review', '--json'], environment);
  const rowsPerSecond = Math.round(rows / (counts.wallMs / 1000));
  console.log(
    JSON.stringify({
      bench: 'million',
      rows,
      realReviews: written.real,
      fileMb: Math.round(written.bytes / 1e6),
      import: { ...counts, rowsPerSecond, peakRssMb: Math.round(done.peakRssMb ?? 0) },
      bareCopyRowsPerSecond: Math.round((copyBefore + copyAfter) / 2),
      ratioToBareCopy: Math.round((rowsPerSecond / ((copyBefore + copyAfter) / 2)) * 1000) / 1000,
      importAgain: JSON.parse(again.out.trim().split('\n').at(-1)!),
      screensMs: screen,
      serverPeakRssMb: Math.round(serverPeak ?? 0),
    }),
  );
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true });
  else log(folder);
}
