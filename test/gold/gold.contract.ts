// The form of our own gold: the same as that of a training label, with the parts and their least sizes.
import {
  ASPECTS,
  type Aspect,
  INTENTS,
  type Intent,
  type Polarity,
  SENTIMENTS,
  type SentimentLabel,
  URGENCY_REASONS,
  type UrgencyReason,
} from '../../src/text/judge.contract.ts';
import {
  faultsOf,
  type LabelPart,
  type LabelPlace,
  type LabelRow,
  PARTS,
  type ReadLabels,
} from '../../src/text/train/labels/labels.contract.ts';

export type { Aspect, Intent, Polarity, SentimentLabel, UrgencyReason };
export { ASPECTS, faultsOf, INTENTS, PARTS, SENTIMENTS, URGENCY_REASONS };

export type GoldPart = LabelPart;
export type GoldPlace = LabelPlace;
export type GoldLabels = ReadLabels;
export type GoldRow = LabelRow;

/** The least number of rows of each part. */
export const LEAST: Readonly<Record<GoldPart, number>> = { live: 500, review: 500, service: 300, english: 200 };

export interface GoldText extends GoldPlace {
  text: string;
}
