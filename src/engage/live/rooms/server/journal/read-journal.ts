// Reads a show's journal from its first event to its newest, whether its parts are archived or still open.
import { existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Database } from '../../../../../platform/database/database.ts';
import type { FileStore } from '../../../../../platform/files/file.store.ts';
import type { JournalReader } from '../hub.types.ts';
import { journalFolder, openFiles } from './journal-folder.ts';
import { type JournalBatch, readFileLines, readLines } from './journal-lines.ts';
import { listSegments } from './segment.store.ts';

export interface JournalPlace {
  database: Database;
  files: FileStore;
  dataDir: string;
}

/** What was found on the way. */
export interface ReadCount {
  unread: number;
}

/**
 * Events from `from` on, each once and in their order. A part that is archived while it is being read is read to its end.
 * @param count lines that could not be read are added to it
 */
export async function* readBatches(
  place: JournalPlace,
  workspaceId: string,
  showId: string,
  from = 1,
  count: ReadCount = { unread: 0 },
): AsyncGenerator<JournalBatch> {
  const archived = await place.database.workspace(workspaceId).read((tx) => listSegments(tx, showId));
  const known = new Set(archived.map((row) => row.first_seq));
  const open = (await openFiles(journalFolder(place.dataDir, workspaceId, showId))).filter(
    (file) => !known.has(file.firstSeq),
  );
  const parts = [
    ...archived
      .filter((row) => row.last_seq >= from)
      .map((row) => ({ firstSeq: row.first_seq, fileId: row.file_id, path: null as string | null })),
    ...open
      .filter((_file, index) => (open[index + 1]?.firstSeq ?? Number.POSITIVE_INFINITY) > from)
      .map((file) => ({ firstSeq: file.firstSeq, fileId: null as string | null, path: file.path })),
  ].sort((one, other) => one.firstSeq - other.firstSeq);
  let last = from - 1;
  const onUnread = () => {
    count.unread += 1;
  };
  for (const part of parts) {
    const isOpen = part.path !== null && existsSync(part.path);
    const fileId = part.fileId ?? (isOpen ? null : await archivedSince(place, workspaceId, showId, part.firstSeq));
    if (!isOpen && fileId === null) continue;
    const lines = isOpen
      ? readFileLines(part.path!, onUnread)
      : readLines(place.files.read(workspaceId, fileId!).pipe(createGunzip()), onUnread);
    for await (const batch of lines) {
      const fresh = batch.events[0] && batch.events[0].seq > last ? batch : newer(batch, last);
      last = Math.max(last, batch.events.at(-1)?.seq ?? last);
      if (fresh.events.length > 0) yield fresh;
    }
  }
}

function newer(batch: JournalBatch, last: number): JournalBatch {
  const events = batch.events.filter((event) => event.seq > last);
  return { events, text: events.map((event) => `${JSON.stringify(event)}\n`).join('') };
}

async function archivedSince(
  place: JournalPlace,
  workspaceId: string,
  showId: string,
  firstSeq: number,
): Promise<string | null> {
  const rows = await place.database.workspace(workspaceId).read((tx) => listSegments(tx, showId));
  return rows.find((row) => row.first_seq === firstSeq)?.file_id ?? null;
}

/** One archived part. */
export function readSegment(place: JournalPlace, workspaceId: string, fileId: string): AsyncGenerator<JournalBatch> {
  return readLines(place.files.read(workspaceId, fileId).pipe(createGunzip()));
}

/** Recorded events of any show of the installation. */
export function createJournalReader(place: JournalPlace): JournalReader {
  return {
    async *read(workspaceId, sessionId, from) {
      for await (const batch of readBatches(place, workspaceId, sessionId, from?.seq ?? 1)) yield batch.events;
    },
  };
}
