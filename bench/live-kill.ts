// kill -9 while a room is at load: comments, votes, check-ins, coupons, entries of lucky bags; then counts what was acknowledged and is gone.
// Run: npm run bench:live-kill [-- --rounds 20 --seed 7]. Prints one JSON object; ends with 1 when anything was lost or doubled, or a room came back late.
// The load comes from this machine too: the two cores are shared by server, store and generator.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { WebSocket } from 'ws';
import { wholeDraft } from '../src/engage/live/draws/whole-draw.fixture.ts';
import { seeded } from '../src/kit/seeded.ts';
import { countJournal } from './live-kill-count.ts';
import { ask, createLoad, type Targets, takePart, talk } from './live-kill-load.ts';
import { proveEntries } from './live-kill-proof.ts';
import { percentile, runHuiyin, type Server, startServer } from './spawned.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7' },
    batch: { type: 'string', default: '40' },
    workers: { type: 'string', default: '6' },
    viewers: { type: 'string', default: '6' },
    /** A lucky bag is open this long; then it is closed and drawn, whatever is being killed meanwhile. */
    bagSeconds: { type: 'string', default: '40' },
  },
});
const rounds = Number(values.rounds);
const random = seeded(Number(values.seed));
const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-live-kill-'));
const dataDir = path.join(folder, 'data');
const log = (line: string) => process.stderr.write(`${line}\n`);
const PORT = 4899;
const GOAL_MS = 5000;
const environment = { HUIYIN_DATA: dataDir, HUIYIN_TRUSTED_PROXIES: 'loopback', HUIYIN_SKIP_SETUP: '1' };
const load = createLoad();
let key = '';

const call = (method: string, address: string, body?: unknown) =>
  ask(PORT, method, address, body, { authorization: `Bearer ${key}` });

async function must(method: string, address: string, body?: unknown) {
  const answer = await call(method, address, body);
  if (!answer || answer.status >= 300)
    throw new Error(`${method} ${address} was answered ${answer?.status}: ${JSON.stringify(answer?.body)}`);
  return answer.body;
}

/** What the operator's screen is shown when it comes back: the first whole state. */
function deskState(roomId: string): Promise<{ comments: number; gaps: number }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${PORT}/api/v1/live/rooms/${roomId}/desk`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const end = (work: () => void) => {
      socket.terminate();
      work();
    };
    socket.on('error', (error) => end(() => reject(error)));
    socket.on('close', () => reject(new Error('the line was closed')));
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      if (frame.t !== 'state') return;
      const { figures, health } = frame.state;
      end(() => resolve({ comments: figures.session.comments, gaps: health.gaps.length }));
    });
  });
}

/** Opens the next bag; tried until it is open, as the process may be dying. @returns its id */
async function openBag(roomId: string, number: number): Promise<string> {
  for (;;) {
    const draft = {
      ...wholeDraft,
      roomId,
      title: `福袋 ${number}`,
      runSeconds: Number(values.bagSeconds),
      withoutNetwork: 'comments',
    };
    const made = await call('POST', '/api/v1/live/draws', draft);
    const opened = made?.status === 201 ? await call('POST', `/api/v1/live/draws/${made.body.id}/opening`) : null;
    if (opened?.status === 200) return made!.body.id;
    if (made && made.status !== 201 && made.status < 500) throw new Error(JSON.stringify(made.body));
    await sleep(100);
  }
}

let server: Server | undefined;
try {
  const made = await runHuiyin(['key', 'create', '--role', 'admin', '--json'], environment);
  key = JSON.parse(made.out.trim().split('\n').at(-1)!).key;
  server = await startServer(PORT, environment, true);
  const room = await must('POST', '/api/v1/live/rooms', { title: '断电演练', slug: 'kill-bench' });
  const roomId = room.id as string;
  const place = { port: PORT, roomId, slug: room.slug as string, key };
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
  const openPlay = async (draft: object) =>
    (await must('POST', `/api/v1/live/rooms/${roomId}/interactions`, draft)).interactionId as string;
  const targets: Targets = {
    poll: await openPlay({ kind: 'poll', title: '先讲哪一件', options: ['甲', '乙', '丙'] }),
    checkin: await openPlay({ kind: 'checkin', title: '签到' }),
    coupon: await openPlay({ kind: 'coupon', title: '领券', value: '满 100 减 10' }),
    bag: null,
  };
  const bags: string[] = [];
  /** Bags follow each other, so that some are closed and drawn while the process is dead. */
  const bagging = (async () => {
    while (load.alive) {
      const bag = await openBag(roomId, bags.length + 1);
      bags.push(bag);
      targets.bag = bag;
      for (let waited = 0; waited < Number(values.bagSeconds) * 4 && load.alive; waited += 1) await sleep(250);
    }
  })();
  const workers = [
    ...Array.from({ length: Number(values.workers) }, (_, worker) =>
      talk(load, place, random, worker, Number(values.batch)),
    ),
    ...Array.from({ length: Number(values.viewers) }, (_, worker) => takePart(load, place, random, worker, targets)),
  ];
  const processMs: number[] = [];
  const roomMs: number[] = [];
  const totalMs: number[] = [];
  const notShown = { comments: 0, entries: 0, gaps: 0 };
  for (let round = 0; round < rounds; round += 1) {
    await sleep(500 + random() * 3000);
    const before = { comments: load.comments, polled: load.entries.filter((one) => one.kind === 'poll').length };
    const killed = performance.now();
    process.kill(-server.child.pid!, 'SIGKILL');
    server = await startServer(PORT, environment, true);
    const answers = performance.now();
    // The room is back when it takes an event and shows what it knew: operator's screen, interactions, and the viewers' page.
    while ((await call('PUT', `/api/v1/live/rooms/${roomId}/on-air`, { productId: null }))?.status !== 200)
      await sleep(20);
    const shown = await deskState(roomId);
    const views = await must('GET', `/api/v1/live/rooms/${roomId}/interactions`);
    const page = await ask(PORT, 'GET', `/watch/${place.slug}/snapshot`, undefined, {});
    const back = performance.now();
    processMs.push(Math.round(answers - killed));
    roomMs.push(Math.round(back - answers));
    totalMs.push(Math.round(back - killed));
    const people = (views.items as { interactionId: string; people: number }[]).find(
      (one) => one.interactionId === targets.poll,
    )?.people;
    if (shown.comments < before.comments || page?.status !== 200) notShown.comments += 1;
    if ((people ?? 0) < before.polled) notShown.entries += 1;
    if (shown.gaps < round + 1) notShown.gaps += 1;
    log(
      `round ${round + 1}: process ${processMs.at(-1)} ms + room ${roomMs.at(-1)} ms = ${totalMs.at(-1)} ms, ` +
        `${load.events.size} events, ${load.entries.length} entries acknowledged`,
    );
  }
  await sleep(1000);
  load.alive = false;
  await Promise.all([...workers, bagging]);
  const proof = await proveEntries({ load, place, targets, bags, must, log });
  const ended = await must('DELETE', `/api/v1/live/rooms/${roomId}/show`);
  await server.stop();
  server = undefined;
  const journal = await countJournal(dataDir, show.id, load, roomId);
  const lost = {
    events: journal.lostEvents,
    entries: journal.lostEntries,
    ...proof.lost,
    analysedComments: Math.max(0, journal.comments - ended.comments),
    gaps: Math.max(0, rounds - journal.gaps),
    notShown,
  };
  const doubled = {
    events: journal.doubledIds,
    seqHoles: journal.holes,
    entries: Math.max(0, proof.people - journal.people),
    codes: proof.doubledCodes,
    changedAnswers: load.changed,
  };
  const spread = (of: number[]) => ({ median: percentile(of, 50), worst: Math.max(0, ...of) });
  const acked = (kind: keyof Targets) => load.entries.filter((one) => one.kind === kind).length;
  const result = {
    bench: 'live-kill',
    cores: cpus().length,
    generator: 'same machine',
    rounds,
    acknowledged: {
      events: load.events.size,
      votes: acked('poll'),
      checkins: acked('checkin'),
      coupons: acked('coupon'),
      bagEntries: acked('bag'),
      sentAgain: load.repeated,
    },
    refused: Object.fromEntries(load.refused),
    bags: { opened: bags.length, drawn: proof.drawn, sound: proof.sound },
    journal: { events: journal.events, comments: journal.comments, gapsOfRestart: journal.gaps },
    ackMs: { p50: Math.round(percentile(load.ackMs, 50)), p99: Math.round(percentile(load.ackMs, 99)) },
    lost,
    doubled,
    backMs: { process: spread(processMs), room: spread(roomMs), total: spread(totalMs), goal: GOAL_MS },
  };
  console.log(JSON.stringify(result));
  const wrong = [...numbersIn(lost), ...numbersIn(doubled), bags.length - proof.sound].some((count) => count !== 0);
  process.exitCode = wrong || Math.max(...totalMs) > GOAL_MS ? 1 : 0;
} finally {
  load.alive = false;
  if (server) await server.stop().catch(() => undefined);
  if (process.exitCode === 0) rmSync(folder, { recursive: true, force: true });
  else writeFileSync(path.join(folder, 'kept'), 'kept to be looked at\n');
}

function numbersIn(of: object): number[] {
  return Object.values(of).flatMap((one) => (typeof one === 'number' ? [one] : numbersIn(one as object)));
}
