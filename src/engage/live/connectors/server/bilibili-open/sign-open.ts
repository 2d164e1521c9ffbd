// Signs calls of Bilibili's open platform: six headers in alphabetical order under HMAC-SHA256.
import { digestOf, hmacSha256 } from '../../../../../platform/secrets/signatures.ts';

export interface OpenKeys {
  accessKeyId: string;
  accessKeySecret: string;
}

/** Headers of a call; the signature covers the MD5 of the body, so `body` must be sent as it is. `timestamp` in seconds. */
export function openHeaders(keys: OpenKeys, body: string, timestamp: number, nonce: string): Record<string, string> {
  const signed: [string, string][] = [
    ['x-bili-accesskeyid', keys.accessKeyId],
    ['x-bili-content-md5', digestOf('md5', body).toString('hex')],
    ['x-bili-signature-method', 'HMAC-SHA256'],
    ['x-bili-signature-nonce', nonce],
    ['x-bili-signature-version', '1.0'],
    ['x-bili-timestamp', String(timestamp)],
  ];
  const written = signed.map(([name, value]) => `${name}:${value}`).join('\n');
  return {
    ...Object.fromEntries(signed),
    authorization: hmacSha256(keys.accessKeySecret, written).toString('hex'),
    'content-type': 'application/json',
    accept: 'application/json',
  };
}
