import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language.ts';
import { Normaliser, normalise } from './normalise.ts';

describe('normalising', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['質量很好，發貨快', '质量很好,发货快'],
    ['好好好好好', '好好'],
    ['价格10000元', '价格10000元'],
    ['退​款‮', '退款'],
    ['  a   b  ', 'a b'],
    ['“引号”', '"引号"'],
    ['看http://a.b/c?d=1 好', '看\ue000 好'],
    ['@小明 你好', '\ue001 你好'],
    ['电话13812345678', '电话\ue003'],
    ['😀😀😀😀', '😀😀'],
    ['👍🏽', '👍'],
    ['①號鏈接', '1号链接'],
    ['', ''],
  ])('%j becomes %j', (text, folded) => expect(normalise(text).text).toBe(folded));

  it('knows where every character came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, from, to } = normalise(text);
        expect(from.length).toBe(folded.length);
        for (let at = 0; at < folded.length; at += 1) {
          expect(to[at]!).toBeGreaterThan(from[at]!);
          expect(to[at]!).toBeLessThanOrEqual(text.length);
          if (at > 0) expect(from[at]!).toBeGreaterThanOrEqual(from[at - 1]!);
        }
      }),
    );
  });
});

describe('language', () => {
  it.each([
    ['质量很好', 'zh'],
    ['iPhone手机不错', 'zh'],
    ['great phone', 'en'],
    ['这个 product quality 真的很好 but shipping is slow', 'mixed'],
    ['とても良いです', 'other'],
    ['정말 좋아요', 'other'],
    ['Очень хорошо', 'other'],
    ['!!!', 'other'],
  ])('%s is %s', (text, language) => {
    const worker = new Normaliser();
    worker.run(text);
    expect(detectLanguage(worker.codes, worker.length)).toBe(language);
  });

  it('takes the hint only when there are no letters', () => {
    const worker = new Normaliser();
    worker.run('👍👍');
    expect(detectLanguage(worker.codes, worker.length, 'zh-CN')).toBe('zh');
  });
});
