// Learns a shop's weights from its lessons and its own texts, and keeps of them only what the lessons left out agree with.
import type { LearnReport, Lesson, ShopPart, ShopWeights } from './adapt.contract.ts';
import { learnHeads } from './learn-heads.ts';
import { LESSON_COST, learnAlone, learnTogether, type SideLesson, type Taught } from './lesson-training.ts';
import { withNeutral } from './neutral-check.ts';
import { NO_PART, PartScorer } from './parts.ts';
import {
  isPlausible,
  type OwnTexts,
  partOf,
  SELF_TRAINING_TEXTS,
  type SelfTraining,
  selfTrain,
} from './self-training.ts';
import { nameShop, roundPart } from './shop-bytes.ts';
import { ShopRows } from './shop-rows.ts';
import type { StudiedText, Study } from './study.ts';

/** Fewer lessons than this cannot judge what was learned. */
const JUDGING = 10;
/** By how many lessons less must be better than more to be preferred. */
const TOLERANCE = 1;
/** The newest lessons, which the report is about. */
const SHADOW = 200;
const PART_LIMIT = 60_000;
/** The label-free share keeps fewer weights, since it only serves until the shop's texts are read again. */
const COLUMN_LIMIT = 40_000;
/** More of a shop's different texts than this teach nothing new; they are taken evenly from all. */
export const TEXT_LIMIT = 6000;
/** Lessons needed to set the bar of doubt, and the share of right ones among what is not doubted. */
const BAR_LESSONS = 50;
const RIGHT_SHARE = 0.93;

export interface LearnInput {
  /** Over the base on which the weights are to stand. */
  study: Study;
  /** Oldest first; of two on one text the later holds. */
  lessons: readonly Lesson[];
  /** The shop's texts without labels, at least 800 to count; none keeps what `previous` learned from them. */
  unlabelled?: readonly string[];
  previous?: ShopWeights | null;
}

/**
 * The weights of a shop and what they are worth. Pure and deterministic: the same lessons and texts give the same bytes.
 * Lessons alone take milliseconds where the study has read them before; thousands of texts take about a second.
 */
export function learnShop(input: LearnInput): { weights: ShopWeights; report: LearnReport } {
  const { study } = input;
  const lessons = distinctLessons(input.lessons);
  const read = lessons.map((lesson) => ({ lesson, text: study.read(lesson.text) }));
  const sides = read.flatMap(({ lesson, text }): SideLesson[] => {
    if (text.grams.length === 0 || lesson.sentiment === undefined || lesson.sentiment === 'neutral') return [];
    return [{ text, y: lesson.sentiment === 'positive' ? 1 : -1 }];
  });
  const taught = new Set(lessons.map((lesson) => lesson.text));
  const texts = evenly(input.unlabelled ?? [], TEXT_LIMIT)
    .filter((text) => !taught.has(text))
    .map((text) => study.read(text))
    .filter((text) => text.grams.length > 0);
  const previous = input.previous?.base === study.base ? input.previous : null;
  const choice =
    texts.length + sides.length >= SELF_TRAINING_TEXTS && texts.length >= SELF_TRAINING_TEXTS / 2
      ? learnFromTexts(texts, sides)
      : learnFromLessons(sides, previous?.selfTrained ?? null);
  const sentiment = roundPart(choice.part, PART_LIMIT);
  const heads = learnHeads(read);
  const shadow = choice.shadow && withNeutral(choice.shadow, study, read, sentiment, SHADOW);
  const weights = nameShop({
    base: study.base,
    ...sentiment,
    doubtBar: choice.doubtBar,
    heads,
    selfTrained: choice.selfTrained,
  });
  return {
    weights,
    report: {
      lessons: lessons.length,
      unlabelled: texts.length,
      isSelfTrained: choice.selfTrained !== null,
      shadow,
      isLearned: choice.part !== NO_PART || heads.length > 0,
      isBetter: shadow === null ? null : shadow.shop > shadow.base,
      heads: heads.map((head) => head.name),
      changedShare: texts.length === 0 ? null : changedShare(texts, sentiment),
    },
  };
}

interface Choice {
  part: ShopPart;
  selfTrained: ShopPart | null;
  doubtBar: number | null;
  shadow: LearnReport['shadow'];
}

/** The shop's texts and its lessons together. */
function learnFromTexts(texts: readonly StudiedText[], sides: readonly SideLesson[]): Choice {
  const all = [...texts, ...sides.map((side) => side.text)];
  const own: OwnTexts = {
    rows: new ShopRows(all, 2, COLUMN_LIMIT),
    logits: Float64Array.from(all, (text) => text.logit),
    weighed: Float64Array.from(all, (text) => text.weighed),
    told: new Int8Array(all.length),
    lessonCost: LESSON_COST,
  };
  const labelFree = selfTrain(own);
  if (!isPlausible(own, labelFree)) return learnFromLessons(sides, null);
  const selfTrained = roundPart(partOf(own, labelFree), COLUMN_LIMIT);
  if (sides.length === 0) return { part: selfTrained, selfTrained, doubtBar: null, shadow: null };
  const lessonAt = sides.map((_, index) => texts.length + index);
  const withLessons = { ...own, told: Int8Array.from(all, (_, row) => sides[row - texts.length]?.y ?? 0) };
  const together = learnTogether(withLessons, lessonAt, sides, labelFree);
  return choose(sides, { part: selfTrained, unseen: unseenBy(own, labelFree, lessonAt) }, together, selfTrained);
}

function learnFromLessons(sides: readonly SideLesson[], selfTrained: ShopPart | null): Choice {
  if (sides.length === 0) return { part: selfTrained ?? NO_PART, selfTrained, doubtBar: null, shadow: null };
  const scorer = new PartScorer(selfTrained ?? NO_PART);
  const before = Float64Array.from(sides, ({ text }) => text.logit + scorer.score(text));
  const alone = learnAlone(sides, selfTrained);
  return choose(sides, { part: selfTrained ?? NO_PART, unseen: before }, alone, selfTrained);
}

function unseenBy(own: OwnTexts, learned: SelfTraining, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => own.logits[row]! + learned.shift + learned.worth * learned.unseen[row]!);
}

/** The most that was learned, unless the lessons, unseen, agree with less by more than one of them: one is no evidence. */
function choose(
  sides: readonly SideLesson[],
  labelFree: Taught,
  withLessons: Taught,
  selfTrained: ShopPart | null,
): Choice {
  if (sides.length < JUDGING) return { part: withLessons.part, selfTrained, doubtBar: null, shadow: null };
  const base: Taught = { part: NO_PART, unseen: Float64Array.from(sides, ({ text }) => text.logit) };
  const right = (one: Taught) => Math.round(sides.length * agreement(sides, one.unseen));
  let best = withLessons;
  for (const less of [labelFree, base]) if (right(less) > right(best) + TOLERANCE) best = less;
  // Without texts of the shop beside them lessons teach only where they show that they do.
  if (selfTrained === null && best === withLessons && right(base) >= right(best)) best = base;
  const from = Math.max(0, sides.length - SHADOW);
  const newest = sides.slice(from);
  return {
    part: best.part,
    selfTrained: best === base || right(labelFree) + TOLERANCE < right(base) ? null : selfTrained,
    doubtBar: doubtBar(sides, best.unseen),
    shadow: {
      lessons: newest.length,
      neutral: 0,
      base: agreement(newest, base.unseen.subarray(from)),
      shop: agreement(newest, best.unseen.subarray(from)),
    },
  };
}

/** The last word on every text, in order; what an earlier lesson said besides still holds. */
function distinctLessons(lessons: readonly Lesson[]): Lesson[] {
  const byText = new Map<string, Lesson>();
  for (const lesson of lessons) {
    const before = byText.get(lesson.text);
    byText.delete(lesson.text);
    byText.set(lesson.text, { ...before, ...lesson });
  }
  return [...byText.values()];
}

function evenly(texts: readonly string[], limit: number): string[] {
  const distinct = [...new Set(texts)];
  if (distinct.length <= limit) return distinct;
  return Array.from({ length: limit }, (_, index) => distinct[Math.floor((index * distinct.length) / limit)]!);
}

function agreement(sides: readonly SideLesson[], scores: Float64Array): number {
  let right = 0;
  sides.forEach(({ y }, index) => {
    if (scores[index]! > 0 === y > 0) right += 1;
  });
  return right / Math.max(1, sides.length);
}

function changedShare(texts: readonly StudiedText[], part: ShopPart): number {
  const scorer = new PartScorer(part);
  let changed = 0;
  for (const text of texts) if (text.logit + scorer.score(text) > 0 !== text.logit > 0) changed += 1;
  return changed / texts.length;
}

/** The lowest confidence from which on the lessons, unseen, were right often enough. */
function doubtBar(sides: readonly SideLesson[], scores: Float64Array): number | null {
  if (sides.length < BAR_LESSONS) return null;
  const order = sides
    .map(({ y }, index) => ({
      sure: 1 / (1 + Math.exp(-Math.abs(scores[index]!))),
      right: scores[index]! > 0 === y > 0,
    }))
    .sort((a, b) => b.sure - a.sure);
  let right = 0;
  let bar = 0.95;
  order.forEach((item, index) => {
    if (item.right) right += 1;
    if (index >= 20 && right / (index + 1) >= RIGHT_SHARE) bar = item.sure;
  });
  return Math.fround(Math.min(0.95, Math.max(0.55, bar)));
}
