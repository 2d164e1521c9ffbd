// Finds the texts of the gold in the shared data, in the fold that training never reads.
import { findTexts, type SourceText, textsOf } from '../../src/text/train/labels/find-texts.ts';
import type { GoldPlace, GoldText } from './gold.contract.ts';

/** Training reads folds 0-7; the gold is taken from this one alone. */
export const GOLD_FOLD = 8;

const inGold = (fold: number) => fold === GOLD_FOLD;

/** Every text of a set that the gold may hold, in the order of the file. @throws Error when the data is absent. */
export function sourceTexts(set: string): SourceText[] {
  return textsOf(set, inGold);
}

/** The texts of gold places, in their order, with what could not be found. @throws Error when the data is absent. */
export function resolveTexts<P extends GoldPlace>(places: readonly P[]): { found: (P & GoldText)[]; missing: P[] } {
  return findTexts(places, inGold);
}
