// The shelf of a simulated shop, in the language of its room.
import type { SpokenLanguage } from './line-book.ts';
import type { ProductKind, SimulatedProduct } from './simulated-show.contract.ts';
import goods from './words/goods.json' with { type: 'json' };

/** Ten products of eight kinds with prices, other names and facts; ids are the stock codes. */
export function simulatedGoods(language: SpokenLanguage): SimulatedProduct[] {
  return goods.map((one, at) => {
    const words = one[language];
    return {
      productId: one.sku,
      index: at + 1,
      title: words.title,
      sku: one.sku,
      price: { minor: one.price, currency: 'CNY' },
      listPrice: { minor: one.list, currency: 'CNY' },
      stock: one.stock,
      aliases: words.aliases,
      facts: words.facts.map(([topic, text]) => ({ topic: topic!, text: text! })),
      kind: one.kind as ProductKind,
    };
  });
}
