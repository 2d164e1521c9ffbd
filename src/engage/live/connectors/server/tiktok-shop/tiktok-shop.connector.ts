// Takes TikTok Shop's signed webhooks of orders.
import { z } from 'zod';
import { hmacSha256, sameText } from '../../../../../platform/secrets/signatures.ts';
import type { Connector } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { decodeTiktokShop } from './decode-tiktok-shop.ts';

const settings = z.object({
  appKey: z.string().min(3).max(100),
  appSecret: z.string().min(8).max(200),
  /** Currency of the shop: the webhooks themselves seldom name one. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
  shopId: z.string().max(100).optional(),
});

/** Lower-case hex of HMAC-SHA256 under the app's secret over app key and raw body (partner.tiktokshop.com, webhooks). */
export function signTiktokShop(appKey: string, appSecret: string, body: Uint8Array): string {
  return hmacSha256(appSecret, appKey, body).toString('hex');
}

export const tiktokShop: Connector<z.output<typeof settings>> = {
  manifest: {
    kind: 'tiktok-shop',
    transport: 'push',
    trust: 'signed',
    isOfficial: true,
    settings,
    secrets: ['appSecret'],
    gives: ['order.created', 'order.paid', 'order.cancelled', 'order.refunded'],
    docs: 'https://partner.tiktokshop.com/docv2/page/tts-webhooks-overview',
  },
  receive({ headers, body }, { appKey, appSecret, currency, shopId }) {
    if (!sameText(headers.authorization?.toLowerCase(), signTiktokShop(appKey, appSecret, body)))
      return { ok: false, reason: 'bad_signature' };
    const parsed = exactJson(body);
    const told = typeof parsed === 'object' && parsed !== null ? (parsed as { shop_id?: unknown }).shop_id : undefined;
    if (shopId !== undefined && String(told ?? '') !== shopId) return { ok: false, reason: 'invalid' };
    const events = decodeTiktokShop(parsed, appSecret, currency);
    const reply = { status: 200, type: 'application/json', body: '{"code":0}' };
    return { ok: true, events: events ?? [], unread: events ? 0 : 1, reply };
  },
};
