import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupTexts } from './group-texts.ts';
import { PhraseBackground } from './phrase-background.ts';
import { salientPhrases } from './salient-phrases.ts';

const LEAKS = [
  '瓶子漏液了，箱子里全是洗发水',
  '收到就漏液，瓶口没拧紧',
  '又漏液了，包装太差',
  '泵头漏液，洒了一半',
  '漏液严重，快递盒都湿了',
];
const ITCHES = ['用完头皮很痒', '头皮痒，起红疹', '洗了两次头皮痒得不行', '头皮发痒掉屑'];
const USUAL = Array.from(
  { length: 200 },
  (_, at) => ['物流很快，包装不错', '味道好闻，用着很舒服', '价格实惠，会回购', '客服态度好'][at % 4]!,
);

function shop(): PhraseBackground {
  const background = new PhraseBackground();
  for (const text of [...USUAL, ...LEAKS, ...ITCHES]) background.add(text);
  return background;
}

describe('groups', () => {
  it('hold what speaks of the same thing, with a title among their own words', () => {
    const texts = [...LEAKS, ...ITCHES, '瓶子颜色好看'];
    const groups = groupTexts(texts, shop(), { least: 0.1 });
    const of = (place: number) => groups.find((group) => group.members.includes(place));
    expect(of(5)?.members).toEqual([5, 6, 7, 8]);
    expect(of(0)?.members).not.toContain(5);
    expect(of(0)!.members.length).toBeGreaterThanOrEqual(4);
    expect(of(5)!.members).toContain(of(5)!.medoid);
    expect(of(0)!.phrases.map((one) => one.phrase)).toContain('漏液');
  });

  it('stay as they were when more comes behind', () => {
    const background = shop();
    const before = groupTexts(LEAKS, background, { least: 0.1 });
    const after = groupTexts([...LEAKS, ...ITCHES], background, { least: 0.1 });
    for (const group of before) expect(after.some((one) => one.members.join() === group.members.join())).toBe(true);
  });

  it('never throw and put no text into two', () => {
    const background = shop();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 20 }), (texts) => {
        const members = groupTexts(texts, background, { smallest: 1 }).flatMap((group) => group.members);
        expect(new Set(members).size).toBe(members.length);
        expect(members.length).toBe(texts.length);
      }),
    );
  });
});

describe('salient phrases', () => {
  it('are those a few texts have and the shop has not', () => {
    const phrases = salientPhrases(LEAKS, shop()).map((one) => one.phrase);
    expect(phrases[0]).toContain('漏液');
    expect(phrases.join()).not.toMatch(/物流|回购/);
  });

  it('are none where nothing is special', () => {
    expect(salientPhrases(USUAL.slice(0, 40), shop(), { least: 5 }).filter((one) => one.z > 4)).toEqual([]);
  });

  it('are found in English as well', () => {
    const background = new PhraseBackground();
    for (let at = 0; at < 100; at += 1) background.add('great product, fast shipping and good price');
    const texts = ['the zipper broke after a week', 'zipper broke on day one', 'My zipper broke!'];
    for (const text of texts) background.add(text);
    expect(salientPhrases(texts, background)[0]?.phrase).toBe('zipper broke');
  });
});
