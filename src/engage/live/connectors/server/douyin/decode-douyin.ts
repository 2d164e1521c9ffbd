// Reads the batches of Douyin's live data push: comments, gifts, likes and the fan club.
import type { DecodedEvent, LiveUser } from '../../../stream/core/live-event.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import {
  filled,
  type Loose,
  looseCount,
  looseId,
  looseInstant,
  looseList,
  looseObject,
  looseText,
} from '../kit/loose-fields.ts';

export const DOUYIN_TYPES = ['live_comment', 'live_gift', 'live_like', 'live_fansclub'] as const;
type DouyinType = (typeof DOUYIN_TYPES)[number];

function userOf(item: Loose): LiveUser {
  return filled({ uid: looseId(item.sec_openid), name: looseText(item.nickname, 100) });
}

/** `fansclub_reason_type`: 1 rose a level, 2 joined. */
function fansclubOf(item: Loose, base: { id: string; ts: number; user: LiveUser }): DecodedEvent {
  const level = looseCount(item.fansclub_level, 1000);
  const user: LiveUser = { ...base.user, role: 'fan', ...(level === undefined ? {} : { level }) };
  return looseCount(item.fansclub_reason_type) === 2
    ? { ...base, user, type: 'viewer.subscribe', channel: 'fansclub' }
    : { ...base, user, type: 'system', name: 'douyin.fansclub_level', data: { level: level ?? null } };
}

function eventOf(type: DouyinType, item: Loose): DecodedEvent | null {
  const id = looseId(item.msg_id);
  const ts = looseInstant(item.timestamp);
  if (id === undefined || ts === undefined) return null;
  const base = { id, ts, user: userOf(item), ...(item.test === true ? { test: true } : {}) };
  switch (type) {
    case 'live_comment': {
      const text = looseText(item.content, 500);
      return text === undefined ? null : { ...base, type: 'comment', text };
    }
    case 'live_gift': {
      const giftId = looseId(item.sec_gift_id);
      const count = looseCount(item.gift_num, 1e6);
      if (giftId === undefined || count === undefined) return null;
      // Fen, for all pieces of this message together.
      const fen = looseCount(item.gift_value, 1e12);
      return {
        ...base,
        type: 'gift',
        giftId,
        name: looseText(item.gift_name, 100) ?? giftId.slice(0, 100),
        count,
        free: fen === 0,
        ...(fen ? { value: { minor: fen, currency: 'CNY' } } : {}),
      };
    }
    case 'live_like': {
      const count = looseCount(item.like_num, 1e9);
      return count === undefined ? null : { ...base, type: 'like', count };
    }
    case 'live_fansclub':
      return fansclubOf(item, base);
  }
}

/** Douyin sends a list of one type a call; `type` is the header `x-msg-type`. Null when the body is no list. */
export function decodeDouyin(type: string, body: Uint8Array): { events: DecodedEvent[]; unread: number } | null {
  const json = exactJson(body);
  const list = Array.isArray(json) ? json : null;
  if (!list) return null;
  const items = looseList(list, 2000);
  if (!DOUYIN_TYPES.includes(type as DouyinType)) return { events: [], unread: items.length };
  const events: DecodedEvent[] = [];
  for (const item of items) {
    const event = eventOf(type as DouyinType, looseObject(item));
    if (event) events.push(event);
  }
  return { events, unread: list.length - events.length };
}
