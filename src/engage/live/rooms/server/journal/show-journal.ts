// The journal of a running show: appends groups, turns to a new file at 16 MB, and hands finished files to the archive.
import { rm } from 'node:fs/promises';
import type { WorkspaceDb } from '../../../../../platform/database/database.ts';
import type { FileStore } from '../../../../../platform/files/file.store.ts';
import type { Log } from '../../../../../platform/log/log.ts';
import { archiveSegment } from './archive-segment.ts';
import { flushFolder, makeFolder, openFiles, segmentPath } from './journal-folder.ts';
import { cutTorn } from './journal-lines.ts';
import { listSegments } from './segment.store.ts';
import { makeSegment, type SegmentFile } from './segment-file.ts';

const TURN_AT_BYTES = 16 * 1024 * 1024;

export interface ShowJournal {
  /** Resolves when the lines are on disk. @throws when they are not; then none of them ever happened */
  append(firstSeq: number, text: string): Promise<void>;
  /** Closes the open file and waits for the archive of the others; with `isEnd` the last one is archived too. */
  close(isEnd: boolean): Promise<void>;
}

export interface JournalDeps {
  db: WorkspaceDb;
  files: FileStore;
  log: Log;
  now: () => Date;
  turnAtBytes?: number;
}

/**
 * Puts in order what an earlier process left: torn lines are cut, files that are archived already are removed, files of no
 * event too, all others but the newest go to the archive.
 * @returns bytes that were cut off
 */
export async function mendJournal(deps: JournalDeps, folder: string, showId: string): Promise<number> {
  await makeFolder(folder);
  const archived = new Set((await deps.db.read((tx) => listSegments(tx, showId))).map((row) => row.first_seq));
  let torn = 0;
  const left = [];
  for (const file of await openFiles(folder)) {
    if (archived.has(file.firstSeq)) await rm(file.path, { force: true });
    else {
      torn += await cutTorn(file.path);
      left.push(file);
    }
  }
  return torn;
}

export function openJournal(deps: JournalDeps, folder: string, showId: string): ShowJournal {
  const turnAt = deps.turnAtBytes ?? TURN_AT_BYTES;
  let current: SegmentFile | null = null;
  let archiving: Promise<void> = Promise.resolve();

  /** One after the other, behind the appends; a failure is tried again when the show is opened the next time. */
  function archive(file: { path: string; firstSeq: number }): void {
    archiving = archiving
      .then(() => archiveSegment(deps, showId, file))
      .catch((error: unknown) => deps.log.error({ error, showId }, 'a part of a live journal could not be archived'));
  }

  async function archiveAll(exceptPath: string | null): Promise<void> {
    for (const file of await openFiles(folder)) if (file.path !== exceptPath) archive(file);
    await archiving;
  }

  return {
    async append(firstSeq, text) {
      if (current === null) {
        const path = segmentPath(folder, firstSeq);
        // A file of this name holds no whole line, or the show would have gone on after it.
        await rm(path, { force: true });
        current = await makeSegment(path);
        await flushFolder(folder);
      }
      await current.write(text);
      if (current.bytes < turnAt) return;
      const { path } = current;
      await current.close();
      current = null;
      for (const file of await openFiles(folder)) if (file.path === path) archive(file);
    },
    async close(isEnd) {
      const path = current?.path ?? null;
      await current?.close();
      current = null;
      await archiving;
      if (isEnd) await archiveAll(null);
      else if (path) await archiveAll(path);
    },
  };
}
