// Fits the numbers the simulator's crowd is made of to a recorded room and prints them: counts only, never a word of it.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const file = process.argv[2] ?? '../shared/live-data/bilibili-live-room-20211230.jsonl.gz';
interface Row {
  o: number;
  k: string;
  u?: string;
  x?: string;
}
const rows = gunzipSync(readFileSync(file))
  .toString('utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => JSON.parse(line) as Row);
const lines = rows.filter((row) => row.k === 'dm' && row.x !== undefined);
const round = (value: number, digits = 3) => Math.round(value * 10 ** digits) / 10 ** digits;
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;

/** Counts in buckets of so many milliseconds, up to the last line. */
function countsBy(spanMs: number): number[] {
  const counts = new Array<number>(Math.ceil((lines.at(-1)!.o + 1) / spanMs)).fill(0);
  for (const { o } of lines) counts[Math.floor(o / spanMs)]! += 1;
  return counts;
}

/** The same words but for case, width, marks and the length of runs. */
function plain(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(.)\1{2,}/gu, '$1$1');
  return folded.replace(/[\p{P}\p{S}\s]/gu, '') || folded;
}

/** Stalls: runs of silent ten-second buckets, and how much louder than usual the first second after them is. */
function stalls() {
  const tens = countsBy(10_000);
  const seconds = countsBy(1000);
  const usual = mean(seconds.filter((_, at) => tens[Math.floor(at / 10)]! > 0));
  const runs: number[] = [];
  const floods: number[] = [];
  for (let at = 0, run = 0; at < tens.length; at += 1) {
    if (tens[at] === 0) run += 1;
    else {
      if (run > 0) {
        runs.push(run * 10);
        floods.push(Math.max(...seconds.slice(at * 10, at * 10 + 10)) / usual);
      }
      run = 0;
    }
  }
  const logs = runs.map(Math.log);
  const m = mean(logs);
  const sorted = [...runs].sort((a, b) => a - b);
  const louder = [...floods].sort((a, b) => a - b);
  return {
    perHour: round(runs.length / (lines.at(-1)!.o / 3_600_000)),
    logSeconds: { mean: round(m), sd: round(Math.sqrt(mean(logs.map((one) => (one - m) ** 2)))) },
    seconds: { median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), longest: sorted.at(-1) },
    flood: { median: round(quantile(louder, 0.5)), p90: round(quantile(louder, 0.9)), largest: round(louder.at(-1)!) },
  };
}

/** Log rate of heard ten-second buckets as a first-order chain, and what is left within it as a gamma-mixed Poisson count. */
function swing() {
  const tens = countsBy(10_000);
  const pairs: [number, number][] = [];
  const logs: number[] = [];
  for (let at = 0; at < tens.length; at += 1) {
    if (tens[at]! === 0) continue;
    logs.push(Math.log(tens[at]!));
    if (at > 0 && tens[at - 1]! > 0) pairs.push([Math.log(tens[at - 1]!), Math.log(tens[at]!)]);
  }
  const m = mean(logs);
  const variance = mean(logs.map((one) => (one - m) ** 2));
  const covariance = mean(pairs.map(([a, b]) => (a - m) * (b - m)));
  const seconds = countsBy(1000);
  // Method of moments inside each heard bucket: variance = mean + mean² / shape.
  const shapes: number[] = [];
  for (let at = 0; at < tens.length; at += 1) {
    if (tens[at]! < 20) continue;
    const inside = seconds.slice(at * 10, at * 10 + 10);
    const mu = mean(inside);
    const over = mean(inside.map((one) => (one - mu) ** 2)) * (10 / 9) - mu;
    shapes.push(over / mu ** 2);
  }
  // The same within ten minutes: what is left when the programme of the evening is taken away.
  const local: number[] = [];
  const steps: [number, number][] = [];
  for (let at = 30; at < tens.length - 30; at += 1) {
    const around = tens
      .slice(at - 30, at + 30)
      .filter((one) => one > 0)
      .sort((a, b) => a - b);
    if (tens[at] === 0 || around.length < 30) continue;
    const here = Math.log(tens[at]! / quantile(around, 0.5));
    local.push(here);
    if (tens[at + 1]! > 0) steps.push([here, Math.log(tens[at + 1]! / quantile(around, 0.5))]);
  }
  const middle = mean(local);
  const spread = mean(local.map((one) => (one - middle) ** 2));
  const medians = [...tens].filter((one) => one > 0).sort((a, b) => a - b);
  return {
    perSecond: round(mean(medians) / 10),
    logSd: round(Math.sqrt(variance)),
    carry: round(covariance / variance),
    localLogSd: round(Math.sqrt(spread)),
    localCarry: round(mean(steps.map(([a, b]) => (a - middle) * (b - middle))) / spread),
    secondShape: round(1 / Math.max(1e-6, mean(shapes))),
    peakOverMean: round(medians.at(-1)! / mean(medians)),
  };
}

/** Bursts: ten-second buckets at three times the median of the five minutes around them. */
function bursts() {
  const tens = countsBy(10_000);
  let count = 0;
  const heights: number[] = [];
  for (let at = 15; at < tens.length - 15; at += 1) {
    const around = tens
      .slice(at - 15, at + 15)
      .filter((one) => one > 0)
      .sort((a, b) => a - b);
    if (around.length < 10) continue;
    const usual = quantile(around, 0.5);
    const height = tens[at]! / usual;
    if (height < 2.5) continue;
    heights.push(height);
    if (tens[at - 1]! / usual < 2.5) count += 1;
  }
  const sorted = heights.sort((a, b) => a - b);
  return {
    perHour: round(count / (lines.at(-1)!.o / 3_600_000)),
    buckets: round(heights.length / Math.max(1, count)),
    height: { median: round(quantile(sorted, 0.5)), p90: round(quantile(sorted, 0.9)) },
  };
}

function repetition() {
  const seen = new Map<string, number>();
  const within = { s3: 0, s5: 0, s10: 0, s30: 0, ever: 0 };
  let own = 0;
  const lastOf = new Map<string, string>();
  for (const { o, x, u } of lines) {
    const text = plain(x!);
    const before = seen.get(text);
    if (before !== undefined) {
      within.ever += 1;
      const age = o - before;
      if (age <= 30_000) within.s30 += 1;
      if (age <= 10_000) within.s10 += 1;
      if (age <= 5000) within.s5 += 1;
      if (age <= 3000) within.s3 += 1;
    }
    if (u && lastOf.get(u) === text) own += 1;
    if (u) lastOf.set(u, text);
    seen.set(text, o);
  }
  const share = (count: number) => round(count / lines.length);
  return {
    s3: share(within.s3),
    s5: share(within.s5),
    s10: share(within.s10),
    s30: share(within.s30),
    ever: share(within.ever),
    ownLast: share(own),
  };
}

function people() {
  const counts = new Map<string, number>();
  for (const { u } of lines) if (u) counts.set(u, (counts.get(u) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const all = sorted.reduce((sum, one) => sum + one, 0);
  const upTo = (share: number) =>
    sorted.slice(0, Math.round(sorted.length * share)).reduce((sum, one) => sum + one, 0) / all;
  return {
    writers: sorted.length,
    linesEach: round(all / sorted.length),
    top1: round(upTo(0.01)),
    top10: round(upTo(0.1)),
    top50: round(upTo(0.5)),
    once: round(sorted.filter((one) => one === 1).length / sorted.length),
  };
}

const lengths = lines.map(({ x }) => [...x!].length).sort((a, b) => a - b);
const kinds: Record<string, number> = {};
for (const { k } of rows) kinds[k] = (kinds[k] ?? 0) + 1;

console.log(
  JSON.stringify(
    {
      lines: lines.length,
      hours: round(lines.at(-1)!.o / 3_600_000),
      swing: swing(),
      bursts: bursts(),
      stalls: stalls(),
      repetition: repetition(),
      people: people(),
      length: [0.05, 0.25, 0.5, 0.75, 0.95, 0.99].map((q) => quantile(lengths, q)),
      bare: round(lines.filter(({ x }) => /^[？?！!。.]+$/u.test(x!)).length / lines.length),
      perLine: Object.fromEntries(Object.entries(kinds).map(([kind, count]) => [kind, round(count / lines.length, 4)])),
    },
    null,
    2,
  ),
);
