// Which complete subtrees make up a root, an inclusion proof and a consistency proof: pure counting, no hash yet (RFC 6962 §2.1).

/** A complete subtree: the hash over leaves `index·2^level` up to the next. */
export interface NodeRef {
  level: number;
  index: number;
}

/** A part of the tree as complete subtrees from left to right; folded from the right they give its hash. */
export type Cover = NodeRef[];

/** Largest power of two below n, for n > 1. */
function splitOf(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

/** The leaves [from, to) as complete subtrees. `from` must be where the tree itself splits. */
export function coverOf(from: number, to: number): Cover {
  const cover: Cover = [];
  let start = from;
  while (start < to) {
    let size = 1;
    let level = 0;
    while (size * 2 <= to - start && start % (size * 2) === 0) {
      size *= 2;
      level += 1;
    }
    cover.push({ level, index: start / size });
    start += size;
  }
  return cover;
}

/** PATH(m, D[n]): what stands beside leaf `index` on the way up to the root of the first `size` leaves, lowest first. */
export function inclusionShape(index: number, size: number): Cover[] {
  if (index < 0 || index >= size) throw new Error('no such leaf');
  const path: Cover[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(coverOf(middle, to));
      to = middle;
    } else {
      path.push(coverOf(from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/** PROOF(m, D[n]): what shows that the log of `first` leaves is the beginning of the log of `second`. */
export function consistencyShape(first: number, second: number): Cover[] {
  if (first < 1 || first > second) throw new Error('no such logs');
  const path: Cover[] = [];
  let from = 0;
  let to = second;
  let isWhole = true;
  while (first !== to) {
    const middle = from + splitOf(to - from);
    if (first <= middle) {
      path.push(coverOf(middle, to));
      to = middle;
    } else {
      path.push(coverOf(from, middle));
      from = middle;
      isWhole = false;
    }
  }
  if (!isWhole) path.push(coverOf(from, to));
  return path.reverse();
}
