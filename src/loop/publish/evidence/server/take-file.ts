// Writes the evidence file of some feedback and cases: their leaves with salts and contents, each with its proof in the present log.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import { EVIDENCE_FORMAT, type EvidenceEntry, type EvidenceFile, type SignedHead } from '../core/evidence-file.ts';
import { toHex } from '../core/hashing.ts';
import type { LeafKind } from '../core/leaf.ts';
import { consistencyShape, inclusionShape } from '../core/merkle-shape.ts';
import { hasherOf, hashOfCover, tilesOf } from '../core/tiles.ts';
import { receiptOf } from '../core/what-to-keep.ts';
import { voicesOf } from './evidence.reactions.ts';
import { type LogRow, readLog, readTiles } from './log.store.ts';
import { pairHash } from './pair-hash.ts';

const MOST_ENTRIES = 2000;

interface LeafForFile {
  seq: number;
  kind: LeafKind;
  at: Date;
  digest: Buffer;
  salt: Buffer;
  sourceId: string;
  content: string | null;
}

/** The present head; null before the first leaf. */
export function headOf(log: LogRow | undefined): SignedHead | null {
  if (!log?.root || !log.headAt || !log.signature) return null;
  return {
    size: log.size,
    root: log.root.toString('hex'),
    at: log.headAt.toISOString(),
    signature: log.signature.toString('hex'),
  };
}

/**
 * @param about feedback whose receipts, and subjects (cases, reports) whose other leaves go into the file
 * @returns nothing while none of it is in the log yet, or all of it was erased
 */
export async function takeFile(
  tx: Tx,
  about: { feedbackIds: readonly string[]; subjectIds: readonly string[] },
): Promise<EvidenceFile | undefined> {
  const log = await readLog(tx);
  const head = headOf(log);
  if (!log || !head) return undefined;
  const rows = await leavesAbout(tx, about, head.size);
  const entries = await entriesOf(tx, rows, head.size);
  return entries.length === 0 ? undefined : { format: EVIDENCE_FORMAT, key: log.publicKey, head, entries };
}

async function leavesAbout(
  tx: Tx,
  about: { feedbackIds: readonly string[]; subjectIds: readonly string[] },
  size: number,
): Promise<LeafForFile[]> {
  const columns = sql`seq, kind, at, digest, salt, source_id AS "sourceId", content FROM evidence_leaves`;
  return tx.rows<LeafForFile>(sql`
    SELECT * FROM (
      SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} AND source_id = ANY(${[...about.feedbackIds]}::text[])
      UNION
      SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} AND subject_id = ANY(${[...about.subjectIds]}::text[]) AND kind <> 'receipt'
    ) found WHERE salt IS NOT NULL AND seq < ${size} ORDER BY seq LIMIT ${MOST_ENTRIES}`);
}

async function entriesOf(tx: Tx, rows: readonly LeafForFile[], size: number): Promise<EvidenceEntry[]> {
  const voices = await voicesOf(
    tx,
    rows.filter((row) => row.content === null).map((row) => row.sourceId),
  );
  const proofs = await proofsOf(
    tx,
    rows.map((row) => row.seq),
    size,
  );
  const entries: EvidenceEntry[] = [];
  for (const [at, row] of rows.entries()) {
    const voice = voices.get(row.sourceId);
    const content = row.content === null ? voice && receiptOf(voice) : JSON.parse(row.content);
    if (!content) continue;
    entries.push({
      index: row.seq,
      leaf: { v: 1, kind: row.kind, at: row.at.toISOString(), digest: row.digest.toString('hex') },
      salt: row.salt.toString('hex'),
      content,
      proof: proofs[at]!,
    });
  }
  return entries;
}

/** Inclusion proofs of some leaves in the log of `size`; all their tiles are read at once. */
export async function proofsOf(tx: Tx, seqs: readonly number[], size: number): Promise<string[][]> {
  const shapes = seqs.map((seq) => inclusionShape(seq, size));
  const tiles = await readTiles(tx, tilesOf(shapes.flat()));
  const hash = hasherOf(tiles, pairHash);
  return shapes.map((shape) => shape.map((cover) => toHex(hash(cover))));
}

/** The proof that the log of `second` leaves began as the one of `first`. */
export async function consistencyOf(tx: Tx, first: number, second: number): Promise<string[]> {
  const shape = consistencyShape(first, second);
  const tiles = await readTiles(tx, tilesOf(shape));
  return shape.map((cover) => toHex(hashOfCover(tiles, cover, pairHash)));
}
