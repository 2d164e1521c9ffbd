// Which message of Bilibili's open platform becomes which event. Money: 1000 of `price` are one yuan, `rmb` is in yuan.
import type { DecodedEvent, LiveUser } from '../../../stream/core/live-event.contract.ts';
import { GUARD_NAMES } from '../bilibili-web/people.ts';
import {
  filled,
  type Loose,
  looseCount,
  looseId,
  looseInstant,
  looseList,
  looseNumber,
  looseObject,
  looseText,
} from '../kit/loose-fields.ts';

function userOf(data: Loose): LiveUser {
  const isWearing = data.fans_medal_wearing_status === true;
  const role =
    looseNumber(data.is_admin) === 1 ? 'mod' : looseCount(data.guard_level) ? 'member' : isWearing ? 'fan' : 'viewer';
  return filled({
    uid: looseId(data.open_id) ?? looseId(data.uid),
    name: looseText(data.uname, 100),
    role: role as LiveUser['role'],
  });
}

const fen = (thousandths: number | undefined) =>
  thousandths !== undefined && thousandths > 0 && thousandths < 1e12
    ? { minor: Math.round(thousandths / 10), currency: 'CNY' }
    : undefined;

type Base = { id?: string; ts: number; user: LiveUser };

function comment(data: Loose, base: Base): DecodedEvent | null {
  const text = looseText(data.msg, 500);
  if (text === undefined) return null;
  const isSticker = looseNumber(data.dm_type) === 1;
  const replied = looseText(data.reply_uname, 100);
  return filled({
    ...base,
    type: 'comment' as const,
    text,
    kind: isSticker ? ('emote' as const) : undefined,
    mentions: replied === undefined ? undefined : [replied],
  });
}

/** `r_price` is what one piece really cost; older messages have `price` only. */
function gift(data: Loose, base: Base): DecodedEvent | null {
  const giftId = looseId(data.gift_id);
  const count = looseCount(data.gift_num, 1e6);
  if (giftId === undefined || count === undefined) return null;
  const isPaid = data.paid === true;
  const each = looseNumber(data.r_price) ?? looseNumber(data.price);
  const combo = looseObject(data.combo_info);
  const comboId = looseText(combo.combo_id, 190);
  return filled({
    ...base,
    type: 'gift' as const,
    giftId,
    name: looseText(data.gift_name, 100) ?? giftId.slice(0, 100),
    count,
    free: !isPaid,
    value: isPaid && each !== undefined ? fen(each * count) : undefined,
    combo:
      comboId === undefined ? undefined : filled({ id: comboId, index: looseCount(combo.combo_count, 1e6), end: true }),
  });
}

function guard(data: Loose, base: Base): DecodedEvent[] {
  const level = looseCount(data.guard_level, 9);
  if (level === undefined) return [];
  const user: LiveUser = { ...userOf(looseObject(data.user_info)), role: 'member' };
  const tier = GUARD_NAMES[level] ?? `guard ${level}`;
  const count = looseCount(data.guard_num, 1200) ?? 1;
  const isMonth = looseText(data.guard_unit, 20)?.includes('月') ?? false;
  const value = fen(looseNumber(data.price));
  return [
    filled({
      ...base,
      user,
      type: 'viewer.subscribe' as const,
      tier,
      months: isMonth ? count : undefined,
      channel: 'guard',
    }),
    ...(value
      ? [
          filled({
            ...base,
            id: base.id && `${base.id}.paid`,
            user,
            type: 'gift' as const,
            giftId: `guard.${level}`,
            name: tier,
            count,
            free: false,
            value,
          }),
        ]
      : []),
  ];
}

function superChat(data: Loose, base: Base): DecodedEvent | null {
  const id = looseId(data.message_id);
  const yuan = looseNumber(data.rmb);
  if (id === undefined || yuan === undefined || yuan < 0 || yuan > 1e8) return null;
  const from = looseNumber(data.start_time);
  const to = looseNumber(data.end_time);
  return filled({
    ...base,
    id: `sc.${id}`,
    type: 'superchat' as const,
    text: looseText(data.message, 1000) ?? '',
    amount: { minor: Math.round(yuan * 100), currency: 'CNY' },
    pinSeconds: from !== undefined && to !== undefined ? looseCount(to - from, 1e6) : undefined,
  });
}

function removal(data: Loose, { ts }: Base): DecodedEvent[] {
  return looseList(data.message_ids, 100).flatMap((one) => {
    const id = looseId(one);
    return id === undefined
      ? []
      : [{ ts, type: 'comment.remove' as const, targetId: `sc.${id}`, by: 'platform' as const }];
  });
}

function likes(data: Loose, base: Base): DecodedEvent | null {
  const count = looseCount(data.like_count, 1e9);
  return count === undefined ? null : { ...base, type: 'like', count };
}

function showChange(data: Loose, base: Base, type: 'room.start' | 'room.end'): DecodedEvent {
  const { id, ts } = base;
  return filled({ id, ts, type, title: looseText(data.title, 300), category: looseText(data.area_name, 100) });
}

const enter = (_: Loose, base: Base): DecodedEvent => ({ ...base, type: 'viewer.enter' });
const started = (data: Loose, base: Base) => showChange(data, base, 'room.start');
const ended = (data: Loose, base: Base) => showChange(data, base, 'room.end');

/** Two names stand in the documents of different years for entering, beginning and ending; both are taken. */
const DECODERS: Readonly<Record<string, (data: Loose, base: Base) => DecodedEvent | DecodedEvent[] | null>> = {
  DM: comment,
  DM_MIRROR: comment,
  SEND_GIFT: gift,
  GUARD: guard,
  SUPER_CHAT: superChat,
  SUPER_CHAT_DEL: removal,
  LIKE: likes,
  LIVE_ROOM_ENTER: enter,
  ENTER_ROOM: enter,
  LIVE_START: started,
  LIVE: started,
  LIVE_END: ended,
  LIVE_OFF: ended,
};

const PREFIX = 'LIVE_OPEN_PLATFORM_';
export const INTERACTION_END = `${PREFIX}INTERACTION_END`;

/** Reads a parsed message; the platform's own copies for the web reader are not sent on this line. */
export function decodeOpenCommand(
  parsed: unknown,
  now: number,
): { events: DecodedEvent[]; outcome: 'decoded' | 'ignored' | 'unread' } {
  const command = looseObject(parsed);
  const cmd = looseText(command.cmd, 100) ?? '';
  if (cmd === INTERACTION_END) return { events: [], outcome: 'ignored' };
  const name = cmd.startsWith(PREFIX) ? cmd.slice(PREFIX.length) : '';
  const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (!decode) return { events: [], outcome: 'unread' };
  const data = looseObject(command.data);
  const base: Base = filled({ id: looseId(data.msg_id), ts: looseInstant(data.timestamp) ?? now, user: userOf(data) });
  const decoded = decode(data, base);
  const events = decoded === null ? [] : Array.isArray(decoded) ? decoded : [decoded];
  return { events, outcome: events.length > 0 ? 'decoded' : 'unread' };
}
