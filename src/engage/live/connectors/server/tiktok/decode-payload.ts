// Turns one TikTok LIVE message into events. Field numbers were read off recorded traffic (MIT samples), not taken from any library.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { filled, looseInstant, looseText } from '../kit/loose-fields.ts';
import { decodeCommerce } from './decode-commerce.ts';
import { decodeInteraction } from './decode-interaction.ts';
import { decodeUser } from './decode-user.ts';
import { type Common, countOf } from './message-head.ts';
import { bytesOf, idOf, idsOf, inner, inners, numberOf, readMessage, textOf, type WireMessage } from './wire.ts';

type Body = DecodedEvent | null | undefined;

/**
 * Events of a message of the named kind (`WebcastChatMessage` …). `receivedAt` stands in where the message has no time.
 * Null when it is damaged; no events for kinds and states that mean nothing to us.
 */
export function decodePayload(method: string, payload: Uint8Array, receivedAt: number): DecodedEvent[] | null {
  const message = readMessage(payload);
  if (!message) return null;
  // Common part, field 1: 2 message id, 4 created at in milliseconds, 8 {1 key of the sentence shown}.
  const head = inner(message, 1);
  const id = idOf(head, 2);
  const common: Common = { id, ts: looseInstant(numberOf(head, 4)) ?? secondOf(id) ?? receivedAt };
  const events = bodiesOf(method, message, head, common);
  return events === null ? null : events.flatMap((event) => (event ? [filled(event)] : []));
}

/** The upper half of a message id is the second it was made in. */
function secondOf(id: string | undefined): number | undefined {
  return id === undefined ? undefined : looseInstant(Number(BigInt(id) >> 32n));
}

function bodiesOf(method: string, message: WireMessage, head: WireMessage, common: Common): Body[] | null {
  switch (method) {
    case 'WebcastChatMessage': {
      const text = looseText(textOf(message, 3), 500);
      return text === undefined ? null : [{ type: 'comment', text, user: decodeUser(inner(message, 2)), ...common }];
    }
    case 'WebcastEmoteChatMessage':
      return [emote(message, common)];
    case 'WebcastGiftMessage':
      return [gift(message, common)];
    case 'WebcastLikeMessage': {
      const count = countOf(message, 2) ?? 1;
      return [{ type: 'like', count, total: countOf(message, 3), user: decodeUser(inner(message, 5)), ...common }];
    }
    case 'WebcastMemberMessage':
      // 10 action: 1 came in, 3 subscribed.
      return [
        {
          type: numberOf(message, 10) === 3 ? 'viewer.subscribe' : 'viewer.enter',
          user: decodeUser(inner(message, 2)),
          ...common,
        },
      ];
    case 'WebcastSocialMessage':
      return [social(message, head, common)];
    case 'WebcastRoomUserSeqMessage':
      return [viewers(message, common)];
    case 'WebcastRoomPinMessage':
      return [pinned(message, common)];
    case 'WebcastControlMessage':
      return control(message, common);
    case 'WebcastImDeleteMessage':
      return removals(message, common);
    case 'RoomMessage':
    case 'WebcastRoomMessage': {
      const text = looseText(textOf(message, 2), 1000);
      return text === undefined ? [] : [{ type: 'platform.warning', severity: 'info', text, ...common }];
    }
    default:
      return decodeCommerce(method, message, common) ?? decodeInteraction(method, message, common) ?? [];
  }
}

function emote(message: WireMessage, common: Common): Body {
  const emotes = inners(message, 3, 50).flatMap((one) => looseText(textOf(one, 1), 100) ?? []);
  return { type: 'comment', text: '[emote]', kind: 'emote', emotes, user: decodeUser(inner(message, 2)), ...common };
}

/** 2 gift id, 5 repeats, 7 sender, 9 streak over, 11 streak id, 15 gift {5 id, 11 kind, 12 diamonds, 16 name}. */
function gift(message: WireMessage, common: Common): Body {
  const described = inner(message, 15);
  const giftId = idOf(described, 5) ?? idOf(message, 2);
  if (!giftId) return undefined;
  const isStreak = numberOf(described, 11) === 1;
  // Gifts of kind 1 are told again while the finger stays down, each time with the sum: only the last one counts.
  if (isStreak && numberOf(message, 9) !== 1) return undefined;
  const count = Math.max(1, Math.min(countOf(message, 5) ?? 1, 1e6));
  const diamonds = Math.min(countOf(described, 12) ?? 0, 1e6);
  const streakId = idOf(message, 11);
  return {
    type: 'gift',
    giftId,
    name: looseText(textOf(described, 16), 100) ?? giftId,
    count,
    value: { minor: diamonds * count, currency: 'diamond' },
    free: diamonds === 0,
    combo: isStreak && streakId ? { id: streakId, index: count, end: true } : undefined,
    user: decodeUser(inner(message, 7)),
    ...common,
  };
}

/** 4 action: 1 followed, 3 shared; the sentence's key is surer, since older clients number otherwise. */
function social(message: WireMessage, head: WireMessage, common: Common): Body {
  const key = textOf(inner(head, 8), 1) ?? '';
  const action = numberOf(message, 4);
  const isFollow = key.includes('follow') || (!key.includes('share') && action === 1);
  const isShare = key.includes('share') || action === 3;
  if (!isFollow && !isShare) return undefined;
  return { type: isFollow ? 'viewer.follow' : 'viewer.share', user: decodeUser(inner(message, 2)), ...common };
}

/** 3 viewers now, 7 viewers in all. */
function viewers(message: WireMessage, common: Common): Body {
  const [online, cumulative] = [countOf(message, 3), countOf(message, 7)];
  return online === undefined && cumulative === undefined
    ? undefined
    : { type: 'viewer.count', online, cumulative, ...common };
}

/** 4 or 2 … the pinned message with its own common part, 32 who pinned, 33 action (1 pinned). */
function pinned(message: WireMessage, common: Common): Body {
  if (numberOf(message, 33) !== 1) return undefined;
  for (const field of [2, 3, 4, 5, 6]) {
    const bytes = bytesOf(message, field);
    const target = bytes ? idOf(inner(readMessage(bytes) ?? new Map(), 1), 2) : undefined;
    if (target)
      return {
        type: 'moderation.action',
        action: 'pin',
        targetId: target,
        actor: idOf(inner(message, 32), 1),
        ...common,
      };
  }
  return undefined;
}

/** 2 action: 1 paused, 2 goes on, 3 ended by the host, 4 ended by the platform. */
function control(message: WireMessage, common: Common): Body[] {
  const action = numberOf(message, 2);
  if (action === 1 || action === 2)
    return [{ type: 'room.update', reason: action === 1 ? 'paused' : 'resumed', ...common }];
  if (action === 3) return [{ type: 'room.end', reason: 'ended', ...common }];
  if (action !== 4) return [];
  const id = common.id && `${common.id}:end`;
  return [
    { type: 'platform.warning', severity: 'cut', code: 'suspended', text: 'suspended', ...common },
    { type: 'room.end', reason: 'suspended', ...common, id },
  ];
}

/** 2 ids of messages, 3 ids of users; each removal is an event of its own. */
function removals(message: WireMessage, common: Common): Body[] {
  const own = (part: string) => ({ ts: common.ts, id: common.id && `${common.id}:${part}` });
  return [
    ...idsOf(message, 2).map((id): Body => ({ type: 'comment.remove', targetId: id, by: 'platform', ...own(id) })),
    ...idsOf(message, 3).map((uid): Body => ({ type: 'comment.remove', targetUid: uid, by: 'platform', ...own(uid) })),
  ];
}
