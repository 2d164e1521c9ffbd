// How callers sign: the sums over the raw body and a compare that takes the same time wherever the difference lies.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether two texts are equal, without telling by time how much of them is. */
export function sameText(given: string | undefined, wanted: string): boolean {
  if (given === undefined) return false;
  const one = createHash('sha256').update(given).digest();
  const other = createHash('sha256').update(wanted).digest();
  return timingSafeEqual(one, other);
}

export function hmacSha256(key: string | Uint8Array, ...parts: (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** Base64 of HMAC-SHA-256 over the body as it came: how Shopify and WooCommerce sign (shopify.dev, "Verify webhook deliveries"; `WC_Webhook::generate_signature`). */
export function signBody(secret: string, body: Uint8Array): string {
  return hmacSha256(secret, body).toString('base64');
}

export function digestOf(algorithm: 'md5' | 'sha1', ...parts: (string | Uint8Array)[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
