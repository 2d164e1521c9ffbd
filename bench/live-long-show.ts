// A made-up show of many hours, analysed as the product does it: in a thread of its own, from the bundle. Prints one line of figures.
import { parseArgs } from 'node:util';
import type { Analyser } from '../src/engage/live/analysis/core/analyser.contract.ts';
import { loadMaker } from '../src/engage/live/rooms/server/hub/load-maker.ts';
import { threadedAnalysis } from '../src/engage/live/rooms/server/hub/threaded-analysis.ts';
import type { LiveEvent } from '../src/engage/live/stream/core/live-event.contract.ts';
import { seeded } from '../src/kit/seeded.ts';
import { createLog } from '../src/platform/log/log.ts';
import { cpuOf } from './cpu-of.ts';

const { values } = parseArgs({
  options: { hours: { type: 'string' }, rate: { type: 'string' }, alone: { type: 'boolean', default: false } },
});

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

const shown = [Number(values.hours), Number(values.rate)] as const;
console.log(JSON.stringify(values.alone ? await analysedHere(...shown) : await analysedInThread(...shown)));
