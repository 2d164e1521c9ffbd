// What lessons teach the heads besides sentiment: intents, aspects and their side, neutrality, alarms and advertising.
import type { Lesson, ShopHead, ShopPart } from './adapt.contract.ts';
import { LESSON_COST } from './lesson-training.ts';
import { roundPart } from './shop-bytes.ts';
import { headLogit, isGuarded, lessonSays, NEAR, SHOP_HEADS } from './shop-heads.ts';
import { ShopRows } from './shop-rows.ts';
import type { StudiedText } from './study.ts';

const HEAD_LIMIT = 512;
const MARGIN = 0.8;
const SHIFT_VALUE = 0.2;
/** So many lessons that contradict the base in the same way are a rule; fewer speak for their near copies alone. */
const AGREEING = 3;
const FOLDS = 5;
const NEAR_COST = 40;
const NEAR_LIMIT = 4096;
const OPTIONS = { margin: MARGIN, shiftValue: SHIFT_VALUE, epochs: 12 };

/** A head for every question in which the base was wrong at least once. */
export function learnHeads(read: readonly { lesson: Lesson; text: StudiedText }[]): ShopHead[] {
  const known = read.filter(({ text }) => text.grams.length > 0);
  const rows = onDemand(() => new ShopRows(known.map(({ text }) => text)));
  return SHOP_HEADS.flatMap((name) => {
    const told = answersOf(name, known);
    if (!told.missed.some((miss) => miss !== 0)) return [];
    const near = told.y.map((_, row) => (isGuarded(name) && isLonely(told, row) ? told.y[row]! : 0));
    const rule = told.y.map((says, row) => (near[row] === 0 ? says : 0));
    const heads: ShopHead[] = [];
    if (rule.some((says, row) => says !== 0 && told.missed[row] !== 0)) {
      const holds = !isGuarded(name) || holdsUnseen(rows(), rule, told.offset);
      if (holds) heads.push(...headOf(name, rows().part(fitted(rows(), rule, told.offset)), HEAD_LIMIT));
      else near.set(told.missed);
    }
    if (near.some((says) => says !== 0)) heads.push(...headOf(NEAR + name, nearPart(rows(), near), NEAR_LIMIT));
    return heads;
  });
}

/** What fits that did not see a lesson add to the logit of this head for it. */
export function addedUnseen(name: string, known: readonly { lesson: Lesson; text: StudiedText }[]): Float64Array {
  const { y, offset, missed } = answersOf(name, known);
  if (!missed.some((miss) => miss !== 0)) return new Float64Array(known.length);
  return unseenBy(new ShopRows(known.map(({ text }) => text)), y, offset);
}

function unseenBy(rows: ShopRows, y: Int8Array, offset: Float64Array): Float64Array {
  const added = new Float64Array(y.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const used = y.map((says, row) => (row % FOLDS === fold ? 0 : says));
    const seen = fitted(rows, used, offset);
    for (let row = fold; row < y.length; row += FOLDS) added[row] = rows.score(seen, row);
  }
  return added;
}

interface Answers {
  /** What the lessons say: 1, -1, or 0 for nothing. */
  y: Int8Array;
  /** What the base said, as a logit. */
  offset: Float64Array;
  /** What a lesson says where the base said the opposite; 0 elsewhere. */
  missed: Int8Array;
}

function answersOf(name: string, known: readonly { lesson: Lesson; text: StudiedText }[]): Answers {
  const y = new Int8Array(known.length);
  const offset = new Float64Array(known.length);
  const missed = new Int8Array(known.length);
  known.forEach(({ lesson, text }, row) => {
    const says = lessonSays(name, lesson);
    const before = says === 0 ? null : headLogit(name, text.judgement);
    if (before === null) return;
    y[row] = says;
    offset[row] = before;
    if (before > 0 !== says > 0) missed[row] = says;
  });
  return { y, offset, missed };
}

/** Too few others contradict the base in the same way. */
function isLonely({ missed }: Answers, row: number): boolean {
  return missed[row] !== 0 && missed.filter((says) => says === missed[row]).length < AGREEING;
}

/** Whether lessons that were left out agree with the rule at least as often as with the base. */
function holdsUnseen(rows: ShopRows, y: Int8Array, offset: Float64Array): boolean {
  const added = unseenBy(rows, y, offset);
  let gained = 0;
  y.forEach((says, row) => {
    if (says === 0) return;
    gained += Number(offset[row]! + added[row]! > 0 === says > 0) - Number(offset[row]! > 0 === says > 0);
  });
  return gained >= 0;
}

function fitted(rows: ShopRows, y: Int8Array, offset: Float64Array) {
  return rows.fit(y, new Float64Array(y.length).fill(LESSON_COST), offset, OPTIONS);
}

/** Weights under which each of these lessons scores about 1 or -1, and another text as much of it as it repeats. */
function nearPart(rows: ShopRows, y: Int8Array): ShopPart {
  const cost = new Float64Array(y.length).fill(NEAR_COST);
  return rows.part(rows.fit(y, cost, null, { margin: 1, shiftValue: 0, epochs: 12 }));
}

function headOf(name: string, part: ShopPart, limit: number): ShopHead[] {
  const rounded = roundPart(part, limit);
  return rounded.buckets.length === 0 && rounded.shift === 0 ? [] : [{ name, ...rounded }];
}

function onDemand<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
