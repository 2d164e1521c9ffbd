// Reads TikTok LIVE events in the JSON that bridges send and recorders save: a name and its flat data, or a raw payload in base64.
import type { DecodedEvent, LiveUser } from '../../../stream/core/live-event.contract.ts';
import {
  filled,
  type Loose,
  looseCount,
  looseId,
  looseInstant,
  looseNumber,
  looseObject,
  looseText,
} from '../kit/loose-fields.ts';
import { decodePayload } from './decode-payload.ts';

const MOST_PAYLOAD_CHARS = 1_000_000;

/**
 * Events of one JSON record: `{type, b64}` with a payload, or `{event|type, data}` (also flat) as tiktok-live bridges give them.
 * Null when it cannot be read; none for kinds that mean nothing to us.
 */
export function decodeTiktokJson(record: Loose, receivedAt: number): DecodedEvent[] | null {
  const kind = looseText(record.event ?? record.type ?? record.method, 100);
  const recordedAt = typeof record.ts === 'string' ? Date.parse(record.ts) : record.ts;
  const at = looseInstant(recordedAt) ?? receivedAt;
  const raw = record.b64 ?? record.payload;
  if (typeof raw === 'string') {
    if (!kind || raw.length > MOST_PAYLOAD_CHARS) return null;
    return decodePayload(kind, Buffer.from(raw, 'base64'), at);
  }
  const data = typeof record.data === 'object' && record.data !== null ? looseObject(record.data) : record;
  const event = kind === undefined ? null : eventOf(kind, data, looseInstant(data.createTime ?? data.timestamp) ?? at);
  return event === null ? null : event === undefined ? [] : [filled(event)];
}

/** Null for a known kind without what it needs; undefined for kinds of no interest. */
function eventOf(kind: string, data: Loose, ts: number): DecodedEvent | null | undefined {
  const common = { id: looseId(data.msgId), ts, user: userOf(data) };
  switch (kind) {
    case 'chat': {
      const text = looseText(data.comment, 500);
      return text === undefined ? null : { type: 'comment', text, ...common };
    }
    case 'gift':
      return gift(data, common);
    case 'like':
      return {
        type: 'like',
        count: looseCount(data.likeCount) ?? 1,
        total: looseCount(data.totalLikeCount),
        ...common,
      };
    case 'member':
      return { type: 'viewer.enter', ...common };
    case 'follow':
    case 'share':
    case 'subscribe':
      return { type: `viewer.${kind}`, ...common };
    case 'roomUser':
      return {
        type: 'viewer.count',
        online: looseCount(data.viewerCount),
        cumulative: looseCount(data.totalUserCount),
        id: common.id,
        ts,
      };
    case 'questionNew': {
      const text = looseText(data.questionText, 1000);
      const questionId = looseId(data.questionId) ?? common.id;
      return text === undefined || !questionId ? null : { type: 'question', questionId, text, ...common };
    }
    case 'streamEnd':
      return { type: 'room.end', reason: looseNumber(data.action) === 4 ? 'suspended' : 'ended', id: common.id, ts };
    default:
      return undefined;
  }
}

function gift(data: Loose, common: { id?: string; ts: number; user?: LiveUser }): DecodedEvent | null | undefined {
  const giftId = looseId(data.giftId);
  if (!giftId) return null;
  const isStreak = looseNumber(data.giftType) === 1;
  if (isStreak && data.repeatEnd !== true && data.repeatEnd !== 1) return undefined;
  const count = Math.max(1, looseCount(data.repeatCount, 1e6) ?? 1);
  const diamonds = looseCount(data.diamondCount, 1e6) ?? 0;
  const streak = looseId(data.groupId);
  return {
    type: 'gift',
    giftId,
    name: looseText(data.giftName, 100) ?? giftId,
    count,
    value: { minor: diamonds * count, currency: 'diamond' },
    free: diamonds === 0,
    combo: isStreak && streak ? { id: streak, index: count, end: true } : undefined,
    ...common,
  };
}

function userOf(data: Loose): LiveUser | undefined {
  const of = typeof data.user === 'object' && data.user !== null ? looseObject(data.user) : data;
  const uid = looseId(of.userId) ?? looseId(of.uniqueId);
  const name = looseText(of.nickname, 100) ?? looseText(of.uniqueId, 100);
  if (!uid && !name) return undefined;
  const role: LiveUser['role'] = of.isModerator === true ? 'mod' : of.isSubscriber === true ? 'member' : undefined;
  return filled({ uid, name, role, follower: (looseNumber(of.followRole) ?? 0) > 0 ? true : undefined });
}
