// The bytes of a tree head that are signed, as RFC 6962 §3.5 lays them out; the signature itself is Ed25519 (RFC 8032).
import { HASH_BYTES, type Hash } from './hashing.ts';

export interface TreeHead {
  size: number;
  root: Hash;
  /** Milliseconds since 1970. */
  atMs: number;
}

/** version 0 · kind 1 (tree hash) · time uint64 · size uint64 · root. */
export function headBytes(head: TreeHead): Uint8Array {
  const bytes = new Uint8Array(2 + 8 + 8 + HASH_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(1, 1);
  view.setBigUint64(2, BigInt(head.atMs));
  view.setBigUint64(10, BigInt(head.size));
  bytes.set(head.root, 18);
  return bytes;
}
