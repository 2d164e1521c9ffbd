// Which command of Bilibili becomes which event; what is known and says nothing new is ignored, what is not known is counted.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { type Loose, looseObject, looseText } from '../kit/loose-fields.ts';
import { decodeDanmaku } from './danmaku.ts';
import { decodeGift, decodeGuard, decodeSuperChat, decodeToast } from './paid.ts';
import {
  decodeChange,
  decodeCount,
  decodeDraw,
  decodeInteract,
  decodeInteractV2,
  decodeLike,
  decodeMute,
  decodeRecall,
  decodeRedPocket,
  decodeSilence,
  decodeStart,
  decodeSuperChatRemoval,
  decodeWarning,
} from './room-news.ts';

export interface CommandContext {
  /** For commands that say no time. */
  now: number;
  /** Wearing this room's medal makes a fan. */
  roomId?: string;
}

type Decode = (data: Loose, context: CommandContext, command: Loose) => DecodedEvent | DecodedEvent[] | null;

const DECODERS: Readonly<Record<string, Decode>> = {
  DANMU_MSG: (_, { roomId }, command) => decodeDanmaku(command, roomId),
  SEND_GIFT: (data) => decodeGift(data),
  GUARD_BUY: (data) => decodeGuard(data),
  USER_TOAST_MSG: (data) => decodeToast(data),
  SUPER_CHAT_MESSAGE: (data) => decodeSuperChat(data),
  SUPER_CHAT_MESSAGE_JPN: (data) => decodeSuperChat(data),
  SUPER_CHAT_MESSAGE_DELETE: (data, { now }) => decodeSuperChatRemoval(data, now),
  INTERACT_WORD: (data) => decodeInteract(data),
  INTERACT_WORD_V2: (data) => decodeInteractV2(data),
  LIKE_INFO_V3_CLICK: (data, { now }) => decodeLike(data, now),
  LIKE_INFO_V3_UPDATE: (data, { now }) => decodeCount('likes', data.click_count, now),
  WATCHED_CHANGE: (data, { now }) => decodeCount('cumulative', data.num, now),
  ONLINE_RANK_COUNT: (data, { now }) => decodeCount('online', data.online_count ?? data.count, now),
  ANCHOR_LOT_START: (data, { now }) => decodeDraw(data, 'open', now),
  ANCHOR_LOT_END: (data, { now }) => decodeDraw(data, 'close', now),
  ANCHOR_LOT_AWARD: (data, { now }) => decodeDraw(data, 'result', now),
  POPULARITY_RED_POCKET_START: (data, { now }) => decodeRedPocket(data, 'open', now),
  POPULARITY_RED_POCKET_WINNER_LIST: (data, { now }) => decodeRedPocket(data, 'result', now),
  ROOM_SILENT_ON: (data, { now }) => decodeSilence(data, true, now),
  ROOM_SILENT_OFF: (data, { now }) => decodeSilence(data, false, now),
  RECALL_DANMU_MSG: (data, { now }) => decodeRecall(data, now),
  ROOM_BLOCK_MSG: (data, { now }) => decodeMute(data, now),
  ROOM_CHANGE: (data, { now }) => decodeChange(data, now),
  WARNING: (_, { now }, command) => decodeWarning(command, 'warn', now),
  CUT_OFF: (_, { now }, command) => decodeWarning(command, 'cut', now),
  LIVE: (_, { now }, command) => decodeStart(command, now),
  PREPARING: (_, { now }) => ({ ts: now, type: 'room.end' }),
};

/** Known, and nothing is lost by leaving them out: copies of other commands, ranks by spending, notices of other rooms. */
export const IGNORED: ReadonlySet<string> = new Set([
  'ANCHOR_LOT_CHECKSTATUS',
  'COMBO_SEND',
  'ENTRY_EFFECT',
  'HOT_RANK_CHANGED',
  'HOT_RANK_CHANGED_V2',
  'LIKE_INFO_V3_NOTICE',
  'NOTICE_MSG',
  'ONLINE_RANK_TOP3',
  'ONLINE_RANK_V2',
  'ONLINE_RANK_V3',
  'POPULARITY_RED_POCKET_NEW',
  'ROOM_ADMINS',
  'ROOM_ADMIN_REVOKE',
  'ROOM_REAL_TIME_MESSAGE_UPDATE',
  'STOP_LIVE_ROOM_LIST',
  'USER_TOAST_MSG_V2',
  'WIDGET_BANNER',
  'room_admin_entrance',
]);

export interface DecodedCommand {
  events: DecodedEvent[];
  /** `ignored` knowingly, `unread` because it was broken or is not known. */
  outcome: 'decoded' | 'ignored' | 'unread';
}

/** Reads a parsed command. Names may carry parameters behind a colon (`DANMU_MSG:4:0:2:2:2:0`). */
export function decodeCommand(parsed: unknown, context: CommandContext): DecodedCommand {
  const command = looseObject(parsed);
  const name = looseText(command.cmd, 100)?.split(':')[0] ?? '';
  const decode = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (!decode) return { events: [], outcome: IGNORED.has(name) ? 'ignored' : 'unread' };
  const decoded = decode(looseObject(command.data), context, command);
  const events = decoded === null ? [] : Array.isArray(decoded) ? decoded : [decoded];
  return { events, outcome: events.length > 0 ? 'decoded' : 'unread' };
}
