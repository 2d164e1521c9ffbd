// The judgement in force: what the engine said, overlaid with what people corrected.
import { CORRECTION_VALUES, type CorrectableLabel } from './judgement.contract.ts';

export interface EffectiveAspect {
  aspect: string;
  polarity: number;
  span: readonly [number, number] | null;
  confidence: number;
}

/** An aspect as it is stored: start and end are -1 where it names no words. */
export type PackedAspect = [aspect: string, polarity: number, start: number, end: number, confidence: number];

export function packAspects(aspects: readonly EffectiveAspect[]): PackedAspect[] {
  return aspects.map(({ aspect, polarity, span, confidence }) => [
    aspect,
    polarity,
    span ? span[0] : -1,
    span ? span[1] : -1,
    confidence,
  ]);
}

export function unpackAspects(packed: readonly PackedAspect[]): EffectiveAspect[] {
  return packed.map(([aspect, polarity, start, end, confidence]) => ({
    aspect,
    polarity,
    span: start < 0 ? null : [start, end],
    confidence,
  }));
}

/** The labels of a judgement, by the engine or in force. */
export interface Labels {
  sentiment: 'positive' | 'neutral' | 'negative';
  sentimentScore: number;
  class: 'positive' | 'neutral' | 'negative' | 'urgent' | 'latent';
  intents: string[];
  themes: string[];
  aspects: EffectiveAspect[];
  urgencyLevel: 'none' | 'high';
  urgencyReason: string | null;
  spamScore: number;
}

/** Values by label, each of the shape of `CORRECTION_VALUES`. */
export type Corrections = Partial<Record<CorrectableLabel, unknown>>;

const SCORE = { positive: 1, neutral: 0, negative: -1 } as const;

/**
 * Lays corrections over what the engine said. The class follows a corrected sentiment or urgency unless it is corrected
 * itself: nobody should have to say the same thing twice.
 */
export function effectiveLabels(machine: Labels, corrections: Corrections): Labels {
  const labels: Labels = { ...machine };
  if (corrections.sentiment !== undefined) {
    labels.sentiment = CORRECTION_VALUES.sentiment.parse(corrections.sentiment);
    labels.sentimentScore = SCORE[labels.sentiment];
    if (labels.class !== 'urgent') labels.class = labels.sentiment;
  }
  if (corrections.urgency !== undefined) {
    labels.urgencyReason = CORRECTION_VALUES.urgency.parse(corrections.urgency);
    labels.urgencyLevel = labels.urgencyReason === null ? 'none' : 'high';
    if (labels.urgencyReason !== null) labels.class = 'urgent';
    else if (labels.class === 'urgent') labels.class = labels.sentiment;
  }
  if (corrections.class !== undefined) labels.class = CORRECTION_VALUES.class.parse(corrections.class);
  if (corrections.intents !== undefined) labels.intents = CORRECTION_VALUES.intents.parse(corrections.intents);
  if (corrections.themes !== undefined) labels.themes = CORRECTION_VALUES.themes.parse(corrections.themes);
  if (corrections.aspects !== undefined) {
    labels.aspects = CORRECTION_VALUES.aspects
      .parse(corrections.aspects)
      .map((item) => ({ ...item, span: null, confidence: 1 }));
  }
  if (corrections.spam !== undefined) labels.spamScore = CORRECTION_VALUES.spam.parse(corrections.spam) ? 1 : 0;
  return labels;
}

/** The value of one label in the shape in which it is corrected. */
export function labelValue(labels: Labels, label: CorrectableLabel): unknown {
  switch (label) {
    case 'sentiment':
      return labels.sentiment;
    case 'class':
      return labels.class;
    case 'intents':
      return labels.intents;
    case 'themes':
      return labels.themes;
    case 'aspects':
      return labels.aspects.map(({ aspect, polarity }) => ({ aspect, polarity }));
    case 'urgency':
      return labels.urgencyReason;
    case 'spam':
      return labels.spamScore >= 0.5;
  }
}

/** Whether two sets of labels differ in what people see and count. */
export function labelsDiffer(a: Labels, b: Labels): boolean {
  const seen = (labels: Labels) =>
    JSON.stringify([
      labels.sentiment,
      labels.class,
      [...labels.intents].sort(),
      [...labels.themes].sort(),
      labels.aspects.map(({ aspect, polarity }) => `${aspect}${polarity}`).sort(),
      labels.urgencyReason,
      labels.spamScore >= 0.5,
    ]);
  return seen(a) !== seen(b);
}
