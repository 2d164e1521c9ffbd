// The rows of the log: its head, its leaves and its tiles of hashes.
import sql from 'sql-template-tag';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import type { LeafKind } from '../core/leaf.ts';
import { type TileRef, type Tiles, tileKey } from '../core/tiles.ts';
import { makeLogKey } from './log-key.ts';

export interface LogRow {
  publicKey: string;
  sealedSeed: string;
  size: number;
  root: Buffer | null;
  headAt: Date | null;
  signature: Buffer | null;
}

const columns = sql`public_key AS "publicKey", sealed_seed AS "sealedSeed", size, root, head_at AS "headAt", signature FROM evidence_logs`;

/** The log, or nothing before its first leaf. */
export async function readLog(tx: Tx): Promise<LogRow | undefined> {
  return tx.maybe<LogRow>(sql`SELECT ${columns} WHERE workspace_id = ${tx.workspaceId}`);
}

/** The log and one of its leaves in one question. */
export async function readLogAndLeaf(
  tx: Tx,
  seq: number,
): Promise<(LogRow & { kind: LeafKind; at: Date; digest: Buffer }) | undefined> {
  return tx.maybe(sql`
    SELECT l.public_key AS "publicKey", l.sealed_seed AS "sealedSeed", l.size, l.root, l.head_at AS "headAt", l.signature,
      e.kind, e.at, e.digest
    FROM evidence_logs l JOIN evidence_leaves e ON e.workspace_id = l.workspace_id AND e.seq = ${seq}
    WHERE l.workspace_id = ${tx.workspaceId}`);
}

/** Locks the log for appending; makes it on first use. */
export async function lockLog(tx: Tx, sealer: Sealer, now: Date): Promise<LogRow> {
  const locked = sql`SELECT ${columns} WHERE workspace_id = ${tx.workspaceId} FOR UPDATE`;
  const found = await tx.maybe<LogRow>(locked);
  if (found) return found;
  const key = makeLogKey(sealer, tx.workspaceId);
  await tx.run(sql`
    INSERT INTO evidence_logs (workspace_id, public_key, sealed_seed, created_at)
    VALUES (${tx.workspaceId}, ${key.publicKey}, ${key.sealedSeed}, ${now}) ON CONFLICT DO NOTHING`);
  return tx.one<LogRow>(locked);
}

export interface NewLeaf {
  kind: LeafKind;
  at: Date;
  digest: Uint8Array;
  salt: Uint8Array;
  subjectId: string | null;
  sourceId: string;
  /** Canonical text; null where the content lives elsewhere (a receipt's is its feedback). */
  content: string | null;
}

/** Which of these sources have a leaf already. */
export async function keptSources(tx: Tx, sourceIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT source_id AS id FROM evidence_leaves
    WHERE workspace_id = ${tx.workspaceId} AND source_id = ANY(${[...sourceIds]}::text[])`);
  return new Set(rows.map((row) => row.id));
}

/** Saves leaves from place `first` on. */
export async function insertLeaves(tx: Tx, first: number, leaves: readonly NewLeaf[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO evidence_leaves (workspace_id, seq, kind, at, digest, salt, subject_id, source_id, content)
    SELECT ${tx.workspaceId}, ${first}::bigint + n - 1, kind, at, digest, salt, subject_id, source_id, content
    FROM unnest(${leaves.map((leaf) => leaf.kind)}::text[], ${leaves.map((leaf) => leaf.at)}::timestamptz[],
      ${leaves.map((leaf) => Buffer.from(leaf.digest))}::bytea[], ${leaves.map((leaf) => Buffer.from(leaf.salt))}::bytea[],
      ${leaves.map((leaf) => leaf.subjectId)}::text[], ${leaves.map((leaf) => leaf.sourceId)}::text[],
      ${leaves.map((leaf) => leaf.content)}::text[])
      WITH ORDINALITY AS given (kind, at, digest, salt, subject_id, source_id, content, n)`);
}

/** These tiles, those that exist. */
export async function readTiles(tx: Tx, wanted: readonly TileRef[]): Promise<Tiles> {
  const rows = await tx.rows<TileRef & { hashes: Buffer }>(sql`
    SELECT t.level, t.index, t.hashes FROM evidence_tiles t
    JOIN unnest(${wanted.map((tile) => tile.level)}::int[], ${wanted.map((tile) => tile.index)}::bigint[]) AS w (level, index)
      ON t.level = w.level AND t.index = w.index
    WHERE t.workspace_id = ${tx.workspaceId}`);
  return new Map(rows.map((row) => [tileKey(row), new Uint8Array(row.hashes)]));
}

/** Writes new and grown tiles. */
export async function saveTiles(tx: Tx, tiles: readonly (TileRef & { hashes: Uint8Array })[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO evidence_tiles (workspace_id, level, index, hashes)
    SELECT ${tx.workspaceId}, level, index, hashes
    FROM unnest(${tiles.map((tile) => tile.level)}::int[], ${tiles.map((tile) => tile.index)}::bigint[],
      ${tiles.map((tile) => Buffer.from(tile.hashes))}::bytea[]) AS given (level, index, hashes)
    ON CONFLICT (workspace_id, level, index) DO UPDATE SET hashes = excluded.hashes`);
}

/** Writes the new signed head; one an hour is also kept for later. */
export async function saveHead(
  tx: Tx,
  head: { size: number; root: Uint8Array; at: Date; signature: Buffer },
): Promise<void> {
  await tx.run(sql`
    UPDATE evidence_logs SET size = ${head.size}, root = ${Buffer.from(head.root)}, head_at = ${head.at}, signature = ${head.signature}
    WHERE workspace_id = ${tx.workspaceId}`);
  await tx.run(sql`
    INSERT INTO evidence_heads (workspace_id, size, root, at, signature)
    SELECT ${tx.workspaceId}, ${head.size}, ${Buffer.from(head.root)}, ${head.at}, ${head.signature}
    WHERE NOT EXISTS (SELECT FROM evidence_heads WHERE workspace_id = ${tx.workspaceId}
      AND at > ${head.at}::timestamptz - interval '1 hour')
    ON CONFLICT DO NOTHING`);
}
