// Prints texts a second of the whole judgement, beside a naive Bayes over the runtime's own word segmenter, as JSON.

import { nearDuplicateSketch } from '../src/text/near-duplicates.ts';
import { loadEngine } from '../src/text/node/load-engine.ts';
import { maskPersonalData } from '../src/text/personal-data.ts';
import { searchDocument } from '../src/text/search-tokens.ts';
import { dataFolder, foldOf, readSet } from '../src/text/train/read-sets.ts';

/** Texts a second of the best of three rounds. */
function rate(texts: readonly string[], work: (text: string) => unknown): number {
  let best = 0;
  for (let round = 0; round < 3; round += 1) {
    const startedAt = performance.now();
    for (const text of texts) work(text);
    best = Math.max(best, texts.length / ((performance.now() - startedAt) / 1000));
  }
  return Math.round(best);
}

/** 99th percentile of single judgements, in milliseconds. */
function slowest(texts: readonly string[], work: (text: string) => unknown): number {
  const times = texts.map((text) => {
    const startedAt = performance.now();
    work(text);
    return performance.now() - startedAt;
  });
  times.sort((a, b) => a - b);
  return Math.round(times[Math.floor(times.length * 0.99)]! * 1000) / 1000;
}

/** The usual home-made rival: words from Intl.Segmenter, multinomial naive Bayes. */
function naiveBayes(rows: readonly { t: string; y: number }[]): (text: string) => number {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = (text: string) =>
    [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
  const counts: [Map<string, number>, Map<string, number>] = [new Map(), new Map()];
  const totals: [number, number] = [0, 0];
  for (const row of rows) {
    const side = row.y === 1 ? 1 : 0;
    for (const word of words(row.t)) {
      counts[side].set(word, (counts[side].get(word) ?? 0) + 1);
      totals[side] += 1;
    }
  }
  return (text) => {
    let score = 0;
    for (const word of words(text)) {
      score += Math.log(((counts[1].get(word) ?? 0) + 1) / (totals[1] + 50_000));
      score -= Math.log(((counts[0].get(word) ?? 0) + 1) / (totals[0] + 50_000));
    }
    return score;
  };
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  const engine = await loadEngine();
  const coldLoadMs = Math.round(performance.now() - startedAt);
  const rows = dataFolder() === null ? [] : readSet('online_shopping_10_cats');
  const own = Array.from(
    { length: 2000 },
    (_, index) => `第${index}次购买，质量不错，就是物流太慢了，客服也不回复，希望改进`,
  );
  const reviews = rows.length > 0 ? rows.filter((_, index) => index % 5 === 0).map((row) => row.t) : own;
  const danmaku =
    rows.length > 0
      ? readSet('bilibili_danmaku_byd')
          .slice(0, 10_000)
          .map((row) => row.t)
      : own.map((text) => text.slice(0, 11));
  const short = reviews.filter((text) => text.length <= 200);
  const out: Record<string, unknown> = {
    engine: engine.version,
    coldLoadMs,
    reviews: {
      texts: reviews.length,
      judgePerSecond: rate(reviews, (text) => engine.judge(text)),
      maskPerSecond: rate(reviews, maskPersonalData),
      searchDocumentPerSecond: rate(reviews, searchDocument),
      sketchPerSecond: rate(reviews, nearDuplicateSketch),
    },
    danmaku: { texts: danmaku.length, judgePerSecond: rate(danmaku, (text) => engine.judge(text)) },
    p99MsUpTo200Characters: slowest(short, (text) => engine.judge(text)),
    memoryMb: Math.round(process.memoryUsage().rss / 1e6),
  };
  if (rows.length > 0) {
    const labelled = rows as { t: string; y: number }[];
    const bayes = naiveBayes(labelled.filter((row) => foldOf(row.t) < 8));
    const dev = labelled.filter((row) => foldOf(row.t) === 8);
    const accuracy = (say: (text: string) => boolean) =>
      Math.round((dev.filter((row) => say(row.t) === (row.y === 1)).length / dev.length) * 1000) / 10;
    out.peer = {
      name: 'Intl.Segmenter words + multinomial naive Bayes (one label only)',
      perSecond: rate(reviews.slice(0, 3000), bayes),
      accuracy: accuracy((text) => bayes(text) > 0),
      ownAccuracyOnTheSameRows: accuracy((text) => engine.judge(text).sentiment.probability > 0.5),
    };
  }
  console.log(JSON.stringify(out));
}

await main();
