// Douyin's official live data push (直播玩法): signed calls that must be answered within two seconds, or its breaker opens.
import { z } from 'zod';
import { sameText } from '../../../../../platform/secrets/signatures.ts';
import type { Connector } from '../../core/connector.contract.ts';
import { looseInstant } from '../kit/loose-fields.ts';
import { decodeDouyin } from './decode-douyin.ts';
import { signDouyin } from './douyin-signature.ts';

const settings = z.object({
  secret: z.string().min(4).max(200),
  /** Only this room's calls are taken; left out, every room of the app is. */
  roomId: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});

/** The platform tries again for a while; older calls are somebody else's. */
const TOLERANCE_MS = 15 * 60_000;

export const douyin: Connector<z.output<typeof settings>> = {
  manifest: {
    kind: 'douyin',
    transport: 'push',
    trust: 'signed',
    isOfficial: true,
    settings,
    secrets: ['secret'],
    gives: ['comment', 'gift', 'like', 'viewer.subscribe', 'room.gap', 'system'],
    docs: 'https://developer.open-douyin.com/docs/resource/zh-CN/interaction/develop/server/live/danmu',
  },
  receive(call, { secret, roomId }, now) {
    const { headers, body } = call;
    if (!sameText(headers['x-signature'], signDouyin(secret, headers, body)))
      return { ok: false, reason: 'bad_signature' };
    const sentAt = looseInstant(headers['x-timestamp']);
    if (sentAt === undefined || Math.abs(now - sentAt) > TOLERANCE_MS) return { ok: false, reason: 'stale_signature' };
    if (roomId !== undefined && headers['x-roomid'] !== roomId) return { ok: false, reason: 'invalid' };
    const batch = decodeDouyin(headers['x-msg-type'] ?? '', body);
    if (!batch) return { ok: false, reason: 'invalid' };
    const reply = { status: 200, type: 'application/json', body: '{"err_no":0,"err_msg":"ok"}' };
    return { ok: true, ...batch, reply };
  },
};
