import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateKey, nearDuplicateSketch, similarity } from './near-duplicates.ts';

const shares = (a: string, b: string) => {
  const left = nearDuplicateSketch(a);
  const right = nearDuplicateSketch(b);
  return left.some((band, index) => band === right[index]);
};

describe('near-duplicates', () => {
  it('take no notice of width, case, script, punctuation and shouting', () => {
    expect(duplicateKey('物流太慢了！！！')).toBe(duplicateKey(' 物流　太慢了。'));
    expect(duplicateKey('發貨慢')).toBe(duplicateKey('发货慢'));
    expect(duplicateKey('Good GOOD')).toBe(duplicateKey('ｇｏｏｄ good!'));
    expect(duplicateKey('哈哈哈哈哈')).toBe(duplicateKey('哈哈哈'));
    expect(duplicateKey('物流快')).not.toBe(duplicateKey('物流慢'));
    expect(duplicateKey('买了2件')).not.toBe(duplicateKey('买了3件'));
  });

  it('are candidates of each other after small changes', () => {
    const text = '衣服收到了，质量非常好，穿着很合身，颜色也和图片一样，物流也快，下次还会再来买的';
    expect(shares(text, text.replace('非常好', '很好'))).toBe(true);
    expect(shares(text, `${text}！好评`)).toBe(true);
    expect(similarity(text, text.replace('非常好', '很好'))).toBeGreaterThan(0.7);
    expect(similarity(text, '手机屏幕碎了，客服不给退款，太失望了')).toBeLessThan(0.1);
  });

  it('have no sketch when very short', () => expect(nearDuplicateSketch('好好好')).toEqual([]));

  it('give sixteen integers that fit a database column', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const sketch = nearDuplicateSketch(text);
        expect([0, 16]).toContain(sketch.length);
        for (const band of sketch) expect(band | 0).toBe(band);
        expect(nearDuplicateSketch(text)).toEqual(sketch);
        expect(duplicateKey(text).length).toBeLessThan(30);
      }),
    );
  });

  it('measure likeness from 0 to 1, the same both ways', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = similarity(a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(similarity(b, a)).toBe(value);
        expect(similarity(a, a)).toBe(1);
      }),
    );
  });
});
