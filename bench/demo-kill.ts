// kill -9 at random moments while a demo shop is being made; the one that is finished in the end must be the undisturbed one.
// Run: npm run bench:demo-kill [-- --rounds 20 --seed 7 --days 90]. Prints one JSON object; ends with 1 when anything differs.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { seeded } from '../src/kit/seeded.ts';
import { openPlace } from '../src/platform/store/open-store.ts';
import { runHuiyin } from './spawned.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7' },
    days: { type: 'string', default: '90' },
    /** How long a making may go on before it is killed, seconds. */
    longest: { type: 'string', default: '40' },
  },
});
const random = seeded(Number(values.seed));
const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-demo-kill-'));
const until = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000).toISOString();
const order = ['demo', '--seed', values.seed, '--days', values.days, '--until', until, '--json'];
const bin = path.resolve(import.meta.dirname, '../bin/huiyin.js');
const log = (line: string) => process.stderr.write(`${line}\n`);

/** Tables whose rows hang on how often somebody tried, not on what was told. */
const RESTLESS = new Set(['events', 'jobs', 'invitations', 'sessions']);

/** What the finished shop holds, table by table. */
async function countRows(dataDir: string): Promise<Record<string, number>> {
  const place = await openPlace({ dataDir });
  const client = new pg.Client({ connectionString: place.ownerUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(`SELECT c.relname AS name FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`);
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
      counts[name] = rows[0]!.n;
    }
    const shops = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM workspaces WHERE slug = 'demo'`);
    return { ...counts, 'demo shops': shops.rows[0]!.n };
  } finally {
    await client.end();
    await place.stop();
  }
}

async function finish(dataDir: string) {
  const done = await runHuiyin(order, { HUIYIN_DATA: dataDir });
  if (done.code !== 0) throw new Error(`the demo shop was not made: ${done.err.slice(-2000)}`);
  const told = JSON.parse(done.out.trim().split('\n').at(-1)!) as { counts: Record<string, number> };
  return { counts: told.counts, rows: await countRows(dataDir), seconds: Math.round(done.ms / 1000) };
}

try {
  log('undisturbed');
  const calm = await finish(path.join(folder, 'calm'));
  log(`made in ${calm.seconds} s`);
  const disturbed = path.join(folder, 'disturbed');
  let kills = 0;
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const child = spawn(process.execPath, [bin, ...order], {
      env: { ...process.env, HUIYIN_DATA: disturbed },
      stdio: 'ignore',
    });
    const ended = new Promise<boolean>((resolve) => child.on('close', (code) => resolve(code === 0)));
    const afterMs = 3000 + random() * 1000 * Math.min(Number(values.longest), Math.max(4, calm.seconds - 3));
    const early = await Promise.race([ended, sleep(afterMs, null)]);
    if (early === null) {
      child.kill('SIGKILL');
      await ended;
      kills += 1;
      log(`kill ${kills} after ${(afterMs / 1000).toFixed(1)} s`);
    } else {
      // Faster than the dice: it is removed and told once more.
      await runHuiyin(['demo', 'remove'], { HUIYIN_DATA: disturbed });
      round -= 1;
    }
  }
  const after = await finish(disturbed);
  const differs = (one: Record<string, number>, other: Record<string, number>) =>
    [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .filter((name) => !RESTLESS.has(name) && one[name] !== other[name])
      .map((name) => ({ name, undisturbed: one[name] ?? 0, killed: other[name] ?? 0 }));
  const different = [...differs(calm.counts, after.counts), ...differs(calm.rows, after.rows)];
  const verdict = different.length === 0 && after.rows['demo shops'] === 1 ? 'passed' : 'failed';
  console.log(JSON.stringify({ verdict, kills, seconds: calm.seconds, counts: after.counts, different }));
  process.exitCode = verdict === 'passed' ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
