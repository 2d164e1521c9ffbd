import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../../judge.contract.ts';
import { parseMarked, readEmotions, readInsults } from './read-marked.ts';

describe('the lines with one mark', () => {
  it('hold insults and what only sounds like one, in both languages, each once', () => {
    const rows = readInsults();
    for (const isHan of [true, false])
      for (const mark of ['0', '1'])
        expect(
          rows.filter((row) => row.mark === mark && /\p{Script=Han}/u.test(row.text) === isHan).length,
        ).toBeGreaterThan(200);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
  });

  it('hold every emotion in both languages', () => {
    const rows = readEmotions();
    for (const emotion of EMOTIONS)
      for (const isHan of [true, false])
        expect(
          rows.filter(({ mark, text }) => mark === emotion && /\p{Script=Han}/u.test(text) === isHan).length,
        ).toBeGreaterThan(50);
  });

  it('are refused without a known mark', () => {
    expect(() => parseMarked('calm\thello\n', EMOTIONS)).toThrow('calm\thello');
    expect(() => parseMarked('just words\n', EMOTIONS)).toThrow('just words');
    expect(parseMarked('joy\tlovely\n', EMOTIONS)).toEqual([{ mark: 'joy', text: 'lovely' }]);
  });
});
