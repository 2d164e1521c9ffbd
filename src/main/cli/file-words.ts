// What the system says of files, in words a person understands.
import { fstatSync, type Stats, statSync } from 'node:fs';

/** What is there by that name; undefined for nothing, also where a folder on the way is none. `-` is the standard stream. */
export function statOf(file: string, standard: 0 | 1): Stats | undefined {
  try {
    return file === '-' ? fstatSync(standard) : statSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (file === '-' || code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Error(`${file} cannot be looked at: ${reasonOf(error)}`);
  }
}

/** Whether what is read and what is written are one file, by whatever name, link or redirection. */
export function isSameFile(input: string, output: string): boolean {
  const [one, two] = [statOf(input, 0), statOf(output, 1)];
  return one?.isFile() === true && two?.isFile() === true && one.dev === two.dev && one.ino === two.ino;
}

/** The words of a system error without its code, call and path: `permission denied`. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^E[A-Z0-9]+: ([^,]+)/u.exec(message)?.[1] ?? message;
}
