// Checks a message Huiyin sent, the way Standard Webhooks says; runs in Node, browsers and edge workers alike.
import type { Envelope } from '../../loop/publish/webhooks/core/webhook.contract.ts';

/** How far the sender's clock and ours may be apart. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * @param secret `whsec_…`, as shown when the address was added
 * @param body the raw text that came, before any parsing
 * @throws when a header is missing, the message is older than five minutes, or no signature fits
 */
export async function verifyWebhook(
  secret: string,
  headers: Record<string, string | undefined>,
  body: string,
  now: Date = new Date(),
): Promise<Envelope> {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (!id || !timestamp || !signatures) throw new Error('a header is missing');
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > TOLERANCE_MS) throw new Error('too old or too new');
  const key = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (letter) => letter.charCodeAt(0));
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const one of signatures.split(' ')) {
    const [version, value] = one.split(',');
    if (version !== 'v1' || !value) continue;
    let given: Uint8Array<ArrayBuffer>;
    try {
      given = Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0));
    } catch {
      continue;
    }
    // The platform compares in constant time.
    if (await crypto.subtle.verify('HMAC', hmac, given, signed)) return JSON.parse(body) as Envelope;
  }
  throw new Error('the signature does not fit');
}
