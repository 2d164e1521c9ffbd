// A file that is being written stands beside the one it becomes, so that nobody ever reads or loses half of one.
import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { reasonOf, statOf } from './file-words.ts';

/** The signals that end a program politely. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Draft {
  /** Open for writing; whoever writes closes it before `keep`. */
  fd: number;
  /** Gives the draft the name it is meant for, in place of an older file. */
  keep(): void;
  /** Removes the draft; the older file stays as it was. */
  drop(): void;
}

/**
 * Opens `NAME.xxxxxxxx.part` beside the file (or beside what a link of that name leads to), under a name nothing has yet.
 * It gets the mode of the file it replaces, else what the umask leaves. A signal that ends the program removes it first.
 * @throws when nothing can be written there.
 */
export function openDraft(file: string): Draft {
  const old = statOf(file, 1);
  const name = old ? realpathSync(file) : file;
  const draft = `${name}.${randomBytes(4).toString('hex')}.part`;
  let fd: number;
  try {
    fd = openSync(draft, 'wx', old ? old.mode & 0o777 : 0o666);
    if (old) fchmodSync(fd, old.mode & 0o777);
  } catch (error) {
    throw new Error(`${file} cannot be written: ${reasonOf(error)}`);
  }
  const forget = () => {
    for (const one of SIGNALS) process.off(one, onSignal);
  };
  const drop = () => {
    forget();
    rmSync(draft, { force: true });
  };
  const onSignal = (signal: NodeJS.Signals) => {
    drop();
    process.kill(process.pid, signal);
  };
  for (const one of SIGNALS) process.on(one, onSignal);
  const keep = () => {
    renameSync(draft, name);
    forget();
  };
  return { fd, keep, drop };
}

/** Writes a whole file at once; it takes the place of an older one only when it is whole. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const { fd, keep, drop } = openDraft(file);
  try {
    try {
      writeFileSync(fd, content);
    } finally {
      closeSync(fd);
    }
    keep();
  } catch (error) {
    drop();
    throw new Error(`${file} could not be written: ${reasonOf(error)}`);
  }
}
