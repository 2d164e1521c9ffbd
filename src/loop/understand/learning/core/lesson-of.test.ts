// Decisions become lessons; a class alone also tells the sentiment, themes teach nothing.
import { describe, expect, it } from 'vitest';
import { lessonOf } from './lesson-of.ts';

const voice = { text: '一般般吧', rating: null, channel: 'review' };

describe('a lesson', () => {
  it('holds each decided label in the engine’s own words', () => {
    expect(
      lessonOf(voice, [
        { label: 'sentiment', decided: 'neutral' },
        { label: 'urgency', decided: null },
        { label: 'spam', decided: true },
        { label: 'intents', decided: [] },
        { label: 'aspects', decided: [{ aspect: 'price', polarity: -1 }] },
      ]),
    ).toEqual({
      ...voice,
      sentiment: 'neutral',
      isUrgent: false,
      isSpam: true,
      intents: [],
      aspects: [{ aspect: 'price', polarity: -1 }],
    });
  });

  it('takes the sentiment from a class where nobody set it', () => {
    expect(lessonOf(voice, [{ label: 'class', decided: 'negative' }])).toMatchObject({ sentiment: 'negative' });
    expect(lessonOf(voice, [{ label: 'class', decided: 'urgent' }])).toMatchObject({ isUrgent: true });
    expect(lessonOf(voice, [{ label: 'class', decided: 'latent' }])).toBeNull();
  });

  it('is none where only themes were decided, or nothing readable', () => {
    expect(lessonOf(voice, [{ label: 'themes', decided: ['logistics.late'] }])).toBeNull();
    expect(lessonOf(voice, [{ label: 'sentiment', decided: 'angry' }])).toBeNull();
  });
});
