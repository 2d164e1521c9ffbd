// Corrections win, and what follows from them follows.
import { describe, expect, it } from 'vitest';
import { effectiveLabels, type Labels, labelsDiffer, labelValue, packAspects, unpackAspects } from './effective.ts';

const machine: Labels = {
  sentiment: 'negative',
  sentimentScore: -0.8,
  class: 'negative',
  intents: ['complain'],
  themes: ['logistics.late'],
  aspects: [{ aspect: 'logistics', polarity: -1, span: [0, 2], confidence: 0.9 }],
  urgencyLevel: 'none',
  urgencyReason: null,
  spamScore: 0.1,
};

describe('effectiveLabels', () => {
  it.each([
    [{ sentiment: 'positive' }, { sentiment: 'positive', sentimentScore: 1, class: 'positive' }],
    [
      { sentiment: 'positive', class: 'latent' },
      { sentiment: 'positive', class: 'latent' },
    ],
    [{ urgency: 'safety' }, { urgencyLevel: 'high', urgencyReason: 'safety', class: 'urgent' }],
    [
      { urgency: 'safety', sentiment: 'neutral' },
      { class: 'urgent', sentiment: 'neutral' },
    ],
    [{ themes: [] }, { themes: [] }],
    [{ spam: true }, { spamScore: 1 }],
    [
      { aspects: [{ aspect: 'price', polarity: 1 }] },
      { aspects: [{ aspect: 'price', polarity: 1, span: null, confidence: 1 }] },
    ],
  ])('%j', (corrections, expected) => {
    expect(effectiveLabels(machine, corrections)).toMatchObject(expected);
  });

  it('lets a feedback be no longer urgent', () => {
    const urgent: Labels = { ...machine, class: 'urgent', urgencyLevel: 'high', urgencyReason: 'fake' };
    expect(effectiveLabels(urgent, { urgency: null })).toMatchObject({ class: 'negative', urgencyLevel: 'none' });
    expect(effectiveLabels(urgent, { sentiment: 'positive' }).class).toBe('urgent');
  });

  it('changes nothing without corrections, and knows a difference from none', () => {
    expect(effectiveLabels(machine, {})).toEqual(machine);
    expect(labelsDiffer(machine, { ...machine, sentimentScore: -0.2, spamScore: 0.3 })).toBe(false);
    expect(labelsDiffer(machine, { ...machine, themes: [] })).toBe(true);
    expect(labelValue(machine, 'aspects')).toEqual([{ aspect: 'logistics', polarity: -1 }]);
  });

  it('packs aspects and unpacks the same', () => {
    const aspects = [...machine.aspects, { aspect: 'price', polarity: 1, span: null, confidence: 1 }];
    expect(unpackAspects(JSON.parse(JSON.stringify(packAspects(aspects))))).toEqual(aspects);
  });

  it('takes what is said twice as said once', () => {
    const twice = {
      intents: ['praise', 'praise'],
      aspects: [
        { aspect: 'price', polarity: -1 },
        { polarity: -1, aspect: 'price' },
      ],
    };
    const labels = effectiveLabels(machine, twice);
    expect(labels.intents).toEqual(['praise']);
    expect(labels.aspects).toHaveLength(1);
  });
});
