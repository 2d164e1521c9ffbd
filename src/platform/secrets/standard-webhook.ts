// Signs and checks calls by the Standard Webhooks convention (standardwebhooks.com): id, time and body under one HMAC.
import { randomBytes } from 'node:crypto';
import { hmacSha256, sameText } from './signatures.ts';

/** Seconds a signature may be old or early. */
const TOLERANCE_S = 5 * 60;

/** Bytes of the shortest key that is taken. */
const LEAST_KEY = 16;

const LONGEST_ID = 200;

/** A new key as the convention writes it: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** `whsec_` marks a key in base64; anything else is taken as it is. */
function keyOf(secret: string): string | Uint8Array {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : secret;
}

/** The signature to send in `webhook-signature`: `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64. */
export function signWebhook(secret: string, id: string, timestamp: number, body: string | Uint8Array): string {
  return `v1,${hmacSha256(keyOf(secret), `${id}.${timestamp}.`, body).toString('base64')}`;
}

export type WebhookCheck = { ok: true; id: string } | { ok: false; reason: 'bad_signature' | 'stale_signature' };

/**
 * Several signatures may stand in the header, divided by spaces, while a key is changed; one right one is enough.
 * @param now in milliseconds
 * @returns `stale_signature` only for a right signature, more than five minutes old or early
 */
export function checkWebhook(
  secret: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: Uint8Array,
  now: number,
): WebhookCheck {
  const header = (name: string) => String(headers[`webhook-${name}`] ?? '');
  const id = header('id');
  const time = header('timestamp');
  // A key that is none (a mistyped whsec_…) would let anybody sign.
  if (keyOf(secret).length < LEAST_KEY) return { ok: false, reason: 'bad_signature' };
  if (id === '' || id.length > LONGEST_ID || !/^\d{1,12}$/.test(time)) return { ok: false, reason: 'bad_signature' };
  const wanted = signWebhook(secret, id, Number(time), body);
  const given = header('signature').split(' ').slice(0, 5);
  // Every one is compared, so that time does not tell which was right.
  const isRight = given.map((one) => sameText(one, wanted)).includes(true);
  if (!isRight) return { ok: false, reason: 'bad_signature' };
  return Math.abs(now / 1000 - Number(time)) > TOLERANCE_S
    ? { ok: false, reason: 'stale_signature' }
    : { ok: true, id };
}
