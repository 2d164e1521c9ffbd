// Speed, start and memory, measured in a process of their own by `npm run bench:text -- --json`.
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { modelFolder } from '../../node/load-engine.ts';
import type { Measure, Table } from './evaluate.contract.ts';
import type { Peer } from './peers.ts';
import type { Rate } from './rates.ts';

/** What the bench prints as JSON. */
export interface BenchReport {
  engine: string;
  coldLoadMs: number;
  memoryMb: number;
  addedMemoryMb: number;
  p99Ms: number;
  rates: Record<string, { judge: Rate; explained: Rate; plainLoop: Rate; jieba: Rate | null }>;
  /** Two classes on the same held-out rows: ours first. */
  chinese: Peer[];
  english: Peer[];
}

export async function runBench(models?: string): Promise<BenchReport> {
  const script = new URL('../../../../bench/text.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, script, '--json'], {
    maxBuffer: 1 << 24,
    env: { ...process.env, ...(models ? { HUIYIN_BENCH_MODELS: models } : {}) },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as BenchReport;
}

export const measureSpeed: Measure = async ({ models }) => {
  const bench = await runBench(models);
  const { reviews, danmaku } = bench.rates;
  const bytes = statSync(join(models ?? modelFolder(), 'text.bin')).size;
  return {
    title: { en: 'Speed, start and size', zh: '速度、启动与体积' },
    figures: [
      { bar: 'speed.reviews', value: reviews?.judge.perSecond ?? null },
      { bar: 'speed.danmaku', value: danmaku?.judge.perSecond ?? null },
      { bar: 'speed.p99', value: bench.p99Ms },
      { bar: 'speed.cold', value: bench.coldLoadMs },
      { bar: 'size.weights', value: Math.round(bytes / 1e4) / 100 },
      {
        bar: 'size.memory',
        value: bench.memoryMb,
        note: {
          en: 'peak of a process that holds the bundled engine and judges reviews line by line',
          zh: '只含打包后引擎、逐行判读评价的进程的峰值',
        },
      },
    ],
    tables: [
      {
        title: { en: 'Texts a second on one core', zh: '单核每秒条数' },
        head: [
          { en: 'texts', zh: '文本' },
          { en: 'full judgement', zh: '完整判读' },
          { en: 'with reasons', zh: '附理由' },
          { en: 'plain loop over the characters', zh: '只逐字循环' },
          { en: 'jieba, cutting words only', zh: '结巴，只分词' },
          { en: 'ours against jieba', zh: '与结巴之比' },
        ],
        rows: Object.entries(bench.rates).map(([name, one]) => [
          name,
          one.judge.perSecond,
          one.explained.perSecond,
          one.plainLoop.perSecond,
          one.jieba?.perSecond ?? '-',
          one.jieba ? `${(one.judge.perSecond / one.jieba.perSecond).toFixed(1)}×` : '-',
        ]),
      },
      peers(
        { en: 'Two classes on Chinese shopping reviews, beside packages', zh: '中文购物评价两分类，与现成的包相比' },
        bench.chinese,
      ),
      peers(
        { en: 'Two classes on English reviews, beside packages', zh: '英文评价两分类，与现成的包相比' },
        bench.english,
      ),
    ],
    notes: [
      {
        en: 'Rates count processor time of all threads of the process, best of five rounds. The full judgement has every label with its place; packages answer one question. An undecided text counts as half right.',
        zh: '速率按进程全部线程的处理器时间计，取五轮最好。完整判读含全部标签及位置，对照的包只答一问。未作决定的文本按半对计。',
      },
    ],
  };
};

function peers(title: Table['title'], list: readonly Peer[]): Table {
  return {
    title,
    head: [
      { en: 'engine', zh: '引擎' },
      { en: 'decides', zh: '作答比例' },
      { en: 'accuracy', zh: '准确率' },
      { en: 'texts a second', zh: '每秒条数' },
    ],
    rows: list.map((one) => [one.name, one.decided, one.accuracy, one.perSecond]),
  };
}
