// Takes live events from any bridge in any language: our own normalised events, signed by the Standard Webhooks convention.
import { z } from 'zod';
import { checkWebhook } from '../../../../../platform/secrets/standard-webhook.ts';
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { isEventFault, readOutsideEvent } from '../../../stream/core/read-event.contract.ts';
import type { Connector } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { looseObject } from '../kit/loose-fields.ts';

/** The ids of its events are made of it. */
const LONGEST_ID = 150;

const settings = z.object({ secret: z.string().min(16).max(200) });

/** More events in a call are refused as a whole: the bridge sends them in parts. */
export const MOST_EVENTS = 1000;

interface Batch {
  events: DecodedEvent[];
  rejected: { index: number; field: string; code: string }[];
}

/** Reads `{"events": […]}`, a list, or one event. An event without id gets one from the call, so that a repeated call changes nothing. */
export function decodeWebhook(body: Uint8Array, callId: string): Batch | null {
  const json = exactJson(body);
  if (typeof json !== 'object' || json === null) return null;
  const wrapped = looseObject(json).events;
  const list: readonly unknown[] = Array.isArray(json) ? json : Array.isArray(wrapped) ? wrapped : [json];
  if (list.length > MOST_EVENTS) return null;
  const batch: Batch = { events: [], rejected: [] };
  for (const [index, item] of list.entries()) {
    const event = readOutsideEvent(item);
    if (isEventFault(event)) batch.rejected.push({ index, field: event.field, code: event.code });
    else batch.events.push(event.id === undefined ? { ...event, id: `${callId}.${index}` } : event);
  }
  return batch;
}

export const webhook: Connector<z.output<typeof settings>> = {
  manifest: {
    kind: 'webhook',
    transport: 'push',
    trust: 'signed',
    isOfficial: true,
    settings,
    secrets: ['secret'],
    madeSecret: 'secret',
    gives: [
      'room.start',
      'room.end',
      'room.update',
      'room.gap',
      'viewer.count',
      'viewer.enter',
      'viewer.leave',
      'viewer.follow',
      'viewer.share',
      'viewer.subscribe',
      'like',
      'comment',
      'comment.remove',
      'superchat',
      'gift',
      'question',
      'product.list',
      'product.update',
      'product.pin',
      'product.click',
      'cart.add',
      'order.created',
      'order.paid',
      'order.cancelled',
      'order.refunded',
      'coupon.issue',
      'coupon.claim',
      'coupon.use',
      'claim.intent',
      'review',
      'message',
      'platform.warning',
      'host.note',
      'transcript',
    ],
    docs: 'https://www.standardwebhooks.com/',
  },
  receive(call, { secret }, now) {
    const check = checkWebhook(secret, call.headers, call.body, now);
    if (!check.ok) return check;
    if (check.id.length > LONGEST_ID) return { ok: false, reason: 'bad_signature' };
    const batch = decodeWebhook(call.body, check.id);
    if (!batch) return { ok: false, reason: 'invalid' };
    return {
      ok: true,
      events: batch.events,
      unread: batch.rejected.length,
      callId: check.id,
      reply: {
        status: 200,
        type: 'application/json',
        body: JSON.stringify({ taken: batch.events.length, rejected: batch.rejected.slice(0, 100) }),
      },
    };
  },
};
