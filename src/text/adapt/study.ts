// Reads texts once for learning: their n-grams, and what the base thinks of them; kept, because lessons are learned again and again.
import { keepNewest } from '../../kit/keep-newest.ts';
import { createEngine } from '../engine.ts';
import type { FeatureReader } from '../features.ts';
import type { Judgement, TextEngine } from '../judge.contract.ts';
import type { TextModel } from '../model.ts';
import { Reading } from '../reading.ts';
import { Scorer } from '../scorer.ts';
import { inverseNorm } from './shop-residual.ts';

/** As much of a text as is learned from: what people say of a shop stands in the beginning. */
const READ_LIMIT = 4000;

export interface StudiedText {
  /** Distinct n-gram buckets. */
  grams: Uint32Array;
  /** Value of each of them. */
  length: number;
  /** Logit of P(positive | opinionated) by the words alone. */
  logit: number;
  /** The same by the trained weights alone, before idioms and themes: what divides a shop's texts best. */
  weighed: number;
  /** The base's judgement by the words alone. */
  judgement: Judgement;
}

/** What has been read for one base; texts beyond `limit` push out the oldest. */
export interface Study {
  readonly model: TextModel;
  /** `name@version` of the base. */
  readonly base: string;
  read(text: string): StudiedText;
}

/** A study over the weights of a base; keep it beside the base engine, so that teaching again costs no reading. */
export function createStudy(model: TextModel, limit = 4000): Study {
  const engine: TextEngine = createEngine(model);
  const reading = new Reading();
  const scorer = new Scorer({ ...model, header: { ...model.header, heads: [] } });
  const kept = new Map<string, StudiedText>();
  return {
    model,
    base: engine.version,
    read(text) {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const beginning = text.length > READ_LIMIT ? text.slice(0, READ_LIMIT) : text;
      const judgement = engine.judge(beginning);
      reading.run(beginning);
      scorer.run(reading.features, reading.clauseTo, reading.clauses);
      const studied: StudiedText = {
        grams: distinctGrams(reading.features),
        length: inverseNorm(reading.features.units),
        weighed: logitOf(scorer.probability(scorer.raw)),
        logit: logitOf(judgement.sentiment.probability),
        judgement,
      };
      kept.set(text, studied);
      keepNewest(kept, limit);
      return studied;
    },
  };
}

/** Every n-gram of the text that was read last, once, ascending. */
export function distinctGrams(features: FeatureReader): Uint32Array {
  const all = new Uint32Array(features.units * 3);
  let size = 0;
  for (let unit = 0; unit < features.units; unit += 1) {
    const grams = features.gramsAt(unit);
    for (let k = 0; k < grams; k += 1) all[size++] = features.gram[3 * unit + k]!;
  }
  const sorted = all.subarray(0, size).sort();
  let distinct = 0;
  for (let at = 0; at < size; at += 1) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[distinct++] = sorted[at]!;
  }
  return sorted.slice(0, distinct);
}

export function logitOf(probability: number): number {
  const bounded = Math.min(0.998, Math.max(0.002, probability));
  return Math.log(bounded / (1 - bounded));
}
