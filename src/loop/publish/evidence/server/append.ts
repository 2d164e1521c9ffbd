// Adds leaves to the log and signs its new head, in the caller's transaction: what is kept and what it tells of stand or fall together.
import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { canonical, type Plain } from '../core/canonical.ts';
import { toHex } from '../core/hashing.ts';
import { digestOf, hashOfLeaf, type LeafKind, SALT_BYTES } from '../core/leaf.ts';
import { appendLeaves, openTiles, rootOf, tileKey } from '../core/tiles.ts';
import { insertLeaves, keptSources, lockLog, type NewLeaf, readTiles, saveHead, saveTiles } from './log.store.ts';
import { signHead } from './log-key.ts';
import { pairHash } from './pair-hash.ts';

export interface Evidence {
  kind: LeafKind;
  at: Date;
  subjectId: string | null;
  /** Makes at most one leaf, however often it is handed in. */
  sourceId: string;
  content: { [key: string]: Plain };
  /** False where the content can be read again elsewhere. */
  keepContent: boolean;
}

/** @returns how many leaves are new */
export async function keepEvidence(tx: Tx, sealer: Sealer, given: readonly Evidence[], now: Date): Promise<number> {
  if (given.length === 0) return 0;
  const log = await lockLog(tx, sealer, now);
  const sources = given.map((one) => one.sourceId);
  const known = await keptSources(tx, sources);
  const fresh = given.filter((one, at) => !known.has(one.sourceId) && sources.indexOf(one.sourceId) === at);
  if (fresh.length === 0) return 0;
  const salts = randomBytes(fresh.length * SALT_BYTES);
  const leaves: NewLeaf[] = fresh.map((one, at) => {
    const salt = salts.subarray(at * SALT_BYTES, (at + 1) * SALT_BYTES);
    return {
      kind: one.kind,
      at: one.at,
      digest: digestOf(salt, one.content),
      salt,
      subjectId: one.subjectId,
      sourceId: one.sourceId,
      content: one.keepContent ? canonical(one.content) : null,
    };
  });
  const hashes = leaves.map(({ kind, at, digest }) => hashOfLeaf({ kind, atMs: at.getTime(), digest }, toHex(digest)));
  const tiles = await readTiles(tx, openTiles(log.size));
  const changed = appendLeaves(tiles, log.size, hashes, pairHash);
  for (const tile of changed.values()) tiles.set(tileKey(tile), tile.hashes);
  const size = log.size + leaves.length;
  const head = { size, root: rootOf(tiles, size, pairHash), atMs: now.getTime() };
  await insertLeaves(tx, log.size, leaves);
  await saveTiles(tx, [...changed.values()]);
  const signature = signHead(sealer, tx.workspaceId, log.sealedSeed, head);
  await saveHead(tx, { size, root: head.root, at: now, signature });
  return leaves.length;
}
