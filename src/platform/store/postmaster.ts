// Reads `postmaster.pid` to tell a living server of this cluster from one that was killed and from a stranger with its number.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from './socket.ts';

/** What the server wrote about itself. */
export interface Postmaster {
  pid: number;
  address: Address | undefined;
  /** `ready`, `starting`, `stopping` or `standby`; empty in the first moments. */
  status: string;
}

/** Reads the file; `undefined` when there is none or it is not complete yet. The file is the server's own: never delete it. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  const port = Number.parseInt(lines[3] ?? '', 10);
  const host = lines[4]?.trim() || lines[5]?.trim();
  return { pid, address: host && port ? { host, port } : undefined, status: lines[7]?.trim() ?? '' };
}

/** Is there a process with this number? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Is the process with this number a server of this cluster? After a crash the number may have gone to anybody.
 * A server works inside its cluster folder, which tells it apart; where that cannot be read, its command must name it.
 */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid) || isZombie(pid)) return false;
  if (process.platform === 'win32') return true;
  const real = existsSync(cluster) ? realpathSync(cluster) : cluster;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === real;
  } catch {
    // Not Linux, or a process of another user whose folder even root may not see inside a container.
  }
  const command = commandOf(pid);
  return command.includes('postgres') && (command.includes(cluster) || command.includes(real));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // No /proc on this system.
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) === 'Z';
  } catch {
    return false;
  }
}

/** Waits until the server is gone. @returns false when it is still there after `limitMs` */
export async function waitGone(pid: number, cluster: string, limitMs: number): Promise<boolean> {
  for (const until = Date.now() + limitMs; Date.now() < until; await sleep(20)) {
    if (!servesCluster(pid, cluster)) return true;
  }
  return !servesCluster(pid, cluster);
}
