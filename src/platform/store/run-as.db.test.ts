import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, makeLinks, packagedEngine } from './engine.ts';
import { type EmbeddedServer, launchEmbedded } from './launch-embedded.ts';
import { socketFolder } from './socket.ts';

const asRoot = process.getuid?.() === 0;
const namespaces =
  asRoot && spawnSync('unshare', ['--user', '--map-user=65534', '--map-group=65534', 'true']).status === 0;
const NOBODY = 65534;
let base: string;
let server: EmbeddedServer | undefined;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'hy-run-as-'));
  chmodSync(base, 0o755);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** The package as npm unpacks it when install scripts are off: without library links. */
function bareEngine(folder: string): Engine {
  const engine = packagedEngine();
  const home = join(folder, 'native');
  cpSync(engine.home!, home, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(home, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) rmSync(join(folder, target));
  return { ...engine, home, binDir: join(home, 'bin') };
}

const linksOf = (engine: Engine) =>
  (JSON.parse(readFileSync(join(engine.home!, 'pg-symlinks.json'), 'utf8')) as { target: string }[]).map(({ target }) =>
    lstatSync(join(dirname(engine.home!), target), { throwIfNoEntry: false })?.isSymbolicLink(),
  );

async function answers(): Promise<void> {
  const client = new pg.Client({ connectionString: server!.urlOf('postgres') });
  await client.connect();
  expect((await client.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  await client.end();
}

const start = async (dataDir: string, engine?: Engine) => {
  server = await launchEmbedded({ dataDir, settings: { fsync: 'off' }, ...(engine ? { engine } : {}) });
  return server;
};

describe('library links', () => {
  it('that no install script made are made at start', async () => {
    const engine = bareEngine(join(base, 'unlinked'));
    expect(linksOf(engine)).not.toContain(true);
    await start(join(base, 'data-links'), engine);
    expect(new Set(linksOf(engine))).toEqual(new Set([true]));
    await answers();
  });

  it('are made again without harm', () => {
    const engine = packagedEngine();
    expect(makeLinks(engine.home!)).toBe(true);
    expect(makeLinks(engine.home!)).toBe(true);
  });
});

describe.skipIf(!asRoot)('as root (skipped: these tests do not run as root)', () => {
  it('lends the server another user', async () => {
    const { how } = await start(join(base, 'data-nobody'));
    expect(how).toBe('nobody');
    const cluster = statSync(join(base, 'data-nobody', 'store', 'cluster'));
    expect(cluster.uid).not.toBe(0);
    expect(cluster.mode & 0o077).toBe(0);
    await answers();
  });

  it('copies the package when that user cannot reach it', async () => {
    const hidden = join(base, 'hidden');
    const engine = bareEngine(hidden);
    chmodSync(hidden, 0o700);
    const { how } = await start(join(base, 'data-copied'), engine);
    expect(how).toBe('copied');
    await answers();
    await server!.stop();
    // The copy is used again, not made again.
    const made = statSync(join(base, 'data-copied', 'store', `engine-${engine.version}`)).ctimeMs;
    await start(join(base, 'data-copied'), engine);
    expect(statSync(join(base, 'data-copied', 'store', `engine-${engine.version}`)).ctimeMs).toBe(made);
  });

  it.skipIf(!namespaces)(
    'goes into a user namespace when the data lies where nobody else may go, and comes back to it',
    async () => {
      const home = join(base, 'home of root');
      mkdirSync(home, { mode: 0o700 });
      expect((await start(join(home, 'data'))).how).toBe('unshare');
      await answers();
      await server!.stop();
      expect((await start(join(home, 'data'))).how).toBe('unshare');
      await answers();
    },
  );

  it('keeps to the user who owns the cluster', async () => {
    const dataDir = join(base, 'data-of-nobody');
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY, NOBODY);
    const script = `const { launchEmbedded } = await import('./src/platform/store/launch-embedded.ts');
      const server = await launchEmbedded({ dataDir: process.argv[1], settings: { fsync: 'off' } });
      console.log(server.how); await server.stop();`;
    const answer = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, dataDir], {
      uid: NOBODY,
      gid: NOBODY,
      encoding: 'utf8',
      env: { ...process.env, HOME: dataDir },
    });
    expect(answer.trim()).toBe('plain');
    expect(statSync(join(dataDir, 'store', 'cluster')).uid).toBe(NOBODY);
    expect((await start(dataDir)).how).toBe('nobody');
    expect(statSync(join(dataDir, 'store', 'cluster')).uid).toBe(NOBODY);
    await answers();
  });

  it('says what was tried when nothing works', async () => {
    const dataDir = join(base, 'data-broken');
    const engine = { ...packagedEngine(), binDir: '/nowhere', home: undefined };
    await expect(start(dataDir, engine)).rejects.toThrow(
      /cannot run as root.*as postgres.*in a user namespace.*DATABASE_URL/s,
    );
  });
});

describe.skipIf(!asRoot)('the socket folder (skipped: these tests do not run as root)', () => {
  it('is refused when somebody else has taken its place', () => {
    const folder = join(base, 'x'.repeat(100));
    const runAs = { how: 'plain' as const, engine: packagedEngine(), prefix: [], who: 'this user' };
    const { host } = socketFolder(folder, runAs);
    expect(dirname(host)).toBe(realpathSync(tmpdir()));
    expect(existsSync(host)).toBe(true);
    chownSync(host, 12345, 12345);
    expect(() => socketFolder(folder, runAs)).toThrow('belongs to somebody else');
    rmSync(host, { recursive: true });
  });
});
