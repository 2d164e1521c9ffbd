// Small readings of a judgement that several parts of the screen share.
import type { CorrectableLabel, JudgementView } from '../core/judgement.contract.ts';

export type Reason = JudgementView['reasons'][number];

export function polarityName(polarity: number): 'for' | 'neutral' | 'against' {
  return polarity > 0 ? 'for' : polarity < 0 ? 'against' : 'neutral';
}

const PREFIX: Record<CorrectableLabel, string> = {
  sentiment: 'sentiment.',
  class: 'class.',
  intents: 'intent.',
  themes: 'theme.',
  aspects: 'aspect.',
  urgency: 'urgency.',
  spam: 'spam',
};

/** Reasons for one label, the weightiest first; with a value only those for this value. */
export function reasonsFor(reasons: readonly Reason[], label: CorrectableLabel, value?: string): Reason[] {
  const prefix = PREFIX[label];
  return reasons
    .filter((one) => (value === undefined ? one.label.startsWith(prefix) : one.label === prefix + value))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
