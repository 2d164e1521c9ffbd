// Decides between for, against and neither from the score, the tone heads and the words found, by weights learned in training.
import type { SentimentTags, Tone } from './judge-sentiment.ts';
import type { Reading } from './reading.ts';
import { type Scorer, sigmoid } from './scorer.ts';

/** Weights of the learned decision, in the model's header. */
export interface ToneWeights {
  /** Logit of "neither" over {@link ToneDecision.neutralNumbers}. */
  neutral: number[];
  /** Logit of "for" over {@link ToneDecision.sideNumbers}. */
  side: number[];
  /** Logit of "the label is right" over {@link ToneDecision.trustNumbers}. */
  trust: number[];
}

/** Without trained weights the words alone decide. */
const UNTRAINED: ToneWeights = { neutral: [1, 0, 0, 0, 0, -2, -2, 0, 0, -1], side: [0, 0, 0, 1], trust: [0, 1] };

/** How sharply the head that knows posts about life from voices about goods divides them, and where. */
const GATE = 8;
const GATE_SHIFT = 0.1;
const LIMIT = 3;
/** The head that knows a room's lines, and how sharply: viewers judge in a word or two, and mostly do not. */
export const ROOM_HEAD = 'intent.live';
const ROOM_GATE = 4;

/** Reusable; call `read` once a text, then the numbers hold what the decision sees of it. */
export class ToneDecision {
  readonly neutralNumbers = new Float64Array(23);
  readonly sideNumbers = new Float64Array(4);
  readonly trustNumbers = new Float64Array(5);
  private readonly social: number;
  private readonly calm: number;
  private readonly mood: number;
  private readonly plain: number;
  private readonly room: number;
  private readonly scorer: Scorer;
  private readonly weights: ToneWeights;

  constructor(scorer: Scorer, weights: ToneWeights = UNTRAINED) {
    this.scorer = scorer;
    this.weights = weights;
    this.social = scorer.headIndex('tone.social');
    this.calm = scorer.headIndex('tone.calm');
    this.mood = scorer.headIndex('tone.mood');
    this.plain = scorer.headIndex('tone.plain');
    this.room = scorer.headIndex(ROOM_HEAD);
  }

  /**
   * @param words logit of P(for | opinionated) by the sentiment head and the idioms.
   * @param themes sum of the leanings of the found themes.
   * @param shop what the shop's own weights add: it makes a judgement stronger or weaker; to the side it is added afterwards.
   */
  read(reading: Reading, tags: SentimentTags, tone: Tone, words: number, themes: number, shop = 0): void {
    const social = sigmoid(GATE * (this.head(this.social) + GATE_SHIFT));
    const goods = 1 - social;
    const room = goods * sigmoid(ROOM_GATE * this.head(this.room));
    const mood = this.head(this.mood);
    const plain = this.head(this.plain);
    const length = Math.log(1 + reading.units) - 3;
    const strength = Math.abs(words + shop) / 2;
    const asks = reading.has(tags.mark) || reading.has(tags.question);
    const cues = Math.min(3, tone.positive + tone.negative);
    const isShort = reading.units < 12 ? 1 : 0;
    const side = this.sideNumbers;
    side[0] = social;
    side[1] = social * words;
    side[2] = social * mood;
    side[3] = words;
    const neutral = this.neutralNumbers;
    neutral[0] = 1;
    neutral[1] = social;
    neutral[2] = social * this.head(this.calm);
    neutral[3] = social * Math.abs(mood);
    neutral[4] = goods * plain;
    neutral[5] = goods * strength;
    neutral[6] = social * strength;
    neutral[7] = asks ? goods : 0;
    neutral[8] = asks && cues === 0 ? goods : 0;
    neutral[9] = goods * cues;
    neutral[10] = cues === 0 && reading.has(tags.unjudged) ? goods : 0;
    neutral[11] = !asks && themes * (words + shop) > 0 ? goods : 0;
    neutral[12] = goods * length;
    neutral[13] = tone.positive > 0 && tone.negative > 0 ? goods : 0;
    neutral[14] = isShort * goods * strength;
    neutral[15] = social * length;
    neutral[16] = social * cues;
    neutral[17] = social * plain;
    neutral[18] = room;
    neutral[19] = room * plain;
    neutral[20] = room * strength;
    neutral[21] = room * cues;
    neutral[22] = asks ? room : 0;
  }

  /** Logit of "for" against "against", once the weights of the mood have spoken. */
  side(): number {
    return dot(this.weights.side, this.sideNumbers);
  }

  /** Logit of "neither". */
  neutral(): number {
    return dot(this.weights.neutral, this.neutralNumbers);
  }

  /** Chance that the label is right, once `neutral` and `side` are known. */
  trust(neutral: number, side: number): number {
    return sigmoid(dot(this.weights.trust, this.weigh(neutral, side)));
  }

  /** Puts the numbers of {@link trust} in place. */
  weigh(neutral: number, side: number): Float64Array {
    const numbers = this.trustNumbers;
    const isNeutral = neutral > 0 ? 1 : 0;
    numbers[0] = 1;
    numbers[1] = Math.min(6, Math.abs(side)) * (1 - isNeutral);
    numbers[2] = Math.min(6, Math.abs(neutral)) * (1 - isNeutral);
    numbers[3] = isNeutral;
    numbers[4] = Math.min(6, Math.abs(neutral)) * isNeutral;
    return numbers;
  }

  private head(index: number): number {
    const raw = index < 0 ? 0 : this.scorer.headRaw[index]!;
    return Math.max(-LIMIT, Math.min(LIMIT, raw));
  }
}

function dot(weights: readonly number[], numbers: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at += 1) sum += (weights[at] ?? 0) * numbers[at]!;
  return sum;
}
