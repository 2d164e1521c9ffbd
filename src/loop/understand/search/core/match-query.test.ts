// A candidate fits when the words really stand in it, together where they were asked for together.
import { describe, expect, it } from 'vitest';
import { readQuery } from './match-query.ts';

describe('readQuery', () => {
  it.each([
    ['退款', '我要退款', true],
    ['虚假宣传', '虚假的宣传', false],
    ['虚假宣传', '这是虚假宣传！', true],
    ['退款 物流', '物流慢，要退款', true],
    ['退款 物流', '要退款', false],
    ['差', '太差了', true],
    ['refu', 'Refunds', true],
    ['fund', 'refund', false],
    ['ＯＫ', 'ok 了', true],
    ['退貨', '退货', true],
    ['"late delivery"', 'very late delivery', true],
    ['"late delivery"', 'delivery was late', false],
  ])('%s in %s: %s', (query, text, fits) => {
    expect(readQuery(query)?.fits(text)).toBe(fits);
  });

  it('knows when there is nothing to look for', () => {
    expect(readQuery('！？ "" 😀')).toBeNull();
  });
});
