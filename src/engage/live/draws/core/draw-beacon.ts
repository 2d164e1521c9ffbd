// The public beacon: drand's quicknet, its rounds in time, and the check of its signatures (BLS12-381, G1, RFC 9380).
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';

/** Facts of the chain as published at https://api.drand.sh/<chainHash>/info; scheme `bls-unchained-g1-rfc9380`. */
export const QUICKNET = {
  name: 'drand-quicknet',
  chainHash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesisMs: 1_692_803_367_000,
  periodMs: 3000,
} as const;

/** The round is taken this long after the close, so that nobody can know it while entries are taken. */
export const BEACON_AFTER_MS = 6000;
/** A draw that is not revealed this long after its beacon is void for ever. */
export const REVEAL_WITHIN_MS = 5 * 60_000;

const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/** When a round is published, ms since 1970. */
export function timeOfRound(round: number): number {
  return QUICKNET.genesisMs + (round - 1) * QUICKNET.periodMs;
}

/** The first round that is published at this instant or after it. */
export function roundFrom(ms: number): number {
  return Math.max(1, Math.ceil((ms - QUICKNET.genesisMs) / QUICKNET.periodMs) + 1);
}

/** The round a draw that closes at this instant must use. */
export function roundForClose(closesMs: number): number {
  return roundFrom(closesMs + BEACON_AFTER_MS);
}

/** Whether this is the chain's signature of that round; false for anything else, never thrown. */
export function isBeaconSignature(round: number, signature: string): boolean {
  if (!Number.isSafeInteger(round) || round < 1 || !/^[0-9a-f]{96}$/.test(signature)) return false;
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(round));
  try {
    const { shortSignatures } = bls12_381;
    const message = shortSignatures.hash(sha256(number), DOMAIN);
    return shortSignatures.verify(hexToBytes(signature), message, hexToBytes(QUICKNET.publicKey));
  } catch {
    return false;
  }
}
