// Reads the texts that were labelled by reading for training, with their labels.
import { readdirSync, readFileSync } from 'node:fs';
import { once } from '../once.ts';
import { findTexts } from './find-texts.ts';
import type { LabelledText, LabelPlace, LabelRow } from './labels.contract.ts';

/** The folds that training may read. */
export const isTrainingFold = (fold: number) => fold < 8;

/** All rows of the label files, without their texts; of a text labelled in two files the first counts. */
export const readLabelRows = once((): readonly LabelRow[] => {
  const folder = new URL('./', import.meta.url).pathname;
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(`${folder}${name}`, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelRow);
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.key) && seen.add(row.key));
});

/**
 * Every labelled text that the data folder holds, in the order of the files: `{ text, part, set, key, sentiment, aspects,
 * intents, urgency }`. Rows whose text is not there are left out. @throws Error when the data is absent.
 */
export const readLabels = once((): readonly LabelledText[] => findTexts(readLabelRows(), isTrainingFold).found);

/** The texts of places that no file of whole labels holds. @throws Error when the data is absent. */
export function findUnlabelled<P extends LabelPlace>(places: readonly P[]): (P & { text: string })[] {
  const labelled = new Set(readLabelRows().map((row) => row.key));
  return findTexts(
    places.filter((place) => !labelled.has(place.key)),
    isTrainingFold,
  ).found;
}
