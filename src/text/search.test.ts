import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight, parseSearch } from './parse-search.ts';
import { searchDocument, searchTokens } from './search-tokens.ts';

describe('search tokens', () => {
  it.each([
    ['好', ['好']],
    ['物流慢', ['物流', '流慢', '慢']],
    ['物流 慢', ['物流', '流', '慢']],
    ['iPhone15手机', ['iphone15', '手机', '机']],
    ['ＡＢＣ１２', ['abc12']],
    ['發貨太慢', ['发货', '货太', '太慢', '慢']],
    ['退​款', ['退款', '款']],
    ['Hello, WORLD!', ['hello', 'world']],
    ['!!!', []],
    ['', []],
    ['カメラ', ['カメラ']],
  ])('%j gives %j', (text, tokens) => expect(searchTokens(text)).toEqual(tokens));

  it('keeps each token of a document once', () => expect(searchDocument('好看好看')).toBe('好看 看好 看'));
});

describe('a query', () => {
  it.each([
    ['物流慢', "'物流' & '流慢'", ['物流慢']],
    ['退款', "'退款'", []],
    ['慢', "'慢':*", []],
    ['iPhone 屏幕', "'iphone':* & '屏幕'", []],
    ["o'brien \\ & | ! :*", "'o':* & 'brien':*", []],
    ['', '', []],
    ['發貨', "'发货'", []],
    ['"fast delivery"', "'fast':* & 'delivery':*", ['fast delivery']],
  ])('%j', (query, tsquery, phrases) => {
    const parsed = parseSearch(query);
    expect(parsed.tsquery).toBe(tsquery);
    expect(parsed.phrases).toEqual(phrases);
  });

  it('finds every document that contains it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'物流快递发货退款慢好坏ab1'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, (before, query, after) => {
        const document = searchDocument(`${before}，${query}，${after}`).split(' ');
        for (const token of parseSearch(query).tokens) {
          expect(document.some((entry) => entry === token || entry.startsWith(token))).toBe(true);
        }
      }),
    );
  });

  it('finds a single character wherever it stands', () => {
    for (const text of ['慢', '太慢', '慢慢等', '快不慢的']) {
      expect(
        searchDocument(text)
          .split(' ')
          .some((token) => token.startsWith('慢')),
      ).toBe(true);
    }
  });
});

describe('highlights', () => {
  it.each([
    ['物流太慢了', '太慢', [[2, 4]]],
    ['發貨很慢', '发货', [[0, 2]]],
    ['Fast DELIVERY here', 'deliv', [[5, 10]]],
    ['退​款', '退款', [[0, 3]]],
    ['没有', '物流', []],
    [
      '物流慢，快递慢',
      '慢',
      [
        [2, 3],
        [6, 7],
      ],
    ],
  ])('%j in %j', (text, query, spans) => expect(highlight(text, query)).toEqual(spans));

  it('are ordered and inside any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        let last = -1;
        for (const [start, end] of highlight(text, query)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
