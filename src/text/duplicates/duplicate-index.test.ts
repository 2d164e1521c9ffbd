import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearDuplicateSketch, similarity } from '../near-duplicates.ts';
import { DuplicateIndex } from './duplicate-index.ts';

const REVIEW = '衣服收到了，质量非常好，穿着很合身，颜色也和图片一样，物流也快，下次还会再来买的';

describe('the index of texts', () => {
  it('names the earliest of equals and the most alike of the rest', () => {
    const index = new DuplicateIndex();
    expect(index.add(REVIEW)).toBeNull();
    expect(index.add('手机屏幕碎了，客服不给退款，太失望了')).toBeNull();
    expect(index.add(REVIEW.replace('非常好', '很好'))?.of).toBe(0);
    expect(index.add(`${REVIEW}！！`)).toEqual({ of: 0, similarity: 1 });
    expect(index.query(REVIEW.replace('非常好', '很好'))).toEqual({ of: 2, similarity: 1 });
    expect(index.size).toBe(4);
  });

  it('takes short texts for equal only when they are', () => {
    const index = new DuplicateIndex();
    index.add('好看');
    index.add('666');
    expect(index.query('好看！')).toEqual({ of: 0, similarity: 1 });
    expect(index.query('好看吗')).toBeNull();
    expect(index.query('好看[微笑]👍')).toEqual({ of: 0, similarity: 1 });
  });

  it('compares texts of emoji alone by them', () => {
    const index = new DuplicateIndex();
    index.add('👍👍👍');
    expect(index.query('👎👎👎')).toBeNull();
    expect(index.query('👍👍👍 ')).toEqual({ of: 0, similarity: 1 });
  });

  it('forgives single wrong characters that break many pairs, not other sentences of the same words', () => {
    const index = new DuplicateIndex();
    index.add('这款洗面奶用起来很温和没有刺激感');
    expect(index.query('这款洗脸奶用起来狠温和没油刺激感')?.of).toBe(0);
    expect(index.query('这款面膜刺激感很强用起来不温和')).toBeNull();
  });

  it('gives the similarity that the shared function gives, also after it has grown', () => {
    const index = new DuplicateIndex();
    const texts = Array.from(
      { length: 3000 },
      (_, at) => `第${at}次购买${String.fromCharCode(0x4e00 + at * 5)}这家店的水果，味道${at % 7}分`,
    );
    for (const text of texts) index.add(text);
    for (const text of texts.slice(0, 200)) expect(index.query(text)?.similarity).toBe(1);
    const changed = `${texts[77]!}，不错不错`;
    const twin = index.query(changed);
    expect(twin?.similarity).toBeCloseTo(similarity(changed, texts[twin!.of]!), 12);
  });

  it('never throws, finds every text again, and never invents a likeness', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 30 }), (texts) => {
        const index = new DuplicateIndex({ expected: 1 });
        for (const [at, text] of texts.entries()) {
          const twin = index.add(text);
          if (twin !== null) {
            expect(twin.of).toBeLessThan(at);
            expect(twin.similarity).toBeGreaterThanOrEqual(0.35);
          }
          if (nearDuplicateSketch(text).length > 0) expect(index.query(text)?.similarity).toBe(1);
        }
      }),
    );
  });
});
