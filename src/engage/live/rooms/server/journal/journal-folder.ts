// Where the open files of a show's journal lie, and what they are called.
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Folder of a show: ids are ours, so nothing of a stranger goes into a path. */
export function journalFolder(dataDir: string, workspaceId: string, showId: string): string {
  if (!/^ws_[0-9a-z]+$/.test(workspaceId) || !/^[a-z]+_[0-9a-z]+$/.test(showId)) throw new Error('not a show');
  return path.join(dataDir, 'live', workspaceId, showId);
}

const NAME = /^(\d{14})\.jsonl$/;

export interface OpenFile {
  path: string;
  firstSeq: number;
}

/** Open files in the order of their events. */
export async function openFiles(folder: string): Promise<OpenFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw error;
  });
  return names
    .flatMap((name) => {
      const found = NAME.exec(name);
      return found ? [{ path: path.join(folder, name), firstSeq: Number(found[1]) }] : [];
    })
    .sort((one, other) => one.firstSeq - other.firstSeq);
}

export function segmentPath(folder: string, firstSeq: number): string {
  return path.join(folder, `${String(firstSeq).padStart(14, '0')}.jsonl`);
}

/** Makes the folder and flushes its name, so that a new file is found after the power failed. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await flushFolder(folder);
}

export async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; there the file system keeps names itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Writes a file whole or not at all. */
export async function writeWhole(target: string, text: string): Promise<void> {
  const draft = `${target}.part`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  await rename(draft, target);
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
