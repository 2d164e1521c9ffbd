// Moves a finished part of a journal into the file store, compressed, so that backups and removals take it along.
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createGzip } from 'node:zlib';
import type { WorkspaceDb } from '../../../../../platform/database/database.ts';
import { type FileStore, saveFileRow } from '../../../../../platform/files/file.store.ts';
import { readFileLines } from './journal-lines.ts';
import { insertSegment } from './segment.store.ts';

/** Beyond any segment: one is closed at 16 MB and a group is far smaller. */
const MOST_BYTES = 256 * 1024 * 1024;
export const JOURNAL_PURPOSE = 'live_journal';

/** Runs twice without harm: after a crash the row decides whether the open file is still needed. */
export async function archiveSegment(
  deps: { db: WorkspaceDb; files: FileStore; now: () => Date },
  showId: string,
  file: { path: string; firstSeq: number },
): Promise<void> {
  let events = 0;
  let lastSeq = file.firstSeq;
  let firstAt = Number.POSITIVE_INFINITY;
  let lastAt = 0;
  for await (const batch of readFileLines(file.path)) {
    events += batch.events.length;
    lastSeq = batch.events.at(-1)?.seq ?? lastSeq;
    firstAt = Math.min(firstAt, batch.events[0]?.rts ?? firstAt);
    lastAt = Math.max(lastAt, batch.events.at(-1)?.rts ?? lastAt);
  }
  if (events === 0) return rm(file.path, { force: true });
  const saved = await deps.files.save(deps.db.workspaceId, createReadStream(file.path).pipe(createGzip()), MOST_BYTES);
  const now = deps.now();
  const isNew = await deps.db.write(async (tx) => {
    const row = {
      first_seq: file.firstSeq,
      last_seq: lastSeq,
      first_at: new Date(firstAt),
      last_at: new Date(lastAt),
      events,
      bytes: saved.bytes,
      file_id: saved.id,
    };
    if (!(await insertSegment(tx, showId, row, now))) return false;
    await saveFileRow(tx, fileRow(showId, file.firstSeq, saved), now);
    return true;
  });
  if (!isNew) await deps.files.remove(deps.db.workspaceId, saved.id);
  await rm(file.path, { force: true });
}

export function fileRow(showId: string, firstSeq: number, saved: { id: string; bytes: number; sha256: string }) {
  return {
    ...saved,
    purpose: JOURNAL_PURPOSE,
    name: `${showId}-${firstSeq}.jsonl.gz`,
    mediaType: 'application/gzip',
  };
}
