// Where the server listens: a Unix socket in a folder whose path is short enough for the system.
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handOver, type RunAs } from './run-as.ts';

// The system keeps 108 bytes on Linux and 104 on macOS for the path, with its final zero.
const LONGEST_PATH = process.platform === 'darwin' ? 103 : 107;
const PORT = 5432;

/** How clients reach the server. */
export interface Address {
  /** Folder of the socket, or a host name where there are no sockets. */
  host: string;
  port: number;
}

/** Chooses and makes the socket folder: inside the data folder, or a short one under the system's temporary folder. */
export function socketFolder(folder: string, runAs: RunAs): Address {
  const near = join(folder, 'socket');
  const host = fits(near) ? near : farFolder(folder);
  mkdirSync(host, { recursive: true, mode: 0o700 });
  const found = lstatSync(host);
  const own = found.isDirectory() && [process.getuid?.(), runAs.uid].includes(found.uid);
  // Anybody may write to the temporary folder: what lies there must be ours.
  if (!own)
    throw new Error(`The folder ${host} belongs to somebody else; remove it, or move HUIYIN_DATA to a shorter path.`);
  chmodSync(host, 0o700);
  handOver(host, runAs);
  return { host, port: PORT };
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) <= LONGEST_PATH && !folder.includes(',');
}

function farFolder(folder: string): string {
  const name = `huiyin-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  const far = join(tmpdir(), name);
  if (fits(far)) return far;
  return join('/tmp', name);
}

/** The path of the socket file. */
export function socketFile(address: Address): string {
  return join(address.host, `.s.PGSQL.${address.port}`);
}

/** A connection URL for `pg`. */
export function connectionUrl(address: Address, database: string, user: string, password?: string): string {
  const login = encodeURIComponent(user) + (password ? `:${encodeURIComponent(password)}` : '');
  return address.host.startsWith('/')
    ? `postgresql://${login}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(address.host)}&port=${address.port}`
    : `postgresql://${login}@${address.host}:${address.port}/${encodeURIComponent(database)}`;
}
