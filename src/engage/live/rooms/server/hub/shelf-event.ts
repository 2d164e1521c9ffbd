// The shelf as the journal keeps it and as the analysis reads it.
import type { AnalysedProduct } from '../../../analysis/core/analyser.contract.ts';
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import type { ShelfProduct } from '../../core/room.contract.ts';
import type { Origin } from '../hub.types.ts';

/** What the room says itself. */
export const OWN: Origin = { source: 'own', trust: 'own' };

export function analysedOf(item: ShelfProduct): AnalysedProduct {
  return { productId: item.productId, index: item.index, title: item.title, aliases: item.aliases, price: item.price };
}

/** Written down at the start and after every change: prices as they were are evidence. */
export function shelfEvent(shelf: readonly ShelfProduct[], at: number): DecodedEvent {
  return {
    type: 'product.list',
    ts: at,
    items: shelf.map((item) => ({
      productId: item.productId,
      index: item.index,
      title: item.title,
      ...(item.price ? { price: item.price } : {}),
      ...(item.listPrice ? { listPrice: item.listPrice } : {}),
      ...(item.stock === null ? {} : { stock: item.stock }),
      ...(item.sku ? { hint: { sku: item.sku } } : {}),
    })),
  };
}
