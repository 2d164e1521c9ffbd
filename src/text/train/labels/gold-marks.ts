// Tells which texts belong to the gold, so that no training label is ever given to one of them or to its near copy.
import { existsSync, readFileSync } from 'node:fs';
import { copyKey } from '../read-sets.ts';
import { findTexts } from './find-texts.ts';
import type { LabelPlace } from './labels.contract.ts';

const GOLD_FOLD = 8;

function goldPlaces(): LabelPlace[] {
  return ['first', 'second']
    .map((pass) => new URL(`../../../../test/gold/${pass}.jsonl`, import.meta.url))
    .filter((file) => existsSync(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as LabelPlace),
    );
}

/** Keys of the gold; no labels are handed on. */
export function goldMarks(): { keys: ReadonlySet<string> } {
  return { keys: new Set(goldPlaces().map((place) => place.key)) };
}

/** {@link copyKey} of every gold text. @throws Error when the data is absent. */
export function goldCopies(): ReadonlySet<string> {
  const { found } = findTexts(goldPlaces(), (fold) => fold === GOLD_FOLD);
  return new Set(found.map((place) => copyKey(place.text)));
}
