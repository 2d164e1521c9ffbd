// What is put in by a text must be found by every way of asking for it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '../../../../text/parse-search.ts';
import { labelToken, labelTokens, queryTokens, wideKey, wordToken, wordTokens } from './tokens.ts';

const has = (text: string, query: string) => {
  const held = new Set(wordTokens(text));
  return queryTokens(parseSearch(query).tokens).every((token) => held.has(token));
};

describe('word tokens', () => {
  it('finds pairs that cross words, rare single characters, beginnings of Latin words, other widths and scripts', () => {
    expect(has('房间卡很难用', '间卡')).toBe(true);
    expect(has('华为鸿蒙系统', '鸿')).toBe(true);
    expect(has('Refund was slow', 'refu')).toBe(true);
    expect(has('Refund was slow', 'refunded')).toBe(true);
    expect(has('iPhone15用着不错', 'ｉＰ')).toBe(true);
    expect(has('退貨太慢', '退货')).toBe(true);
    expect(has('退货太慢', '发票')).toBe(false);
  });

  it('asks for nothing where the character is too frequent to be worth an entry', () => {
    expect(queryTokens(['的'])).toEqual([]);
    expect(queryTokens(['鸿'])).toHaveLength(1);
  });

  it('always finds any part of two or more Han characters of a text', () => {
    const han = fc.string({ unit: fc.constantFrom(...'退款快慢物流差好鸿蒙系统卡顿'), minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(han, fc.nat(), fc.integer({ min: 2, max: 8 }), (text, at, length) => {
        const start = at % (text.length - 1);
        expect(has(`好 ${text}。ok`, text.slice(start, start + length))).toBe(true);
      }),
    );
  });

  it('stays within 32 bits, words not negative, labels negative', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(wordToken(text)).toBeGreaterThanOrEqual(0);
        expect(wordToken(text)).toBeLessThan(2 ** 31);
        for (const token of [labelToken.theme(text), labelToken.product(text), labelToken.band(1, text.length)]) {
          expect(token).toBeLessThan(-1000);
          expect(token).toBeGreaterThanOrEqual(-(2 ** 31));
        }
        expect(BigInt(wideKey(text)) < 2n ** 62n).toBe(true);
      }),
    );
  });
});

describe('label tokens', () => {
  it('counts a leaf under its upper theme and rounds stars', () => {
    const tokens = labelTokens({
      channel: 'review',
      sentiment: 'negative',
      class: 'urgent',
      intents: ['complain'],
      themes: ['logistics.late', 'logistics.lost'],
      rating: 1.4,
      productId: 'prod_1',
      repeats: true,
    });
    expect(tokens).toContain(labelToken.theme('logistics'));
    expect(tokens).toContain(labelToken.theme('logistics.lost'));
    expect(tokens).toContain(labelToken.rating(1));
    expect(tokens).toContain(labelToken.repeat);
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});
