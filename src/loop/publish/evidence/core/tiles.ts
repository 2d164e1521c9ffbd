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

export const tileKey = (tile: TileRef): string => `${tile.level}/${tile.index}`;

/** Hashes of a tile, one after the other. */
export type Tiles = Map<string, Uint8Array>;

function homeOf(node: NodeRef): { tile: TileRef; first: number; count: number } {
  const level = Math.floor(node.level / HEIGHT);
  const count = 2 ** (node.level - level * HEIGHT);
  const first = node.index * count;
  const index = Math.floor(first / TILE_WIDTH);
  return { tile: { level, index }, first: first - index * TILE_WIDTH, count };
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

/** The hash of a complete subtree. @throws when its tile is not at hand or too short */
export function hashOfNode(tiles: Tiles, node: NodeRef): Hash {
  const { tile, first, count } = homeOf(node);
  const hashes = tiles.get(tileKey(tile));
  if (!hashes || hashes.length < (first + count) * HASH_BYTES) throw new Error(`tile ${tileKey(tile)} is missing`);
  let row: Hash[] = [];
  for (let place = first; place < first + count; place += 1) {
    row.push(hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES));
  }
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let place = 0; place < row.length; place += 2) above.push(nodeHash(row[place]!, row[place + 1]!));
    row = above;
  }
  return row[0]!;
}

/** The hash of a part of the tree. */
export function hashOfCover(tiles: Tiles, cover: Cover): Hash {
  const hashes = cover.map((node) => hashOfNode(tiles, node));
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The root of the first `size` leaves. */
export function rootOf(tiles: Tiles, size: number): Hash {
  return size === 0 ? emptyRoot() : hashOfCover(tiles, coverOf(0, size));
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
      const whole = hashOfNode(new Map([['0/0', held.hashes]]), { level: HEIGHT - 1, index: 0 });
      const other = hashOfNode(new Map([['0/0', held.hashes]]), { level: HEIGHT - 1, index: 1 });
      put(level + 1, tile.index, nodeHash(whole, other));
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
