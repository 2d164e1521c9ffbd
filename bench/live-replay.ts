// `npx tsx bench/live-replay.ts [--json] [--hours 12] [--rate 20] [--thread]`: the recorded room at full speed, and the memory of a long show.
// With `--thread` the long show alone is analysed in a thread with the limits of the product, fed as the hub feeds it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Analyser } from '../src/engage/live/analysis/core/analyser.contract.ts';
import { openRecording } from '../src/engage/live/connectors/server/door.ts';
import { loadMaker } from '../src/engage/live/rooms/server/hub/load-maker.ts';
import { threadedAnalysis } from '../src/engage/live/rooms/server/hub/threaded-analysis.ts';
import type { LiveEvent } from '../src/engage/live/stream/core/live-event.contract.ts';
import { seeded } from '../src/kit/seeded.ts';
import { replayFile } from '../src/main/cli/replay-file.ts';
import { createLog } from '../src/platform/log/log.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '12' },
    rate: { type: 'string', default: '20' },
    runs: { type: 'string', default: '5' },
    thread: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const RECORDING = fileURLToPath(
  new URL('../../shared/live-data/bilibili-live-room-20211230.jsonl.gz', import.meta.url),
);

/** Seconds of this process's own work, so that neighbours on the machine do not count. */
function cpuOf(work: () => void): { cpuMs: number; wallMs: number } {
  const before = process.cpuUsage();
  const begun = performance.now();
  work();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - begun };
}

async function recordedRoom() {
  const make = await loadMaker();
  const first = await replayFile(RECORDING);
  const { summary } = first;
  const recording = await openRecording(RECORDING);
  const events: LiveEvent[] = [];
  for await (const batch of recording.events)
    for (const event of batch)
      events.push({
        ...event,
        v: 1,
        id: event.id ?? `r${events.length}`,
        source: 'bench',
        roomId: 'r',
        sessionId: 's',
        rts: event.ts,
        seq: events.length + 1,
        trust: 'imported',
      });
  const runs = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    const analyser = make({ roomId: 'r', sessionId: 's', startedAt: events[0]!.ts, shelf: [] });
    const took = cpuOf(() => {
      for (const event of events) analyser.take(event);
    });
    runs.push({ ...took, comments: analyser.account().comments });
  }
  const warm = runs.slice(1).sort((a, b) => a.cpuMs - b.cpuMs);
  const middle = warm[Math.floor(warm.length / 2)]!;
  const hours = (events.at(-1)!.ts - events[0]!.ts) / 3_600_000;
  const complaints = summary.alerts.filter((alert) => alert.kind === 'complaint' || alert.kind === 'slow_rise');
  const byKind: Record<string, number> = {};
  for (const alert of summary.alerts) byKind[alert.kind] = (byKind[alert.kind] ?? 0) + 1;
  const { alerts: _, gaps, ...counts } = summary;
  const wholes = [];
  for (let run = 0; run < 3; run += 1) wholes.push((await replayFile(RECORDING)).summary.wallMs);
  return {
    ...counts,
    accountedFor: summary.events === recording.counts().events && recording.counts().rejected === 0,
    hours: Math.round(hours * 100) / 100,
    gaps: gaps.length,
    gapSeconds: Math.round(gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0) / 1000),
    alerts: byKind,
    complaintAlarmsPerHour: Math.round((complaints.length / hours) * 100) / 100,
    analysis: {
      coldMessagesPerCpuSecond: Math.round((runs[0]!.comments / runs[0]!.cpuMs) * 1000),
      messagesPerCpuSecond: Math.round((middle.comments / middle.cpuMs) * 1000),
      eventsPerCpuSecond: Math.round((events.length / middle.cpuMs) * 1000),
      messagesPerSecondByTheClock: Math.round((middle.comments / middle.wallMs) * 1000),
    },
    wholeReplayMs: { first: counts.wallMs, best: Math.min(...wholes) },
  };
}

const SHOW = { roomId: 'r', sessionId: 's', startedAt: Date.UTC(2026, 0, 5, 8) };
const SHELF = Array.from({ length: 40 }, (_, at) => ({
  productId: `p${at}`,
  index: at + 1,
  title: `第${at + 1}款好物`,
  aliases: [],
  price: { minor: 9900, currency: 'CNY' },
}));

/** A made-up show of many hours: people come and go, most words repeat, some are new. */
function* longShow(total: number, perSecond: number): Generator<LiveEvent> {
  const dice = seeded(12);
  const { startedAt } = SHOW;
  const words = [
    '多少钱',
    '有货吗',
    '好看',
    '哈哈哈哈',
    '起球吗',
    '什么时候发货',
    '已拍',
    '1',
    '客服不理人',
    '尺码偏小吗',
    '主播好',
    '喜欢这个颜色',
    '可以退吗',
    '质量不错',
    '卡了',
  ];
  const syllables = [...'天地人和春夏秋冬山水花草风云雨雪大小多少高低长短红黄蓝绿好美新旧'];
  for (let seq = 1; seq <= total; seq += 1) {
    const ts = startedAt + Math.floor((seq / perSecond) * 1000);
    const base = {
      v: 1 as const,
      id: `e${seq}`,
      source: 'bench',
      roomId: 'r',
      sessionId: 's',
      ts,
      rts: ts + 200,
      seq,
      trust: 'own' as const,
    };
    if (seq % (perSecond * 300) === 1) {
      yield {
        ...base,
        type: 'product.pin',
        action: 'pin',
        productId: `p${Math.floor(seq / (perSecond * 300)) % 40}`,
      };
      continue;
    }
    const roll = dice();
    // Half of a long show's people stay for minutes only.
    const person = dice() < 0.5 ? Math.floor(dice() * 3000) : Math.floor(seq / 8);
    const user = { uid: `person-${person}`, name: `name${person}` };
    if (roll < 0.7) {
      let text = words[Math.floor(dice() * words.length)]!;
      if (dice() < 0.4)
        for (let more = 0; more < 6; more += 1) text += syllables[Math.floor(dice() * syllables.length)];
      yield { ...base, type: 'comment', text, user };
    } else if (roll < 0.9) yield { ...base, type: 'viewer.enter', user };
    else if (roll < 0.97) yield { ...base, type: 'like', count: 1, user };
    else
      yield {
        ...base,
        type: 'order.paid',
        orderId: `o${seq}`,
        lines: [{ productId: 'p1', qty: 1 }],
        amount: { minor: 9900, currency: 'CNY' },
        buyerUid: user.uid,
      };
  }
}

/** The most memory of this process while something runs. */
function memoryWatch() {
  const before = process.memoryUsage().rss;
  let peakRss = 0;
  let peakHeap = 0;
  return {
    look() {
      const { rss, heapUsed } = process.memoryUsage();
      peakRss = Math.max(peakRss, rss);
      peakHeap = Math.max(peakHeap, heapUsed);
    },
    report: () => ({
      peakRssMb: Math.round(peakRss / 1_048_576),
      peakHeapMb: Math.round(peakHeap / 1_048_576),
      rssBeforeMb: Math.round(before / 1_048_576),
    }),
  };
}

async function analysedHere(hours: number, perSecond: number) {
  const make = await loadMaker();
  const analyser: Analyser = make({ ...SHOW, shelf: SHELF });
  const total = Math.round(hours * 3600 * perSecond);
  const memory = memoryWatch();
  const took = cpuOf(() => {
    for (const event of longShow(total, perSecond)) {
      analyser.take(event);
      if (event.seq % (perSecond * 60) !== 0) continue;
      analyser.patch();
      memory.look();
    }
  });
  let saved = '';
  const saving = cpuOf(() => {
    saved = analyser.save();
  });
  return {
    hours,
    perSecond,
    events: total,
    people: analyser.state().figures.session.commenters,
    eventsPerCpuSecond: Math.round((total / took.cpuMs) * 1000),
    ...memory.report(),
    checkpoint: { kb: Math.round(saved.length / 1024), ms: Math.round(saving.cpuMs) },
  };
}

/** Memory is that of the whole process: the thread, and this one that makes the events and writes them as lines. */
async function analysedInThread(hours: number, perSecond: number) {
  // The thread alone keeps no process alive.
  const awake = setInterval(() => {}, 1000);
  const analysis = threadedAnalysis({ threads: 1, log: createLog('silent') });
  const line = await analysis.open({ ...SHOW, shelf: SHELF });
  const total = Math.round(hours * 3600 * perSecond);
  const memory = memoryWatch();
  const begun = performance.now();
  let batch: LiveEvent[] = [];
  for (const event of longShow(total, perSecond)) {
    batch.push(event);
    if (batch.length < 200 && event.seq < total) continue;
    line.send(batch, batch.map((one) => `${JSON.stringify(one)}\n`).join(''));
    batch = [];
    // Further behind, the analysis would begin to sample.
    await line.room(1000);
    memory.look();
  }
  await line.idle();
  const wallMs = performance.now() - begun;
  const asked = performance.now();
  const saved = await line.save();
  const saveMs = performance.now() - asked;
  const report = {
    hours,
    perSecond,
    events: total,
    people: line.state().figures.session.commenters,
    eventsPerSecondByTheClock: Math.round((total / wallMs) * 1000),
    ...memory.report(),
    checkpoint: { kb: Math.round(saved.length / 1024), msByTheClock: Math.round(saveMs) },
  };
  await analysis.close();
  clearInterval(awake);
  return report;
}

const hours = Number(values.hours);
const rate = Number(values.rate);
const long = values.thread ? await analysedInThread(hours, rate) : await analysedHere(hours, rate);
const isRecorded = values.runs !== '0' && !values.thread;
const recorded = isRecorded && existsSync(RECORDING) ? await recordedRoom() : null;
const report = {
  bench: 'live-replay',
  recorded: recorded ?? (isRecorded ? 'skipped: the recorded room is not beside this project' : 'not asked for'),
  longShow: long,
};
console.log(JSON.stringify(report, null, values.json ? undefined : 1));
