// The shelf: products by the number viewers type, with prices, and which of them is on air.

import type { FrameOnAir } from '../../engage/live/viewer/core/frame.contract.ts';
import type { PublicProduct } from '../../engage/live/viewer/core/viewer.contract.ts';
import { moneyText } from '../../kit/money.ts';
import { h, type Kid } from '../widget/dom.ts';
import type { Lang, Say } from './words.ts';

export interface ShelfDeeds {
  /** Looks at a product; the shop's page may open its own. */
  look: (product: PublicProduct) => void;
  ask: (product: { index: number | null; title: string }) => void;
}

export function priceOf(say: Say, lang: Lang, product: PublicProduct): HTMLElement | null {
  if (!product.price) return null;
  const before = product.listPrice && product.listPrice.minor > product.price.minor ? product.listPrice : null;
  return h(
    'p',
    { class: 'price' },
    h('strong', {}, moneyText(product.price, lang)),
    before &&
      h('s', { 'aria-label': say('shelf.list_price', { price: moneyText(before, lang) }) }, moneyText(before, lang)),
  );
}

export function shelfList(
  say: Say,
  lang: Lang,
  items: readonly PublicProduct[],
  onAir: FrameOnAir | null,
  deeds: ShelfDeeds,
): Kid[] {
  if (items.length === 0) return [h('p', { class: 'hint' }, say('shelf.empty'))];
  const row = (item: PublicProduct) => {
    const isOn = item.productId === onAir?.id;
    const isGone = item.stock === 0;
    const low = item.stock !== null && item.stock > 0 && item.stock <= 20;
    return h(
      'li',
      { class: isOn ? 'on' : '' },
      h('span', { class: 'number', 'aria-label': say('shelf.number', { index: item.index }) }, String(item.index)),
      h(
        'button',
        { type: 'button', class: 'what', 'data-name': `p${item.index}`, onclick: () => deeds.look(item) },
        isOn && h('span', { class: 'tag live' }, say('shelf.on_air')),
        h('span', { class: 'name' }, item.title),
        priceOf(say, lang, item),
        (isGone || low) &&
          h('span', { class: 'hint' }, isGone ? say('shelf.sold_out') : say('shelf.stock', { count: item.stock! })),
      ),
      h('button', { type: 'button', class: 'plain', onclick: () => deeds.ask(item) }, say('shelf.ask')),
    );
  };
  const sorted = [...items].sort(
    (one, other) => Number(other.productId === onAir?.id) - Number(one.productId === onAir?.id),
  );
  return [h('ul', { class: 'shelf' }, ...sorted.map(row))];
}
