// How WeChat proves that a call is its own (official accounts, mini programs, Channels): sorted parts under SHA-1.
import { digestOf, sameText } from '../../../../../platform/secrets/signatures.ts';

/** SHA-1 in hex of token, timestamp and nonce in sorted order; in encrypted mode the `Encrypt` field is a fourth part. */
export function signWechat(token: string, timestamp: string, nonce: string, encrypt?: string): string {
  const parts = encrypt === undefined ? [token, timestamp, nonce] : [token, timestamp, nonce, encrypt];
  return digestOf('sha1', parts.sort().join('')).toString('hex');
}

/** The address check and plain mode: `signature`, `timestamp`, `nonce` of the query. */
export function isFromWechat(token: string, query: Readonly<Record<string, string | undefined>>): boolean {
  const { signature, timestamp, nonce } = query;
  if (timestamp === undefined || nonce === undefined) return false;
  return sameText(signature, signWechat(token, timestamp, nonce));
}

/** Encrypted mode: `msg_signature` covers the encrypted message too. */
export function isEncryptedByWechat(
  token: string,
  query: Readonly<Record<string, string | undefined>>,
  encrypt: string,
): boolean {
  const { msg_signature: signature, timestamp, nonce } = query;
  if (timestamp === undefined || nonce === undefined) return false;
  return sameText(signature, signWechat(token, timestamp, nonce, encrypt));
}
