// What lessons teach the heads besides sentiment: intents, aspects and their side, neutrality, alarms and advertising.
import type { Lesson, ShopHead } from './adapt.contract.ts';
import { LESSON_COST } from './lesson-training.ts';
import { roundPart } from './shop-bytes.ts';
import { headLogit, lessonSays, SHOP_HEADS } from './shop-heads.ts';
import { ShopRows } from './shop-rows.ts';
import type { StudiedText } from './study.ts';

const HEAD_LIMIT = 512;
const MARGIN = 0.8;
const SHIFT_VALUE = 0.2;

/** A head for every question in which the base was wrong at least once. */
export function learnHeads(read: readonly { lesson: Lesson; text: StudiedText }[]): ShopHead[] {
  const known = read.filter(({ text }) => text.grams.length > 0);
  let rows: ShopRows | null = null;
  return SHOP_HEADS.flatMap((name) => {
    const y = new Int8Array(known.length);
    const offset = new Float64Array(known.length);
    let missed = false;
    known.forEach(({ lesson, text }, row) => {
      const says = lessonSays(name, lesson);
      const before = says === 0 ? null : headLogit(name, text.judgement);
      if (before === null) return;
      y[row] = says;
      offset[row] = before;
      if (before > 0 !== says > 0) missed = true;
    });
    if (!missed) return [];
    rows ??= new ShopRows(known.map(({ text }) => text));
    const cost = new Float64Array(known.length).fill(LESSON_COST);
    const fit = rows.fit(y, cost, offset, { margin: MARGIN, shiftValue: SHIFT_VALUE, epochs: 12 });
    const part = roundPart(rows.part(fit), HEAD_LIMIT);
    return part.buckets.length === 0 && part.shift === 0 ? [] : [{ name, ...part }];
  });
}
