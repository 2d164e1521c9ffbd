// The server of `live-fanout.ts`: our viewers' side, a bare `ws` loop or Socket.IO, each in a process of its own.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as IoServer } from 'socket.io';
import { WebSocketServer } from 'ws';
import { emptyState } from '../src/engage/live/rooms/server/hub/empty-state.ts';
import type { LiveRoom } from '../src/engage/live/rooms/server/hub.types.ts';
import type { LiveEvent } from '../src/engage/live/stream/core/live-event.contract.ts';
import { openViewers } from '../src/engage/live/viewer/server/door.ts';
import { newId } from '../src/kit/ids.ts';
import type { Database } from '../src/platform/database/database.ts';
import { createHttp } from '../src/platform/http/http-server.ts';
import { createLog } from '../src/platform/log/log.ts';
import { createMetrics } from '../src/platform/metrics/metrics.ts';
import { createSealer } from '../src/platform/secrets/seal.ts';

export type ServerRole = 'ours' | 'bare' | 'socketio';
/** `burst` sends as fast as the sockets take it for so long; `talk` lets comments in at a rate. */
export type ServerOrder =
  | { do: 'rss' }
  | { do: 'burst'; ms: number; text: string }
  | { do: 'talk'; perSecond: number }
  | { do: 'stop' };

interface Fan {
  port: number;
  broadcast(text: string): Promise<void>;
  /** Bytes that wait in the fullest of some sockets. */
  waiting(): number;
  talk(perSecond: number): void;
  figures(): unknown;
}

const LINES = [
  '这件多少钱',
  '尺码偏大吗',
  '666',
  '主播好',
  '有小红色吗',
  '已拍',
  '什么时候发货',
  '3号链接怎么没了',
  '哈哈哈',
  '质量怎么样，会起球吗',
];

/** The whole way of a viewer as the product has it, but with a room that lives only in memory: no store, no journal, no analysis. */
async function ours(): Promise<Fan> {
  const workspaceId = newId('ws');
  const [roomId, sessionId] = [newId('room'), newId('show')];
  const startedAt = Date.now();
  const shelf: never[] = [];
  let seq = 0;
  let hear: (events: LiveEvent[]) => void = () => {};
  const room = {
    workspaceId,
    roomId,
    sessionId,
    slug: 'bench',
    title: 'bench',
    isSimulated: true,
    shelf: () => shelf,
    state: () => emptyState(roomId, sessionId, startedAt),
    async accept(events: readonly object[]) {
      const kept = events.map((event) => {
        seq += 1;
        return {
          ...event,
          v: 1,
          id: `own:${seq}`,
          source: 'own',
          roomId,
          sessionId,
          rts: Date.now(),
          seq,
          trust: 'own',
        } as LiveEvent;
      });
      hear(kept);
      return { taken: kept.length, repeated: 0, events: kept };
    },
    onPatch: () => () => {},
    uidOf: (_source: string, uid: string) => uid,
  } as unknown as LiveRoom;
  const row = {
    id: roomId,
    workspaceId,
    slug: 'bench',
    title: 'bench',
    coverUrl: null,
    videoUrl: null,
    isSimulated: true,
    state: 'live',
    startedAt: new Date(),
    endedAt: null,
  };
  // Only the look-up by public name asks the store here.
  const database = {
    machine: { maybe: async () => ({ ...row, origins: [], identitySecret: null, name: 'bench' }) },
  } as unknown as Database;
  const hub = { room: () => room, roomBySlug: () => room };
  const sealer = createSealer('b'.repeat(48));
  const viewers = openViewers({ database, sealer, hub, now: () => new Date(), play: () => null });
  const tap = await viewers.tap.open(room);
  hear = (events) => tap.events(events, false);
  const app = await createHttp({
    log: createLog('silent'),
    metrics: createMetrics(false),
    sealer,
    now: () => new Date(),
    trustedProxies: [],
    publicUrl: null,
    authenticate: async () => null,
    routes: viewers.routes,
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const show = viewers.fanOut.showBySlug('bench')!;
  let talking: NodeJS.Timeout | undefined;
  return {
    port: Number(new URL(address).port),
    broadcast: (text) => show.audience.broadcast(text),
    waiting: () => show.audience.waiting(),
    talk(perSecond) {
      clearInterval(talking);
      if (perSecond === 0) return;
      talking = setInterval(() => {
        const events = Array.from({ length: Math.ceil(perSecond / 20) }, (_, at) => ({
          type: 'comment' as const,
          ts: Date.now(),
          text: `${LINES[(seq + at) % LINES.length]}${Math.floor(Math.random() * 400)}`,
          user: {
            uid: `u${Math.floor(Math.random() * 5000)}`,
            name: `观众${Math.floor(Math.random() * 5000)}`,
            role: 'viewer' as const,
          },
        }));
        void room.accept(events, { source: 'own', trust: 'own' });
      }, 50);
    },
    figures: () => show.figures(),
  };
}

/** What most people write: every client gets `send`. */
async function bare(): Promise<Fan> {
  const server = http.createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    async broadcast(text) {
      for (const client of sockets.clients) client.send(text);
    },
    waiting() {
      let most = 0;
      for (const client of sockets.clients) most = Math.max(most, client.bufferedAmount);
      return most;
    },
    talk() {},
    figures: () => ({ online: sockets.clients.size }),
  };
}

async function socketio(): Promise<Fan> {
  const server = http.createServer();
  const io = new IoServer(server, {
    transports: ['websocket'],
    serveClient: false,
    pingInterval: 25_000,
    pingTimeout: 60_000,
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const wsOf = () =>
    [...io.of('/').sockets.values()].map(
      (one) => (one.conn.transport as unknown as { socket: { bufferedAmount: number } }).socket,
    );
  return {
    port: (server.address() as AddressInfo).port,
    async broadcast(text) {
      io.emit('f', text);
    },
    waiting: () => wsOf().reduce((most, one) => Math.max(most, one.bufferedAmount), 0),
    talk() {},
    figures: () => ({ online: io.of('/').sockets.size }),
  };
}

function rss(): number {
  for (let round = 0; round < 3; round += 1) global.gc?.();
  return process.memoryUsage().rss;
}

/** Sends as fast as the sockets take it; waits while any holds more than 64 KB. */
async function burst(fan: Fan, ms: number, text: string): Promise<object> {
  const cpu = process.cpuUsage();
  const until = Date.now() + ms;
  let rounds = 0;
  while (Date.now() < until) {
    await fan.broadcast(text);
    rounds += 1;
    do await new Promise(setImmediate);
    while (fan.waiting() > 65_536 && Date.now() < until);
  }
  const used = process.cpuUsage(cpu);
  return { rounds, cpuMs: Math.round((used.user + used.system) / 1000) };
}

export async function serve(role: ServerRole): Promise<void> {
  const fan = await { ours, bare, socketio }[role]();
  let cpu = process.cpuUsage();
  process.on('message', async (order: ServerOrder) => {
    if (order.do === 'stop') process.exit(0);
    if (order.do === 'talk') {
      fan.talk(order.perSecond);
      cpu = process.cpuUsage();
      process.send!({});
    }
    if (order.do === 'burst') process.send!(await burst(fan, order.ms, order.text));
    if (order.do === 'rss') {
      const used = process.cpuUsage(cpu);
      process.send!({
        rss: rss(),
        heap: process.memoryUsage().heapUsed,
        external: process.memoryUsage().external,
        cpuMs: (used.user + used.system) / 1000,
        ...(fan.figures() as object),
      });
    }
  });
  process.send!({ port: fan.port });
}
