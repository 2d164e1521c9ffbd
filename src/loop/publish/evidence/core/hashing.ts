// The two hashes of a Merkle log and the one that hides a content behind its salt (RFC 6962 §2.1).
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

export type Hash = Uint8Array;
export const HASH_BYTES = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** SHA-256(0x00 ‖ data): a leaf can never be taken for a node. */
export function leafHash(data: Uint8Array): Hash {
  return sha256(concatBytes(LEAF, data));
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(concatBytes(NODE, left, right));
}

/** The root of the empty log: SHA-256 of nothing. */
export function emptyRoot(): Hash {
  return sha256(new Uint8Array());
}

/** SHA-256(salt ‖ text): without the salt nobody can guess a content and check the guess. */
export function saltedDigest(salt: Uint8Array, text: string): Hash {
  return sha256(concatBytes(salt, utf8ToBytes(text)));
}

/** Whether two hashes are equal; they are public, so no care about timing is needed. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export { bytesToHex as toHex, hexToBytes as fromHex, sha256, utf8ToBytes as toUtf8 };
