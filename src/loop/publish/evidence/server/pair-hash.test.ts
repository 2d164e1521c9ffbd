// The fast hash of two halves is the portable one, whatever the halves.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HASH_BYTES, nodeHash, toHex } from '../core/hashing.ts';
import { pairHash } from './pair-hash.ts';

it('the machine hashes two halves as the portable way does, again and again', () => {
  const half = fc.uint8Array({ minLength: HASH_BYTES, maxLength: HASH_BYTES });
  fc.assert(
    fc.property(half, half, (left, right) => toHex(pairHash(left, right)) === toHex(nodeHash(left, right))),
    { numRuns: 300 },
  );
  const left = pairHash(nodeHash(new Uint8Array(32), new Uint8Array(32)), new Uint8Array(32));
  const before = toHex(left);
  pairHash(left, left);
  expect(toHex(left)).toBe(before);
});
