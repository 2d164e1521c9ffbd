// Runs the built-in PostgreSQL beside the product: started by whoever comes first, shared by all, stopped by the last to leave.

import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkVersion, makeCluster, type StoreFiles, storeFiles } from './cluster.ts';
import { type Engine, EngineError, packagedEngine } from './engine.ts';
import { Keeper } from './keeper.ts';
import { isAlive, type Postmaster, readPostmaster, servesCluster, waitGone } from './postmaster.ts';
import { chooseRunAs, type How, type RunAs } from './run-as.ts';
import { type Address, connectionUrl, socketFile } from './socket.ts';
import { lastLogLines, listenAddress, password, spawnServer } from './spawn-server.ts';

/** The built-in database, running. */
export interface EmbeddedServer {
  /** Connection URL of a database on it, as its owner. */
  urlOf(database: string): string;
  /** True when the server was already running: started by another process, or left over after a crash. */
  attached: boolean;
  /** For example `18.4`. */
  version: string;
  how: How;
  /** Process number of the server now. */
  pid(): number | undefined;
  logFile: string;
  /** Leaves. The server stops (fast, cleanly) when no other Huiyin process uses it. @returns whether it was stopped */
  stop(): Promise<boolean>;
}

export interface LaunchOptions {
  dataDir: string;
  log?: (message: string, details?: Record<string, unknown>) => void;
  /** Server programs other than the package's; for tests on a system PostgreSQL. */
  engine?: Engine;
  /** Server settings that differ from ours. */
  settings?: Record<string, string>;
}

/** Owner of every object in the built-in database. */
export const OWNER = 'huiyin_owner';
const START_LIMIT_MS = 120_000;

/**
 * Starts the built-in database or attaches to the running one.
 * @throws EngineError with plain words on what to do
 */
export async function launchEmbedded(options: LaunchOptions): Promise<EmbeddedServer> {
  const log = options.log ?? (() => {});
  const engine = options.engine ?? packagedEngine();
  const files = located(storeFiles(options.dataDir));
  checkVersion(files.cluster, engine);
  const runAs = await chooseRunAs(engine, files.folder, files.cluster);
  if (await makeCluster(files, runAs, OWNER, options.settings?.fsync === 'off')) {
    log('database made', { folder: files.cluster, how: runAs.how, by: runAs.who });
  }
  const launch: Launch = { files, runAs, settings: options.settings ?? {}, log };
  const first = await ensureRunning(launch);
  log(first.attached ? 'database attached' : 'database started', {
    version: engine.version,
    how: runAs.how,
    by: runAs.who,
    pid: first.pid,
    socket: first.address.host,
  });
  let address = first.address;
  const urlOf = (database: string) => connectionUrl(address, database, OWNER, password(files));
  const keeper = new Keeper({
    connect: () => urlOf('postgres'),
    lost: async () => {
      log('database connection lost, looking for the server');
      address = (await ensureRunning(launch)).address;
    },
  });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await keeper.open();
      break;
    } catch (error) {
      // The last other user may have stopped the server between our look and our coming in.
      if (attempt === 5) throw error;
      address = (await ensureRunning(launch)).address;
    }
  }
  return {
    urlOf,
    attached: first.attached,
    version: engine.version,
    how: runAs.how,
    pid: () => readPostmaster(files.cluster)?.pid,
    logFile: files.logFile,
    stop: () => leave(keeper, launch),
  };
}

interface Launch {
  files: StoreFiles;
  runAs: RunAs;
  settings: Record<string, string>;
  log: (message: string, details?: Record<string, unknown>) => void;
  /** We are leaving: no server must be started any more. */
  left?: boolean;
}

/** Comes back when the server answers: ours, somebody else's, or one that is still recovering. */
async function ensureRunning(launch: Launch): Promise<{ address: Address; attached: boolean; pid: number }> {
  const { files } = launch;
  let started: { pid: number; exited: () => number | string | undefined } | undefined;
  let silentSince = 0;
  for (const until = Date.now() + START_LIMIT_MS; Date.now() < until; await sleep(25)) {
    if (launch.left) throw new EngineError('The built-in database is being left.');
    const found = readPostmaster(files.cluster);
    if (found && servesCluster(found.pid, files.cluster)) {
      if (found.address && (await Keeper.answers(connectionUrl(found.address, 'postgres', OWNER, password(files))))) {
        return { address: found.address, attached: found.pid !== started?.pid, pid: found.pid };
      }
      // A server whose socket was swept away serves nobody who comes now; it writes a new one when started again. One that
      // is merely slow, full or recovering is waited for: others are working on it.
      const swept = found.status === 'ready' && (!found.address || isSwept(found.address));
      silentSince = swept ? silentSince || Date.now() : 0;
      if (silentSince && Date.now() - silentSince > 1_500) {
        launch.log('the way to the database was swept away, restarting it', { pid: found.pid });
        await stopServer(found, files, launch.runAs);
        silentSince = 0;
      }
      continue;
    }
    if (started && started.exited() === undefined) continue;
    if (started) {
      // Somebody may have been quicker, or the last server was still going down: look once more before giving up.
      await sleep(200);
      const other = readPostmaster(files.cluster);
      if (!(other && servesCluster(other.pid, files.cluster)) && !lockedOut(files)) {
        throw new EngineError(
          `The built-in database did not start: ${lastLogLines(files.logFile)} (see ${files.logFile})`,
        );
      }
    }
    // A number that lives but is not a server of ours was given to a stranger after a crash.
    const stranger = found && isAlive(found.pid) ? found.pid : undefined;
    const address = await listenAddress(files, launch.runAs);
    started = spawnServer({ ...launch, address, stranger });
  }
  throw new EngineError(
    `The built-in database did not answer within ${START_LIMIT_MS / 1000} s (see ${files.logFile})`,
  );
}

/** Only a socket can be swept away: an address with a port cannot. */
function isSwept(address: Address): boolean {
  return address.host.startsWith('/') && !existsSync(socketFile(address));
}

function lockedOut(files: StoreFiles): boolean {
  return /lock file .* already exists|pre-existing shared memory block/.test(lastLogLines(files.logFile));
}

async function leave(keeper: Keeper, launch: Launch): Promise<boolean> {
  const { files, runAs, log } = launch;
  launch.left = true;
  const last = await keeper.close();
  const found = readPostmaster(files.cluster);
  if (!last) {
    log('database left running for another process', { pid: found?.pid });
    return false;
  }
  if (found) await stopServer(found, files, runAs);
  if (found?.address && found.address.host !== join(files.folder, 'socket')) clearSocketFolder(found.address.host);
  log('database stopped');
  return true;
}

/** Fast stop: SIGINT ends all sessions and writes a checkpoint. */
async function stopServer(server: Postmaster, files: StoreFiles, runAs: RunAs): Promise<void> {
  if (!servesCluster(server.pid, files.cluster)) return;
  if (process.platform === 'win32') {
    // Windows has no signals: killing there would be a crash.
    spawnSync(join(runAs.engine.binDir, 'pg_ctl'), ['stop', '-m', 'fast', '-D', files.cluster], { windowsHide: true });
    return;
  }
  process.kill(server.pid, 'SIGINT');
  if (await waitGone(server.pid, files.cluster, 60_000)) return;
  // Immediate stop loses nothing that was committed; the next start replays the log.
  process.kill(server.pid, 'SIGQUIT');
  await waitGone(server.pid, files.cluster, 10_000);
}

/** Leaves nothing of ours in the temporary folder. */
function clearSocketFolder(folder: string): void {
  try {
    if (folder.startsWith('/')) rmdirSync(folder);
  } catch {
    // Not empty: the server is still there, or starts again.
  }
}

function located(files: StoreFiles): StoreFiles {
  const folder = realpathSync(files.folder);
  return {
    ...files,
    folder,
    cluster: join(folder, 'cluster'),
    logFile: join(folder, 'server.log'),
    passwordFile: join(folder, 'password'),
  };
}
