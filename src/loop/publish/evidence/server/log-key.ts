// The key a workspace signs its log with: made on first use, its seed sealed; signing itself by Node's own Ed25519.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Sealer } from '../../../../platform/secrets/seal.ts';
import { headBytes, type TreeHead } from '../core/tree-head.ts';

export interface NewKey {
  /** Hex. */
  publicKey: string;
  sealedSeed: string;
}

/** The fixed beginning of an Ed25519 private key in PKCS #8 (RFC 8410); the seed follows. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Makes a key pair for one workspace. */
export function makeLogKey(sealer: Sealer, workspaceId: string): NewKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  return { publicKey: publicKeyOf(privateKey), sealedSeed: sealer.seal(workspaceId, seed.toString('hex')) };
}

/** Signs a head. @throws when the seed was sealed with another secret */
export function signHead(sealer: Sealer, workspaceId: string, sealedSeed: string, head: TreeHead): Buffer {
  const seed = Buffer.from(sealer.open(workspaceId, sealedSeed), 'hex');
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  return sign(null, headBytes(head), key);
}

function publicKeyOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
}
