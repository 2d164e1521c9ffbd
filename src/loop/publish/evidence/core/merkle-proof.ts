// Checks proofs without the log: all a reader needs is the proof, the leaf and a tree head (RFC 9162 §2.1.3.2 and §2.1.4.2).
import { type Hash, nodeHash, sameHash } from './hashing.ts';

/** The root that a proof leads to; null when the proof has the wrong length for its place. */
export function rootByInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[]): Hash | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const beside of proof) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(beside, hash);
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, beside);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

/** Whether leaf `index` is in the log of `size` leaves with this root. */
export function verifyInclusion(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  const reached = rootByInclusion(leaf, index, size, proof);
  return reached !== null && sameHash(reached, root);
}

/** Whether the log (`first`, `firstRoot`) is the beginning of the log (`second`, `secondRoot`): nothing was changed or taken out. */
export function verifyConsistency(
  first: number,
  firstRoot: Hash,
  second: number,
  secondRoot: Hash,
  proof: readonly Hash[],
): boolean {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 1 || first > second) return false;
  if (first === second) return proof.length === 0 && sameHash(firstRoot, secondRoot);
  const isPower = 2 ** Math.round(Math.log2(first)) === first;
  const path = isPower ? [firstRoot, ...proof] : [...proof];
  let place = first - 1;
  let last = second - 1;
  while (place % 2 === 1) {
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  const start = path.shift();
  if (!start) return false;
  let older = start;
  let newer = start;
  for (const beside of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      older = nodeHash(beside, older);
      newer = nodeHash(beside, newer);
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else {
      newer = nodeHash(newer, beside);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameHash(older, firstRoot) && sameHash(newer, secondRoot);
}
