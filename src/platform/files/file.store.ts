// Keeps uploaded and generated files on disk under names nobody outside chooses, with their size and hash in the database.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import sql from 'sql-template-tag';
import { newId } from '../../kit/ids.ts';
import type { Tx } from '../database/database.ts';

export interface StoredFile {
  id: string;
  purpose: string;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

export interface FileStore {
  /** Absolute path of a stored file; the id is the only thing that goes into it. */
  pathOf(workspaceId: string, fileId: string): string;
  /** Streams to disk, flushes, then answers; a stream that breaks or grows beyond `maxBytes` leaves nothing behind. */
  save(workspaceId: string, source: Readable, maxBytes: number): Promise<{ id: string; bytes: number; sha256: string }>;
  read(workspaceId: string, fileId: string): Readable;
  remove(workspaceId: string, fileId: string): Promise<void>;
}

/** Thrown when a stream is longer than allowed. */
export class FileTooLarge extends Error {}

/** @param folder where files live, inside the data folder */
export function createFileStore(folder: string): FileStore {
  const pathOf = (workspaceId: string, fileId: string) => {
    if (!/^ws_[0-9a-z]+$/.test(workspaceId) || !/^file_[0-9a-z]+$/.test(fileId)) throw new Error('not a file id');
    return path.join(folder, workspaceId, fileId);
  };
  return {
    pathOf,
    async save(workspaceId, source, maxBytes) {
      const id = newId('file');
      const target = pathOf(workspaceId, id);
      await mkdir(path.dirname(target), { recursive: true });
      const hash = createHash('sha256');
      let bytes = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          if (bytes > maxBytes) return done(new FileTooLarge());
          hash.update(chunk);
          done(null, chunk);
        },
      });
      try {
        await pipeline(source, meter, createWriteStream(`${target}.part`, { mode: 0o600 }));
        const handle = await open(`${target}.part`, 'r+');
        await handle.sync();
        await handle.close();
        await rename(`${target}.part`, target);
      } catch (error) {
        await rm(`${target}.part`, { force: true });
        throw error;
      }
      return { id, bytes, sha256: hash.digest('hex') };
    },
    read: (workspaceId, fileId) => createReadStream(pathOf(workspaceId, fileId)),
    remove: (workspaceId, fileId) => rm(pathOf(workspaceId, fileId), { force: true }),
  };
}

const UNSHOWN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being removed
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Surrogate}<>:"|?*]/gu;

/** Cleans a name that came from outside: no path, no control or bidi characters, at most 200 characters. */
export function safeFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const cleaned = base.replace(UNSHOWN, '');
  // Cut by characters, not by halves of them.
  const shown = [...cleaned.replace(/^[.\s]+/, '')].slice(0, 200).join('');
  return shown.trimEnd() || 'file';
}

/** Records a stored file in the caller's transaction. */
export async function saveFileRow(tx: Tx, file: StoredFile, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO files (id, workspace_id, purpose, name, media_type, bytes, sha256, created_at)
    VALUES (${file.id}, ${tx.workspaceId}, ${file.purpose}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, ${now})`);
}

/** Forgets stored files in the caller's transaction; the bytes are removed after it. */
export async function dropFileRows(tx: Tx, fileIds: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM files WHERE workspace_id = ${tx.workspaceId} AND id = ANY(${[...fileIds]}::text[])`);
}
