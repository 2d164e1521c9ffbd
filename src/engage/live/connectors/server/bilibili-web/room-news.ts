// Reads what happens to a Bilibili room itself: begin and end, numbers, draws, red pockets, warnings, muting, withdrawals.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
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
import { readInteractWord } from './interact-word.ts';
import { personOf, personOfData } from './people.ts';

const COMING: Readonly<Record<number, 'viewer.enter' | 'viewer.follow' | 'viewer.share'>> = {
  1: 'viewer.enter',
  2: 'viewer.follow',
  3: 'viewer.share',
  4: 'viewer.follow',
  5: 'viewer.follow',
};

export function decodeInteract(data: Loose): DecodedEvent | null {
  const type = COMING[looseNumber(data.msg_type) ?? 0];
  const ts = looseInstant(data.trigger_time) ?? looseInstant(data.timestamp);
  if (!type || ts === undefined) return null;
  const user = personOfData(data);
  return filled({ id: user.uid && `${type}.${user.uid}.${ts}`, ts, type, user });
}

export function decodeInteractV2(data: Loose): DecodedEvent | null {
  const word = readInteractWord(data.pb);
  const type = COMING[word?.msgType ?? 0];
  const ts = looseInstant(word?.triggerTime) ?? looseInstant(word?.timestamp);
  if (!word || !type || ts === undefined) return null;
  const user = personOf({ uid: word.uid, name: word.uname });
  return filled({ id: user.uid && `${type}.${user.uid}.${ts}`, ts, type, user });
}

export function decodeCount(
  field: 'online' | 'cumulative' | 'likes',
  value: unknown,
  now: number,
): DecodedEvent | null {
  const count = looseCount(value);
  return count === undefined ? null : { ts: now, type: 'viewer.count', [field]: count };
}

export function decodeSilence(data: Loose, isOn: boolean, now: number): DecodedEvent {
  const until = looseInstant(data.second);
  const scope = looseText(data.type, 40);
  const level = looseCount(data.level, 1000);
  return { ts: now, type: 'system', name: 'room.silence', data: filled({ isOn, scope, level, until }) };
}

/** `lot` of the platform; its id is told apart from our own interactions by the prefix. */
export function decodeDraw(data: Loose, step: 'open' | 'close' | 'result', now: number): DecodedEvent | null {
  const lot = looseId(data.id);
  if (lot === undefined) return null;
  const prize = looseText(data.award_name, 90);
  const winners = looseList(data.award_users, 500).length;
  return filled({
    id: `lot.${lot}.${step}`.slice(0, 200),
    ts: looseInstant(data.current_time) ?? now,
    type: `interaction.${step}` as const,
    interactionId: `bilibili:${lot}`.slice(0, 200),
    kind: 'lottery' as const,
    state: prize,
    tallies: step === 'result' ? { winners } : undefined,
  });
}

export function decodeRedPocket(data: Loose, step: 'open' | 'result', now: number): DecodedEvent | null {
  const lot = looseId(data.lot_id);
  if (lot === undefined) return null;
  const winners = looseCount(data.total_num, 1e6) ?? looseList(data.winner_info, 1000).length;
  return filled({
    id: `pocket.${lot}.${step}`.slice(0, 200),
    ts: looseInstant(data.start_time) ?? now,
    type: `interaction.${step}` as const,
    interactionId: `bilibili-pocket:${lot}`.slice(0, 200),
    kind: 'redpacket' as const,
    tallies: step === 'result' ? { winners } : undefined,
    user: step === 'open' ? personOf({ uid: data.sender_uid, name: data.sender_name }) : undefined,
  });
}

/** `recall_type` 1 takes back one danmaku, 2 all of a person. */
export function decodeRecall(data: Loose, now: number): DecodedEvent | null {
  const target = looseId(data.target_id);
  if (target === undefined) return null;
  const isPerson = looseNumber(data.recall_type) === 2;
  return {
    ts: now,
    type: 'comment.remove',
    by: 'platform',
    ...(isPerson ? { targetUid: target } : { targetId: target }),
  };
}

export function decodeSuperChatRemoval(data: Loose, now: number): DecodedEvent[] {
  return looseList(data.ids, 100).flatMap((one) => {
    const id = looseId(one);
    return id === undefined
      ? []
      : [{ ts: now, type: 'comment.remove' as const, targetId: `sc.${id}`, by: 'platform' as const }];
  });
}

/** `operator` 1 is a moderator, 2 the host. */
export function decodeMute(data: Loose, now: number): DecodedEvent | null {
  const uid = looseId(data.uid);
  const actor = looseNumber(data.operator) === 1 ? 'mod' : 'host';
  return uid === undefined ? null : { ts: now, type: 'moderation.action', targetId: uid, action: 'mute', actor };
}

export function decodeWarning(command: Loose, severity: 'warn' | 'cut', now: number): DecodedEvent {
  return { ts: now, type: 'platform.warning', text: looseText(command.msg, 1000) ?? '', severity };
}

/** LIVE comes several times a show; its key names the show once. */
export function decodeStart(command: Loose, now: number): DecodedEvent {
  const key = looseText(command.live_key, 100);
  return filled({ id: key && `live.${key}`, ts: looseInstant(command.live_time) ?? now, type: 'room.start' as const });
}

export function decodeChange(data: Loose, now: number): DecodedEvent {
  return filled({
    ts: now,
    type: 'room.update' as const,
    title: looseText(data.title, 300),
    category: looseText(looseText(data.area_name, 100)?.trim(), 100),
  });
}

export function decodeLike(data: Loose, now: number): DecodedEvent {
  return { ts: now, type: 'like', count: 1, user: personOfData(looseObject(data)) };
}
