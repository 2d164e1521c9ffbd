// What one message of Bilibili's socket says, for the web reader and the open platform alike.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import type { Heard } from '../kit/hold-line.ts';
import { looseNumber, looseObject } from '../kit/loose-fields.ts';
import { encodePacket, OP, popularityOf, readFrame } from './frames.ts';

export const HEARTBEAT_MS = 30_000;
/** Every heartbeat is answered; two without an answer are a dead line. */
export const SILENCE_MS = 75_000;

export const heartbeatPacket = (): Uint8Array => encodePacket(OP.heartbeat, '[object Object]');

export type CommandReader = (command: unknown) => { events: DecodedEvent[]; outcome: 'decoded' | 'ignored' | 'unread' };

/** Most events taken from one message; a valid frame never holds as many. */
const MOST_EVENTS = 10_000;

/** Never throws. `isWelcome` after a good answer to the auth packet, `again` after a bad one (-101: the token is not taken). */
export function hearBilibili(
  data: string | Uint8Array,
  read: CommandReader,
  now: number,
): Required<Pick<Heard, 'events' | 'unread'>> & Heard {
  if (typeof data === 'string') return { events: [], unread: 1 };
  const { packets, broken } = readFrame(data);
  const heard: Required<Pick<Heard, 'events' | 'unread'>> & Heard = { events: [], unread: broken };
  for (const { operation, body } of packets) {
    if (operation === OP.command) {
      const { events, outcome } = read(exactJson(body));
      if (outcome === 'unread') heard.unread += 1;
      if (heard.events.length < MOST_EVENTS) heard.events.push(...events);
    } else if (operation === OP.authReply) {
      const code = looseNumber(looseObject(exactJson(body)).code) ?? 0;
      if (code === 0) heard.isWelcome = true;
      else heard.again = `auth_${code}`;
    } else if (operation === OP.heartbeatReply) {
      const popularity = popularityOf(body);
      if (popularity !== undefined)
        heard.events.push({ type: 'system', ts: now, name: 'bilibili.popularity', data: { popularity } });
    } else heard.unread += 1;
  }
  return heard;
}
