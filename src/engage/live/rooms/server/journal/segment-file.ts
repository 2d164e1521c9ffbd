// One open file of a journal: lines are on disk when `write` resolves, and a failed write leaves nothing of itself behind.
import { type FileHandle, open } from 'node:fs/promises';

export interface SegmentFile {
  readonly path: string;
  /** Bytes that are on disk. */
  readonly bytes: number;
  /** Resolves when the text is on disk. @throws when it is not; then nothing of it will be read back */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Makes a new file; an existing one is never written again. */
export async function makeSegment(path: string): Promise<SegmentFile> {
  const handle = await open(path, 'wx', 0o600);
  let bytes = 0;
  let isBroken = false;
  return {
    path,
    get bytes() {
      return bytes;
    },
    async write(text) {
      if (isBroken) throw new Error('the journal could not be put right after a failed write');
      const data = Buffer.from(text, 'utf8');
      try {
        await writeAll(handle, data, bytes);
        await handle.datasync();
        bytes += data.length;
      } catch (error) {
        await handle.truncate(bytes).catch(() => {
          isBroken = true;
        });
        throw error;
      }
    },
    close: () => handle.close(),
  };
}

async function writeAll(handle: FileHandle, data: Buffer, from: number): Promise<void> {
  let written = 0;
  while (written < data.length) {
    const { bytesWritten } = await handle.write(data, written, data.length - written, from + written);
    if (bytesWritten === 0) throw new Error('the disk takes no more');
    written += bytesWritten;
  }
}
