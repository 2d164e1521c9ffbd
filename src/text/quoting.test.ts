import { describe, expect, it } from 'vitest';
import { ERASED, quoteFinder, walkTexts, withoutQuotes } from './quoting.ts';

const quotes = quoteFinder([
  '林小满',
  'li.na@example.com',
  'a',
  '羽绒被漏毛漏得满床都是，客服三次没有人理我，非常失望',
  'The kettle leaks from the lid and burned my left hand on Sunday',
]);

describe('a quote', () => {
  it.each([
    '林小满说的没错',
    'write to LI.NA@example.com today',
    '她说“漏毛漏得满床都是”，请看',
    'She wrote: the  KETTLE leaks from the lid.',
  ])('is found in %s', (text) => expect(quotes(text)).toBe(true));

  it.each(['', 'a', '羽绒被漏毛', '客服三次', 'the kettle', 'burned my hand', '小满'])('is not seen in %s', (text) =>
    expect(quotes(text)).toBe(false),
  );
});

describe('taking quotes out', () => {
  it('reaches every depth and leaves the rest as it was', () => {
    const facts = { quotes: [{ id: 'fb_1', text: '林小满' }], other: { text: '物流慢' }, n: 3, none: null };
    expect(withoutQuotes(facts, quotes)).toEqual({
      quotes: [{ id: 'fb_1', text: ERASED }],
      other: { text: '物流慢' },
      n: 3,
      none: null,
    });
    expect(withoutQuotes(facts.other, quotes)).toBe(facts.other);
  });

  it('tells under which key a text stands', () => {
    expect(walkTexts({ note: 'x', by: ['y'] }, (text, key) => `${key}:${text}`)).toEqual({
      note: 'note:x',
      by: ['by:y'],
    });
  });
});
