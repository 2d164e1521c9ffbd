import { describe, expect, it } from 'vitest';
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
import { suggestAnswer } from './suggest-answer.ts';

const duvet: ShelfProduct = {
  productId: 'duvet',
  index: 3,
  title: '云感羽绒被',
  sku: null,
  price: { minor: 59900, currency: 'CNY' },
  listPrice: null,
  stock: 12,
  aliases: [],
  facts: [
    { topic: '尺寸', text: '有 150×200、200×230 两个尺寸，一米五的床选 200×230' },
    { topic: '清洗', text: '可以机洗，用羽绒洗涤剂，低温烘干' },
    { topic: '发货', text: '48 小时内从南通仓发货，默认顺丰' },
  ],
};
const asked = (title: string, kind: Parameters<typeof suggestAnswer>[0]['class']) => ({
  title,
  class: kind,
  samples: [{ text: title }],
});

describe('a suggested answer', () => {
  it('is the fact that speaks of what was asked, with its topic as the source', () => {
    expect(suggestAnswer(asked('一米五的床买哪个尺寸', 'ask.size'), duvet)).toMatchObject({
      text: duvet.facts[0]!.text,
      source: { kind: 'fact', topic: '尺寸' },
    });
    expect(suggestAnswer(asked('能不能机洗啊', 'ask.usage'), duvet)?.source).toEqual({ kind: 'fact', topic: '清洗' });
    expect(suggestAnswer(asked('几天发货', 'ask.shipping'), duvet)?.source).toEqual({ kind: 'fact', topic: '发货' });
  });

  it('is the shelf’s own figure for price, stock and link', () => {
    expect(suggestAnswer(asked('多少钱', 'ask.price'), duvet)?.source).toEqual({ kind: 'shelf', field: 'price' });
    expect(suggestAnswer(asked('还有吗', 'ask.stock'), duvet)?.source).toEqual({ kind: 'shelf', field: 'stock' });
    expect(suggestAnswer(asked('几号链接', 'ask.link'), duvet)?.source).toEqual({ kind: 'shelf', field: 'index' });
  });

  it('is not the price where a coupon or a later price is asked for', () => {
    for (const title of ['优惠券在哪领', '下播还有这个价吗', '能不能便宜点', 'any discount code'])
      expect(suggestAnswer(asked(title, 'ask.price'), { ...duvet, facts: [] })).toBeNull();
  });

  it('is nothing where the shop has said nothing that fits', () => {
    expect(suggestAnswer(asked('主播今年多大', 'ask.other'), duvet)).toBeNull();
    expect(suggestAnswer(asked('可以开发票吗', 'ask.aftersale'), duvet)).toBeNull();
    expect(suggestAnswer(asked('可以机洗吗', 'ask.usage'), null)).toBeNull();
  });

  it('is a template where no fact of the product fits better', () => {
    const templates = [
      { templateId: 't1', name: '退换货', text: '七天无理由退换，运费险已经赠送' },
      { templateId: 't2', name: '问候', text: '您好，很高兴为您服务' },
    ];
    expect(suggestAnswer(asked('有运费险吗，不合适能退吗', 'ask.aftersale'), duvet, templates)?.source).toEqual({
      kind: 'template',
      templateId: 't1',
      name: '退换货',
    });
    expect(suggestAnswer(asked('Can I return it', 'ask.aftersale'), duvet, [templates[1]!])).toBeNull();
  });

  it('is never about another matter of the same kind', () => {
    const serum = {
      ...duvet,
      facts: [
        { topic: '成分', text: '山茶花籽油、神经酰胺、烟酰胺 2%，不含酒精和香精' },
        { topic: '赠品', text: '今天每单送 5 ml 小样两支' },
        { topic: 'Gift', text: 'Two 5 ml travel sizes with each order today' },
      ],
    };
    expect(suggestAnswer(asked('怎么使用', 'ask.usage'), serum)).toBeNull();
    expect(suggestAnswer(asked('how many ml', 'ask.size'), serum)).toBeNull();
    expect(suggestAnswer(asked('什么成分', 'ask.usage'), serum)?.source).toEqual({ kind: 'fact', topic: '成分' });
    expect(suggestAnswer(asked('有赠品吗', 'ask.other'), serum)?.source).toEqual({ kind: 'fact', topic: '赠品' });
  });

  it('reads English facts by whole words', () => {
    const lamp = { ...duvet, facts: [{ topic: 'Washing', text: 'Machine wash cold, tumble dry low' }] };
    expect(suggestAnswer(asked('can I machine wash this', 'ask.usage'), lamp)?.source).toEqual({
      kind: 'fact',
      topic: 'Washing',
    });
  });
});
