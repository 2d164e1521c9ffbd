// Opens a recorded file as pieces of text in constant memory: unpacked when packed, decoded from the encoding it is written in.
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** A packed file that unpacks to more than this is no recording. */
const MOST_BYTES = 4 * 1024 ** 3;
const HEAD_BYTES = 64 * 1024;

export interface TextFile {
  /** The first 64 KB of text, for guessing the format. */
  head: string;
  encoding: string;
  /** All text from the beginning, in pieces. Ends early when a packed file is cut; `isCut` then says so. */
  pieces: AsyncGenerator<string, void, void>;
  isCut(): boolean;
}

/** Opens a file. Throws what the file system throws (no such file, no right to read). */
export async function readText(path: string): Promise<TextFile> {
  let isCut = false;
  const chunks = unpacked(path, () => {
    isCut = true;
  });
  const first: Buffer[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  const bytes = Buffer.concat(first);
  const encoding = encodingOf(bytes);
  // Without `fatal` a wrong byte becomes a replacement character: one letter is lost, not the line.
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD_BYTES));

  async function* pieces(): AsyncGenerator<string, void, void> {
    const decoder = new TextDecoder(encoding);
    if (bytes.length > 0) yield decoder.decode(bytes, { stream: true });
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  }
  return { head, encoding, pieces: pieces(), isCut: () => isCut };
}

async function* unpacked(path: string, onCut: () => void): AsyncGenerator<Buffer, void, void> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const source = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    const opening = await source.next();
    if (opening.done) return;
    const isPacked = opening.value[0] === 0x1f && opening.value[1] === 0x8b;
    if (!isPacked) {
      yield opening.value;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
      return;
    }
    yield* gunzipped(opening.value, source, onCut);
  } finally {
    file.destroy();
  }
}

async function* gunzipped(
  opening: Buffer,
  source: AsyncIterator<Buffer>,
  onCut: () => void,
): AsyncGenerator<Buffer, void, void> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const feed = async () => {
    for (let chunk: Buffer | undefined = opening; chunk; ) {
      if (!gunzip.write(chunk)) {
        await new Promise<void>((resolve) => {
          gunzip.once('drain', resolve);
          gunzip.once('close', resolve);
        });
      }
      if (gunzip.destroyed) return;
      const next: IteratorResult<Buffer> = await source.next();
      chunk = next.done ? undefined : next.value;
    }
    gunzip.end();
  };
  const feeding = feed().catch((failure) => gunzip.destroy(failure));
  let bytes = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) return onCut();
      yield chunk;
    }
  } catch {
    onCut();
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/** Byte order marks, else UTF-8 unless the head is not well formed, else GB18030 as Chinese spreadsheets write it. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  for (let cut = 0; cut < 4 && cut <= head.length; cut += 1) {
    if (isUtf8(head.subarray(0, head.length - cut))) return 'utf-8';
  }
  return looksLikeUtf8(head) ? 'utf-8' : 'gb18030';
}

/** A damaged UTF-8 file still has far fewer wrong places than one in another encoding. */
function looksLikeUtf8(head: Buffer): boolean {
  const wrong = (encoding: string) => new TextDecoder(encoding).decode(head).split('\ufffd').length - 1;
  return wrong('utf-8') <= wrong('gb18030');
}
