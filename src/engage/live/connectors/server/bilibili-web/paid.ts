// Reads what people paid for on Bilibili. 1000 gold coins are one yuan; silver coins are free. Each payment is counted by one command only.
import type { DecodedEvent, LiveMoney } from '../../../stream/core/live-event.contract.ts';
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
import { GUARD_NAMES, personOf, personOfData } from './people.ts';

/** Gold coins to fen. */
function coins(value: unknown): LiveMoney | undefined {
  const gold = looseNumber(value);
  return gold !== undefined && gold > 0 && gold < 1e12 ? { minor: Math.round(gold / 10), currency: 'CNY' } : undefined;
}

/** Each message of a combo tells its own pieces, so each is final (`end`): nothing is repeated later. */
export function decodeGift(data: Loose): DecodedEvent | null {
  const giftId = looseId(data.giftId);
  const count = looseCount(data.num, 1e6);
  const ts = looseInstant(data.timestamp);
  if (giftId === undefined || count === undefined || ts === undefined) return null;
  const isPaid = data.coin_type === 'gold';
  const comboId = looseText(data.batch_combo_id, 190);
  const index = looseCount(looseObject(data.batch_combo_send).batch_combo_num, 1e6);
  return filled({
    id: looseId(data.tid),
    ts,
    type: 'gift' as const,
    giftId,
    name: looseText(data.giftName, 100) ?? giftId.slice(0, 100),
    count,
    free: !isPaid,
    value: isPaid ? coins(data.total_coin) : undefined,
    combo: comboId === undefined ? undefined : filled({ id: comboId, index, end: true }),
    user: personOfData(data, looseId(looseObject(data.send_master).uid)),
  });
}

/** The payment of a guard (大航海) with the price that was really paid; `payflow_id` names it once. */
export function decodeToast(data: Loose): DecodedEvent | null {
  const guard = looseCount(data.guard_level, 9);
  const ts = looseInstant(data.start_time);
  if (guard === undefined || ts === undefined) return null;
  const giftId = looseId(data.gift_id) ?? `guard.${guard}`;
  return filled({
    id: looseId(data.payflow_id),
    ts,
    type: 'gift' as const,
    giftId,
    name: looseText(data.role_name, 100) ?? GUARD_NAMES[guard] ?? giftId.slice(0, 100),
    count: looseCount(data.num, 1e6) ?? 1,
    free: false,
    value: coins(data.price),
    user: personOf({ uid: data.uid, name: data.username, guard }),
  });
}

/** Somebody became a guard; the money is told by USER_TOAST_MSG. */
export function decodeGuard(data: Loose): DecodedEvent | null {
  const guard = looseCount(data.guard_level, 9);
  const ts = looseInstant(data.start_time);
  if (guard === undefined || ts === undefined) return null;
  return filled({
    id: `guard.${looseId(data.uid) ?? ''}.${ts}`,
    ts,
    type: 'viewer.subscribe' as const,
    tier: looseText(data.gift_name, 100) ?? GUARD_NAMES[guard],
    months: looseCount(data.num, 1200),
    channel: 'guard',
    user: personOf({ uid: data.uid, name: data.username, guard }),
  });
}

/** Price in yuan. The Japanese copy of a super chat has the same id and is dropped by the room as a repeat. */
export function decodeSuperChat(data: Loose): DecodedEvent | null {
  const id = looseId(data.id);
  const yuan = looseNumber(data.price);
  const ts = looseInstant(data.ts ?? data.start_time);
  if (id === undefined || yuan === undefined || yuan < 0 || yuan > 1e8 || ts === undefined) return null;
  const user = looseObject(data.user_info);
  return filled({
    id: `sc.${id}`.slice(0, 200),
    ts,
    type: 'superchat' as const,
    text: looseText(data.message, 1000) ?? '',
    amount: { minor: Math.round(yuan * 100), currency: 'CNY' },
    pinSeconds: looseCount(data.time, 1e6),
    user: personOf({
      uid: data.uid,
      name: user.uname,
      isMod: looseNumber(user.manager) === 1,
      guard: user.guard_level,
      level: user.user_level,
    }),
  });
}
