// Counts how lessons a person called neutral fare: two sides alone would not see what a shop's weights do to them.
import { createEngine } from '../engine.ts';
import type { LearnReport, Lesson, ShopPart } from './adapt.contract.ts';
import { addedUnseen } from './learn-heads.ts';
import { nameShop } from './shop-bytes.ts';
import { headLogit } from './shop-heads.ts';
import type { StudiedText, Study } from './study.ts';

type Shadow = NonNullable<LearnReport['shadow']>;

/**
 * The agreement with lessons for or against, and with the newest neutral ones beside them: right is who calls them neutral.
 * The sentiment's weights are not taught by neutral lessons, and the neutral head is asked by fits that did not see them.
 * @param limit how many of the neutral ones at most.
 */
export function withNeutral(
  sided: Shadow,
  study: Study,
  read: readonly { lesson: Lesson; text: StudiedText }[],
  sentiment: ShopPart,
  limit: number,
): Shadow {
  const known = read.filter(({ text }) => text.grams.length > 0);
  const neutral = [...known.keys()].filter((row) => known[row]!.lesson.sentiment === 'neutral').slice(-limit);
  if (neutral.length === 0) return sided;
  const unnamed = { base: study.base, ...sentiment, doubtBar: null, heads: [], selfTrained: null };
  const shop = createEngine(study.model, nameShop(unnamed));
  const added = addedUnseen('neutral', known);
  let base = sided.base * sided.lessons;
  let own = sided.shop * sided.lessons;
  for (const row of neutral) {
    const { lesson, text } = known[row]!;
    if (text.judgement.sentiment.label === 'neutral') base += 1;
    const judged = shop.judge(lesson.text, undefined, { explain: false });
    if (headLogit('neutral', judged)! + added[row]! > 0) own += 1;
  }
  const lessons = sided.lessons + neutral.length;
  return { lessons, neutral: neutral.length, base: base / lessons, shop: own / lessons };
}
