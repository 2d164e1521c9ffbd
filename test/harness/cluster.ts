// One throw-away PostgreSQL for a whole test run, with a migrated template to clone databases from.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Engine } from '../../src/platform/store/engine.ts';
import { launchEmbedded } from '../../src/platform/store/launch-embedded.ts';
import { migrate } from '../../src/platform/store/migrate.ts';
import { isAlive, readPostmaster, servesCluster, waitGone } from '../../src/platform/store/postmaster.ts';

/** Name of the environment variable that hands the cluster's maintenance URL to every test process. */
export const CLUSTER_VARIABLE = 'HUIYIN_TEST_CLUSTER';
export const TEMPLATE = 'huiyin_template';
const PREFIX = 'huiyin-test-';

// Tests may lose everything when the power fails; nobody else should pay for its safety.
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
  autovacuum: 'off',
  max_wal_size: '4GB',
};

/** Starts the cluster and makes the template. @returns its maintenance URL and the way to end it */
export async function startCluster(): Promise<{ url: string; stop: () => Promise<void> }> {
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  // mkdtemp lets only its maker in; as root the server runs as another user.
  execFileSync('chmod', ['755', dataDir]);
  writeFileSync(join(dataDir, 'owner'), String(process.pid));
  const engine = process.env.HUIYIN_TEST_STORE === 'system' ? systemEngine() : undefined;
  const server = await launchEmbedded({ dataDir, settings: FAST, ...(engine ? { engine } : {}) });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const client = new pg.Client({ connectionString: server.urlOf('postgres') });
    await client.connect();
    await client.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0 ENCODING 'UTF8'`);
    await client.end();
    await migrate({ url: server.urlOf(TEMPLATE) });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: server.urlOf('postgres'), stop };
}

/** The newest PostgreSQL of the system, floor 15, from Debian's folders or HUIYIN_TEST_BINDIR. */
export function systemEngine(): Engine {
  const root = '/usr/lib/postgresql';
  const majors = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((major) => major >= 15)
    : [];
  const binDir = process.env.HUIYIN_TEST_BINDIR ?? join(root, String(Math.min(...majors)), 'bin');
  if (!existsSync(join(binDir, 'initdb')))
    throw new Error('HUIYIN_TEST_STORE=system needs a PostgreSQL 15 or newer (apt-get install postgresql-15)');
  const version =
    /\d+(\.\d+)?/.exec(execFileSync(join(binDir, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[0] ?? '15';
  return { binDir, version, major: Number.parseInt(version, 10) };
}

/** Ends clusters of test runs that were killed before they could. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = join(folder, 'owner');
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) continue;
    const cluster = join(folder, 'store', 'cluster');
    const found = readPostmaster(cluster);
    if (found && servesCluster(found.pid, cluster)) {
      process.kill(found.pid, 'SIGINT');
      await waitGone(found.pid, cluster, 10_000);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
