// What a shop teaches the engine, and what comes of it: the shape every caller may rely on.
import type { Aspect, Intent, Polarity, SentimentLabel } from '../judge.contract.ts';

/** One text about which a person of the shop decided something; fields that are absent were not looked at. */
export interface Lesson {
  text: string;
  rating?: number | null;
  channel?: string;
  sentiment?: SentimentLabel;
  /** All that hold; an empty list says that none does. */
  intents?: readonly Intent[];
  /** All that hold; an empty list says that none does. */
  aspects?: readonly { aspect: Aspect; polarity: Polarity }[];
  isUrgent?: boolean;
  isSpam?: boolean;
}

/** Weights of one shop on top of the immutable base; made by `learnShop`, kept as bytes by `writeShop` and `readShop`. */
export interface ShopWeights {
  format: 1;
  /** The engine these weights were learned on, `name@version`; on another they are void. */
  base: string;
  /** First eight hex digits of the SHA-256 of the bytes: part of the engine's version when the shop is applied. */
  id: string;
  /** Moves the sentiment's logit; positive makes the shop's texts more positive. */
  shift: number;
  /** Sentiment residual: n-gram bucket → weight, at most 65,536. */
  buckets: Uint32Array;
  weights: Float32Array;
  /** Confidence below which this shop's texts are doubtful; null keeps the bar of the base. */
  doubtBar: number | null;
  /** Residuals of sparse heads by name: a shift of the raw score and weights by bucket. */
  heads: readonly ShopHead[];
  /** The label-free share of `shift` and `weights`, kept so that new lessons can be learned without the shop's texts. */
  selfTrained: ShopPart | null;
}

/** A shift and weights by n-gram bucket, ascending. */
export interface ShopPart {
  shift: number;
  buckets: Uint32Array;
  weights: Float32Array;
}

/**
 * `neutral`, `spam`, `urgent`, `intent.<intent>`, `aspect.<aspect>` (whether it is spoken of) or `side.<aspect>` (for or against);
 * with `near.` before it, what lessons too few for a rule say of their near copies.
 */
export interface ShopHead extends ShopPart {
  name: string;
}

/** What was learned, and whether it helped: measured on lessons that were left out of the learning. */
export interface LearnReport {
  lessons: number;
  unlabelled: number;
  /** Whether the label-free part was kept; it is dropped when the lessons agree less with it. */
  isSelfTrained: boolean;
  /**
   * Agreement with the newest lessons (at most 200 for or against, and the newest neutral ones) held out of the fit: base,
   * this shop's weights. 0-1; null with fewer than ten for or against. `neutral` of the lessons were called neutral.
   */
  shadow: { lessons: number; neutral: number; base: number; shop: number } | null;
  /** Whether the weights say anything besides the base; not where the held-out lessons agreed more with the base. */
  isLearned: boolean;
  /** Whether the lessons of `shadow` agree more with the shop's weights than with the base; null where nothing was measured. */
  isBetter: boolean | null;
  /** Names of the heads besides sentiment that learned something. */
  heads: string[];
  /** How often the shop's weights decide otherwise than the base on its unlabelled texts, 0-1; null without texts. */
  changedShare: number | null;
}
