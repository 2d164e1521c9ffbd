// Starts the server process on its own, so that a Ctrl-C in the terminal reaches us first and it outlives a crash of ours.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type StoreFiles, serverEnv } from './cluster.ts';
import type { RunAs } from './run-as.ts';
import { SETTINGS, settingWords } from './settings.ts';
import { type Address, socketFolder } from './socket.ts';

const LOG_LIMIT_BYTES = 10_000_000;

/** A server that was just spawned. `exited()` is its exit code or signal once it is gone. */
export interface Spawned {
  pid: number;
  exited(): number | string | undefined;
}

/**
 * Spawns `postgres`, detached, its messages going to the log file.
 * @param options.stranger a process that has the number written in `postmaster.pid` but is no server of ours
 */
export function spawnServer(options: {
  files: StoreFiles;
  runAs: RunAs;
  settings: Record<string, string>;
  address: Address;
  stranger: number | undefined;
}): Spawned {
  const { files, runAs, address } = options;
  rotate(files.logFile);
  const listen: Record<string, string> = address.host.startsWith('/')
    ? { listen_addresses: '', unix_socket_directories: address.host, unix_socket_permissions: '0700' }
    : { listen_addresses: address.host };
  const settings = { ...SETTINGS, ...listen, port: String(address.port), ...options.settings };
  const words = [
    ...runAs.prefix,
    join(runAs.engine.binDir, 'postgres'),
    '-D',
    files.cluster,
    ...settingWords(settings),
  ];
  const log = openSync(files.logFile, 'a', 0o640);
  // PostgreSQL takes the number in PG_GRANDPARENT_PID for its own family, not for a rival: so a stranger who got the
  // number of a killed server does not keep the next one from starting, and the file stays the server's to replace.
  const env = serverEnv(options.stranger === undefined ? {} : { PG_GRANDPARENT_PID: String(options.stranger) });
  const child = spawn(words[0]!, words.slice(1), {
    cwd: '/',
    env,
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
    ...(runAs.uid === undefined ? {} : { uid: runAs.uid, gid: runAs.gid }),
  });
  closeSync(log);
  child.unref();
  let end: number | string | undefined;
  child.on('exit', (code, signal) => {
    end = code ?? signal ?? 1;
  });
  child.on('error', (error) => {
    end = error.message;
  });
  return { pid: child.pid ?? 0, exited: () => end };
}

/** Where a new server shall listen: a socket folder, or on Windows a local port below those of outgoing connections. */
export async function listenAddress(files: StoreFiles, runAs: RunAs): Promise<Address> {
  if (process.platform !== 'win32') return socketFolder(files.folder, runAs);
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return { host: '127.0.0.1', port };
  }
}

/** The password of the server where it listens on a port. */
export function password(files: StoreFiles): string | undefined {
  return process.platform === 'win32' && existsSync(files.passwordFile)
    ? readFileSync(files.passwordFile, 'utf8')
    : undefined;
}

/** The end of the server's log, for an error message. */
export function lastLogLines(logFile: string): string {
  if (!existsSync(logFile)) return 'it wrote no log';
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' ');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
}
