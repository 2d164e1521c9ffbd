// Listens to a TikTok LIVE through the user's own bridge: TikTok has no official way in, so this is off until somebody has read the notice.
import { z } from 'zod';
import type { Connector } from '../../core/connector.contract.ts';
import { type Heard, holdLine } from '../kit/hold-line.ts';
import { looseList, looseObject } from '../kit/loose-fields.ts';
import { decodeFrame } from './decode-frame.ts';
import { decodeTiktokJson } from './decode-json.ts';

const settings = z.object({
  /** The bridge connects to TikTok with a sign service of the user's choice and passes frames or JSON on. */
  bridgeUrl: z.url({ protocol: /^wss?$/ }).max(2000),
  token: z.string().max(2000).optional(),
});
type TiktokSettings = z.output<typeof settings>;

/** A message of the bridge: a binary frame as TikTok sent it, or JSON, one record or a list. Never throws. */
export function hearTiktok(data: string | Uint8Array, now: number): Heard {
  if (typeof data !== 'string') {
    const { events, unread, ack } = decodeFrame(data, now);
    return { events, unread, ...(ack && { answer: [ack] }) };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return { events: [], unread: 1 };
  }
  const records = Array.isArray(parsed) ? looseList(parsed) : [parsed];
  const heard = { events: [] as Heard['events'], unread: Array.isArray(parsed) ? parsed.length - records.length : 0 };
  for (const record of records) {
    const events = decodeTiktokJson(looseObject(record), now);
    if (events) heard.events.push(...events);
    else heard.unread += 1;
  }
  return heard;
}

export const tiktok: Connector<TiktokSettings> = {
  manifest: {
    kind: 'tiktok',
    transport: 'listen',
    trust: 'scraped',
    isOfficial: false,
    settings,
    secrets: ['token'],
    gives: [
      'comment',
      'comment.remove',
      'gift',
      'like',
      'viewer.enter',
      'viewer.follow',
      'viewer.share',
      'viewer.subscribe',
      'viewer.count',
      'question',
      'product.pin',
      'coupon.issue',
      'interaction.open',
      'interaction.update',
      'interaction.close',
      'moderation.action',
      'platform.warning',
      'room.update',
      'room.end',
    ],
    docs: 'https://www.tiktok.com/legal/page/global/terms-of-service/en',
  },
  open: ({ bridgeUrl, token }, io) =>
    holdLine(
      {
        dial: async () => ({ url: bridgeUrl, options: token ? { headers: { authorization: `Bearer ${token}` } } : {} }),
        hear: (data) => hearTiktok(data, io.now()),
        waitsForWelcome: false,
        silenceMs: 90_000,
      },
      io,
    ),
};
