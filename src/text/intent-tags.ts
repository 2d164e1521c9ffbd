// The word lists that tell a wish: which tags of the lexicon the intents listen to.
import type { Reading } from './reading.ts';

export interface IntentTags {
  question: number;
  weak: number;
  mark: number;
  rhetorical: number;
  request: number;
  suggest: number;
  suggestStrong: number;
  suggestNot: number;
  buy: number;
  buyAgain: number;
  buyPast: number;
  buyNot: number;
  thanks: number;
}

export function intentTags(reading: Reading): IntentTags {
  const tag = (name: string) => reading.tag(`cue.${name}`);
  return {
    question: tag('question'),
    weak: tag('question_weak'),
    mark: tag('question_mark'),
    rhetorical: tag('rhetorical'),
    request: tag('request'),
    suggest: tag('suggest'),
    suggestStrong: tag('suggest_strong'),
    suggestNot: tag('suggest_not'),
    buy: tag('buy'),
    buyAgain: tag('buy_again'),
    buyPast: tag('buy_past'),
    buyNot: tag('buy_not'),
    thanks: tag('thanks'),
  };
}
