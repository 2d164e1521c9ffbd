// Tells which texts belong to the gold, so that no training label is ever given to one of them or to its near copy.
import { existsSync, readFileSync } from 'node:fs';
import { copyKey } from '../read-sets.ts';
import { findTexts } from './find-texts.ts';
import type { LabelPlace } from './labels.contract.ts';
import { parseVoices } from './voices/read-voices.ts';

const GOLD_FOLD = 8;

function goldPlaces(): LabelPlace[] {
  return ['first', 'second'].flatMap((pass) => [
    ...goldFile(`${pass}.jsonl`)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LabelPlace),
    ...parseVoices(goldFile(`wider-${pass}.txt`)),
  ]);
}

function goldFile(name: string): string {
  const file = new URL(`../../../../test/gold/${name}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
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
