// kill -9 while a room is at load: comments over the API, votes of viewers, a poll; then counts what was acknowledged and is gone.
// Run: npm run bench:live-kill [-- --rounds 20 --seed 7]. Prints one JSON object; ends with 1 when anything was lost or doubled.
// The load comes from this machine too: the two cores are shared by server, store and generator.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import sql from 'sql-template-tag';
import { createJournalReader } from '../src/engage/live/rooms/server/journal/read-journal.ts';
import { seeded } from '../src/kit/seeded.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { createFileStore } from '../src/platform/files/file.store.ts';
import { openPlace } from '../src/platform/store/open-store.ts';
import { percentile, runHuiyin, type Server, startServer } from './spawned.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7' },
    batch: { type: 'string', default: '40' },
    workers: { type: 'string', default: '6' },
  },
});
const rounds = Number(values.rounds);
const batchSize = Number(values.batch);
const random = seeded(Number(values.seed));
const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-live-kill-'));
const dataDir = path.join(folder, 'data');
const log = (line: string) => process.stderr.write(`${line}\n`);
const PORT = 4899;
/** Every viewer comes from an address of his own, as behind a proxy. */
const environment = { HUIYIN_DATA: dataDir, HUIYIN_TRUSTED_PROXIES: 'loopback' };

let key = '';
let alive = true;
const acknowledged = { events: new Set<string>(), votes: new Map<string, string>() };
let sentVotes = 0;
const ackMs: number[] = [];

async function ask(
  method: string,
  address: string,
  body?: unknown,
  headers: Record<string, string> = { authorization: `Bearer ${key}` },
): Promise<{ status: number; body: any } | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${PORT}${address}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch {
    return null;
  }
}

async function must(method: string, address: string, body?: unknown): Promise<any> {
  const answer = await ask(method, address, body);
  if (!answer || answer.status >= 300)
    throw new Error(`${method} ${address} was answered ${answer?.status}: ${JSON.stringify(answer?.body)}`);
  return answer.body;
}

const WORDS = [
  '多少钱',
  '有没有红色',
  '三号链接怎么拍',
  '漏水了要退货',
  '666',
  '已拍',
  '什么时候发货',
  '好看',
  '过敏了脸肿',
];

async function talk(worker: number, roomId: string): Promise<void> {
  for (let count = 0; alive; count += 1) {
    const events = Array.from({ length: batchSize }, (_, at) => ({
      id: `k${worker}-${count}-${at}`,
      type: 'comment',
      ts: Date.now(),
      text: WORDS[Math.floor(random() * WORDS.length)]!,
      user: { uid: `u${Math.floor(random() * 3000)}` },
    }));
    // The same delivery again and again until somebody answers, as a careful sender does.
    for (;;) {
      const begun = performance.now();
      const answer = await ask('POST', `/api/v1/live/rooms/${roomId}/events`, { source: 'kill', events });
      if (answer?.status === 200) {
        ackMs.push(performance.now() - begun);
        for (const event of events) acknowledged.events.add(`api-kill:${roomId}:${event.id}`);
        break;
      }
      if (!alive) return;
      await sleep(100);
    }
    await sleep(15);
  }
}

const address = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;

async function vote(worker: number, slug: string, interactionId: string): Promise<void> {
  for (let count = 0; alive; count += 1) {
    const headers = { 'x-forwarded-for': address(worker * 1_000_000 + count) };
    const became = await ask('POST', `/watch/${slug}/viewer`, {}, headers);
    const token = became?.body?.token as string | undefined;
    if (!token) {
      await sleep(100);
      continue;
    }
    sentVotes += 1;
    const choice = String(1 + Math.floor(random() * 3));
    for (;;) {
      const answer = await ask(
        'POST',
        `/live/r/${slug}/interactions/${interactionId}/entries`,
        { name: `v${worker}-${count}`, choice },
        { ...headers, 'x-live-viewer': token },
      );
      if (answer?.status === 200) {
        acknowledged.votes.set(token, choice);
        break;
      }
      if (answer && answer.status < 500 && answer.status !== 409)
        log(`vote ${answer.status} ${JSON.stringify(answer.body)}`);
      if (!alive) return;
      await sleep(100);
    }
  }
}

let server: Server | undefined;
try {
  const made = await runHuiyin(['key', 'create', '--role', 'admin', '--json'], environment);
  key = JSON.parse(made.out.trim().split('\n').at(-1)!).key;
  server = await startServer(PORT, environment, true);
  const room = await must('POST', '/api/v1/live/rooms', { title: '断电演练', slug: 'kill-bench' });
  const roomId = room.id as string;
  await must('PUT', `/api/v1/live/rooms/${roomId}/shelf`, {
    items: [1, 2, 3].map((index) => ({
      index,
      title: `商品 ${index}`,
      price: { minor: index * 1000, currency: 'CNY' },
      aliases: [],
      facts: [],
    })),
  });
  const show = await must('POST', `/api/v1/live/rooms/${roomId}/show`, {});
  const poll = await must('POST', `/api/v1/live/rooms/${roomId}/interactions`, {
    kind: 'poll',
    title: '先讲哪一件',
    options: ['甲', '乙', '丙'],
  });
  const workers = [
    ...Array.from({ length: Number(values.workers) }, (_, worker) => talk(worker, roomId)),
    ...Array.from({ length: 3 }, (_, worker) => vote(worker, room.slug, poll.interactionId)),
  ];
  const resumed: number[] = [];
  const votesKept: boolean[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await sleep(500 + random() * 3000);
    const votesBefore = acknowledged.votes.size;
    process.kill(-server.child.pid!, 'SIGKILL');
    server = await startServer(PORT, environment, true);
    const up = performance.now();
    // The room is back when it takes an event again; the process itself has only just begun to answer.
    while ((await ask('PUT', `/api/v1/live/rooms/${roomId}/on-air`, { productId: null }))?.status !== 200)
      await sleep(20);
    resumed.push(Math.round(performance.now() - up));
    const views = await must('GET', `/api/v1/live/rooms/${roomId}/interactions`);
    const counted = (views.items as { interactionId: string; people: number }[]).find(
      (one) => one.interactionId === poll.interactionId,
    );
    votesKept.push((counted?.people ?? 0) >= votesBefore);
    log(
      `round ${round + 1}: room back after ${resumed.at(-1)} ms, ${acknowledged.events.size} events, ${acknowledged.votes.size} votes acknowledged`,
    );
  }
  await sleep(1000);
  alive = false;
  await Promise.all(workers);
  let lostVotes = 0;
  let number = 0;
  for (const [token, choice] of acknowledged.votes) {
    number += 1;
    const mine = await ask('GET', `/live/r/${room.slug}/interactions/${poll.interactionId}/mine`, undefined, {
      'x-live-viewer': token,
      'x-forwarded-for': address(9_000_000 + number),
    });
    if (mine?.status !== 200 || mine.body?.choice !== choice) lostVotes += 1;
  }
  const last = await must('GET', `/api/v1/live/rooms/${roomId}/interactions`);
  const people = (last.items as { interactionId: string; people: number }[]).find(
    (one) => one.interactionId === poll.interactionId,
  )!.people;
  const ended = await must('DELETE', `/api/v1/live/rooms/${roomId}/show`);
  await server.stop();
  server = undefined;

  const place = await openPlace({ dataDir });
  const database = await openDatabase({ url: place.ownerUrl });
  const workspaces = await database.machine.rows<{ id: string }>(sql`SELECT workspace_id AS id FROM live_shows`);
  const reader = createJournalReader({ database, files: createFileStore(path.join(dataDir, 'files')), dataDir });
  const ids = new Map<string, number>();
  let seq = 0;
  let holes = 0;
  let gaps = 0;
  let comments = 0;
  for await (const events of reader.read(workspaces[0]!.id, show.id)) {
    for (const event of events) {
      ids.set(event.id, (ids.get(event.id) ?? 0) + 1);
      if (event.seq !== seq + 1) holes += 1;
      seq = event.seq;
      if (event.type === 'comment') comments += 1;
      if (event.type === 'room.gap' && event.cause === 'restart') gaps += 1;
    }
  }
  await database.close();
  await place.stop();
  const lost = {
    events: [...acknowledged.events].filter((id) => !ids.has(id)).length,
    votes: lostVotes,
    votesAfterRestart: votesKept.filter((kept) => !kept).length,
    analysedComments: Math.max(0, comments - ended.comments),
    gaps: Math.max(0, rounds - gaps),
  };
  const doubled = {
    events: [...ids.values()].filter((count) => count > 1).length,
    votes: Math.max(0, people - sentVotes),
    seqHoles: holes,
  };
  const result = {
    bench: 'live-kill',
    cores: cpus().length,
    generator: 'same machine',
    rounds,
    acknowledged: { events: acknowledged.events.size, votes: acknowledged.votes.size },
    journal: { events: seq, comments, gapsOfRestart: gaps },
    ackMs: { p50: Math.round(percentile(ackMs, 50)), p99: Math.round(percentile(ackMs, 99)) },
    lost,
    doubled,
    roomBackMs: { median: percentile(resumed, 50), worst: Math.max(0, ...resumed), goal: 5000 },
  };
  console.log(JSON.stringify(result));
  const wrong = [...Object.values(lost), ...Object.values(doubled)].some((count) => count !== 0);
  process.exitCode = wrong || result.roomBackMs.worst > 5000 ? 1 : 0;
} finally {
  alive = false;
  if (server) await server.stop().catch(() => undefined);
  if (process.exitCode === 0) rmSync(folder, { recursive: true, force: true });
  else writeFileSync(path.join(folder, 'kept'), 'kept to be looked at\n');
}
