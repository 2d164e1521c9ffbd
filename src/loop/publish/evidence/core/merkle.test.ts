import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRoot, fromHex, type Hash, leafHash, nodeHash, sameHash, toHex } from './hashing.ts';
import { verifyConsistency, verifyInclusion } from './merkle-proof.ts';
import { consistencyShape, inclusionShape } from './merkle-shape.ts';
import { appendLeaves, hashOfCover, openTiles, rootOf, type Tiles, tileKey, tilesOf } from './tiles.ts';

/** MTH as the RFC writes it, on its own and slowly. */
function naiveRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot();
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => leafHash(Uint8Array.of(at >> 16, at >> 8, at)));

/** Builds a log in pieces, holding only what the store would hold. */
function grow(leaves: readonly Hash[], pieces: readonly number[]): Tiles {
  const tiles: Tiles = new Map();
  let size = 0;
  const cuts = [...pieces, leaves.length];
  for (const cut of cuts) {
    const to = Math.min(leaves.length, Math.max(size, cut));
    const open: Tiles = new Map(openTiles(size).map((tile) => [tileKey(tile), tiles.get(tileKey(tile))!]));
    for (const [key, tile] of appendLeaves(open, size, leaves.slice(size, to))) tiles.set(key, tile.hashes);
    size = to;
  }
  return tiles;
}

/** Input leaves, roots and proofs of the published test vectors (Certificate Transparency, merkle_tree_test). */
const VECTOR_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const VECTOR_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the log', () => {
  it('has the roots of the published vectors', () => {
    const leaves = VECTOR_LEAVES.map((hex) => leafHash(fromHex(hex)));
    for (const [at, root] of VECTOR_ROOTS.entries()) {
      expect(toHex(rootOf(grow(leaves.slice(0, at + 1), []), at + 1))).toBe(root);
    }
    expect(toHex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('grows in any pieces to the root the RFC defines', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.array(fc.nat(900), { maxLength: 5 }), (count, cuts) => {
        const leaves = leavesOf(count);
        const pieces = cuts.sort((one, other) => one - other);
        expect(toHex(rootOf(grow(leaves, pieces), count))).toBe(toHex(naiveRoot(leaves)));
      }),
      { numRuns: 60 },
    );
  });

  it('crosses the edge of tiles of two heights', () => {
    const leaves = leavesOf(256 * 256 + 3);
    const tiles = grow(leaves, [255, 256, 257, 65_535, 65_536]);
    expect(tiles.get('2/0')?.length).toBe(32);
    expect(toHex(rootOf(tiles, leaves.length))).toBe(toHex(naiveRoot(leaves)));
  });

  it('proves every leaf in every log it is in, reading few tiles', () => {
    const leaves = leavesOf(700);
    const tiles = grow(leaves, [300]);
    for (const size of [1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513, 700]) {
      const root = naiveRoot(leaves.slice(0, size));
      for (const index of new Set([0, 1, size >> 1, size - 2, size - 1].filter((at) => at >= 0 && at < size))) {
        const shape = inclusionShape(index, size);
        expect(tilesOf(shape).length).toBeLessThanOrEqual(4);
        const proof = shape.map((cover) => hashOfCover(tiles, cover));
        expect(verifyInclusion(leaves[index]!, index, size, proof, root)).toBe(true);
        if (size === 1) continue;
        expect(verifyInclusion(leaves[index]!, (index + 1) % size, size, proof, root)).toBe(false);
        expect(verifyInclusion(leaves[index]!, index, size, proof.slice(1), root)).toBe(false);
        expect(verifyInclusion(leaves[index]!, index, size, [...proof, root], root)).toBe(false);
      }
    }
  });

  it('proves that every earlier log is its beginning, and no other', () => {
    const leaves = leavesOf(300);
    const tiles = grow(leaves, []);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (one, other) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        const proof = consistencyShape(first, second).map((cover) => hashOfCover(tiles, cover));
        const [older, newer] = [naiveRoot(leaves.slice(0, first)), naiveRoot(leaves.slice(0, second))];
        expect(verifyConsistency(first, older, second, newer, proof)).toBe(true);
        const forged = naiveRoot(leavesOf(301).slice(1, second + 1));
        expect(verifyConsistency(first, older, second, forged, proof)).toBe(sameHash(newer, forged));
        if (first < second) expect(verifyConsistency(first, newer, second, newer, proof)).toBe(false);
      }),
    );
  });
});
