// Reads a public Bilibili room as a browser does. No official interface: off until a person has read the notice and turned it on.
import { z } from 'zod';
import type { Connector, ConnectorIo } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { type Dial, holdLine, refuseLine } from '../kit/hold-line.ts';
import { type Loose, looseId, looseList, looseNumber, looseObject, looseText } from '../kit/loose-fields.ts';
import { decodeCommand } from './commands.ts';
import { encodePacket, OP } from './frames.ts';
import { HEARTBEAT_MS, hearBilibili, heartbeatPacket, SILENCE_MS } from './hear-bilibili.ts';
import { mixinKey, signWbi } from './wbi.ts';

const settings = z.object({
  /** The number in live.bilibili.com/…; short numbers are looked up. */
  roomId: z.string().regex(/^\d{1,18}$/),
  /** Cookie `SESSDATA` of a login: without it the platform masks names and ids. */
  session: z
    .string()
    .regex(/^[\w%*,.~-]{10,500}$/)
    .optional(),
});
type Settings = z.output<typeof settings>;

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36';

async function ask(io: ConnectorIo, url: string, cookie: string): Promise<{ code: number; data: Loose }> {
  const headers = { 'user-agent': AGENT, referer: 'https://live.bilibili.com/', ...(cookie ? { cookie } : {}) };
  const answer = await io.fetch(url, { headers, timeoutMs: 10_000 });
  if (answer.status >= 400) throw new Error(`http_${answer.status}`);
  const json = looseObject(exactJson(answer.body));
  return { code: looseNumber(json.code) ?? -1, data: looseObject(json.data) };
}

/** Room number, device cookie, WBI key, then token and hosts. The host changes with every try. */
async function dialWeb(
  io: ConnectorIo,
  { roomId: given, session }: Settings,
  attempt: number,
): Promise<Dial & { roomId: string }> {
  const login = session ? `SESSDATA=${session}` : '';
  const room = await ask(io, `https://api.live.bilibili.com/room/v1/Room/room_init?id=${given}`, login);
  const roomId = looseId(room.data.room_id);
  if (room.code !== 0 || roomId === undefined || !/^\d+$/.test(roomId)) throw refuseLine('no_such_room');
  const finger = await ask(io, 'https://api.bilibili.com/x/frontend/finger/spi', login);
  const buvid = looseText(finger.data.b_3, 200) ?? '';
  const cookie = [buvid && `buvid3=${buvid}`, login].filter(Boolean).join('; ');
  const nav = await ask(io, 'https://api.bilibili.com/x/web-interface/nav', cookie);
  const keys = looseObject(nav.data.wbi_img);
  const key = mixinKey(looseText(keys.img_url, 300) ?? '', looseText(keys.sub_url, 300) ?? '');
  const query = signWbi({ id: roomId, type: 0, web_location: '444.8' }, key, Math.floor(io.now() / 1000));
  const info = await ask(io, `https://api.live.bilibili.com/xlive/web-room/v1/index/getDanmuInfo?${query}`, cookie);
  const token = looseText(info.data.token, 1000);
  if (info.code !== 0 || token === undefined) throw new Error(`token_${info.code}`);
  const hosts = looseList(info.data.host_list, 10).map(looseObject);
  const host = hosts[attempt % Math.max(1, hosts.length)] ?? {};
  const name = looseText(host.host, 200) ?? '';
  if (!/^[a-z0-9.-]+\.(bilibili\.com|chat\.bilibili\.com)$/.test(name)) throw new Error('no_host');
  const uid = looseNumber(nav.data.mid) ?? 0;
  const auth = { uid, roomid: Number(roomId), protover: 3, buvid, platform: 'web', type: 2, key: token };
  return {
    url: `wss://${name}:${looseNumber(host.wss_port) ?? 443}/sub`,
    options: { headers: { 'user-agent': AGENT, origin: 'https://live.bilibili.com' } },
    greeting: [encodePacket(OP.auth, JSON.stringify(auth))],
    roomId,
  };
}

export const bilibiliWeb: Connector<Settings> = {
  manifest: {
    kind: 'bilibili',
    transport: 'listen',
    trust: 'scraped',
    isOfficial: false,
    settings,
    secrets: ['session'],
    gives: [
      'room.start',
      'room.end',
      'room.update',
      'room.gap',
      'viewer.count',
      'viewer.enter',
      'viewer.follow',
      'viewer.share',
      'viewer.subscribe',
      'like',
      'comment',
      'comment.remove',
      'superchat',
      'gift',
      'interaction.open',
      'interaction.close',
      'interaction.result',
      'moderation.action',
      'platform.warning',
      'system',
    ],
    docs: 'https://github.com/xfgryujk/blivedm',
  },
  open(given, io) {
    let { roomId } = given;
    return holdLine(
      {
        async dial(attempt) {
          const dialled = await dialWeb(io, given, attempt);
          roomId = dialled.roomId;
          return dialled;
        },
        hear(data) {
          const now = io.now();
          return hearBilibili(data, (command) => decodeCommand(command, { now, roomId }), now);
        },
        waitsForWelcome: true,
        heartbeat: { everyMs: HEARTBEAT_MS, data: heartbeatPacket },
        silenceMs: SILENCE_MS,
      },
      io,
    );
  },
};
