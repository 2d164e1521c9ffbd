// Recomputes the log from its rows, page by page: each digest from its content, each leaf from its digest, every tile and the root from the leaves.
import sql from 'sql-template-tag';
import type { Tx, WorkspaceDb } from '../../../../platform/database/database.ts';
import type { Plain } from '../core/canonical.ts';
import { isSigned } from '../core/check-evidence.ts';
import type { AuditFault } from '../core/evidence.contract.ts';
import { HASH_BYTES, type Hash, sameHash, toHex } from '../core/hashing.ts';
import { digestOf, hashOfLeaf, type LeafKind } from '../core/leaf.ts';
import { appendLeaves, rootOf, TILE_WIDTH, type TileRef, type Tiles, tileKey } from '../core/tiles.ts';
import { receiptOf } from '../core/what-to-keep.ts';
import { voicesOf } from './evidence.reactions.ts';
import { readLog, readTiles } from './log.store.ts';
import { pairHash } from './pair-hash.ts';
import { headOf } from './take-file.ts';

export interface AuditFound {
  size: number;
  erased: number;
  /** The first 50; `seq` -1 for the log as a whole. */
  faults: { seq: number; fault: AuditFault }[];
}

interface Row {
  seq: number;
  kind: LeafKind;
  at: Date;
  digest: Buffer;
  salt: Buffer | null;
  sourceId: string;
  content: string | null;
}

const PAGE = 8 * TILE_WIDTH;
const MOST_FAULTS = 50;

/**
 * Audits the log as it is now; what is appended meanwhile is left for the next audit.
 * @param onProgress told after each page how many leaves were looked at; false ends the audit early
 */
export async function auditLog(
  db: WorkspaceDb,
  onProgress: (done: number, found: AuditFound) => Promise<boolean>,
): Promise<AuditFound> {
  const log = await db.read(readLog);
  const head = headOf(log);
  const found: AuditFound = { size: head?.size ?? 0, erased: 0, faults: [] };
  const note = (seq: number, fault: AuditFault) => {
    if (found.faults.length < MOST_FAULTS) found.faults.push({ seq, fault });
  };
  if (!log || !head) return found;
  if (!isSigned(head, log.publicKey)) note(-1, 'head_not_signed');
  let open: Tiles = new Map();
  for (let from = 0; from < head.size; from += PAGE) {
    const to = Math.min(head.size, from + PAGE);
    const grown = await db.read((tx) => auditPage(tx, { from, to, open, note, found }));
    open = grown;
    if (!(await onProgress(to, found))) return found;
  }
  if (toHex(rootOf(open, head.size, pairHash)) !== head.root) note(-1, 'root_differs');
  return found;
}

async function auditPage(
  tx: Tx,
  page: { from: number; to: number; open: Tiles; note: (seq: number, fault: AuditFault) => void; found: AuditFound },
): Promise<Tiles> {
  const { from, to, open, note, found } = page;
  const rows = await tx.rows<Row>(sql`
    SELECT seq, kind, at, digest, salt, source_id AS "sourceId", content FROM evidence_leaves
    WHERE workspace_id = ${tx.workspaceId} AND seq >= ${from} AND seq < ${to} ORDER BY seq`);
  const voices = await voicesOf(
    tx,
    rows.filter((row) => row.salt !== null && row.content === null).map((row) => row.sourceId),
  );
  const stored = await readTiles(tx, leafTiles(from, to));
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  const hashes: Hash[] = [];
  for (let seq = from; seq < to; seq += 1) {
    const row = bySeq.get(seq);
    const inTree = leafInTiles(stored, seq);
    if (!row) {
      note(seq, 'leaf_missing');
      hashes.push(inTree ?? new Uint8Array(HASH_BYTES));
      continue;
    }
    const hash = hashOfLeaf({ kind: row.kind, atMs: row.at.getTime(), digest: row.digest }, toHex(row.digest));
    hashes.push(hash);
    if (!inTree || !sameHash(hash, inTree)) note(seq, 'leaf_changed');
    if (row.salt === null) {
      found.erased += 1;
      continue;
    }
    const voice = voices.get(row.sourceId);
    const content = row.content === null ? voice && receiptOf(voice) : (JSON.parse(row.content) as Plain);
    if (!content || !sameHash(digestOf(row.salt, content), row.digest)) note(seq, 'content_changed');
  }
  const changed = [...appendLeaves(open, from, hashes, pairHash).values()];
  const upper = changed.filter((tile) => tile.level > 0);
  const upperStored = await readTiles(tx, upper);
  for (const tile of upper) {
    // The log may have grown meanwhile: what is stored goes on where ours ends.
    const kept = upperStored.get(tileKey(tile))?.subarray(0, tile.hashes.length);
    if (!kept || !sameHash(kept, tile.hashes)) note(tile.index * TILE_WIDTH ** (tile.level + 1), 'leaf_changed');
  }
  const next: Tiles = new Map(open);
  for (const tile of changed) next.set(tileKey(tile), tile.hashes);
  // Full tiles are done with; only the growing ones are needed further.
  for (const [key, full] of next) if (full.length === TILE_WIDTH * HASH_BYTES) next.delete(key);
  return next;
}

function leafTiles(from: number, to: number): TileRef[] {
  const first = Math.floor(from / TILE_WIDTH);
  const last = Math.floor((to - 1) / TILE_WIDTH);
  return Array.from({ length: last - first + 1 }, (_, at) => ({ level: 0, index: first + at }));
}

function leafInTiles(tiles: Tiles, seq: number): Hash | null {
  const tile = tiles.get(tileKey({ level: 0, index: Math.floor(seq / TILE_WIDTH) }));
  const place = (seq % TILE_WIDTH) * HASH_BYTES;
  return tile && tile.length >= place + HASH_BYTES ? tile.subarray(place, place + HASH_BYTES) : null;
}
