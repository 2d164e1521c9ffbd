// The log's hashes in tiles of 256, so that any proof reads a handful of rows however long the log is (the layout of tiled transparency logs, C2SP tlog-tiles).
import { emptyRoot, HASH_BYTES, type Hash, nodeHash } from './hashing.ts';
import { type Cover, coverOf, type NodeRef } from './merkle-shape.ts';

/** A tile spans eight levels of the tree. */
const HEIGHT = 8;
export const TILE_WIDTH = 2 ** HEIGHT;

/** Tile `index` of height `level` holds the hashes of complete subtrees of 256^level leaves, from `index·256` on. */
export interface TileRef {
  level: number;
  index: number;
}

/** A full tile hashes to what stands above its two halves. */
const HALVES: Cover = [
  { level: HEIGHT - 1, index: 0 },
  { level: HEIGHT - 1, index: 1 },
];

export const tileKey = (tile: TileRef): string => `${tile.level}/${tile.index}`;

/** Hashes of a tile, one after the other. */
export type Tiles = Map<string, Uint8Array>;

function homeOf(node: NodeRef): { tile: TileRef; first: number } {
  const level = Math.floor(node.level / HEIGHT);
  const count = 2 ** (node.level - level * HEIGHT);
  const first = node.index * count;
  const index = Math.floor(first / TILE_WIDTH);
  return { tile: { level, index }, first: first - index * TILE_WIDTH };
}

/** The tiles that must be at hand to hash these covers. */
export function tilesOf(covers: readonly Cover[]): TileRef[] {
  const needed = new Map<string, TileRef>();
  for (const node of covers.flat()) {
    const { tile } = homeOf(node);
    needed.set(tileKey(tile), tile);
  }
  return [...needed.values()];
}

/** How two halves are hashed to one; a server may bring a faster way than the portable one. */
export type PairHash = (left: Hash, right: Hash) => Hash;

/**
 * Hashes parts of the tree; what was hashed once is remembered, for proofs of one log share most of their way.
 * @throws when a tile is not at hand or too short
 */
export function hasherOf(tiles: Tiles, pair: PairHash = nodeHash): (cover: Cover) => Hash {
  const known = new Map<string, Hash>();
  const hashOf = (node: NodeRef): Hash => {
    if (node.level % HEIGHT === 0) return storedHash(tiles, node);
    const key = `${node.level}/${node.index}`;
    let hash = known.get(key);
    if (!hash) {
      const below = { level: node.level - 1, index: node.index * 2 };
      hash = pair(hashOf(below), hashOf({ ...below, index: below.index + 1 }));
      known.set(key, hash);
    }
    return hash;
  };
  return (cover) => cover.map(hashOf).reduceRight((right, left) => pair(left, right));
}

function storedHash(tiles: Tiles, node: NodeRef): Hash {
  const { tile, first } = homeOf(node);
  const hashes = tiles.get(tileKey(tile));
  const end = (first + 1) * HASH_BYTES;
  if (!hashes || hashes.length < end) throw new Error(`tile ${tileKey(tile)} is missing`);
  return hashes.subarray(end - HASH_BYTES, end);
}

/** The hash of one part of the tree. */
export function hashOfCover(tiles: Tiles, cover: Cover, pair?: PairHash): Hash {
  return hasherOf(tiles, pair)(cover);
}

/** The root of the first `size` leaves. */
export function rootOf(tiles: Tiles, size: number, pair?: PairHash): Hash {
  return size === 0 ? emptyRoot() : hashOfCover(tiles, coverOf(0, size), pair);
}

/** The unfinished tiles of a log of `size` leaves: what appending to it starts from. */
export function openTiles(size: number): TileRef[] {
  const open: TileRef[] = [];
  let rest = size;
  for (let level = 0; rest > 0; level += 1) {
    if (rest % TILE_WIDTH > 0) open.push({ level, index: Math.floor(rest / TILE_WIDTH) });
    rest = Math.floor(rest / TILE_WIDTH);
  }
  return open;
}

/**
 * Adds leaves at the end.
 * @param open the unfinished tiles of the log of `size` leaves; not changed
 * @returns the tiles that are new or longer now, the unfinished ones among them
 */
export function appendLeaves(
  open: Tiles,
  size: number,
  leaves: readonly Hash[],
  pair?: PairHash,
): Map<string, TileRef & { hashes: Uint8Array }> {
  const changed = new Map<string, TileRef & { hashes: Uint8Array; used: number }>();
  const put = (level: number, place: number, hash: Hash) => {
    const tile = { level, index: Math.floor(place / TILE_WIDTH) };
    const key = tileKey(tile);
    let held = changed.get(key);
    if (!held) {
      const hashes = new Uint8Array(TILE_WIDTH * HASH_BYTES);
      hashes.set(open.get(key) ?? new Uint8Array());
      held = { ...tile, hashes, used: 0 };
      changed.set(key, held);
    }
    held.hashes.set(hash, (place % TILE_WIDTH) * HASH_BYTES);
    held.used = (place % TILE_WIDTH) + 1;
    if (held.used === TILE_WIDTH) {
      put(level + 1, tile.index, hashOfCover(new Map([['0/0', held.hashes]]), HALVES, pair));
    }
  };
  for (const [offset, hash] of leaves.entries()) put(0, size + offset, hash);
  return new Map(
    [...changed].map(([key, { used, hashes, ...tile }]) => [
      key,
      { ...tile, hashes: used === TILE_WIDTH ? hashes : hashes.slice(0, used * HASH_BYTES) },
    ]),
  );
}
