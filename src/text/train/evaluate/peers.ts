// What somebody would take from npm instead, asked the same question on the same rows in the same run.
import { createRequire } from 'node:module';
import type { Row } from '../read-sets.ts';
import { rateOf } from './rates.ts';
import { percent } from './score.ts';

export interface Peer {
  name: string;
  /** Share of texts it decides at all, percent. */
  decided: number;
  /** Right of all texts, undecided counted as half right, percent. */
  accuracy: number;
  perSecond: number;
}

/** Above 0 is positive, below is negative, 0 is undecided. */
type Say = (text: string) => number;

const load = createRequire(import.meta.url);

export function jiebaWords(): (text: string) => string[] {
  const { Jieba } = load('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { dict } = load('@node-rs/jieba/dict') as { dict: Uint8Array };
  const jieba = Jieba.withDict(dict);
  return (text) => jieba.cut(text, true);
}

/** Multinomial naive Bayes with add-one smoothing over the given words. */
export function naiveBayes(rows: readonly Row[], words: (text: string) => string[]): Say {
  const counts = [new Map<string, number>(), new Map<string, number>()] as const;
  const totals: [number, number] = [0, 0];
  for (const row of rows) {
    const side = Number(row.y) === 1 ? 1 : 0;
    for (const word of words(row.t)) {
      counts[side].set(word, (counts[side].get(word) ?? 0) + 1);
      totals[side] += 1;
    }
  }
  const vocabulary = new Set([...counts[0].keys(), ...counts[1].keys()]).size;
  return (text) => {
    let score = 0;
    for (const word of words(text)) {
      score += Math.log(((counts[1].get(word) ?? 0) + 1) / (totals[1] + vocabulary));
      score -= Math.log(((counts[0].get(word) ?? 0) + 1) / (totals[0] + vocabulary));
    }
    return score;
  };
}

export function ask(name: string, rows: readonly Row[], say: Say): Peer {
  let decided = 0;
  let right = 0;
  for (const row of rows) {
    const said = say(row.t);
    if (said !== 0) decided += 1;
    right += said === 0 ? 0.5 : said > 0 === (Number(row.y) === 1) ? 1 : 0;
  }
  const texts = rows.slice(0, 3000).map((row) => row.t);
  return {
    name,
    decided: percent(decided / Math.max(1, rows.length)),
    accuracy: percent(right / Math.max(1, rows.length)),
    perSecond: rateOf(texts, say, 2).perSecond,
  };
}

/** The packages that are not trained. */
export function readyMade(): Readonly<Record<string, Say>> {
  const Sentiment = load('sentiment') as new () => { analyze(text: string): { score: number } };
  const sentiment = new Sentiment();
  const { SentimentIntensityAnalyzer } = load('vader-sentiment') as {
    SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
  };
  return {
    sentiment: (text) => sentiment.analyze(text).score,
    'vader-sentiment': (text) => SentimentIntensityAnalyzer.polarity_scores(text).compound,
  };
}
