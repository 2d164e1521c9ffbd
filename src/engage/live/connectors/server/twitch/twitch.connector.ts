// Reads a Twitch channel's chat without an account, by the chat protocol Twitch documents for programs.
import { z } from 'zod';
import type { Connector } from '../../core/connector.contract.ts';
import { type Heard, holdLine } from '../kit/hold-line.ts';
import { decodeTwitch } from './decode-twitch.ts';

const settings = z.object({
  channel: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#?[a-z0-9_]{2,25}$/),
});

const decoder = new TextDecoder();

export const twitch: Connector<z.output<typeof settings>> = {
  manifest: {
    kind: 'twitch',
    transport: 'listen',
    trust: 'session',
    isOfficial: true,
    settings,
    secrets: [],
    gives: ['comment', 'comment.remove', 'superchat', 'viewer.subscribe', 'viewer.enter'],
    docs: 'https://dev.twitch.tv/docs/chat/irc/',
  },
  open({ channel }, io) {
    const joined = `#${channel.replace(/^#/, '')}`;
    // Any nick of this form may read; the digits only keep two readers apart.
    const nick = `justinfan${10_000 + Math.floor((io.dice ?? Math.random)() * 80_000)}`;
    return holdLine(
      {
        dial: async () => ({
          url: 'wss://irc-ws.chat.twitch.tv:443',
          greeting: ['CAP REQ :twitch.tv/tags twitch.tv/commands', `NICK ${nick}`, `JOIN ${joined}`],
        }),
        hear(data): Heard {
          const { events, unread, answer, isWelcome, again } = decodeTwitch(
            typeof data === 'string' ? data : decoder.decode(data),
            io.now(),
          );
          return { events, unread, answer, isWelcome, ...(again && { again }) };
        },
        waitsForWelcome: true,
        heartbeat: { everyMs: 240_000, data: () => 'PING :here' },
        // Twitch pings about every five minutes, and answers ours.
        silenceMs: 330_000,
      },
      io,
    );
  },
};
