// Learns a shop's weights from its lessons and its own texts, and keeps of them only what the lessons left out agree with.
import type { Judgement } from '../judge.contract.ts';
import type { LearnReport, Lesson, ShopHead, ShopPart, ShopWeights } from './adapt.contract.ts';
import { addParts, fitResidual, NO_PART, PartScorer, type ResidualRow } from './fit-residual.ts';
import { balance, changedShare, SELF_TRAINING_TEXTS, selfTrain } from './self-training.ts';
import { nameShop, roundPart } from './shop-bytes.ts';
import { headLogit, lessonSays, SHOP_HEADS } from './shop-heads.ts';
import type { StudiedText, Study } from './study.ts';

/** What a lesson weighs beside a text without a label. */
const LESSON_COST = 8;
const FOLDS = 5;
/** Below this many lessons on sentiment nothing can be left out for measuring. */
const MEASURABLE = 10;
const SHADOW = 200;
const PART_LIMIT = 32_768;
const HEAD_LIMIT = 1024;
/** Of what a shop's engine does not doubt, this share is to be right. */
const RIGHT_SHARE = 0.92;

export interface LearnInput {
  /** Over the base the weights are to stand on. */
  study: Study;
  /** Oldest first; of two on one text the later holds. */
  lessons: readonly Lesson[];
  /** The shop's texts without labels; none keeps what `previous` learned from them. */
  unlabelled?: readonly string[];
  previous?: ShopWeights | null;
}

interface Taught {
  lesson: Lesson;
  text: StudiedText;
}

/**
 * The weights of a shop and what they are worth. Pure and deterministic: the same lessons and texts give the same bytes.
 * About 0.3 ms a text that the study has not read yet, and 20 ms for 500 lessons that it has.
 */
export function learnShop(input: LearnInput): { weights: ShopWeights; report: LearnReport } {
  const { study } = input;
  const taught = distinctLessons(input.lessons).map((lesson) => ({ lesson, text: study.read(lesson.text) }));
  const texts = (input.unlabelled ?? []).map((text) => study.read(text)).filter((text) => text.grams.length > 0);
  const previous = input.previous?.base === study.base ? input.previous : null;
  const offered = texts.length >= SELF_TRAINING_TEXTS ? selfTrain(texts) : (previous?.selfTrained ?? null);

  const sided = taught.filter(({ lesson }) => lesson.sentiment === 'positive' || lesson.sentiment === 'negative');
  const choice = choose(sided, offered);
  const own = choice.useLessons ? learnSides(sided, choice.selfTrained) : NO_PART;
  const sentiment = roundPart(addParts(choice.selfTrained ?? NO_PART, own), PART_LIMIT);
  const heads = SHOP_HEADS.flatMap((name) => learnHead(name, taught) ?? []);
  const weights = nameShop({
    base: study.base,
    ...sentiment,
    doubtBar: choice.doubtBar,
    heads,
    selfTrained: choice.selfTrained === null ? null : roundPart(choice.selfTrained, PART_LIMIT),
  });
  return {
    weights,
    report: {
      lessons: taught.length,
      unlabelled: texts.length,
      isSelfTrained: choice.selfTrained !== null,
      shadow: choice.shadow,
      isBetter: choice.useLessons || choice.selfTrained !== null || heads.length > 0,
      heads: heads.map((head) => head.name),
      changedShare: texts.length === 0 ? null : changedShare(texts, sentiment),
    },
  };
}

/** The last lesson on every text, in order. */
function distinctLessons(lessons: readonly Lesson[]): Lesson[] {
  const byText = new Map<string, Lesson>();
  for (const lesson of lessons) {
    const before = byText.get(lesson.text);
    byText.delete(lesson.text);
    byText.set(lesson.text, { ...before, ...lesson });
  }
  return [...byText.values()];
}

interface Choice {
  selfTrained: ShopPart | null;
  useLessons: boolean;
  doubtBar: number | null;
  shadow: LearnReport['shadow'];
}

/** Measures what each step is worth on lessons it has not seen, and takes the simplest that is not worse. */
function choose(sided: readonly Taught[], offered: ShopPart | null): Choice {
  if (sided.length < MEASURABLE) {
    return { selfTrained: offered, useLessons: sided.length > 0, doubtBar: null, shadow: null };
  }
  const plain = sided.map(({ text }) => text.logit);
  const selfScores = offered === null ? plain : withPart(sided, offered, plain);
  const base = agreement(sided, plain);
  const selfTrained = offered !== null && agreement(sided, selfScores) >= base ? offered : null;
  const start = selfTrained === null ? plain : selfScores;
  const crossed = crossFit(sided, selfTrained);
  const useLessons = agreement(sided, crossed) >= agreement(sided, start);
  const final = useLessons ? crossed : start;
  const newest = Math.max(0, sided.length - SHADOW);
  const shadow = {
    lessons: sided.length - newest,
    base: agreement(sided.slice(newest), plain.slice(newest)),
    shop: agreement(sided.slice(newest), final.slice(newest)),
  };
  return { selfTrained, useLessons, doubtBar: doubtBar(sided, final), shadow };
}

/** Scores of every lesson by a fit that has not seen it. */
function crossFit(sided: readonly Taught[], before: ShopPart | null): number[] {
  const scores = sided.map(({ text }) => text.logit);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const part = learnSides(
      sided.filter((_, index) => index % FOLDS !== fold),
      before,
    );
    const scorer = new PartScorer(before === null ? part : addParts(before, part));
    sided.forEach(({ text }, index) => {
      if (index % FOLDS === fold) scores[index]! += scorer.score(text);
    });
  }
  return scores;
}

function withPart(sided: readonly Taught[], part: ShopPart, scores: readonly number[]): number[] {
  const scorer = new PartScorer(part);
  return sided.map(({ text }, index) => scores[index]! + scorer.score(text));
}

/** The correction that the lessons on sentiment ask for, on top of the label-free part. */
function learnSides(sided: readonly Taught[], before: ShopPart | null): ShopPart {
  const scorer = before === null ? null : new PartScorer(before);
  const rows: ResidualRow[] = sided.map(({ lesson, text }) => ({
    grams: text.grams,
    length: text.length,
    offset: text.logit + (scorer?.score(text) ?? 0),
    y: lesson.sentiment === 'positive' ? 1 : -1,
    cost: LESSON_COST,
  }));
  balance(rows);
  return fitResidual(rows, { margin: 1, shiftValue: 0.3 });
}

/** What the lessons say of one of the other heads; null when they say nothing the base did not. */
function learnHead(name: string, taught: readonly Taught[]): ShopHead | null {
  const rows: ResidualRow[] = [];
  let missed = false;
  for (const { lesson, text } of taught) {
    const y = lessonSays(name, lesson);
    const offset = y === 0 ? null : headLogit(name, text.judgement as Judgement);
    if (y === 0 || offset === null || text.grams.length === 0) continue;
    if (offset > 0 !== y > 0) missed = true;
    rows.push({ grams: text.grams, length: text.length, offset, y, cost: LESSON_COST });
  }
  if (!missed) return null;
  const part = roundPart(fitResidual(rows, { margin: 0.8, shiftValue: 0.2 }), HEAD_LIMIT);
  return { name, ...part };
}

function agreement(sided: readonly Taught[], scores: readonly number[]): number {
  if (sided.length === 0) return 0;
  let right = 0;
  sided.forEach(({ lesson }, index) => {
    if (scores[index]! > 0 === (lesson.sentiment === 'positive')) right += 1;
  });
  return right / sided.length;
}

/** The lowest confidence from which on the lessons left out were right often enough. */
function doubtBar(sided: readonly Taught[], scores: readonly number[]): number | null {
  if (sided.length < 50) return null;
  const order = sided
    .map(({ lesson }, index) => {
      const p = 1 / (1 + Math.exp(-scores[index]!));
      return { sure: Math.max(p, 1 - p), right: p > 0.5 === (lesson.sentiment === 'positive') };
    })
    .sort((a, b) => b.sure - a.sure);
  let right = 0;
  let bar = 0.95;
  order.forEach((item, index) => {
    if (item.right) right += 1;
    if (index >= 20 && right / (index + 1) >= RIGHT_SHARE) bar = item.sure;
  });
  return Math.round(1000 * Math.min(0.95, Math.max(0.55, bar))) / 1000;
}
