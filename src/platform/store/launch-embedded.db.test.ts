import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EmbeddedServer, launchEmbedded } from './launch-embedded.ts';
import { isAlive, readPostmaster, servesCluster, waitGone } from './postmaster.ts';

const asRoot = process.getuid?.() === 0;
const QUICK = { fsync: 'off' };
let base: string;
let servers: EmbeddedServer[];
let holders: ChildProcess[];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'hy-launch-'));
  chmodSync(base, 0o755);
  servers = [];
  holders = [];
});
afterEach(async () => {
  for (const holder of holders) holder.kill('SIGKILL');
  for (const server of servers) await server.stop();
  for (const cluster of execFileSync('find', [base, '-name', 'postmaster.pid'], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)) {
    const folder = resolve(cluster, '..');
    const found = readPostmaster(folder);
    if (found && isAlive(found.pid)) process.kill(found.pid, 'SIGQUIT');
    if (found) await waitGone(found.pid, folder, 10_000);
  }
  rmSync(base, { recursive: true, force: true });
});

async function launch(
  dataDir: string,
  more: Partial<Parameters<typeof launchEmbedded>[0]> = {},
): Promise<EmbeddedServer> {
  const server = await launchEmbedded({ dataDir, settings: QUICK, ...more });
  servers.push(server);
  return server;
}

async function ask(server: EmbeddedServer | string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: typeof server === 'string' ? server : server.urlOf('postgres') });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

interface Holder {
  child: ChildProcess;
  next(): Promise<Record<string, unknown>>;
  send(word: string): void;
}

/** Opens the store in a process of its own. */
function hold(dataDir: string, ids: { uid?: number; gid?: number } = {}): Holder {
  const script = resolve('test/harness/hold-store.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    ...ids,
  });
  holders.push(child);
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    child,
    next: async () => {
      const line = await lines.next();
      if (line.done) throw new Error('the holder has ended');
      return JSON.parse(line.value);
    },
    send: (word) => child.stdin!.write(`${word}\n`),
  };
}

/** Whether a process is there and has not ended. */
function isRunning(pid: number): boolean {
  try {
    return isAlive(pid) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z');
  } catch {
    return false;
  }
}

/** kill -9 for the server and everything it started. */
async function killServer(cluster: string): Promise<void> {
  const { pid } = readPostmaster(cluster)!;
  const family = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([child, parent]) => child === pid || parent === pid);
  for (const [child] of family) {
    try {
      process.kill(child!, 'SIGKILL');
    } catch {}
  }
  await waitGone(pid, cluster, 10_000);
}

describe('the built-in database', () => {
  it('starts in a path with spaces and Chinese, answers on a socket, and leaves no process behind', async () => {
    const server = await launch(join(base, 'my data 数据'));
    expect(server.attached).toBe(false);
    expect(server.how).toBe(asRoot ? 'nobody' : 'plain');
    const [facts] = await ask(
      server,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
         current_setting('listen_addresses') AS addresses, current_setting('synchronous_commit') AS commit, lower('ÄÖ') AS lower, '退款' ~ '\\w\\w' AS words`,
    );
    expect(facts).toEqual({ encoding: 'UTF8', checksums: 'on', addresses: '', commit: 'on', lower: 'äö', words: true });
    const pid = server.pid()!;
    expect(await server.stop()).toBe(true);
    // In its last instant a process has let go of its folder and is not yet marked as ended.
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false));
  });

  it('moves its socket when the path is too long for one', async () => {
    const server = await launch(join(base, 'long'.repeat(20), 'longer'.repeat(10)));
    expect(decodeURIComponent(server.urlOf('postgres'))).toContain(join(tmpdir(), 'huiyin-'));
    expect(await ask(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    const socket = new URL(server.urlOf('postgres')).searchParams.get('host')!;
    await server.stop();
    expect(existsSync(socket)).toBe(false);
  });

  it('sweeps away what a start killed half-way left, and starts', async () => {
    const dataDir = join(base, 'data');
    const left = join(dataDir, 'store', 'cluster.new-999999999');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'PG_VERSION'), '18');
    await launch(dataDir);
    expect(existsSync(left)).toBe(false);
  });

  it('says what to do when the data was written by another version', async () => {
    const cluster = join(base, 'data', 'store', 'cluster');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    await expect(launch(join(base, 'data'))).rejects.toThrow(
      /written by PostgreSQL 17; this Huiyin brings 18.*huiyin backup/,
    );
  });

  it('tells why it did not start', async () => {
    await expect(launch(join(base, 'data'), { settings: { shared_buffers: 'much' } })).rejects.toThrow(
      /did not start: .*shared_buffers/,
    );
  });
});

describe('a second start', () => {
  it('attaches, works, and leaves the server to the first', async () => {
    const first = await launch(join(base, 'data'));
    const second = hold(join(base, 'data'));
    expect(await second.next()).toMatchObject({ attached: true, pid: first.pid() });
    second.send('stop');
    expect(await second.next()).toEqual({ stopped: true });
    expect(await ask(first, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('keeps the server when the first leaves, and stops it as the last', async () => {
    const first = await launch(join(base, 'data'));
    const pid = first.pid()!;
    const second = hold(join(base, 'data'));
    const { url } = (await second.next()) as { url: string };
    expect(await first.stop()).toBe(false);
    expect(await ask(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    second.send('stop');
    await second.next();
    expect(await waitGone(pid, join(base, 'data', 'store', 'cluster'), 1_000)).toBe(true);
  });

  it('in the same moment as the first makes one cluster and one server', async () => {
    const both = [hold(join(base, 'data')), hold(join(base, 'data')), hold(join(base, 'data'))];
    const facts = await Promise.all(both.map((holder) => holder.next()));
    expect(new Set(facts.map((fact) => fact.pid)).size).toBe(1);
    expect(facts.filter((fact) => !fact.attached)).toHaveLength(1);
    for (const holder of both) holder.send('stop');
    await Promise.all(both.map((holder) => holder.next()));
    expect(readPostmaster(join(base, 'data', 'store', 'cluster'))).toBeUndefined();
  });
});

describe('after kill -9', () => {
  it('of Huiyin alone, the server it left is attached to and later stopped', async () => {
    const dataDir = join(base, 'data');
    const killed = hold(dataDir);
    const { pid } = await killed.next();
    process.kill(-killed.child.pid!, 'SIGKILL');
    await once(killed.child, 'exit');
    const server = await launch(dataDir);
    expect(server.attached).toBe(true);
    expect(server.pid()).toBe(pid);
    expect(await server.stop()).toBe(true);
  });

  it('of everything while committing, it starts again and has every confirmed row', async () => {
    const dataDir = join(base, 'data');
    const cluster = join(dataDir, 'store', 'cluster');
    let confirmed = 0;
    for (let round = 0; round < 3; round += 1) {
      const writer = hold(dataDir);
      await writer.next();
      writer.send('write');
      for (let lines = 0; lines < 60 + round * 40; lines += 1) confirmed = (await writer.next()).n as number;
      process.kill(-writer.child.pid!, 'SIGKILL');
      await killServer(cluster);
    }
    const server = await launch(dataDir);
    expect(server.attached).toBe(false);
    const [row] = await ask(
      server.urlOf('huiyin'),
      'SELECT count(*)::int AS count, max(n)::int AS max FROM public.numbers',
    );
    expect(row!.count).toBe(row!.max);
    expect(row!.max).toBeGreaterThanOrEqual(confirmed);
  });

  it('of the server alone, a running Huiyin brings it back', async () => {
    const server = await launch(join(base, 'data'));
    const before = server.pid();
    await killServer(join(base, 'data', 'store', 'cluster'));
    for (let tries = 0; tries < 200; tries += 1) {
      await sleep(50);
      const after = server.pid();
      if (after && after !== before && (await ask(server, 'SELECT 1').catch(() => undefined))) break;
    }
    expect(await ask(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(server.pid()).not.toBe(before);
  });

  it('of the server, a Huiyin that stops in the same moment leaves none running', async () => {
    const dataDir = join(base, 'data');
    const server = await launch(dataDir);
    await killServer(join(dataDir, 'store', 'cluster'));
    await sleep(60);
    await server.stop();
    await sleep(500);
    const found = readPostmaster(join(dataDir, 'store', 'cluster'));
    expect(found === undefined || !servesCluster(found.pid, join(dataDir, 'store', 'cluster'))).toBe(true);
  });

  it('starts although the number of the dead server now belongs to somebody else', async () => {
    const dataDir = join(base, 'data');
    const cluster = join(dataDir, 'store', 'cluster');
    await launch(dataDir);
    const held = servers.pop()!;
    const file = join(cluster, 'postmaster.pid');
    const text = readFileSync(file, 'utf8');
    await held.stop();
    // The same user as the server's: only such a process makes PostgreSQL believe the old one is alive.
    const { uid, gid } = (await import('node:fs')).statSync(cluster);
    const stranger = spawn('sleep', ['60'], asRoot ? { uid, gid } : {});
    holders.push(stranger);
    writeFileSync(file, text.replace(/^\d+/, String(stranger.pid)));
    const server = await launch(dataDir);
    expect(server.attached).toBe(false);
    expect(await ask(server, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(isAlive(stranger.pid!)).toBe(true);
  });

  it('restarts a server whose socket was swept away', async () => {
    const dataDir = join(base, 'data');
    const left = hold(dataDir);
    const { pid } = await left.next();
    process.kill(-left.child.pid!, 'SIGKILL');
    rmSync(join(dataDir, 'store', 'socket'), { recursive: true });
    const server = await launch(dataDir);
    expect(server.attached).toBe(false);
    expect(server.pid()).not.toBe(pid);
  });
});
