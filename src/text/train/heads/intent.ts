// Fits the intent heads and, above them, how far head, words and sentiment are believed together; all by texts not fitted on.

import { chooseIntents } from '../../choose-intents.ts';
import { ClauseHeads } from '../../clause-heads.ts';
import { INTENT_HEADS, INTENT_KINDS, IntentEvidence, type IntentHead, kindOf, weigh } from '../../intent-evidence.ts';
import { intentTags } from '../../intent-tags.ts';
import { INTENTS, type Intent } from '../../judge.contract.ts';
import { sentimentTags, toneOf, wordsLogit } from '../../judge-sentiment.ts';
import { findThemes, leaningOf, themeTags } from '../../judge-themes.ts';
import { Reading } from '../../reading.ts';
import { Scorer } from '../../scorer.ts';
import type { FittedHead, OwnFit } from '../fit-heads.ts';
import type { FittedSentiment } from '../fit-sentiment.ts';
import { type PackedHead, packHeads } from '../pack-heads.ts';
import { foldOf } from '../read-sets.ts';
import { fitHead, linearMatrix } from './aspect-fit.ts';
import { type IntentText, intentTexts, labelRows, weakRows } from './intent-rows.ts';
import { fitLogistic } from './logistic.ts';
import { cutRows, fitWishClauses } from './wish-clauses.ts';

const GROUPS = 3;
const FIT = { c: 0.5, keep: 13_000, epochs: 6 };
/** Heads of places and of one place's voices need fewer weights; every weight costs time. */
const FIT_SMALL = { ...FIT, keep: 8_000 };
const PRIOR = 6;
/** How strongly the decision for one kind of voice is held near the one for all. */
const KIND_PRIOR = 12;
/** What a shop hears: the share of each kind of voice in the decision, whatever was read most. */
const SHARES: Readonly<Record<IntentText['part'], number>> = {
  live: 0.29,
  review: 0.33,
  service: 0.18,
  english: 0.14,
  phrase: 0.12,
};

/** What a text counts in the decision that was read for it alone or taken as it came, beside those drawn for all labels. */
const LATER = 0.3;
/** Suggestions were drawn by their cues, so they occur more often among these texts than in a shop. */
const DRAWN: Readonly<Partial<Record<Intent, number>>> = { suggest: 0.6 };

/** Kinds of voices a report tells of: those drawn evenly, and those read later. */
const REPORTED = (['all', 'live', 'review', 'service', 'english', 'phrase'] as const).flatMap(
  (part): [IntentText['part'] | 'all', boolean][] =>
    part === 'phrase'
      ? [[part, false]]
      : [
          [part, true],
          [part, false],
        ],
);
const groupOf = (text: IntentText) => foldOf(text.text) % GROUPS;
const isSmall = (head: IntentHead) => !(INTENTS as readonly string[]).includes(head);

/** Everything the engine sees in a text before it decides on intents, with the given intent heads. */
class IntentReader {
  private readonly evidence = new IntentEvidence();
  private readonly reading = new Reading();
  private readonly tags = intentTags(this.reading);
  private readonly sides = sentimentTags(this.reading);
  private readonly themes = themeTags(this.reading);
  private readonly sentiment: FittedSentiment;

  constructor(sentiment: FittedSentiment) {
    this.sentiment = sentiment;
  }

  /** A row of numbers for each text. */
  numbers(texts: readonly IntentText[], heads: readonly PackedHead[], wishes: readonly PackedHead[]): Float64Array[] {
    const { reading, evidence } = this;
    const scorer = new Scorer({
      header: {
        format: 1,
        name: '',
        version: '',
        sentiment: this.sentiment.head,
        heads: heads.map(({ head }) => head),
      },
      packed: this.sentiment.packed,
      ...packHeads(heads),
    });
    const clauses = new ClauseHeads({ heads: wishes.map(({ head }) => head), ...packHeads(wishes) });
    return texts.map(({ text }) => {
      reading.run(text);
      clauses.run(reading);
      scorer.run(reading.features, reading.clauseTo, reading.clauses);
      const themes = findThemes(reading, this.themes);
      evidence.run(reading, this.tags, {
        lean: wordsLogit(reading, scorer, this.sides, leaningOf(themes)),
        tone: toneOf(reading, this.sides, null),
        themes,
      });
      heads.forEach((_, index) => {
        evidence.hear(index, scorer.headRaw[index]!);
      });
      wishes.forEach((_, index) => {
        evidence.hearClause(index, clauses.peak(index));
      });
      return evidence.numbers.slice();
    });
  }
}

/** Five heads, one for chatter that only the decisions hear, two for places, and those of single clauses. */
export const intentFit = (): OwnFit => ({ fit: (log, sentiment) => fitIntents(sentiment, log) });

export function fitIntents(sentiment: FittedSentiment, log: (line: string) => void): FittedHead[] {
  const texts = intentTexts();
  const rows = [...labelRows(texts), ...weakRows(texts)];
  const matrix = linearMatrix(rows);
  const reader = new IntentReader(sentiment);
  const groups = texts.map(groupOf);
  const cut = cutRows(rows);
  const fitOn = (leftOut: number) => {
    const at = rows.flatMap((_, index) => (index >= texts.length || groups[index] !== leftOut ? [index] : []));
    return {
      heads: INTENT_HEADS.map((head) => fitHead(`intent.${head}`, matrix, rows, at, isSmall(head) ? FIT_SMALL : FIT)),
      wishes: fitWishClauses(rows, cut, at),
    };
  };
  const numbers = new Array<Float64Array>(texts.length);
  for (let group = 0; group < GROUPS; group += 1) {
    const at = texts.flatMap((_, index) => (groups[index] === group ? [index] : []));
    const { heads, wishes } = fitOn(group);
    const read = reader.numbers(
      at.map((index) => texts[index]!),
      heads,
      wishes,
    );
    at.forEach((index, place) => {
      numbers[index] = read[place]!;
    });
  }
  const cost = costs(texts);
  const all = texts.map((_, index) => index);
  report(texts, numbers, cost, groups, log);
  const decisions = decide(texts, numbers, cost, all);
  const dev = { rows: 0, positives: 0, precision: 0, recall: 0, f1: 0 };
  const last = fitOn(-1);
  return [
    ...last.heads.map(({ head, weights }, index) => ({ head: { ...head, ...decisions[index] }, weights, dev })),
    ...last.wishes.map((wish) => ({ ...wish, dev })),
  ];
}

interface Decision {
  blend: number[];
  threshold: number;
}

function decide(
  texts: readonly IntentText[],
  numbers: readonly Float64Array[],
  cost: readonly number[],
  at: readonly number[],
): Decision[] {
  return INTENTS.map((intent) => {
    const y = at.map((index) => (texts[index]!.intents.includes(intent) ? 1 : -1));
    const costs = at.map((index) => cost[index]!);
    const rows = at.map((index) => numbers[index]!);
    const kinds = rows.map((row) => kindOf(row));
    const common = fitLogistic(rows, y, PRIOR, costs);
    const blend = Array.from({ length: INTENT_KINDS }, (_, kind) => {
      const mine = rows.flatMap((_, place) => (kinds[place] === kind ? [place] : []));
      return fitLogistic(
        mine.map((place) => rows[place]!),
        mine.map((place) => y[place]!),
        KIND_PRIOR,
        mine.map((place) => costs[place]!),
        undefined,
        common,
      );
    })
      .flat()
      .map((weight) => Math.round(weight * 1000) / 1000);
    const threshold = bestCut(
      rows.map((row, place) => weigh(blend, row, kinds[place])),
      y,
      // All others teach words, but how often a wish occurs is told by the voices that were drawn evenly.
      at.map((index, place) =>
        texts[index]!.isWhole !== true ? 0 : cost[index]! * (y[place]! > 0 ? (DRAWN[intent] ?? 1) : 1),
      ),
    );
    return { blend, threshold: Math.round(threshold * 1000) / 1000 };
  });
}

/** Each kind of voice counts as much as {@link SHARES} says. */
function costs(texts: readonly IntentText[]): number[] {
  const count = new Map<string, number>();
  const worth = ({ part, isWhole }: IntentText) => (isWhole === true || part === 'phrase' ? 1 : LATER);
  for (const text of texts) count.set(text.part, (count.get(text.part) ?? 0) + worth(text));
  return texts.map((text) => (worth(text) * SHARES[text.part] * texts.length) / count.get(text.part)!);
}

/** The score above which F1 is best, over weighted rows; smoothed over its neighbours, since a few rows decide it. */
function bestCut(scores: readonly number[], y: readonly number[], cost: readonly number[]): number {
  let best = -1;
  let cut = 0;
  for (let bar = -2; bar <= 1.5; bar += 0.1) {
    let f1 = 0;
    for (const shift of [-0.3, -0.15, 0, 0.15, 0.3]) {
      let hits = 0;
      let given = 0;
      let wanted = 0;
      scores.forEach((score, row) => {
        const weight = cost[row]!;
        if (y[row]! > 0) wanted += weight;
        if (score <= bar + shift) return;
        given += weight;
        if (y[row]! > 0) hits += weight;
      });
      f1 += (2 * hits) / Math.max(1, given + wanted);
    }
    if (f1 > best) {
      best = f1;
      cut = bar;
    }
  }
  return cut;
}

/** Decides one group by the others and says how well. */
function report(
  texts: readonly IntentText[],
  numbers: readonly Float64Array[],
  cost: readonly number[],
  groups: readonly number[],
  log: (line: string) => void,
): void {
  const held = texts.flatMap((_, index) => (groups[index] === 0 ? [index] : []));
  const rest = texts.flatMap((_, index) => (groups[index] === 0 ? [] : [index]));
  const decisions = decide(texts, numbers, cost, rest);
  const said = new Map(held.map((index) => [index, chooseIntents(decisions, numbers[index]!)]));
  for (const [part, isWhole] of REPORTED) {
    const mine = held.filter((index) => {
      const text = texts[index]!;
      return (text.isWhole === true) === isWhole && (part === 'all' ? text.part !== 'phrase' : text.part === part);
    });
    const weightOf = (index: number) => (part === 'all' ? cost[index]! : 1);
    let sum = 0;
    const cells = INTENTS.map((intent) => {
      let hits = 0;
      let given = 0;
      let wanted = 0;
      for (const index of mine) {
        const is = texts[index]!.intents.includes(intent);
        const says = said.get(index)!.includes(intent);
        if (is) wanted += weightOf(index);
        if (says) given += weightOf(index);
        if (is && says) hits += weightOf(index);
      }
      const f1 = (2 * hits) / Math.max(1, given + wanted);
      sum += f1;
      return `${intent} P ${pct(hits / Math.max(1, given))} R ${pct(hits / Math.max(1, wanted))} F1 ${pct(f1)}`;
    });
    let main = 0;
    for (const index of mine) if ((said.get(index)![0] ?? '') === (texts[index]!.intents[0] ?? '')) main += 1;
    log(
      `intent ${part}${isWhole ? '' : ', later'} (${mine.length}): ${cells.join('; ')}; macro F1 ${pct(sum / INTENTS.length)}; main ${pct(main / Math.max(1, mine.length))}`,
    );
  }
}

function pct(value: number): string {
  return (value * 100).toFixed(1);
}
