// A re-judgement names what changed and nothing else.
import { describe, expect, it } from 'vitest';
import type { Labels } from './effective.ts';
import { addCounts, labelMoves } from './label-moves.ts';

const labels: Labels = {
  sentiment: 'negative',
  sentimentScore: -0.6,
  class: 'negative',
  intents: ['complain', 'ask'],
  themes: ['logistics.late'],
  aspects: [{ aspect: 'logistics', polarity: -1, span: null, confidence: 0.9 }],
  urgencyLevel: 'none',
  urgencyReason: null,
  spamScore: 0.1,
};

describe('moves of labels', () => {
  it('are none where nothing people see has changed', () => {
    expect(
      labelMoves(labels, { ...labels, intents: ['ask', 'complain'], sentimentScore: -0.9, spamScore: 0.3 }),
    ).toEqual([]);
  });

  it('name one value before and after, and the kind where there are several', () => {
    expect(
      labelMoves(labels, {
        ...labels,
        sentiment: 'neutral',
        class: 'urgent',
        urgencyReason: 'safety',
        themes: [],
        aspects: [],
        intents: ['ask'],
        spamScore: 0.9,
      }),
    ).toEqual([
      'sentiment:negative>neutral',
      'class:negative>urgent',
      'urgency',
      'intents',
      'themes',
      'aspects',
      'spam',
    ]);
  });

  it('add up', () => {
    expect(addCounts({ themes: 2 }, { themes: 1, spam: 1 })).toEqual({ themes: 3, spam: 1 });
  });
});
