// The shelf of a simulated shop, in the language of its room.
import type { ShelfProduct } from '../../rooms/core/room.contract.ts';
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

/**
 * The products of a room's own shelf, as the simulator speaks of them: where one is of the simulated goods by stock code it keeps its
 * kind; others are taken for things of the house, about which anything may be asked that fits every product.
 */
export function shelvedGoods(shelf: readonly ShelfProduct[], language: SpokenLanguage): SimulatedProduct[] {
  const known = new Map(simulatedGoods(language).map((one) => [one.sku, one]));
  return shelf.map((item) => {
    const twin = known.get(item.sku);
    return {
      ...item,
      aliases: item.aliases.length > 0 ? item.aliases : (twin?.aliases ?? [item.title]),
      kind: twin?.kind ?? kindByTitle(item.title),
    };
  });
}

const KIND_WORDS: readonly (readonly [ProductKind, RegExp])[] = [
  ['baby', /婴|宝宝|湿巾|baby/iu],
  ['makeup', /口红|唇|粉底|眼影|散粉|睫毛|lip|foundation|mascara|palette|powder/iu],
  ['skin', /精华|面霜|防晒霜|洁面|面膜|爽肤|眼霜|护肤|serum|cream|sunscreen|cleanser|mask|toner/iu],
  ['shoes', /鞋|靴|shoe|sneaker|boot/iu],
  ['wear', /衣|裤|裙|衫|大衣|卫衣|外套|dress|hoodie|jean|skirt|shirt|coat|cardigan|top|jacket/iu],
  ['food', /坚果|零食|茶|咖啡|果|肉|面条|nut|snack|tea|coffee/iu],
  ['digital', /充电|耳机|电源|手机|charger|earbud|power bank|phone/iu],
];

function kindByTitle(title: string): ProductKind {
  return KIND_WORDS.find(([, words]) => words.test(title))?.[0] ?? 'home';
}
