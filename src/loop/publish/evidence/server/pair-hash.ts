// Hashes two halves of the tree with the machine's own SHA-256: a proof in a long log hashes hundreds of them.
import { hash } from 'node:crypto';
import { HASH_BYTES, type Hash } from '../core/hashing.ts';

const both = new Uint8Array(1 + 2 * HASH_BYTES);
both[0] = 1;

/** SHA-256(0x01 ‖ left ‖ right), the same as the portable `nodeHash` (RFC 6962 §2.1). */
export function pairHash(left: Hash, right: Hash): Hash {
  both.set(left, 1);
  both.set(right, 1 + HASH_BYTES);
  return hash('sha256', both, 'buffer');
}
