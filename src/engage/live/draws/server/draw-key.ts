// Keys and secrets of draws: the workspace's signing key, the seed of each draw, and the names people have in it.
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { canonicalJson } from '../core/canonical-json.ts';
import type { ListHashes } from '../core/draw-hash.ts';
import type { HmacSha256 } from '../core/pick.ts';

const pair = Buffer.alloc(65);
function joined(mark: number, one: Uint8Array, other: Uint8Array): Buffer {
  pair[0] = mark;
  pair.set(one, 1);
  pair.set(other, 33);
  return hash('sha256', pair, 'buffer');
}

/** The machine's own hashes and HMAC, many times faster than portable ones. */
export const fastHashes: ListHashes = {
  entry: (drawId, pid, nonce) => hash('sha256', `${drawId}\n${pid}\n${nonce}`, 'hex'),
  leaf: (index, entryHash, at, tickets) => hash('sha256', `\0${index}\n${entryHash}\n${at}\n${tickets}`, 'buffer'),
  node: (left, right) => joined(1, left, right),
  link: (before, leaf) => joined(2, before, leaf),
};
export const fastHmac: HmacSha256 = (key, data) => createHmac('sha256', key).update(data).digest();

/** The fixed beginning of an Ed25519 private key in PKCS #8 (RFC 8410); the seed follows. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface DrawSigner {
  /** Hex. */
  publicKey: string;
  /** Signs the canonical text of a record; hex. The same record always gets the same signature. */
  sign(record: unknown): string;
}

/** @returns the seed of a new key, hex */
export function newSigningSeed(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32).toString('hex');
}

export function signerOf(seedHex: string): DrawSigner {
  const der = Buffer.concat([PKCS8, Buffer.from(seedHex, 'hex')]);
  const key: KeyObject = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  return {
    publicKey,
    sign: (record) => sign(null, Buffer.from(canonicalJson(record), 'utf8'), key).toString('hex'),
  };
}

/** What a draw keeps to itself until it is revealed (the seed), or for ever (who is who). */
export interface DrawSecret {
  serverSeed: string;
  nameKey: string;
}

export function newDrawSecret(): DrawSecret {
  return { serverSeed: randomBytes(32).toString('hex'), nameKey: randomBytes(32).toString('hex') };
}

/** The name a person has in one draw only, and the nonce that hides his entry's hash until the list is public; hex of 16 bytes each. */
export function namesIn(secret: DrawSecret): (uid: string) => { pid: string; nonce: string } {
  const key = Buffer.from(secret.nameKey, 'hex');
  return (uid) => {
    const both = createHmac('sha256', key).update(uid).digest('hex');
    return { pid: both.slice(0, 32), nonce: both.slice(32) };
  };
}
