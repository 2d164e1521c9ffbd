// The fields of every kind of live event and how large each may be; the type in live-event.contract.ts says what they mean.
import {
  anyJson,
  countsByName,
  decimal,
  EventFault,
  type FieldReader,
  flag,
  listOf,
  must,
  oneOf,
  type Shape,
  shaped,
  text,
  whole,
} from './field-readers.ts';
import { GAP_CAUSES, INTERACTION_KINDS, LIVE_ROLES, type LiveType } from './live-event.contract.ts';

/** 2010-01-01 to 2100-01-01: seconds given for milliseconds, or the other way round, fall outside. */
export const EARLIEST_TS = 1_262_304_000_000;
export const LATEST_TS = 4_102_444_800_000;

/** Largest texts in code points. */
export const TEXT_LIMITS = { id: 200, name: 100, title: 300, comment: 500, paid: 1000, long: 5000, url: 2000 } as const;

export const instant = whole(EARLIEST_TS, LATEST_TS);
const id = text(TEXT_LIMITS.id, 1);
const name = text(TEXT_LIMITS.name);
const title = text(TEXT_LIMITS.title);
const count = whole(0, 1e12);

const currency: FieldReader = (value, field) => {
  if (typeof value !== 'string') return new EventFault(field, 'wrong_type');
  return /^[A-Za-z][A-Za-z0-9_-]{0,15}$/.test(value) ? value : new EventFault(field, 'unknown');
};
const money = shaped({ minor: must(whole(-1e15, 1e15)), currency: must(currency) });

export const userShape: Shape = {
  uid: id,
  name,
  role: oneOf(LIVE_ROLES),
  level: whole(0, 100_000),
  follower: flag,
  buyer: flag,
  newcomer: flag,
};

const shelfItem = shaped({
  productId: must(id),
  index: must(whole(1, 999)),
  title: must(title),
  price: money,
  listPrice: money,
  stock: count,
  hint: anyJson(4000),
});
const orderLine = shaped({ productId: id, sku: id, title, qty: must(whole(0, 1e6)), amount: money });

const room: Shape = { title, category: name, coverUrl: text(TEXT_LIMITS.url), reason: title };
const coming: Shape = { count, channel: name, tier: name, months: whole(0, 1200) };
const shelf: Shape = { items: must(listOf(shelfItem, 500)) };
const clicks: Shape = { count };
const order: Shape = {
  orderId: must(id),
  lines: must(listOf(orderLine, 200)),
  amount: must(money),
  buyerUid: id,
  attribution: oneOf(['live', 'after', 'unknown']),
  reason: title,
};
const coupon: Shape = { couponId: must(id), value: money, count };
const interaction: Shape = {
  interactionId: must(id),
  kind: must(oneOf(INTERACTION_KINDS)),
  rulesHash: id,
  commitment: id,
  state: name,
  tallies: countsByName(500),
  resultHash: id,
};
const said: Shape = {
  rating: decimal(0, 100),
  text: must(text(TEXT_LIMITS.long)),
  channel: name,
  replyWindow: shaped({ until: must(instant), left: must(count) }),
};
const spoken: Shape = { groupId: id, text: must(text(TEXT_LIMITS.long)), from: instant, to: instant };

export const SHAPES: Readonly<Record<LiveType, Shape>> = {
  'room.start': room,
  'room.end': room,
  'room.update': room,
  'room.gap': { from: must(instant), to: must(instant), cause: must(oneOf(GAP_CAUSES)), estimatedLost: count },
  'viewer.count': { online: count, cumulative: count, likes: count, shares: count, rank: count },
  'viewer.enter': coming,
  'viewer.follow': coming,
  'viewer.share': coming,
  'viewer.subscribe': coming,
  'viewer.leave': coming,
  like: { count: must(count), total: count },
  comment: {
    text: must(text(TEXT_LIMITS.comment)),
    kind: oneOf(['text', 'emote', 'voice']),
    emotes: listOf(name, 50),
    mentions: listOf(name, 50),
    replyTo: id,
  },
  'comment.remove': { targetId: id, targetUid: id, by: must(oneOf(['platform', 'moderator'])), reason: title },
  superchat: { text: must(text(TEXT_LIMITS.paid)), amount: must(money), pinSeconds: whole(0, 1e6) },
  gift: {
    giftId: must(id),
    name: must(name),
    count: must(count),
    value: money,
    free: must(flag),
    combo: shaped({ id: must(id), index: count, end: must(flag) }),
  },
  question: { questionId: must(id), text: must(text(TEXT_LIMITS.paid)), votes: count, state: name },
  'product.list': shelf,
  'product.update': shelf,
  'product.pin': {
    action: must(oneOf(['pin', 'unpin', 'explain.start', 'explain.end'])),
    title,
    price: money,
    index: whole(1, 999),
  },
  'product.click': clicks,
  'cart.add': clicks,
  'order.created': order,
  'order.paid': order,
  'order.cancelled': order,
  'order.refunded': order,
  'coupon.issue': coupon,
  'coupon.claim': coupon,
  'coupon.use': coupon,
  'interaction.open': interaction,
  'interaction.update': interaction,
  'interaction.close': interaction,
  'interaction.result': interaction,
  'interaction.entry': {
    interactionId: must(id),
    choice: text(TEXT_LIMITS.comment),
    answer: text(TEXT_LIMITS.comment),
    receipt: text(TEXT_LIMITS.url),
    by: oneOf(['tap', 'keyword']),
  },
  'claim.intent': { code: id, sku: id, qty: whole(0, 1e6), commentId: id },
  review: said,
  message: said,
  'moderation.action': {
    targetId: must(id),
    action: must(oneOf(['hide', 'restore', 'mute', 'pin'])),
    ruleId: id,
    reasonCode: name,
    actor: id,
  },
  'platform.warning': {
    code: name,
    text: must(text(TEXT_LIMITS.paid)),
    severity: must(oneOf(['info', 'warn', 'cut'])),
  },
  'host.answer': spoken,
  'host.note': spoken,
  transcript: spoken,
  system: { name: must(text(TEXT_LIMITS.name, 1)), data: anyJson(16_000) },
};
