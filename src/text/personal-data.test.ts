import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhn, validId } from './checksums.ts';
import type { PersonalDataSpan } from './judge.contract.ts';
import { PERSONAL_DATA_CASES } from './personal-data.cases.ts';
import { findPersonalData, maskPersonalData } from './personal-data.ts';

/** Reads a marked line into its plain text and the places that must be found. */
function readCase(marked: string): { text: string; wanted: PersonalDataSpan[] } {
  let text = '';
  const wanted: PersonalDataSpan[] = [];
  for (const part of marked.split(/(⟦[^⟧]*⟧)/u)) {
    const mark = /^⟦(\w+)\|([^⟧]*)⟧$/u.exec(part);
    if (mark) {
      wanted.push({
        kind: mark[1] as PersonalDataSpan['kind'],
        start: text.length,
        end: text.length + mark[2]!.length,
      });
    }
    text += mark ? mark[2]! : part;
  }
  return { text, wanted };
}

describe('personal data', () => {
  it('is tested on at least 120 cases', () => expect(PERSONAL_DATA_CASES.length).toBeGreaterThanOrEqual(120));

  it.each(PERSONAL_DATA_CASES)('%s', (marked) => {
    const { text, wanted } = readCase(marked);
    expect(findPersonalData(text)).toEqual(wanted);
  });

  it('leaves a readable placeholder and keeps everything else', () => {
    const { masked, found } = maskPersonalData('电话13812345678，邮箱a@b.com，别的不动');
    expect(masked).toBe('电话[phone]，邮箱[email]，别的不动');
    expect(found.map((item) => item.kind)).toEqual(['phone', 'email']);
  });

  it('knows the checksums', () => {
    expect(validId('11010519491231002x')).toBe(true);
    expect(validId('110105194912310021')).toBe(false);
    expect(luhn('4111111111111111')).toBe(true);
    expect(luhn('4111111111111112')).toBe(false);
  });

  it('never throws, and its places are ordered, apart and inside any text', () => {
    const pieces = fc.constantFrom(
      '1',
      '38',
      '13812345678',
      '@',
      '.',
      '-',
      ' ',
      'x',
      '号',
      '路',
      '栋',
      '微信',
      'qq',
      '粤',
      'B',
      '地址：',
      '\ud800',
      '\u200b',
      '３',
    );
    const wild = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(wild, (text) => {
        const { masked, found } = maskPersonalData(text);
        let last = 0;
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
        expect(typeof masked).toBe('string');
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['digits', '1'],
    ['at signs', '@'],
    ['dashed digits', '1-'],
    ['letters and at', 'a@'],
    ['doors', '1号'],
    ['roads', '路1号'],
    ['labels', '地址：'],
    ['wechat words', '微信'],
    ['english addresses', '1 a '],
    ['spaces', '1 '],
    ['contact letters', 'v '],
  ])('stays linear on a megabyte of %s', (_, unit) => {
    // A step that grew with the square of the length would run into the test's time limit.
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(typeof maskPersonalData(text).masked).toBe('string');
  });
});
