// Asks YouTube's official API for new lines of a live chat, as often as the platform and the day's quota allow.
import { z } from 'zod';
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import type { Connector } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { looseList, looseObject } from '../kit/loose-fields.ts';
import { decodeItem } from './decode-item.ts';
import { pollChat } from './poll-chat.ts';

const settings = z.object({
  apiKey: z.string().min(10).max(200),
  /** The eleven signs after `v=` in the address of the broadcast. */
  videoId: z.string().regex(/^[\w-]{11}$/),
  /** Seconds between questions, at least what YouTube asks for. Each costs 5 of the day's 10,000 units: 7 seconds last four hours. */
  everySeconds: z.number().int().min(1).max(60).default(7),
});

/** Events of an answer of liveChatMessages.list; null when it is none. */
export function decodeAnswer(
  body: Uint8Array,
): { events: DecodedEvent[]; unread: number; answer: Readonly<Record<string, unknown>> } | null {
  const parsed = exactJson(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const answer = looseObject(parsed);
  const events: DecodedEvent[] = [];
  let unread = 0;
  for (const item of [...looseList(answer.items, 2000), ...(answer.activePollItem ? [answer.activePollItem] : [])]) {
    const decoded = decodeItem(item);
    if (decoded) for (const event of decoded) events.push(event);
    else unread += 1;
  }
  return { events, unread, answer };
}

export const youtube: Connector<z.output<typeof settings>> = {
  manifest: {
    kind: 'youtube',
    transport: 'poll',
    trust: 'oauth',
    isOfficial: true,
    settings,
    secrets: ['apiKey'],
    gives: [
      'comment',
      'superchat',
      'viewer.subscribe',
      'comment.remove',
      'interaction.update',
      'interaction.close',
      'room.update',
      'room.end',
    ],
    docs: 'https://developers.google.com/youtube/v3/live/docs/liveChatMessages/list',
  },
  open: (given, io) => pollChat(given, io, decodeAnswer),
};
