// Reads DANMU_MSG, whose fields have places instead of names.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { filled, looseId, looseInstant, looseList, looseNumber, looseObject, looseText } from '../kit/loose-fields.ts';
import { personOf } from './people.ts';

/**
 * `info`: 0 meta (4 time in ms, 5 random, 7 CRC of the user id, 12 kind 1 = sticker, 13 sticker, 15 extra JSON), 1 text,
 * 2 user (id, name, is moderator), 3 medal (level, name, host, room), 4 level, 7 guard.
 */
export function decodeDanmaku(command: Readonly<Record<string, unknown>>, roomId?: string): DecodedEvent | null {
  const info = looseList(command.info, 40);
  const meta = looseList(info[0], 40);
  const user = looseList(info[2], 20);
  const medal = looseList(info[3], 20);
  const text = looseText(info[1], 500);
  const ts = looseInstant(meta[4]);
  if (text === undefined || ts === undefined) return null;
  const extra = looseObject(exactJson(looseText(looseObject(meta[15]).extra, 8000) ?? ''));
  const isSticker = looseNumber(meta[12]) === 1;
  const sticker = isSticker ? looseText(looseObject(meta[13]).emoticon_unique, 100) : undefined;
  const inline = Object.keys(looseObject(extra.emots)).slice(0, 20);
  const emotes = sticker === undefined ? inline.flatMap((name) => looseText(name, 100) ?? []) : [sticker];
  const mention = looseText(extra.reply_uname, 100);
  const idParts = [ts, looseText(meta[7], 20) ?? '', looseNumber(meta[5]) ?? ''].join('.');
  return filled({
    id: looseId(extra.id_str) ?? `dm.${idParts}`,
    ts,
    type: 'comment' as const,
    text,
    kind: isSticker ? ('emote' as const) : undefined,
    emotes: emotes.length > 0 ? emotes : undefined,
    mentions: mention === undefined ? undefined : [mention],
    user: personOf({
      uid: user[0],
      name: user[1],
      isMod: looseNumber(user[2]) === 1,
      guard: info[7],
      isFan: roomId !== undefined && looseId(medal[3]) === roomId,
      level: looseList(info[4], 8)[0],
    }),
  });
}
