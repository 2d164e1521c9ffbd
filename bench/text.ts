// `npm run bench:text [-- --json]`: texts a second of the whole judgement, cold load and memory, beside a plain loop, jieba and named packages.

const before = process.memoryUsage().rss;
const startedAt = performance.now();
const { createEngine } = await import('../src/text/engine.ts');
const { loadModel } = await import('../src/text/node/load-engine.ts');
const importedAt = performance.now();
const engine = createEngine(await loadModel(process.env.HUIYIN_BENCH_MODELS));
engine.judge('发货很快，质量也不错');
const coldLoadMs = Math.round(performance.now() - importedAt);
const importMs = Math.round(importedAt - startedAt);

const { jiebaWords, naiveBayes, ask, readyMade } = await import('../src/text/train/evaluate/peers.ts');
const { p99Of, plainLoop, rateOf } = await import('../src/text/train/evaluate/rates.ts');
const { dataFolder, foldOf, readSet } = await import('../src/text/train/read-sets.ts');
type BenchReport = import('../src/text/train/evaluate/speed.ts').BenchReport;
type Row = import('../src/text/train/read-sets.ts').Row;

const judge = (text: string) => engine.judge(text, undefined, { explain: false });
const explained = (text: string) => engine.judge(text);

function samples(): Record<string, string[]> {
  if (dataFolder() === null) {
    const own = Array.from(
      { length: 5000 },
      (_, at) => `第${at}次购买，质量不错，就是物流太慢了，客服也不回复，希望改进`,
    );
    return { reviews: own, danmaku: own.map((text) => text.slice(0, 11)) };
  }
  const texts = (set: string, step: number) =>
    readSet(set)
      .filter((_, at) => at % step === 0)
      .map((row) => row.t);
  return {
    reviews: texts('online_shopping_10_cats', 5),
    danmaku: texts('bilibili_danmaku_byd', 3),
    english: texts('amazon_polarity10k', 3),
  };
}

const sets = samples();
const judged = Object.entries(sets).map(([name, texts]) => ({ name, texts, judge: rateOf(texts, judge) }));
const p99Ms = p99Of(
  sets.reviews!.filter((text) => text.length <= 200),
  judge,
);
// Before the peers come in, so that their dictionaries are not ours.
const memory = process.memoryUsage().rss;
const { engineMemory } = await import('./text-memory.ts');
const alone = await engineMemory(sets.reviews!, process.env.HUIYIN_BENCH_MODELS);
const words = jiebaWords();
const rates = Object.fromEntries(
  judged.map(({ name, texts, judge: own }) => [
    name,
    {
      judge: own,
      explained: rateOf(texts, explained, 3),
      plainLoop: rateOf(texts, plainLoop, 3),
      jieba: name === 'english' ? null : rateOf(texts.slice(0, 4000), words, 2),
    },
  ]),
);

const report: BenchReport = {
  engine: engine.version,
  coldLoadMs,
  memoryMb: alone.peakMb,
  addedMemoryMb: Math.round((memory - before) / 1e6),
  p99Ms,
  rates,
  chinese: [],
  english: [],
};
if (dataFolder() !== null) {
  const own = (text: string) => judge(text).sentiment.probability - 0.5;
  const beside = (rows: readonly Row[]) => [
    ask('Huiyin', rows, own),
    ...Object.entries(readyMade()).map(([name, say]) => ask(name, rows.slice(0, 3000), say)),
  ];
  const shopping = readSet('online_shopping_10_cats');
  const dev = shopping.filter((row) => foldOf(row.t) === 8);
  report.chinese = beside(dev);
  const bayes = naiveBayes(
    shopping.filter((row) => foldOf(row.t) < 8),
    words,
  );
  report.chinese.splice(1, 0, ask('@node-rs/jieba with naive Bayes trained on the same rows', dev, bayes));
  report.english = beside(readSet('amazon_polarity10k').filter((row) => foldOf(row.t) === 8));
}

if (process.argv.includes('--json')) console.log(JSON.stringify(report));
else {
  console.log(
    `${report.engine}: loaded in ${coldLoadMs} ms (modules ${importMs} ms), p99 ${p99Ms} ms, ${report.memoryMb} MB alone in a process, ${report.addedMemoryMb} added here`,
  );
  for (const [name, one] of Object.entries(rates)) {
    const beside = one.jieba
      ? `, ${(one.judge.perSecond / one.jieba.perSecond).toFixed(1)} times jieba (${one.jieba.perSecond})`
      : '';
    console.log(
      `${name}: ${one.judge.perSecond} a second (${one.judge.wallPerSecond} by the wall clock), with reasons ${one.explained.perSecond}, 1/${Math.round(one.plainLoop.perSecond / one.judge.perSecond)} of a plain loop${beside}`,
    );
  }
  console.table([...report.chinese, ...report.english]);
}
