import { describe, expect, it } from 'vitest';
import { parseWritten, readWritten } from './read-written.ts';

describe('the messages written by hand', () => {
  const rows = readWritten();

  it('are whole and stand there once', () => {
    expect(rows.length).toBeGreaterThan(20_000);
    expect(rows.filter(({ place }) => place === 'live').length).toBeGreaterThan(6_000);
    expect(rows.filter(({ place }) => place === 'service').length).toBeGreaterThan(2_000);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    expect(rows.filter(({ intents }) => intents.length > 2)).toEqual([]);
  });

  it('hold every intent and every reason of urgency in both kinds of answers', () => {
    expect(new Set(rows.flatMap(({ intents }) => intents)).size).toBe(5);
    expect(new Set(rows.map(({ reason }) => reason)).size).toBe(8);
  });
});

describe('a line', () => {
  it('is labels, a tab and a text', () => {
    expect(parseWritten('- ca fr\tsomebody used my card\n')).toEqual([
      {
        text: 'somebody used my card',
        language: 'en',
        sentiment: 'negative',
        intents: ['complain', 'ask'],
        reason: 'fraud',
        place: null,
      },
    ]);
  });

  it('is refused without its labels', () => {
    expect(() => parseWritten('just words\n')).toThrow('just words');
  });
});
