// What a shop's lessons on for-or-against teach, together with its texts when there are enough, and how they fare unseen.
import type { ShopPart } from './adapt.contract.ts';
import { combine } from './combine.ts';
import { addParts, NO_PART, PartScorer } from './parts.ts';
import { balanced, type OwnTexts, type SelfTraining, selfTrain } from './self-training.ts';
import { type LocalFit, ShopRows } from './shop-rows.ts';
import { stack, type Witness } from './stack.ts';
import type { StudiedText } from './study.ts';

/** What a lesson counts beside a text without a label. */
export const LESSON_COST = 8;
const FOLDS = 5;
/** Worth of what lessons alone teach, before they were asked, and how far they may move it. */
const ALONE_WORTH = 1.5;
const ALONE_SPREAD = 1;
/** The same of what they teach of only that which base and earlier learning leave unsaid. */
const REST_WORTH = 1;
const REST_SPREAD = 0.3;
const SHIFT_SPREAD = 0.5;
/** The base itself stays as it is. */
const FIXED_SPREAD = 1e-4;
/** The same worths where the shop's texts speak too; and how far lessons may shift the parts and the border. */
const LESSONS_WORTH = 0.5;
const LESSONS_SPREAD = 0.5;
const UNSAID_COST = 1;
const UNSAID_WORTH = 0.5;
const UNSAID_SPREAD = 0.1;
const PART_SPREAD = 0.05;
const BESIDE_SHIFT_SPREAD = 0.3;
/** Below this many the worth is taken as given: they cannot judge themselves. */
const JUDGING = 10;
/** How firmly a lesson's own text, and what is nearly the same, comes to the lesson's side. */
const INSIST_COST = 40;
const INSIST_MARGIN = 0.2;
/** The first lessons are pushed further: those like them, which share most of their n-grams, shall follow. */
const FIRST_MARGIN = 0.8;
const FIRST_LESSONS = 50;
/** In how many texts of the shop an n-gram of a near copy may stand. */
const RARE_TEXTS = 3;

export interface SideLesson {
  text: StudiedText;
  y: 1 | -1;
}

export interface Taught {
  part: ShopPart;
  /** Score of every lesson by fits that did not see it. */
  unseen: Float64Array;
}

/** Lessons without the shop's other texts, on top of a label-free part where there is one. */
export function learnAlone(lessons: readonly SideLesson[], before: ShopPart | null): Taught {
  const scorer = before === null ? null : new PartScorer(before);
  const offset = Float64Array.from(lessons, ({ text }) => text.logit + (scorer?.score(text) ?? 0));
  const rows = new ShopRows(lessons.map(({ text }) => text));
  const y = Int8Array.from(lessons, (lesson) => lesson.y);
  const lessonFit = fitLessons(rows, y, LESSON_COST);
  const restFit = fitLessons(rows, y, LESSON_COST, offset);
  const opinions = lessons.map((_, row) => [offset[row]!, lessonFit.added[row]!, restFit.added[row]!, 1]);
  const { alone, rest, shift } = trust(opinions, lessons);
  const part = addParts(rows.part(lessonFit.fit, alone), rows.part(restFit.fit, rest));
  const own = addParts(before ?? NO_PART, { ...part, shift: part.shift + shift });
  return {
    part: insist(rows, rareAmong(lessons.length), lessons, own),
    unseen: Float64Array.from(opinions, (row) => row[0]! + alone * row[1]! + rest * row[2]! + shift),
  };
}

/**
 * Lessons together with the shop's texts.
 * @param lessonAt row of each lesson.
 */
export function learnTogether(
  own: OwnTexts,
  lessonAt: readonly number[],
  lessons: readonly SideLesson[],
  labelFree: SelfTraining,
): Taught {
  const border = trustBorder(own, lessonAt, lessons, labelFree);
  const learned = selfTrain(own, { ...labelFree, shift: labelFree.shift + border });
  const shopSays = (row: number) => learned.worth * learned.unseen[row]!;
  const shopPart = own.rows.part(learned.fit, learned.worth);
  if (lessons.length < JUDGING) {
    const part = { ...shopPart, shift: shopPart.shift + learned.shift };
    return {
      part: insist(own.rows, RARE_TEXTS, lessons, part),
      unseen: Float64Array.from(lessonAt, (row) => own.logits[row]! + learned.shift + shopSays(row)),
    };
  }
  const rows = new ShopRows(lessons.map(({ text }) => text));
  const y = Int8Array.from(lessons, (lesson) => lesson.y);
  const said = Float64Array.from(lessonAt, (row) => {
    return own.logits[row]! + labelFree.shift + labelFree.worth * labelFree.unseen[row]!;
  });
  const lessonFit = fitLessons(rows, y, LESSON_COST);
  const unsaidFit = fitLessons(rows, y, UNSAID_COST, said);
  const opinions = lessonAt.map((row, at) => {
    return [own.logits[row]! + learned.shift, shopSays(row), lessonFit.added[at]!, unsaidFit.added[at]!, 1];
  });
  const { shop, alone, unsaid, shift } = worths(opinions, lessons);
  const fromShop = { ...shopPart, shift: shopPart.shift * shop + learned.shift + shift };
  fromShop.weights = shopPart.weights.map((weight) => weight * shop);
  const fromLessons = addParts(rows.part(lessonFit.fit, alone), rows.part(unsaidFit.fit, unsaid));
  return {
    part: insist(own.rows, RARE_TEXTS, lessons, addParts(fromShop, fromLessons)),
    unseen: Float64Array.from(opinions, (row) => {
      return row[0]! + shop * row[1]! + alone * row[2]! + unsaid * row[3]! + shift;
    }),
  };
}

/**
 * A fit to the lessons alone, and what fits that did not see a lesson say of it.
 * @param offset what is said of them already, so that only the rest is learned.
 */
function fitLessons(
  rows: ShopRows,
  y: Int8Array,
  lessonCost: number,
  offset: Float64Array | null = null,
): { fit: LocalFit; added: Float64Array } {
  const cost = new Float64Array(y.length).fill(lessonCost);
  const options = { margin: 1, shiftValue: 0, epochs: 12 };
  const added = new Float64Array(y.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const used = y.map((label, row) => (row % FOLDS === fold ? 0 : label));
    const seen = rows.fit(used, balanced(used, cost), offset, options);
    for (let row = fold; row < y.length; row += FOLDS) added[row] = rows.score(seen, row);
  }
  return { fit: rows.fit(y, balanced(y, cost), offset, options), added };
}

/**
 * What the shop's texts, its lessons alone, the unsaid rest and a shift count beside the base. The base cannot be made
 * quieter, so the others are made louder instead; and all of it is first brought to the scale on which it is a chance.
 * @param opinions base, texts, lessons alone, the unsaid rest and 1, by lesson.
 */
function worths(opinions: readonly number[][], lessons: readonly SideLesson[]) {
  const sides = lessons.map((lesson) => lesson.y);
  const sum = opinions.map((row) => [row[0]! + row[1]! + LESSONS_WORTH * row[2]! + UNSAID_WORTH * row[3]!]);
  const scale = Math.max(0.1, combine(sum, sides, [{ worth: 0.7, spread: 0.5 }])[0]!);
  const found = combine(opinions, sides, [
    { worth: scale, spread: scale * PART_SPREAD },
    { worth: scale, spread: scale * PART_SPREAD },
    { worth: scale * LESSONS_WORTH, spread: scale * LESSONS_SPREAD },
    { worth: scale * UNSAID_WORTH, spread: scale * UNSAID_SPREAD },
    { worth: 0, spread: scale * BESIDE_SHIFT_SPREAD },
  ]);
  const base = Math.max(0.3 * scale, found[0]!);
  const beside = (at: number) => Math.max(0, found[at]! / base);
  return { shop: beside(1), alone: beside(2), unsaid: beside(3), shift: found[4]! / base };
}

/** @param opinions base, lessons alone, the unsaid rest and 1, by lesson. */
function trust(opinions: readonly number[][], lessons: readonly SideLesson[]) {
  if (lessons.length < JUDGING) return { alone: ALONE_WORTH, rest: 0, shift: 0 };
  const found = combine(
    opinions,
    lessons.map((lesson) => lesson.y),
    [
      { worth: 1, spread: FIXED_SPREAD },
      { worth: ALONE_WORTH, spread: ALONE_SPREAD },
      { worth: REST_WORTH, spread: REST_SPREAD },
      { worth: 0, spread: SHIFT_SPREAD },
    ],
  );
  return { alone: Math.max(0, found[1]!), rest: Math.max(0, found[2]!), shift: found[3]! };
}

/** Where the lessons put the border of the base, before the texts are labelled by it. */
function trustBorder(
  own: OwnTexts,
  lessonAt: readonly number[],
  lessons: readonly SideLesson[],
  labelFree: SelfTraining,
): number {
  if (lessons.length < JUDGING) return 0;
  const witnesses = lessons.map(({ y }, at): Witness => {
    return { offset: own.logits[lessonAt[at]!]! + labelFree.shift, added: 0, y };
  });
  return stack(witnesses, { worth: 0, worthSpread: 1, shiftSpread: SHIFT_SPREAD }).shift;
}

/** In how many of the lessons an n-gram of a near copy may stand: while they are few, what they share is what they teach. */
function rareAmong(lessons: number): number {
  return lessons < FIRST_LESSONS ? lessons : Math.max(3, Math.floor(lessons * 0.03));
}

/**
 * A last push for the lessons that still come out on the other side: who corrects a text expects to see it. It goes to the
 * rare n-grams only, so that the same and nearly the same texts follow and the rest of the shop stays as it is.
 */
function insist(rows: ShopRows, times: number, lessons: readonly SideLesson[], part: ShopPart): ShopPart {
  const scorer = new PartScorer(part);
  const rare = new ShopRows(lessons.map(({ text }) => rows.rareOf(text, times)));
  const y = Int8Array.from(lessons, (lesson) => lesson.y);
  const offset = Float64Array.from(lessons, ({ text }) => text.logit + scorer.score(text));
  const cost = new Float64Array(y.length).fill(INSIST_COST);
  const margin = lessons.length < FIRST_LESSONS ? FIRST_MARGIN : INSIST_MARGIN;
  return addParts(part, rare.part(rare.fit(y, cost, offset, { margin, shiftValue: 0, epochs: 12 })));
}
