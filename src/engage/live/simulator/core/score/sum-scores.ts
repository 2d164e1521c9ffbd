// Adds up the scores of many simulated shows into the figures that are published.
import { Confusion } from './confusion.ts';
import type { Answered } from './judge-alerts.ts';
import { IN_TIME_MS, type Share, type ShowScore } from './score-show.ts';

const round = (value: number, digits = 3) => Math.round(value * 10 ** digits) / 10 ** digits;
const rate = ({ right, of }: Share) => ({ share: of === 0 ? null : round(right / of, 4), right, of });

function together(shares: readonly Share[]): Share {
  return shares.reduce((sum, one) => ({ right: sum.right + one.right, of: sum.of + one.of }), { right: 0, of: 0 });
}

const DESK: Readonly<Record<string, string>> = {
  noise: 'chatter',
  greeting: 'chatter',
  other: 'chatter',
  'buy.intent': 'buying',
  'claim.code': 'buying',
};

/** The value below which this share of the sorted values lies (nearest rank). */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted.length === 0
    ? null
    : sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}

/** @param within milliseconds that count as in time; an alarm before its time is in time */
function answers(all: readonly Answered[], within: number) {
  const delays = all.flatMap((one) => one.delayMs ?? []).sort((a, b) => a - b);
  const byClass: Record<string, string> = {};
  for (const name of [...new Set(all.map((one) => one.class ?? ''))].sort()) {
    const mine = all.filter((one) => one.class === name);
    byClass[name] = `${mine.filter((one) => one.delayMs !== null).length}/${mine.length}`;
  }
  return {
    planted: all.length,
    heard: delays.length,
    recall: all.length === 0 ? null : round(delays.length / all.length),
    /** Of the heard: on the desk already when it began. */
    standing: all.filter((one) => one.isStanding === true).length,
    inTime: delays.filter((one) => one <= within).length,
    delayMs: { p50: quantile(delays, 0.5), p95: quantile(delays, 0.95), max: delays.at(-1) ?? null },
    byClass,
  };
}

export function sumScores(scores: readonly ShowScore[]) {
  const hours = scores.reduce((sum, one) => sum + one.hours, 0);
  const total = (of: (score: ShowScore) => number) => scores.reduce((sum, one) => sum + of(one), 0);
  const share = (of: (score: ShowScore) => Share) => rate(together(scores.map(of)));
  const confusion = new Confusion();
  for (const one of scores) confusion.merge(one.confusion);
  const grouped = scores.map((one) => one.grouping);
  const falseComplaints = scores.flatMap((one) => one.alarms.falseComplaints);
  const falseRisks = scores.flatMap((one) => one.alarms.falseRisks);
  const waves = {
    planted: total((one) => one.alarms.waves.planted),
    found: total((one) => one.alarms.waves.found),
    alarms: total((one) => one.alarms.waves.alarms),
    right: total((one) => one.alarms.waves.right),
  };
  const classes = confusion.result();
  const desk = confusion.folded((name) => DESK[name] ?? name).result();
  const mean = (values: readonly number[]) =>
    round(values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length));
  return {
    events: total((one) => one.events),
    comments: total((one) => one.comments),
    hours: round(hours),
    complaints: answers(
      scores.flatMap((one) => one.alarms.complaints),
      IN_TIME_MS.complaint,
    ),
    slowRises: answers(
      scores.flatMap((one) => one.alarms.slowRises),
      Number.POSITIVE_INFINITY,
    ),
    risks: answers(
      scores.flatMap((one) => one.alarms.risks),
      IN_TIME_MS.risk,
    ),
    late: scores.flatMap((one) => one.late),
    /** The commonest planted lines that were read as something else. */
    unread: commonest(scores.map((one) => one.unread)),
    falseComplaintsPerHour: round(falseComplaints.length / hours),
    falseComplaints: countBy(falseComplaints.map((one) => `${one.class} ${one.kind} by ${one.by}`)),
    falseRisksPerHour: round(falseRisks.length / hours),
    falseRisks: countBy(falseRisks.map((one) => `${one.class} by ${one.by}`)),
    misfiled: total((one) => one.alarms.misfiled),
    bursts: total((one) => one.alarms.bursts),
    grouping: {
      f1: mean(grouped.map((one) => one.f1)),
      precision: mean(grouped.map((one) => one.precision)),
      recall: mean(grouped.map((one) => one.recall)),
      leastF1: round(Math.min(1, ...grouped.map((one) => one.f1))),
      questions: total((one) => one.grouping.members),
      strays: share((one) => one.strayInGroups),
    },
    attribution: {
      named: share((one) => one.attribution.named),
      onAir: share((one) => one.attribution.onAir),
      all: rate(together(scores.flatMap((one) => [one.attribution.named, one.attribution.onAir]))),
    },
    waves: {
      ...waves,
      recall: waves.planted === 0 ? null : round(waves.found / waves.planted),
      precision: waves.alarms === 0 ? null : round(waves.right / waves.alarms),
      /** Of the lines that count less, how many are of a wave; and of a wave's lines, how many count less. */
      linePrecision: precisionOf(scores),
      lineRecall: share((one) => one.weights.wave),
    },
    honestFlagged: share((one) => one.weights.honest),
    fansFlagged: share((one) => one.weights.chant),
    hardNegatives: {
      lines: total((one) => one.hardNegatives.lines),
      calledRisk: total((one) => one.hardNegatives.calledRisk),
      calledComplaint: total((one) => one.hardNegatives.calledComplaint),
    },
    classes: {
      accuracy: round(classes.accuracy),
      macroF1: round(classes.macroF1),
      /** What a desk acts on alike taken as one: laughter, greetings and talk; wanting to buy by words or by code. */
      desk: { accuracy: round(desk.accuracy), macroF1: round(desk.macroF1) },
      each: classes.classes.map((one) => ({
        ...one,
        precision: round(one.precision),
        recall: round(one.recall),
        f1: round(one.f1),
      })),
    },
  };
}

function precisionOf(scores: readonly ShowScore[]): number | null {
  const flagged = together(scores.flatMap(({ weights }) => [weights.wave, weights.honest, weights.chant])).right;
  return flagged === 0 ? null : round(together(scores.map(({ weights }) => weights.wave)).right / flagged);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const MOST_UNREAD = 40;

function commonest(counts: readonly ReadonlyMap<string, number>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const one of counts) for (const [words, count] of one) sums.set(words, (sums.get(words) ?? 0) + count);
  return Object.fromEntries([...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_UNREAD));
}
