// Reads texts once for learning: their n-grams, and what the base thinks of them; kept, because lessons are learned again and again.
import { createEngine } from '../engine.ts';
import { FeatureReader } from '../features.ts';
import type { Judgement, TextEngine } from '../judge.contract.ts';
import type { TextModel } from '../model.ts';
import { Normaliser } from '../normalise.ts';
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
  const normaliser = new Normaliser();
  const features = new FeatureReader();
  const kept = new Map<string, StudiedText>();
  return {
    model,
    base: engine.version,
    read(text) {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const beginning = text.length > READ_LIMIT ? text.slice(0, READ_LIMIT) : text;
      const judgement = engine.judge(beginning);
      normaliser.run(beginning);
      features.run(normaliser.codes, normaliser.length);
      const studied: StudiedText = {
        grams: distinctGrams(features),
        length: inverseNorm(features.units),
        logit: logitOf(judgement.sentiment.probability),
        judgement,
      };
      if (kept.size >= limit) kept.delete(kept.keys().next().value as string);
      kept.set(text, studied);
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
