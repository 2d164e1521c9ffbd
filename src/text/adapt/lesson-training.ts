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
/** Worth of what lessons alone teach, before they were asked. */
const ALONE_WORTH = 1.5;
const WORTH_SPREAD = 1;
const SHIFT_SPREAD = 0.5;
/** Worth of what lessons alone teach where the shop's texts speak too, and how far lessons may shift the parts and the border. */
const LESSONS_WORTH = 0.5;
const LESSONS_SPREAD = 0.5;
const PART_SPREAD = 0.15;
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
  const { fit, added } = fitLessons(rows, y);
  const { worth, shift } = trust(lessons, offset, added, ALONE_WORTH);
  const part = rows.part(fit, worth);
  const own = addParts(before ?? NO_PART, { ...part, shift: part.shift + shift });
  return {
    part: insist(rows, rareAmong(lessons.length), lessons, own),
    unseen: offset.map((value, row) => value + worth * added[row]! + shift),
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
  const { fit, added } = fitLessons(
    rows,
    Int8Array.from(lessons, (lesson) => lesson.y),
  );
  const opinions = lessonAt.map((row, at) => [own.logits[row]! + learned.shift, shopSays(row), added[at]!, 1]);
  const [shop, alone, shift] = worths(opinions, lessons);
  const fromShop = { ...shopPart, shift: shopPart.shift * shop + learned.shift + shift };
  fromShop.weights = shopPart.weights.map((weight) => weight * shop);
  return {
    part: insist(own.rows, RARE_TEXTS, lessons, addParts(fromShop, rows.part(fit, alone))),
    unseen: Float64Array.from(opinions, (row) => row[0]! + shop * row[1]! + alone * row[2]! + shift),
  };
}

/** A fit to the lessons alone, and what fits that did not see a lesson say of it. */
function fitLessons(rows: ShopRows, y: Int8Array): { fit: LocalFit; added: Float64Array } {
  const cost = new Float64Array(y.length).fill(LESSON_COST);
  const options = { margin: 1, shiftValue: 0, epochs: 12 };
  const added = new Float64Array(y.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const used = y.map((label, row) => (row % FOLDS === fold ? 0 : label));
    const seen = rows.fit(used, balanced(used, cost), null, options);
    for (let row = fold; row < y.length; row += FOLDS) added[row] = rows.score(seen, row);
  }
  return { fit: rows.fit(y, balanced(y, cost), null, options), added };
}

/**
 * What the shop's texts, its lessons alone and a shift count beside the base. The base cannot be made quieter, so the others
 * are made louder instead; and all of it is first brought to the scale on which it is a chance.
 * @param opinions base, texts, lessons alone and 1, by lesson.
 */
function worths(opinions: readonly number[][], lessons: readonly SideLesson[]): [number, number, number] {
  const sides = lessons.map((lesson) => lesson.y);
  const sum = opinions.map((row) => [row[0]! + row[1]! + LESSONS_WORTH * row[2]!]);
  const scale = Math.max(0.1, combine(sum, sides, [{ worth: 0.7, spread: 0.5 }])[0]!);
  const found = combine(opinions, sides, [
    { worth: scale, spread: scale * PART_SPREAD },
    { worth: scale, spread: scale * PART_SPREAD },
    { worth: scale * LESSONS_WORTH, spread: scale * LESSONS_SPREAD },
    { worth: 0, spread: scale * BESIDE_SHIFT_SPREAD },
  ]);
  const base = Math.max(0.3 * scale, found[0]!);
  return [Math.max(0, found[1]! / base), Math.max(0, found[2]! / base), found[3]! / base];
}

function trust(lessons: readonly SideLesson[], offset: Float64Array, added: Float64Array, worth: number) {
  if (lessons.length < JUDGING) return { worth, shift: 0 };
  const witnesses: Witness[] = lessons.map(({ y }, row) => ({ offset: offset[row]!, added: added[row]!, y }));
  return stack(witnesses, { worth, worthSpread: WORTH_SPREAD, shiftSpread: SHIFT_SPREAD });
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
