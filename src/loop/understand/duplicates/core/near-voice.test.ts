// Near enough, and not near enough.
import { describe, expect, it } from 'vitest';
import { similarity } from '../../../../text/near-duplicates.ts';
import { nearestEarlier } from './near-voice.ts';

const near = (text: string, ...earlier: string[]) =>
  nearestEarlier(
    text,
    earlier.map((earlierText) => ({ earlierText })),
    similarity,
  )?.pair.earlierText ?? null;

describe('nearestEarlier', () => {
  it.each([
    ['你们的快递真的太慢了，我等了两个星期还没有到', ['你们的快递真的太慢了，我等了两个星期还没到'], 0],
    ['你们的快递真的太慢了，我等了两个星期还没有到', ['水壶漏电，太危险了，一定要退货'], -1],
    ['不好', ['不好'], -1],
    [
      '你们的快递真的太慢了，我等了两个星期',
      ['你们的快递真的太慢了，我等了两个星期，客服也一直不理我，最后还是我自己去找的站点'],
      -1,
    ],
  ])('%s', (text, earlier, index) => {
    expect(near(text, ...earlier)).toBe(index < 0 ? null : earlier[index]);
  });

  it('takes the most similar', () => {
    const same = '这件衣服的颜色和图片完全不一样，非常失望';
    expect(near(`${same}啊`, '这件衣服的颜色和图片完全不一样，有些失望', same)).toBe(same);
  });
});
