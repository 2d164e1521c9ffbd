// Reads what chat-downloader saves (YouTube, Twitch and others), whole or in our scrubbed short form: one object a message.

import { minorUnits } from '../../../../../kit/money.ts';
import type { DecodedEvent, LiveMoney, LiveUser } from '../../../stream/core/live-event.contract.ts';
import { parseAmount } from '../../core/currency-amount.ts';
import { decodeAction } from '../youtube/decode-action.ts';
import { asArray, asCount, asNumber, asText, at, type Json, readObject } from './json-fields.ts';
import { instantOfNumber } from './read-time.ts';
import type { RecordReader, RejectCode } from './recording.types.ts';

/** Reader; `startedAt` is only used for messages that carry nothing but their place in the video. */
export function chatDownloaderReader(startedAt: number | undefined, framing: 'lines' | 'objects'): RecordReader {
  /** Super chats seen, so that the ticker's copy of one is not money twice. */
  const paid = new Set<string>();
  const raw = new Set<string>();
  let copies = 0;
  let latest = 0;
  let count = 0;
  const banned = new Map<string, string>();
  const deleted: string[] = [];

  return {
    framing,
    take(record, out) {
      const item = readObject(record);
      if (!item) return 'not_json';
      if (RAW_ACTION.test(Object.keys(item)[0] ?? '')) {
        const events = actionsOf(item).map((action) => decodeAction(action, offsetTime(item, startedAt) ?? latest));
        for (const event of events.flatMap((one) => one ?? [])) {
          if (event.ts <= 0) return 'no_time';
          latest = Math.max(latest, event.ts);
          if (event.id !== undefined && raw.has(event.id)) copies += 1;
          else out.push(event);
          if (event.id !== undefined) raw.add(event.id);
        }
        return events.includes(null) ? 'bad_field' : null;
      }
      const ts = timeOf(item, startedAt);
      if (ts === undefined) return 'no_time';
      latest = Math.max(latest, ts);
      const short = 'x' in item;
      const event = short ? shortEvent(item, ts) : longEvent(item, ts);
      if (typeof event === 'string') return event;
      if (event.type === 'superchat') {
        const key = event.id ?? `${ts}:${event.user?.uid}:${event.amount.minor}${event.amount.currency}`;
        if (paid.has(key)) {
          copies += 1;
          return null;
        }
        paid.add(key);
      }
      count += 1;
      if (item.deleted) {
        event.id ??= `chat:${count}`;
        deleted.push(event.id);
      }
      if (item.banned && event.user?.uid) banned.set(event.user.uid, event.user.uid);
      out.push(event);
      return null;
    },
    // The file says what was taken away, not when: known for certain only once the recording is over.
    end(out) {
      for (const targetId of deleted) {
        out.push({ type: 'comment.remove', targetId, by: 'moderator', reason: 'deleted', ts: latest });
      }
      for (const targetUid of banned.keys()) {
        out.push({ type: 'comment.remove', targetUid, by: 'moderator', reason: 'banned', ts: latest });
      }
    },
    copies: () => copies,
  };
}

/** A record that is an action of the chat page itself, alone or as replay tools wrap it. */
export const RAW_ACTION =
  /^(replayChatItemAction|(add|mark|replace|remove|show|update|close)[A-Za-z]*(Action|Command))$/;

function actionsOf(item: Json): unknown[] {
  return 'replayChatItemAction' in item ? asArray(at(item, 'replayChatItemAction', 'actions')).slice(0, 100) : [item];
}

function offsetTime(item: Json, startedAt: number | undefined): number | undefined {
  const offsetMs = asNumber(at(item, 'replayChatItemAction', 'videoOffsetTimeMsec'));
  return offsetMs === undefined || startedAt === undefined ? undefined : startedAt + offsetMs;
}

function timeOf(item: Json, startedAt: number | undefined): number | undefined {
  const stamp = asNumber(item.ts) ?? asNumber(item.timestamp);
  if (stamp !== undefined) return instantOfNumber(stamp);
  const seconds = asNumber(item.time_in_seconds);
  const offsetMs = seconds === undefined ? asNumber(item.o) : seconds * 1000;
  return offsetMs === undefined || startedAt === undefined ? undefined : Math.round(startedAt + offsetMs);
}

/** `{ts, u, x, k?, amount?, badges?, deleted?, banned?}`: names are hashed, nothing else is kept. */
function shortEvent(item: Json, ts: number): DecodedEvent | RejectCode {
  if (typeof item.x !== 'string') return 'no_text';
  const uid = asText(item.u);
  const user: LiveUser | undefined = uid
    ? { uid, ...(typeof item.badges === 'string' && { role: roleOf(item.badges) }) }
    : undefined;
  const base = { ts, ...(user && { user }) };
  if (item.k === undefined || item.k === 'chat') return { type: 'comment', text: item.x, ...base };
  if (item.k !== 'superchat' && item.k !== 'ticker') return 'unknown_kind';
  const amount = typeof item.amount === 'string' ? parseAmount(item.amount) : null;
  return amount ? { type: 'superchat', text: item.x, amount, ...base } : 'bad_field';
}

function longEvent(item: Json, ts: number): DecodedEvent | RejectCode {
  const kind = asText(item.message_type) ?? 'text_message';
  const id = idOf(item, kind);
  const user = authorOf(item);
  const base = { ts, ...(id && { id }), ...(user && { user }) };
  const text = asText(item.message) ?? '';
  if (kind.includes('paid') || item.money !== undefined) {
    const amount = moneyOf(item);
    if (!amount) return 'bad_field';
    return { type: 'superchat', text: text || (asText(item.sticker_label) ?? ''), amount, ...base };
  }
  if (/membership|sponsor|^sub|resub|gift_purchase/.test(kind)) {
    const months = asCount(item.msg_param_cumulative_months ?? item.cumulative_months);
    return { type: 'viewer.subscribe', ...(months && { months }), ...base };
  }
  if (/ban_user|remove_chat_item_by_author/.test(asText(item.action_type) ?? kind)) {
    return {
      type: 'comment.remove',
      targetUid: asText(item.target_id ?? item.author_id) ?? user?.uid,
      by: 'moderator',
      ...base,
    };
  }
  if (/delete|remove_chat_item|mark_chat_item/.test(asText(item.action_type) ?? kind)) {
    return { type: 'comment.remove', targetId: asText(item.target_message_id) ?? id, by: 'moderator', ts };
  }
  const emotes = asArray(item.emotes).flatMap((one) => asText(at(one, 'name')) ?? []);
  if (text === '') return 'no_text';
  return { type: 'comment', text, ...(emotes.length > 0 && { emotes: emotes.slice(0, 50) }), ...base };
}

/** A ticker item names its super chat by the same id (older versions prefix nothing, newer ones repeat it). */
function idOf(item: Json, kind: string): string | undefined {
  const id = asText(item.message_id) ?? asText(item.id);
  return kind.startsWith('ticker') ? (asText(at(item, 'ticker_item', 'message_id')) ?? id) : id;
}

function authorOf(item: Json): LiveUser | undefined {
  const uid = asText(at(item, 'author', 'id'));
  const name = asText(at(item, 'author', 'display_name')) ?? asText(at(item, 'author', 'name'));
  if (!uid && !name) return undefined;
  const badges = asArray(at(item, 'author', 'badges')).flatMap(
    (badge) => asText(at(badge, 'title')) ?? asText(at(badge, 'name')) ?? [],
  );
  const role = badges.length > 0 ? roleOf(badges.join(' ')) : undefined;
  return { ...(uid && { uid }), ...(name && { name }), ...(role && { role }) };
}

/** What a badge says about somebody: `Owner`, `Moderator`, `Member (2 months)`, `Verified`. */
export function roleOf(badges: string): LiveUser['role'] {
  if (/owner|broadcaster/i.test(badges)) return 'host';
  if (/moderator/i.test(badges)) return 'mod';
  return /member|subscriber|founder/i.test(badges) ? 'member' : undefined;
}

function moneyOf(item: Json): LiveMoney | null {
  const money = item.money;
  const written = asText(at(money, 'text')) ?? asText(item.amount);
  const read = written ? parseAmount(written, asText(at(money, 'currency'))) : null;
  if (read) return read;
  const currency = asText(at(money, 'currency'));
  const amount = asNumber(at(money, 'amount'));
  if (!currency || amount === undefined || amount < 0) return null;
  return { minor: minorUnits(amount, currency), currency };
}
