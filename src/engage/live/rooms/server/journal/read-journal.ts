// Reads a show's journal from its first event to its newest, whether its parts are archived or still open.
import { createGunzip } from 'node:zlib';
import type { Database } from '../../../../../platform/database/database.ts';
import type { FileStore } from '../../../../../platform/files/file.store.ts';
import type { LiveEvent } from '../../../stream/core/live-event.contract.ts';
import type { JournalReader } from '../hub.types.ts';
import { journalFolder, openFiles } from './journal-folder.ts';
import { holdPart, type JournalBatch, readHeldLines, readLines } from './journal-lines.ts';
import { seekLine } from './seek-line.ts';
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

/** When events were received, ms. */
export interface Between {
  from: number;
  to: number;
}

/**
 * Events from `from` on, each once and in their order. A part that is archived while it is being read is read to its end.
 * @param count lines that could not be read are added to it
 * @param between parts that hold nothing received then are passed over; what is near comes along
 */
export async function* readBatches(
  place: JournalPlace,
  workspaceId: string,
  showId: string,
  from = 1,
  count: ReadCount = { unread: 0 },
  between: Between = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
): AsyncGenerator<JournalBatch> {
  // Files before rows: what is archived between the two looks is in both, never in none.
  const files = await openFiles(journalFolder(place.dataDir, workspaceId, showId));
  const archived = await place.database.workspace(workspaceId).read((tx) => listSegments(tx, showId));
  const known = new Set(archived.map((row) => row.first_seq));
  const open = files.filter((file) => !known.has(file.firstSeq));
  const parts = [
    ...archived
      .filter(
        (row) => row.last_seq >= from && Number(row.last_at) >= between.from && Number(row.first_at) <= between.to,
      )
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
    const held = part.path === null ? null : await holdPart(part.path);
    const fileId = part.fileId ?? (held ? null : await archivedSince(place, workspaceId, showId, part.firstSeq));
    if (!held && fileId === null) continue;
    const lines = held
      ? readHeldLines(
          held,
          await seekLine(held, (event) => event.seq < from || event.rts < between.from).catch(() => 0),
          onUnread,
        )
      : readLines(place.files.read(workspaceId, fileId!).pipe(createGunzip()), onUnread);
    for await (const batch of lines) {
      if ((batch.events[0]?.rts ?? 0) > between.to) return;
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

/** Number of the newest event of a show; 0 when there is none. Reads no more than the end of its newest file. */
export async function lastSeqOf(place: JournalPlace, workspaceId: string, showId: string): Promise<number> {
  const newest = (await openFiles(journalFolder(place.dataDir, workspaceId, showId))).at(-1);
  const held = newest ? await holdPart(newest.path) : null;
  let last = 0;
  if (held) {
    const start = await seekLine(held, () => true);
    for await (const { events } of readHeldLines(held, start)) last = Math.max(last, events.at(-1)?.seq ?? 0);
  }
  // Asked after the file: a part that was archived meanwhile is in one of the two.
  const archived = await place.database.workspace(workspaceId).read((tx) => listSegments(tx, showId));
  return Math.max(last, ...archived.map((row) => Number(row.last_seq)));
}

/** One archived part. */
export function readSegment(place: JournalPlace, workspaceId: string, fileId: string): AsyncGenerator<JournalBatch> {
  return readLines(place.files.read(workspaceId, fileId).pipe(createGunzip()));
}

/** Skew and delay of a source: an event was received about when it says that it happened. */
const NEAR_MS = 2 * 60_000;

/** Recorded events of any show of the installation. */
export function createJournalReader(place: JournalPlace): JournalReader {
  return {
    async find(workspaceId, sessionId, ids, near) {
      const found = new Map<string, LiveEvent>();
      const look = async (between?: Between) => {
        for await (const { events } of readBatches(place, workspaceId, sessionId, 1, undefined, between)) {
          for (const event of events) if (ids.has(event.id)) found.set(event.id, event);
          if (found.size === ids.size) return;
        }
      };
      if (near) await look({ from: near.from - NEAR_MS, to: near.to + NEAR_MS });
      if (found.size < ids.size) await look();
      return [...found.values()].sort((one, other) => one.seq - other.seq);
    },
    async *read(workspaceId, sessionId, from) {
      for await (const batch of readBatches(place, workspaceId, sessionId, from?.seq ?? 1)) yield batch.events;
    },
  };
}
