// Decides as whom the server runs: PostgreSQL refuses to run as root, so root lends it another name.
import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { copyEngine, type Engine, EngineError, makeLinks } from './engine.ts';

/** How the server runs: `plain` as ourselves, `nobody` as another user, `copied` from a copy of the package, `unshare` in a user namespace. */
export type How = 'plain' | 'nobody' | 'unshare' | 'copied';

/** A way to start the server's programs. */
export interface RunAs {
  how: How;
  engine: Engine;
  /** Words to put before the program. */
  prefix: string[];
  /** The user and group to start it as, when not our own. */
  uid?: number;
  gid?: number;
  /** For the log: who runs it, in plain words. */
  who: string;
}

const UNSHARE = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];

/**
 * Finds a way that works for this data folder, tried in this order: as ourselves when we are not root; as `postgres`,
 * `nobody` or the user who owns the cluster; the same from a copy inside the data folder; in a user namespace.
 * @param folder holds the cluster; must exist
 * @param cluster the cluster itself, which may not exist yet
 * @throws EngineError that says what was tried and what to do
 */
export async function chooseRunAs(engine: Engine, folder: string, cluster: string): Promise<RunAs> {
  const linked = engine.home ? makeLinks(engine.home) : true;
  if (process.platform === 'win32' || process.getuid?.() !== 0) {
    if (linked && runs(engine, {})) return { how: 'plain', engine, prefix: [], who: 'this user' };
    const copy = await copyEngine(engine, folder);
    const failure = whyNot(copy, {});
    if (failure === null) return { how: 'copied', engine: copy, prefix: [], who: 'this user' };
    throw new EngineError(
      `The built-in database does not run on this machine: ${failure} Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  return asRoot(engine, folder, cluster);
}

async function asRoot(engine: Engine, folder: string, cluster: string): Promise<RunAs> {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  const tried: string[] = [];
  const user =
    owner && owner.uid !== 0
      ? {
          name: passwdEntry((fields) => fields[2] === String(owner.uid))?.name ?? `user ${owner.uid}`,
          uid: owner.uid,
          gid: owner.gid,
        }
      : systemUser();
  // A cluster that belongs to root was made in a user namespace, which is then the only way back into it.
  if (user && owner?.uid !== 0) {
    const ids = { uid: user.uid, gid: user.gid };
    if (canUse(folder, ids)) {
      const failure = whyNot(engine, ids);
      if (failure === null) return { how: 'nobody', engine, prefix: [], ...ids, who: user.name };
      tried.push(`as ${user.name}: ${failure}`);
      if (engine.home) {
        const copy = await copyEngine(engine, folder);
        const copyFailure = whyNot(copy, ids);
        if (copyFailure === null) return { how: 'copied', engine: copy, prefix: [], ...ids, who: user.name };
        tried.push(`from a copy as ${user.name}: ${copyFailure}`);
      }
    } else tried.push(`as ${user.name}: this user cannot reach ${folder}`);
  }
  if (!owner || owner.uid === 0) {
    const failure = whyNot(engine, { prefix: UNSHARE });
    if (failure === null) return { how: 'unshare', engine, prefix: UNSHARE, who: 'root in a user namespace' };
    tried.push(`in a user namespace: ${failure}`);
  }
  throw new EngineError(
    `The built-in database cannot run as root. Tried ${tried.join('; ')}. Start Huiyin as an ordinary user, ` +
      'or put its data (HUIYIN_DATA) into a folder others may enter, or set DATABASE_URL.',
  );
}

/** Gives a file or folder to the server's user, where that is not us. */
export function handOver(path: string, runAs: RunAs): void {
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(path, runAs.uid, runAs.gid);
}

/** The user to lend: needs an entry in passwd, since `initdb` looks its own name up. */
function systemUser(): { name: string; uid: number; gid: number } | undefined {
  return passwdEntry((fields) => fields[0] === 'postgres') ?? passwdEntry((fields) => fields[0] === 'nobody');
}

function passwdEntry(wanted: (fields: string[]) => boolean): { name: string; uid: number; gid: number } | undefined {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find((entry) => entry.length > 3 && wanted(entry));
  return fields && { name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** May this user walk down to the folder? (Asked of the system itself: rights come from every parent folder.) */
function canUse(folder: string, ids: { uid: number; gid: number }): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...ids, cwd: '/' }).status === 0;
}

function runs(engine: Engine, options: { uid?: number; gid?: number; prefix?: string[] }): boolean {
  return whyNot(engine, options) === null;
}

function whyNot(engine: Engine, options: { uid?: number; gid?: number; prefix?: string[] }): string | null {
  const ids = options.uid === undefined ? {} : { uid: options.uid, gid: options.gid };
  const words = [...(options.prefix ?? []), `${engine.binDir}/initdb`, '--version'];
  const answer = spawnSync(words[0]!, words.slice(1), { ...ids, cwd: '/', encoding: 'utf8', timeout: 20_000 });
  if (answer.status === 0) return null;
  return (
    answer.error?.message ??
    (answer.stderr.trim().split('\n').at(-1) || `stopped with ${answer.status ?? answer.signal}`)
  );
}
