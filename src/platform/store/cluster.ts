// Makes the cluster (the server's files) once, whole or not at all, and refuses one made by another major version.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Engine, EngineError } from './engine.ts';
import { isAlive } from './postmaster.ts';
import { handOver, type RunAs } from './run-as.ts';

/** The files of the built-in store inside the data folder. */
export interface StoreFiles {
  /** Holds everything below. */
  folder: string;
  /** The server's own files; nobody else writes there. */
  cluster: string;
  logFile: string;
  /** Password of the server where it cannot listen on a socket (Windows). */
  passwordFile: string;
}

/** Names the files and makes the folder that holds them. */
export function storeFiles(dataDir: string): StoreFiles {
  const folder = join(dataDir, 'store');
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return {
    folder,
    cluster: join(folder, 'cluster'),
    logFile: join(folder, 'server.log'),
    passwordFile: join(folder, 'password'),
  };
}

/** Checks that the server programs fit the cluster. @throws EngineError that says how to move the data over */
export function checkVersion(cluster: string, engine: Engine): void {
  if (!existsSync(cluster)) return;
  let found: string;
  try {
    found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new EngineError(`The database files in ${cluster} belong to another user; start Huiyin as that user.`);
    }
    throw new EngineError(`${cluster} exists but holds no database. Move it away, or restore it from your copy.`);
  }
  if (found === String(engine.major)) return;
  throw new EngineError(
    `The data in ${cluster} was written by PostgreSQL ${found}; this Huiyin brings ${engine.major}. ` +
      'Start the Huiyin that wrote it, run "huiyin backup", then "huiyin restore" with this one on an empty data folder.',
  );
}

/** Makes the cluster when there is none: in a folder beside it that is then renamed, so a crash leaves no half one. */
export async function makeCluster(files: StoreFiles, runAs: RunAs, user: string, quick: boolean): Promise<boolean> {
  if (existsSync(files.cluster)) return false;
  await clearDrafts(files);
  const draft = `${files.cluster}.new-${process.pid}`;
  await mkdir(draft, { mode: 0o700 });
  handOver(draft, runAs);
  try {
    await initdb(files, draft, runAs, user, quick);
    await rename(draft, files.cluster);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another start was quicker.
    if (existsSync(join(files.cluster, 'PG_VERSION'))) return false;
    throw error;
  }
}

/** Removes what a start that was killed left behind. */
async function clearDrafts(files: StoreFiles): Promise<void> {
  for (const name of readdirSync(files.folder)) {
    const pid = Number(/^cluster\.new-(\d+)$/.exec(name)?.[1]);
    if (pid && (pid === process.pid || !isAlive(pid)))
      await rm(join(files.folder, name), { recursive: true, force: true });
  }
}

async function initdb(files: StoreFiles, draft: string, runAs: RunAs, user: string, quick: boolean): Promise<void> {
  const words = ['-D', draft, '-U', user, '-E', 'UTF8', '--no-instructions'];
  // The built-in provider knows C.UTF-8 on every system; before 17 the system's own locale has to do.
  if (runAs.engine.major >= 17) words.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  else words.push('--locale=C.UTF-8');
  if (runAs.engine.major < 18) words.push('--data-checksums');
  if (quick) words.push('--no-sync');
  if (process.platform === 'win32') {
    if (!existsSync(files.passwordFile)) {
      writeFileSync(files.passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
      await chmod(files.passwordFile, 0o600);
    }
    words.push('--auth=scram-sha-256', `--pwfile=${files.passwordFile}`);
  } else {
    // Only the socket is open, and its folder lets nobody else in.
    words.push('--auth-local=trust', '--auth-host=reject');
  }
  const answer = await finish([...runAs.prefix, join(runAs.engine.binDir, 'initdb'), ...words], runAs);
  if (answer.code !== 0)
    throw new EngineError(`Making the database failed: ${answer.text.trim().split('\n').slice(-4).join(' ')}`);
}

/** Runs a program of the server to its end. */
function finish(words: string[], runAs: RunAs): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(words[0]!, words.slice(1), {
      cwd: '/',
      env: serverEnv(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(runAs.uid === undefined ? {} : { uid: runAs.uid, gid: runAs.gid }),
    });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.stderr.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text }));
  });
}

/** The environment of the server's programs: ours without anything that would steer them elsewhere. */
export function serverEnv(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|LD_|DYLD_|NODE_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: process.platform === 'win32' ? 'C' : process.platform === 'darwin' ? 'C' : 'C.UTF-8',
    ...extra,
  };
}
