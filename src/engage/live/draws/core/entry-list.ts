// The list of a draw while it grows: each entry hashed once as it comes, so that closing a long list takes no time.
import type { EntryRow } from './draw-file.contract.ts';
import { emptyRoot, firstLink, type ListHashes, portableHashes, toHex } from './draw-hash.ts';

export interface Entered {
  index: number;
  /** Hex. */
  entryHash: string;
  /** The chain with this entry, hex. */
  chain: string;
}

export interface EntryList {
  readonly count: number;
  readonly tickets: number;
  has(pid: string): boolean;
  indexOf(pid: string): number | null;
  /** Adds somebody who is not in the list yet. @returns his place @throws when he is in it */
  add(row: EntryRow): number;
  row(index: number): EntryRow | undefined;
  rows(): readonly EntryRow[];
  /** What the receipt of an entry says. */
  entered(index: number): Entered;
  /** Hex. */
  chain(): string;
  /** Merkle root over all leaves (RFC 6962 §2.1), hex. */
  root(): string;
  /** Hashes beside the way from a leaf to the root, lowest first, hex. */
  proof(index: number): string[];
}

/** @param hashes the machine's own where there are such */
export function createEntryList(drawId: string, commitment: string, hashes: ListHashes = portableHashes): EntryList {
  const rows: EntryRow[] = [];
  const places = new Map<string, number>();
  const leaves: Uint8Array[] = [];
  const links: Uint8Array[] = [];
  let tickets = 0;
  let levels: Uint8Array[][] | null = null;

  /** Rows of the tree from the leaves up; a last node without a partner moves up as it is. */
  const tree = (): Uint8Array[][] => {
    if (levels) return levels;
    levels = [leaves];
    let level = leaves;
    while (level.length > 1) {
      const above: Uint8Array[] = [];
      for (let at = 0; at + 1 < level.length; at += 2) above.push(hashes.node(level[at]!, level[at + 1]!));
      if (level.length % 2 === 1) above.push(level.at(-1)!);
      levels.push(above);
      level = above;
    }
    return levels;
  };

  return {
    get count() {
      return rows.length;
    },
    get tickets() {
      return tickets;
    },
    has: (pid) => places.has(pid),
    indexOf: (pid) => places.get(pid) ?? null,
    add(row) {
      const [pid, nonce, at, own] = row;
      if (places.has(pid)) throw new Error('in the list already');
      const index = rows.length;
      const entryHash = hashes.entry(drawId, pid, nonce);
      const leaf = hashes.leaf(index, entryHash, at, own);
      const link = hashes.link(links.at(-1) ?? firstLink(commitment), leaf);
      rows.push(row);
      places.set(pid, index);
      leaves.push(leaf);
      links.push(link);
      tickets += own;
      levels = null;
      return index;
    },
    row: (index) => rows[index],
    rows: () => rows,
    entered(index) {
      const [pid, nonce] = rows[index]!;
      return { index, entryHash: hashes.entry(drawId, pid, nonce), chain: toHex(links[index]!) };
    },
    chain: () => toHex(links.at(-1) ?? firstLink(commitment)),
    root: () => (leaves.length === 0 ? emptyRoot() : toHex(tree().at(-1)![0]!)),
    proof(index) {
      if (!rows[index]) throw new Error('no such entry');
      const path: string[] = [];
      let place = index;
      for (const level of tree().slice(0, -1)) {
        const beside = level[place % 2 === 0 ? place + 1 : place - 1];
        if (beside) path.push(toHex(beside));
        place = Math.floor(place / 2);
      }
      return path;
    },
  };
}
