// One process, twenty thousand viewers, two frames a second: how late, how much memory, and how it compares with a bare `ws` loop and Socket.IO.
// Run: npx tsx bench/live-fanout.ts [--viewers 20000 --seconds 40 --rounds 9]. Prints one JSON object. The viewers are processes of the same machine.
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { beClients, type ClientOrder } from './live-fanout-clients.ts';
import { type ServerOrder, type ServerRole, serve } from './live-fanout-server.ts';

const { values } = parseArgs({
  options: {
    viewers: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '9' },
    crowd: { type: 'string', default: '2000' },
    role: { type: 'string' },
  },
});

const log = (line: string) => process.stderr.write(`${line}\n`);
const GENERATORS = 2;

async function ask<T>(child: ChildProcess, order?: ServerOrder | ClientOrder): Promise<T> {
  const answer = new Promise<T>((done, failed) => {
    const gone = () => failed(new Error('a process of the bench ended'));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      done(message as T);
    });
  });
  if (order) child.send(order);
  return answer;
}

function start(role: string): ChildProcess {
  return fork(process.argv[1]!, ['--role', role], {
    execArgv: [...process.execArgv, '--expose-gc'],
    stdio: ['ignore', 2, 2, 'ipc'],
  });
}

interface Report {
  frames: number;
  bytes: number;
  closed: number;
  ages: [number, number][];
}

function percentile(reports: readonly Report[], share: number): number {
  const sums = new Map<number, number>();
  for (const { ages } of reports) for (const [age, count] of ages) sums.set(age, (sums.get(age) ?? 0) + count);
  const sorted = [...sums].sort((one, other) => one[0] - other[0]);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [age, count] of sorted) {
    passed += count;
    if (passed >= total * share) return age;
  }
  return 0;
}

const PATHS: Record<ServerRole, string> = {
  ours: '/watch/bench/socket',
  bare: '/',
  socketio: '/socket.io/?EIO=4&transport=websocket',
};

async function crowd(role: ServerRole, count: number) {
  const server = start(role);
  const { port } = await ask<{ port: number }>(server);
  const empty = await ask<{ rss: number }>(server, { do: 'rss' });
  const generators = await Promise.all(
    Array.from({ length: GENERATORS }, async () => {
      const child = start('clients');
      await ask(child);
      return child;
    }),
  );
  const each = Math.floor(count / GENERATORS);
  const joined = await Promise.all(
    generators.map((child, at) =>
      ask<{ joined: number }>(child, {
        do: 'connect',
        port,
        path: PATHS[role],
        count: each,
        from: 1 + at * 100,
        isSocketIo: role === 'socketio',
      }),
    ),
  );
  return {
    server,
    generators,
    empty: empty.rss,
    joined: joined.reduce((sum, one) => sum + one.joined, 0),
    report: () => Promise.all(generators.map((child) => ask<Report>(child, { do: 'report' }))),
    reset: () => Promise.all(generators.map((child) => ask(child, { do: 'reset' }))),
    close() {
      server.kill('SIGKILL');
      for (const child of generators) child.kill('SIGKILL');
    },
  };
}

/** The hard limit on open files of this machine bounds the sockets of one process. */
function mostSockets(): number {
  const hard = execFileSync('sh', ['-c', 'ulimit -Hn']).toString().trim();
  return hard === 'unlimited' ? 1_000_000 : Number(hard) - 60;
}

async function stadium(viewers: number, seconds: number) {
  log(`connecting ${viewers} viewers …`);
  const all = await crowd('ours', viewers);
  log(`${all.joined} joined; ${seconds} s of comments …`);
  await ask(all.server, { do: 'talk', perSecond: 400 });
  await sleep(6_000);
  await all.reset();
  await ask(all.server, { do: 'talk', perSecond: 400 });
  const from = Date.now();
  await sleep(seconds * 1000);
  const reports = await all.report();
  const spanMs = Date.now() - from;
  const after = await ask<{ rss: number; heap: number; online: number; cpuMs: number; dropped: number }>(all.server, {
    do: 'rss',
  });
  const frames = reports.reduce((sum, one) => sum + one.frames, 0);
  const bytes = reports.reduce((sum, one) => sum + one.bytes, 0);
  all.close();
  return {
    viewers: all.joined,
    seconds: Math.round(spanMs / 1000),
    framesAViewerASecond: Number((frames / all.joined / (spanMs / 1000)).toFixed(2)),
    deliveredPerSecond: Math.round(frames / (spanMs / 1000)),
    p50Ms: percentile(reports, 0.5),
    p95Ms: percentile(reports, 0.95),
    p99Ms: percentile(reports, 0.99),
    maxMs: percentile(reports, 1),
    bytesAViewerMinute: Math.round(bytes / all.joined / (spanMs / 60_000)),
    rssBytesEach: Math.round((after.rss - all.empty) / all.joined),
    serverRssMb: Math.round(after.rss / 1e6),
    serverRssEmptyMb: Math.round(all.empty / 1e6),
    serverCpuShare: Number((after.cpuMs / spanMs).toFixed(2)),
    lost: reports.reduce((sum, one) => sum + one.closed, 0),
  };
}

async function compare(count: number, rounds: number) {
  const text = `{"n":1,"t":${Date.now()},"c":[${'[12345,"这件衣服起球吗，有没有人买过","小鹿",1,3],'.repeat(9)}[1,"666",null,0,1]]}`;
  const roles: ServerRole[] = ['bare', 'ours', 'socketio'];
  const seen: Record<ServerRole, { perSecond: number; cpuUs: number }[]> = { ours: [], bare: [], socketio: [] };
  const rssEach: Record<string, number> = {};
  const crowds = {} as Record<ServerRole, Awaited<ReturnType<typeof crowd>>>;
  for (const role of roles) {
    crowds[role] = await crowd(role, count);
    const full = await ask<{ rss: number }>(crowds[role].server, { do: 'rss' });
    rssEach[role] = Math.round((full.rss - crowds[role].empty) / crowds[role].joined);
    await ask(crowds[role].server, { do: 'burst', ms: 2_000, text });
  }
  // Short turns, one after the other and each time in another order: what else the machine does falls on all of them.
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < roles.length; turn += 1) {
      const role = roles[(round + turn) % roles.length]!;
      const some = crowds[role];
      await some.reset();
      const from = Date.now();
      const { cpuMs } = await ask<{ cpuMs: number }>(some.server, { do: 'burst', ms: 2_000, text });
      const reports = await some.report();
      const seconds = (Date.now() - from) / 1000;
      const frames = reports.reduce((sum, one) => sum + one.frames, 0);
      seen[role].push({ perSecond: frames / seconds, cpuUs: (cpuMs * 1000) / frames });
      log(`${role}: ${Math.round(frames / seconds)} frames/s, ${((cpuMs * 1000) / frames).toFixed(1)} µs each`);
    }
  }
  for (const role of roles) crowds[role].close();
  const middle = (list: number[]) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)]!;
  /** Middle of the ratios within a round. */
  const ratioTo = (role: ServerRole, of: (one: { perSecond: number; cpuUs: number }) => number) =>
    Number(middle(seen.ours.map((one, round) => of(one) / of(seen[role][round]!))).toFixed(2));
  const of = (role: ServerRole) => ({
    deliveredPerSecond: Math.round(middle(seen[role].map((one) => one.perSecond))),
    cpuUsEach: Number(middle(seen[role].map((one) => one.cpuUs)).toFixed(2)),
    rssBytesEach: rssEach[role],
  });
  const [ours, bare, socketio] = [of('ours'), of('bare'), of('socketio')];
  return {
    sockets: count,
    frameBytes: Buffer.byteLength(text),
    rounds,
    ours,
    bare,
    socketio,
    deliveredToBare: ratioTo('bare', (one) => one.perSecond),
    deliveredToSocketIo: ratioTo('socketio', (one) => one.perSecond),
    cpuToBare: ratioTo('bare', (one) => 1 / one.cpuUs),
    cpuToSocketIo: ratioTo('socketio', (one) => 1 / one.cpuUs),
  };
}

if (values.role === 'clients') beClients();
else if (values.role) await serve(values.role as ServerRole);
else {
  const wanted = Number(values.viewers);
  const viewers = Math.min(wanted, mostSockets());
  const comparison = Number(values.rounds) > 0 ? await compare(Number(values.crowd), Number(values.rounds)) : null;
  const result = viewers > 0 ? await stadium(viewers, Number(values.seconds)) : null;
  console.log(
    JSON.stringify(
      {
        bench: 'live-fanout',
        node: process.version,
        cores: availableParallelism(),
        /** Of one minute, at the end; what other work the machine had is in it. */
        load: Number(loadavg()[0]!.toFixed(1)),
        generators: `${GENERATORS} processes on the same machine`,
        limitedByOpenFiles: viewers < wanted ? viewers : null,
        stadium: result,
        comparison,
      },
      null,
      1,
    ),
  );
  process.exit(0);
}
