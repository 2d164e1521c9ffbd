// `tsx src/text/train/weigh-urgency.ts [FOLDER]`: prints the weights of `judgeUrgency`, found by cross-validation over all texts read for urgency.
import { ClauseHeads } from '../clause-heads.ts';
import { createEngine } from '../engine.ts';
import { isCalm, latinFirst, urgencyNumbers } from '../judge-urgency.ts';
import type { TextModel } from '../model.ts';
import { modelParts } from '../model-parts.ts';
import { loadModel } from '../node/load-engine.ts';
import { Reading } from '../reading.ts';
import { Scorer } from '../scorer.ts';
import { isCalledOff, urgencySigns, urgencyTags } from '../urgency-signs.ts';
import { fitDangerClause } from './heads/danger-clause.ts';
import { fitLogistic } from './heads/logistic.ts';
import { fitOwnHead } from './heads/own-head.ts';
import { URGENCY_FIT, urgencyRows } from './heads/urgency.ts';
import { readUrgency } from './labels/urgency/read-urgency.ts';
import { writtenLines } from './labels/urgency/written.ts';
import { readWritten } from './labels/written/read-written.ts';
import { packHeads } from './pack-heads.ts';
import { foldOf } from './read-sets.ts';

const GROUPS = 5;
const PRIOR = 3;
const WRITTEN_COST = 0.5;
/** The share of alarms that must be heard; the bar lies where this is so in cross-validation. */
const WANTED_RECALL = 0.9;

interface Seen {
  isUrgent: boolean;
  /** Written by hand: it tells what the words of rare reasons are worth, but not how often anything occurs. */
  isWritten: boolean;
  group: number;
  /** The words call any alarm off, whatever the heads say. */
  isOff: boolean;
  numbers: number[];
  score: number;
}

/** Every text as the decision sees it, by heads that were fitted without its group. */
function look(model: TextModel): Seen[] {
  const engine = createEngine(model);
  const reading = new Reading();
  const tags = urgencyTags(reading);
  const base = new Scorer(modelParts(model).rest);
  const room = base.headIndex('intent.live');
  const groupOf = (text: string) => foldOf(text) % GROUPS;
  const rows = urgencyRows();
  const texts = [
    ...readUrgency().map((row) => ({ ...row, isWritten: false })),
    ...readWritten().map((row) => ({ ...row, isWritten: true })),
    ...writtenLines().map((row) => ({ ...row, isWritten: true })),
  ];
  return Array.from({ length: GROUPS }, (_, group) => group).flatMap((group) => {
    const others = rows.map((row) =>
      row.use === 'train' && groupOf(row.text) === group ? { ...row, use: 'neither' as const } : row,
    );
    const head = fitOwnHead('urgency', others, URGENCY_FIT);
    const danger = fitDangerClause(others);
    const scorer = new Scorer({
      header: { ...model.header, heads: [head.head] },
      packed: model.packed,
      ...packHeads([head]),
    });
    const clauses = new ClauseHeads({ heads: [danger.head], ...packHeads([danger]) });
    return texts
      .filter(({ text }) => groupOf(text) === group)
      .map(({ text, reason, isWritten }): Seen => {
        const { sentiment } = engine.judge(text, undefined, { explain: false });
        reading.run(text);
        scorer.run(reading.features, reading.clauseTo, reading.clauses);
        base.run(reading.features, reading.clauseTo, reading.clauses);
        clauses.run(reading);
        const signs = urgencySigns(reading, tags);
        const view = {
          head: scorer.headRaw[0]!,
          peak: clauses.peak(0),
          positive: sentiment.probability,
          calm: isCalm(sentiment, reading.units),
          room: base.headRaw[room]!,
        };
        return {
          isUrgent: reason !== null,
          isWritten,
          group,
          isOff: isCalledOff(signs),
          numbers: urgencyNumbers(signs, view, reading.units, latinFirst(reading)),
          score: 0,
        };
      });
  });
}

function weigh(seen: readonly Seen[]): number[] {
  const heard = seen.filter((one) => !one.isOff);
  return fitLogistic(
    heard.map((one) => one.numbers),
    heard.map((one) => (one.isUrgent ? 1 : -1)),
    PRIOR,
    heard.map((one) => (one.isWritten ? WRITTEN_COST : 1)),
  );
}

const dot = (weights: readonly number[], numbers: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * numbers[at]!, 0);

const seen = look(await loadModel(process.argv[2]));
for (let group = 0; group < GROUPS; group += 1) {
  const weights = weigh(seen.filter((one) => one.group !== group));
  for (const one of seen)
    if (one.group === group) one.score = one.isOff ? Number.NEGATIVE_INFINITY : dot(weights, one.numbers);
}
const read = seen.filter((one) => !one.isWritten);
const wanted = read.filter((one) => one.isUrgent).length;
const tell = (bar: number): number => {
  const given = read.filter((one) => one.score > bar).length;
  const hit = read.filter((one) => one.isUrgent && one.score > bar).length;
  console.log(
    `bar ${bar.toFixed(2)}: precision ${((100 * hit) / given).toFixed(1)}, recall ${((100 * hit) / wanted).toFixed(1)}, F1 ${((200 * hit) / (given + wanted)).toFixed(1)}`,
  );
  return hit / wanted;
};
console.log(`${read.length} texts, ${wanted} urgent`);
let bar = 0;
while (bar > -4 && tell(bar) < WANTED_RECALL) bar -= 0.25;
const weights = weigh(seen);
weights[0]! -= bar;
console.log(weights.map((weight) => Math.round(weight * 100) / 100).join(', '));
