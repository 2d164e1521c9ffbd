// Chooses the intents of a text from the row of numbers: those above their bars, the surest first.
import { kindOf, MARK_AT, REPROACH_AT, STRONG_WISH_AT, weigh } from './intent-evidence.ts';
import { INTENTS, type Intent } from './judge.contract.ts';

/** A decision of one intent: the weights of its numbers, and the score above which it is given. */
export interface IntentDecision {
  blend?: ArrayLike<number>;
  threshold: number;
}

/** The intents above their bars, the surest first, at most two. @param decisions in the order of `INTENTS`. */
export function chooseIntents(decisions: readonly IntentDecision[], numbers: ArrayLike<number>): Intent[] {
  let first = -1;
  let second = -1;
  let most = 0;
  let next = 0;
  const kind = kindOf(numbers);
  for (let index = 0; index < INTENTS.length; index += 1) {
    const decision = decisions[index];
    if (decision?.blend === undefined) continue;
    const lead = weigh(decision.blend, numbers, kind) - decision.threshold;
    if (lead <= 0) continue;
    if (first < 0 || lead > most) {
      second = first;
      next = most;
      first = index;
      most = lead;
    } else if (second < 0 || lead > next) {
      second = index;
      next = lead;
    }
  }
  if (first < 0) return [];
  const main = INTENTS[first]!;
  if (second < 0) return [main];
  const other = INTENTS[second]!;
  // "Why is it still not here" complains first and asks second.
  if (main === 'ask' && other === 'complain' && numbers[REPROACH_AT]! > 0) return [other, main];
  // "I hope you add ..." is a wish for the shop first, unless it is asked.
  if (main === 'ask' && other === 'suggest' && numbers[STRONG_WISH_AT]! > 0 && numbers[MARK_AT] === 0)
    return [other, main];
  return [main, other];
}
