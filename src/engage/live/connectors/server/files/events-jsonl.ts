// Reads our own exported events back: a line an event, checked as strictly as a stranger's, stripped of what the next journal gives anew.
import type { DecodedEvent, LiveType } from '../../../stream/core/live-event.contract.ts';
import { asObject, type Json, readObject } from './json-fields.ts';
import type { RecordReader } from './recording.types.ts';

type Kind = 'text' | 'number' | 'money' | 'array' | 'flag';

const COMMENTISH: Record<string, Kind> = { text: 'text' };
const INTERACTION: Record<string, Kind> = { interactionId: 'text', kind: 'text' };
const ORDER: Record<string, Kind> = { orderId: 'text', lines: 'array', amount: 'money' };

/** Fields without which an event of the type means nothing. */
const NEEDS: Record<LiveType, Record<string, Kind>> = {
  'room.start': {},
  'room.end': {},
  'room.update': {},
  'room.gap': { from: 'number', to: 'number', cause: 'text' },
  'viewer.count': {},
  'viewer.enter': {},
  'viewer.follow': {},
  'viewer.share': {},
  'viewer.subscribe': {},
  'viewer.leave': {},
  like: { count: 'number' },
  comment: COMMENTISH,
  'comment.remove': { by: 'text' },
  superchat: { text: 'text', amount: 'money' },
  gift: { giftId: 'text', name: 'text', count: 'number', free: 'flag' },
  question: { questionId: 'text', text: 'text' },
  'product.list': { items: 'array' },
  'product.update': { items: 'array' },
  'product.pin': { action: 'text' },
  'product.click': {},
  'cart.add': {},
  'order.created': ORDER,
  'order.paid': ORDER,
  'order.cancelled': ORDER,
  'order.refunded': ORDER,
  'coupon.issue': { couponId: 'text' },
  'coupon.claim': { couponId: 'text' },
  'coupon.use': { couponId: 'text' },
  'interaction.open': INTERACTION,
  'interaction.update': INTERACTION,
  'interaction.close': INTERACTION,
  'interaction.result': INTERACTION,
  'interaction.entry': { interactionId: 'text' },
  'claim.intent': {},
  review: COMMENTISH,
  message: COMMENTISH,
  'moderation.action': { targetId: 'text', action: 'text' },
  'platform.warning': { text: 'text', severity: 'text' },
  'host.answer': COMMENTISH,
  'host.note': COMMENTISH,
  transcript: COMMENTISH,
  system: { name: 'text' },
};

export function isLiveType(value: unknown): value is LiveType {
  return typeof value === 'string' && Object.hasOwn(NEEDS, value);
}

/** Takes one parsed object as an event; null when a field its type needs is missing or of another kind. */
export function asDecodedEvent(object: Json): DecodedEvent | null {
  if (!isLiveType(object.type) || typeof object.ts !== 'number' || !Number.isFinite(object.ts)) return null;
  const needs = NEEDS[object.type];
  for (const name in needs) if (!fits(object[name], needs[name]!)) return null;
  if (object.user !== undefined && !asObject(object.user)) return null;
  const { v, source, roomId, sessionId, rts, seq, trust, onAir, ...event } = object;
  if (event.id !== undefined && typeof event.id !== 'string') return null;
  return event as unknown as DecodedEvent;
}

function fits(value: unknown, kind: Kind): boolean {
  if (kind === 'text') return typeof value === 'string';
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (kind === 'flag') return typeof value === 'boolean';
  if (kind === 'array') return Array.isArray(value);
  const money = asObject(value);
  return money !== null && Number.isSafeInteger(money.minor) && typeof money.currency === 'string';
}

/** Lines are events, or `{event, truth}` as the simulator writes them; a line with `meta` is passed over. */
export const eventsJsonlReader: RecordReader = {
  framing: 'lines',
  take(record, out) {
    const object = readObject(record);
    if (!object) return 'not_json';
    if (object.meta !== undefined && object.type === undefined) return null;
    const inner = asObject(object.event) ?? object;
    const event = asDecodedEvent(inner);
    if (!event)
      return isLiveType(inner.type) ? (typeof inner.ts === 'number' ? 'bad_field' : 'no_time') : 'unknown_kind';
    out.push(event);
    return null;
  },
};
