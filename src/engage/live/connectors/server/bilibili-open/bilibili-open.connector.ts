// Bilibili's open platform: begun with the host's identity code, kept alive every 20 seconds, ended politely.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Connector, ConnectorIo } from '../../core/connector.contract.ts';
import { encodePacket, OP } from '../bilibili-web/frames.ts';
import { HEARTBEAT_MS, hearBilibili, heartbeatPacket, SILENCE_MS } from '../bilibili-web/hear-bilibili.ts';
import { exactJson } from '../kit/exact-json.ts';
import { type Dial, holdLine, refuseLine } from '../kit/hold-line.ts';
import { type Loose, looseList, looseNumber, looseObject, looseText } from '../kit/loose-fields.ts';
import { decodeOpenCommand, INTERACTION_END } from './open-commands.ts';
import { openHeaders } from './sign-open.ts';

const settings = z.object({
  appId: z.string().regex(/^\d{1,18}$/),
  accessKeyId: z.string().min(4).max(200),
  accessKeySecret: z.string().min(4).max(200),
  /** 身份码: the host copies it from the live centre. */
  code: z.string().min(4).max(100),
});
type Settings = z.output<typeof settings>;

const HOST = 'https://live-open.biliapi.com';
/** Without one for 60 seconds the platform ends the session. */
const APP_HEARTBEAT_MS = 20_000;
/** The session is closed already (or the app does not play in this room): begin anew. */
const CLOSED = new Set([7000, 7003]);
/** Answers that no repeated try heals: signature, key, app, identity code (4000-4999 parameters and rights, 7007 wrong code). */
const isFinal = (code: number) => (code >= 4000 && code < 5000 && code !== 4010) || code === 7007;

async function ask(
  io: ConnectorIo,
  given: Settings,
  path: string,
  body: object,
): Promise<{ code: number; data: Loose }> {
  const written = JSON.stringify(body);
  const headers = openHeaders(given, written, Math.floor(io.now() / 1000), randomUUID());
  const answer = await io.fetch(`${HOST}${path}`, { method: 'POST', headers, body: written, timeoutMs: 10_000 });
  const json = looseObject(exactJson(answer.body));
  return { code: looseNumber(json.code) ?? (answer.status === 200 ? 0 : -answer.status), data: looseObject(json.data) };
}

/** Keeps one session of the platform: `gameId` is its name while it runs. */
class OpenSession {
  gameId: string | null = null;
  private stopBeat: (() => void) | null = null;
  private isOver = false;
  private readonly given: Settings;
  private readonly io: ConnectorIo;
  constructor(given: Settings, io: ConnectorIo) {
    this.given = given;
    this.io = io;
  }

  async dial(attempt: number): Promise<Dial> {
    await this.end();
    const { code, app_id } = { code: this.given.code, app_id: Number(this.given.appId) };
    const answer = await ask(this.io, this.given, '/v2/app/start', { code, app_id });
    if (answer.code !== 0) {
      const trouble = `start_${answer.code}`;
      throw isFinal(answer.code) ? refuseLine(trouble) : new Error(trouble);
    }
    // Unlisted apps get an empty game_id: they may listen and need no heartbeat of their own.
    this.gameId = looseText(looseObject(answer.data.game_info).game_id, 200) ?? null;
    if (this.isOver) await this.end();
    const line = looseObject(answer.data.websocket_info);
    const links = looseList(line.wss_link, 10).flatMap((link) => looseText(link, 500) ?? []);
    const url = links[attempt % Math.max(1, links.length)];
    const auth = looseText(line.auth_body, 8000);
    if (!url?.startsWith('wss://') || auth === undefined) throw new Error('no_address');
    if (!this.isOver) this.beat();
    return { url, greeting: [encodePacket(OP.auth, auth)] };
  }

  private beat(): void {
    const run = () => void this.sayAlive();
    if (this.io.after) this.stopBeat = this.io.after(APP_HEARTBEAT_MS, run);
    else {
      const timer = setTimeout(run, APP_HEARTBEAT_MS);
      this.stopBeat = () => clearTimeout(timer);
    }
  }

  private async sayAlive(): Promise<void> {
    const { gameId } = this;
    if (gameId === null) return;
    const answer = await ask(this.io, this.given, '/v2/app/heartbeat', { game_id: gameId }).catch(() => null);
    if (gameId !== this.gameId) return;
    if (answer && CLOSED.has(answer.code)) {
      this.gameId = null;
      this.onClosed();
    } else this.beat();
  }

  /** The platform closed the session; the line is dialled again. */
  onClosed: () => void = () => {};

  async close(): Promise<void> {
    this.isOver = true;
    await this.end();
  }

  private async end(): Promise<void> {
    this.stopBeat?.();
    const { gameId } = this;
    this.gameId = null;
    if (gameId === null) return;
    const body = { app_id: Number(this.given.appId), game_id: gameId };
    await ask(this.io, this.given, '/v2/app/end', body).catch(() => null);
  }
}

export const bilibiliOpen: Connector<Settings> = {
  manifest: {
    kind: 'bilibili-open',
    transport: 'listen',
    trust: 'oauth',
    isOfficial: true,
    settings,
    secrets: ['accessKeySecret', 'code'],
    gives: [
      'room.start',
      'room.end',
      'room.gap',
      'viewer.enter',
      'viewer.subscribe',
      'like',
      'comment',
      'comment.remove',
      'superchat',
      'gift',
      'system',
    ],
    docs: 'https://open-live.bilibili.com/document/',
  },
  open(given, io) {
    const session = new OpenSession(given, io);
    const line = holdLine(
      {
        dial: (attempt) => session.dial(attempt),
        hear(data) {
          const now = io.now();
          let isOver = false;
          const heard = hearBilibili(
            data,
            (command) => {
              const { cmd, data: inner } = looseObject(command) as { cmd?: unknown; data?: unknown };
              if (cmd === INTERACTION_END && looseObject(inner).game_id === session.gameId) isOver = true;
              return decodeOpenCommand(command, now);
            },
            now,
          );
          return isOver ? { ...heard, again: 'session_closed' } : heard;
        },
        waitsForWelcome: true,
        heartbeat: { everyMs: HEARTBEAT_MS, data: heartbeatPacket },
        silenceMs: SILENCE_MS,
        hangUp: () => session.close(),
      },
      io,
    );
    session.onClosed = () => line.again('session_closed');
    return line;
  },
};
