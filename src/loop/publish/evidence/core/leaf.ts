// What a leaf says in public, and how it is turned into bytes: its kind, its instant and a salted digest of what it is about.
import { canonical, type Plain } from './canonical.ts';
import { type Hash, leafHash, saltedDigest, toUtf8 } from './hashing.ts';

export const LEAF_KINDS = ['receipt', 'step', 'promise', 'report', 'draw'] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

export interface Leaf {
  kind: LeafKind;
  /** Milliseconds since 1970. */
  atMs: number;
  digest: Hash;
}

export const SALT_BYTES = 16;

/** The digest of a content: SHA-256 over the salt and its canonical text. */
export function digestOf(salt: Uint8Array, content: Plain): Hash {
  return saltedDigest(salt, canonical(content));
}

/** The leaf as the log knows it; the hash of these bytes stands in the tree. */
export function hashOfLeaf(leaf: Leaf, digestHex: string): Hash {
  return leafHash(
    toUtf8(canonical({ v: 1, kind: leaf.kind, at: new Date(leaf.atMs).toISOString(), digest: digestHex })),
  );
}
