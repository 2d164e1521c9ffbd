// Keeps records of shows as compressed files, and the last few in memory.
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Tx } from '../../../../platform/database/database.ts';
import { type FileStore, saveFileRow } from '../../../../platform/files/file.store.ts';
import type { KeptShow } from '../core/record-builder.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** A record of twelve busy hours is about 4 MB as text. */
const MOST_BYTES = 64 * 1024 * 1024;
const REMEMBERED = 4;

export interface KeptShows {
  /** Writes the file; its row is saved in the caller's transaction by `saveRow`. */
  write(
    workspaceId: string,
    kept: KeptShow,
  ): Promise<{ fileId: string; bytes: number; saveRow(tx: Tx, now: Date): Promise<void> }>;
  read(workspaceId: string, fileId: string): Promise<KeptShow>;
  remove(workspaceId: string, fileId: string): Promise<void>;
}

export function createKeptShows(files: FileStore): KeptShows {
  const memory = new Map<string, KeptShow>();
  return {
    async write(workspaceId, kept) {
      const packed = await pack(JSON.stringify(kept));
      const stored = await files.save(workspaceId, Readable.from([packed]), MOST_BYTES);
      return {
        fileId: stored.id,
        bytes: stored.bytes,
        saveRow: (tx, now) =>
          saveFileRow(
            tx,
            { ...stored, purpose: 'live_report', name: `${kept.record.showId}.json.gz`, mediaType: 'application/gzip' },
            now,
          ),
      };
    },
    async read(workspaceId, fileId) {
      const known = memory.get(fileId);
      if (known) return known;
      const parts: Buffer[] = [];
      for await (const part of files.read(workspaceId, fileId)) parts.push(part as Buffer);
      const kept = JSON.parse(
        (await unpack(Buffer.concat(parts), { maxOutputLength: 8 * MOST_BYTES })).toString(),
      ) as KeptShow;
      memory.set(fileId, kept);
      for (const oldest of memory.keys()) {
        if (memory.size <= REMEMBERED) break;
        memory.delete(oldest);
      }
      return kept;
    },
    async remove(workspaceId, fileId) {
      memory.delete(fileId);
      await files.remove(workspaceId, fileId);
    },
  };
}
