// Keeps the frozen list of a draw in the file store, and puts the public file of a draw together from it.
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import type { Tx } from '../../../../platform/database/database.ts';
import { type FileStore, saveFileRow } from '../../../../platform/files/file.store.ts';
import type { DrawFile, EntryRow } from '../core/draw-file.contract.ts';
import type { DrawRow } from './draw.store.ts';
import type { FrozenList } from './draw-play.ts';

const MOST_BYTES = 512 * 1024 * 1024;

/** Written before the transaction that points to it. */
export async function keepEntries(files: FileStore, workspaceId: string, frozen: FrozenList) {
  const text = JSON.stringify({ v: 1, rows: frozen.list.rows(), names: frozen.names });
  return files.save(workspaceId, Readable.from([text]), MOST_BYTES);
}

export async function recordEntries(
  tx: Tx,
  kept: { id: string; bytes: number; sha256: string },
  now: Date,
): Promise<void> {
  await saveFileRow(tx, { ...kept, purpose: 'draw_entries', name: 'entries.json', mediaType: 'application/json' }, now);
}

export interface KeptEntries {
  rows: EntryRow[];
  /** Masked. */
  names: string[];
}

export async function readEntries(files: FileStore, row: DrawRow): Promise<KeptEntries> {
  if (!row.entriesFileId) return { rows: [], names: [] };
  const chunks: Buffer[] = [];
  for await (const chunk of files.read(row.workspaceId, row.entriesFileId)) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as KeptEntries;
}

/** Everything of a draw that is public, except the entries. */
export function headOfFile(row: DrawRow, shop: string): Omit<DrawFile, 'entries'> {
  return {
    format: 'huiyin-draw',
    version: 1,
    shop,
    state: row.state as DrawFile['state'],
    rules: row.rules!,
    ...row.records!,
    signatures: row.signatures!,
  };
}

/** The public file as text, entry by entry, so that a long list is never one string. */
export function fileText(head: Omit<DrawFile, 'entries'>, rows: readonly EntryRow[]): Readable {
  const out = new PassThrough();
  const write = async () => {
    out.write(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "entries": [`);
    for (let at = 0; at < rows.length; at += 2000) {
      const text = rows.slice(at, at + 2000).map((row) => `\n${JSON.stringify(row)}`);
      if (!out.write(`${at === 0 ? '' : ','}${text.join(',')}`)) await once(out, 'drain');
    }
    out.end('\n]}\n');
  };
  write().catch((error: Error) => out.destroy(error));
  return out;
}
