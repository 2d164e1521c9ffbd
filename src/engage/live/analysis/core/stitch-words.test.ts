import { describe, expect, it } from 'vitest';
import { stitchWords } from './stitch-words.ts';

const words = (...list: [string, number][]) => list.map(([word, count]) => ({ word, count }));

describe('pieces of a phrase', () => {
  it('are shown as the phrase, in the place of the first', () => {
    const shown = stitchWords(words(['公在旁边', 17], ['防晒', 12], ['旁边看球', 17], ['老公在旁', 17]));
    expect(shown.map((one) => one.word)).toEqual(['老公在旁边看球', '防晒']);
    expect(shown[0]!.count).toBe(17);
  });

  it('stay apart where they are said at different times or only touch', () => {
    expect(stitchWords(words(['发货快', 30], ['货快递', 9])).length).toBe(2);
    expect(stitchWords(words(['快递', 9], ['递送', 9])).length).toBe(2);
    expect(stitchWords(words(['size', 9], ['zebra', 9])).length).toBe(2);
    expect(stitchWords([])).toEqual([]);
  });

  it('never grow without end', () => {
    const chain = stitchWords(
      words(
        ...['甲乙丙丁', '丙丁戊己', '戊己庚辛', '庚辛壬癸', '壬癸子丑', '子丑寅卯', '寅卯辰巳'].map(
          (word): [string, number] => [word, 5],
        ),
      ),
    );
    for (const one of chain) expect(one.word.length).toBeLessThanOrEqual(12);
  });
});
