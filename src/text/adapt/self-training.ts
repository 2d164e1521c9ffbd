// What a shop's own texts teach without labels: the words that go with the texts of which the base is sure.
import type { ShopPart } from './adapt.contract.ts';
import { divide, fitMixture } from './mixture.ts';
import type { LocalFit, ShopRows } from './shop-rows.ts';

/** Fewer texts than this say too little about a shop. */
export const SELF_TRAINING_TEXTS = 800;
const FOLDS = 4;
const ROUNDS = 4;
/** A score within this of the border labels nothing. */
const UNSURE = 1;
/** How much of the way to the border between the heaps the border moves, and how far at most. */
const CUT_SHARE = 0.4;
const CUT_LIMIT = 1.2;
const TEXT_COST = 0.3;
/** What the shop's own words count: the more the less they and the base agree, for then the base knows the shop badly. */
const WORTH_BY_DISSENT = 40;
const LEAST_WORTH = 1.5;
const MOST_WORTH = 7;
/** Guards: what is learned must not contradict the base where the base is certain, nor turn the shop upside down. */
const CERTAIN = 3;
const CERTAIN_DISSENT = 0.08;
const CHANGED = 0.2;
const RARER_SIDE = 0.03;

/** How the texts look before learning: a row of {@link ShopRows} each. */
export interface OwnTexts {
  rows: ShopRows;
  /** Logit of the base by row. */
  logits: Float64Array;
  /** Logit of the trained weights alone, by row. */
  weighed: Float64Array;
  /** Truth by row where a lesson told it, otherwise 0. */
  told: Int8Array;
  /** What a lesson costs beside a text without a label. */
  lessonCost: number;
}

export interface SelfTraining {
  /** Shift of the border. */
  shift: number;
  /** What the learned weights count. */
  worth: number;
  fit: LocalFit;
  /** By row, what a fit that did not see the row says of it; without worth and shift. */
  unseen: Float64Array;
}

/** Learns from pseudo-labels, each text labelled by fits that have not seen it; lessons take the place of their label. */
export function selfTrain(own: OwnTexts, from: SelfTraining | null = null): SelfTraining {
  const { logits } = own;
  const shift = from?.shift ?? startShift(own.weighed);
  let worth = from?.worth ?? LEAST_WORTH;
  let unseen = from?.unseen ?? new Float64Array(logits.length);
  for (let round = from === null ? 0 : 1; round < ROUNDS - 1; round += 1) {
    unseen = crossFit(own, labelsOf(own, unseen, worth, shift));
    if (from === null) worth = Math.min(MOST_WORTH, Math.max(LEAST_WORTH, WORTH_BY_DISSENT * dissent(logits, unseen)));
  }
  const labels = labelsOf(own, unseen, worth, shift);
  return { shift, worth, fit: fitTo(own, labels, -1), unseen: crossFit(own, labels) };
}

/** The weights as a part on top of the base. */
export function partOf(own: OwnTexts, learned: SelfTraining): ShopPart {
  const part = own.rows.part(learned.fit, learned.worth);
  return { ...part, shift: part.shift + learned.shift };
}

/** Whether what was learned hangs together with the base; the lessons, where there are any, have the last word later. */
export function isPlausible(own: OwnTexts, learned: SelfTraining): boolean {
  let certain = 0;
  let contradicted = 0;
  let changed = 0;
  let positive = 0;
  const count = own.logits.length;
  for (let row = 0; row < count; row += 1) {
    const before = own.logits[row]!;
    const after = before + learned.shift + learned.worth * learned.unseen[row]!;
    if (after > 0 !== before > 0) changed += 1;
    if (after > 0) positive += 1;
    if (Math.abs(before) < CERTAIN) continue;
    certain += 1;
    if (learned.unseen[row]! > 0 !== before > 0) contradicted += 1;
  }
  const rarer = Math.min(positive, count - positive) / count;
  return (
    certain >= count * 0.1 &&
    contradicted <= certain * CERTAIN_DISSENT &&
    changed <= count * CHANGED &&
    rarer >= RARER_SIDE
  );
}

function startShift(weighed: Float64Array): number {
  const cut = CUT_SHARE * divide(fitMixture(Array.from(weighed)));
  return -Math.max(-CUT_LIMIT, Math.min(CUT_LIMIT, cut));
}

function labelsOf(own: OwnTexts, unseen: Float64Array, worth: number, shift: number): Int8Array {
  return Int8Array.from(own.logits, (logit, row) => {
    if (own.told[row] !== 0) return own.told[row]!;
    const score = logit + shift + worth * unseen[row]!;
    return Math.abs(score) <= UNSURE ? 0 : score > 0 ? 1 : -1;
  });
}

function crossFit(own: OwnTexts, labels: Int8Array): Float64Array {
  const unseen = new Float64Array(labels.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const fit = fitTo(own, labels, fold);
    for (let row = fold; row < labels.length; row += FOLDS) unseen[row] = own.rows.score(fit, row);
  }
  return unseen;
}

/** @param fold rows to leave out, -1 for none. */
function fitTo(own: OwnTexts, labels: Int8Array, fold: number): LocalFit {
  const used = labels.map((label, row) => (fold >= 0 && row % FOLDS === fold ? 0 : label));
  const cost = Float64Array.from(used, (_, row) => TEXT_COST * (own.told[row] === 0 ? 1 : own.lessonCost));
  return own.rows.fit(used, balanced(used, cost), null, { margin: 1, shiftValue: 0, epochs: 8 });
}

/** Costs under which both sides count the same in sum. */
export function balanced(y: Int8Array, cost: Float64Array): Float64Array {
  let positive = 0;
  let all = 0;
  y.forEach((label, row) => {
    if (label === 0) return;
    all += cost[row]!;
    if (label > 0) positive += cost[row]!;
  });
  const share = Math.min(0.85, Math.max(0.15, positive / Math.max(1e-9, all)));
  return cost.map((value, row) => (value * 0.5) / (y[row]! > 0 ? share : 1 - share));
}

/** How often the shop's own words and the base disagree. */
function dissent(logits: Float64Array, unseen: Float64Array): number {
  let count = 0;
  logits.forEach((logit, row) => {
    if (logit > 0 !== unseen[row]! > 0) count += 1;
  });
  return count / Math.max(1, logits.length);
}
