// Douyin's open webhooks: the address is proven by echoing a challenge, messages of customers follow.
import { z } from 'zod';
import { digestOf, sameText } from '../../../../../platform/secrets/signatures.ts';
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import type { Connector } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { looseId, looseInstant, looseObject, looseText } from '../kit/loose-fields.ts';

const settings = z.object({ secret: z.string().min(4).max(200) });

/** SHA-1 in hex of client secret and raw body. */
export function signDouyinOpen(secret: string, body: string | Uint8Array): string {
  return digestOf('sha1', secret, body).toString('hex');
}

interface OpenCall {
  event: string;
  challenge: unknown;
  decoded: DecodedEvent | null;
}

/** `content` comes as an object or as JSON in a text. */
export function decodeDouyinOpen(body: Uint8Array): OpenCall | null {
  const json = exactJson(body);
  const call = looseObject(json);
  const event = looseText(call.event, 100);
  if (event === undefined) return null;
  const content = looseObject(typeof call.content === 'string' ? exactJson(call.content) : call.content);
  const { challenge } = content;
  let decoded: DecodedEvent | null = null;
  const text = looseText(content.text, 2000);
  const ts = looseInstant(content.create_time);
  if (event === 'im_receive_msg' && text !== undefined && ts !== undefined) {
    const id = looseId(content.server_message_id);
    const uid = looseId(call.from_user_id);
    decoded = {
      type: 'message',
      ts,
      text,
      channel: 'douyin',
      user: uid === undefined ? {} : { uid },
      ...(id ? { id } : {}),
    };
  }
  return { event, challenge, decoded };
}

export const douyinOpen: Connector<z.output<typeof settings>> = {
  manifest: {
    kind: 'douyin-open',
    transport: 'push',
    trust: 'signed',
    isOfficial: true,
    settings,
    secrets: ['secret'],
    gives: ['message'],
    docs: 'https://developer.open-douyin.com/docs/resource/zh-CN/dop/develop/webhooks/overview',
  },
  receive(call, { secret }) {
    if (!sameText(call.headers['x-douyin-signature'], signDouyinOpen(secret, call.body)))
      return { ok: false, reason: 'bad_signature' };
    const read = decodeDouyinOpen(call.body);
    if (!read) return { ok: false, reason: 'invalid' };
    const callId = looseId(call.headers['msg-id']);
    const known = { ok: true as const, ...(callId ? { callId } : {}) };
    if (read.event === 'verify_webhook') {
      const body = JSON.stringify({ challenge: read.challenge ?? null });
      return { ...known, events: [], unread: 0, reply: { status: 200, type: 'application/json', body } };
    }
    const events = read.decoded ? [read.decoded] : [];
    return { ...known, events, unread: read.decoded ? 0 : 1, reply: { status: 200, body: 'ok', type: 'text/plain' } };
  },
};
