// The list of a draw while it grows: each entry hashed once as it comes, so that closing a long list takes no time.
import type { EntryRow } from './draw-file.contract.ts';
import { entryHashOf, firstLink, leafOf, nextLink, nodeOf, portableSha256, type Sha256, toHex } from './draw-hash.ts';

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
  /** Adds somebody who is not in the list yet. @throws when he is */
  add(row: EntryRow): Entered;
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

/** @param sha the machine's own SHA-256 where there is one */
export function createEntryList(drawId: string, commitment: string, sha: Sha256 = portableSha256): EntryList {
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
      for (let at = 0; at + 1 < level.length; at += 2) above.push(nodeOf(level[at]!, level[at + 1]!, sha));
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
      const entryHash = entryHashOf(drawId, pid, nonce, sha);
      const leaf = leafOf({ index, entryHash, at, tickets: own }, sha);
      const link = nextLink(links.at(-1) ?? firstLink(commitment, sha), leaf, sha);
      rows.push(row);
      places.set(pid, index);
      leaves.push(leaf);
      links.push(link);
      tickets += own;
      levels = null;
      return { index, entryHash: toHex(entryHash), chain: toHex(link) };
    },
    row: (index) => rows[index],
    rows: () => rows,
    entered(index) {
      const [pid, nonce] = rows[index]!;
      return { index, entryHash: toHex(entryHashOf(drawId, pid, nonce, sha)), chain: toHex(links[index]!) };
    },
    chain: () => toHex(links.at(-1) ?? firstLink(commitment, sha)),
    root: () => toHex(tree().at(-1)?.[0] ?? sha(new Uint8Array())),
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
