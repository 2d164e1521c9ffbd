// What a running show writes down every so often, so that a restart need not read the whole journal again.
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../journal/journal-folder.ts';

export interface Checkpoint {
  /** Everything up to this event is in `analysis` and in the taps named here. */
  seq: number;
  analysis: string;
  taps: Record<string, string>;
}

const fileOf = (folder: string) => path.join(folder, 'checkpoint.json');

export async function saveCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  await writeWhole(fileOf(folder), JSON.stringify(checkpoint));
}

/** Null when there is none, or when it cannot be read: then the journal is read from its beginning. */
export async function readCheckpoint(folder: string): Promise<Checkpoint | null> {
  try {
    const found = JSON.parse(await readFile(fileOf(folder), 'utf8')) as Checkpoint;
    return typeof found.seq === 'number' && typeof found.analysis === 'string' ? found : null;
  } catch {
    return null;
  }
}

export async function dropCheckpoint(folder: string): Promise<void> {
  await rm(fileOf(folder), { force: true });
  await rm(aliveOf(folder), { force: true });
}

const aliveOf = (folder: string) => path.join(folder, 'alive');

/** Notes that the room was listening until now: in a quiet room the last event says nothing about when the process went. */
export async function markAlive(folder: string, at: number): Promise<void> {
  // Without it a gap only looks longer than it was.
  await writeWhole(aliveOf(folder), String(at)).catch(() => undefined);
}

/** @returns when the room was known to listen last, ms; 0 where nothing was noted */
export async function aliveUntil(folder: string): Promise<number> {
  return Number(await readFile(aliveOf(folder), 'utf8').catch(() => '')) || 0;
}
