// Leads a platform's own names of products to ours, so that pins, clicks and orders of every source meet on one product.
import type { DecodedEvent, ShelfItem } from '../../stream/core/live-event.contract.ts';

/** Asked with what an event knows of a product; gives our id, or the name it came with. */
export type ProductFinder = (hint: {
  platformId?: string | undefined;
  sku?: string | undefined;
  title?: string | undefined;
  index?: number | undefined;
}) => string | undefined;

/** Products an event lists that nobody has joined yet. */
export function unknownItems(event: DecodedEvent, find: ProductFinder): ShelfItem[] {
  if (event.type !== 'product.list' && event.type !== 'product.update') return [];
  return event.items.filter(
    (item) => find({ platformId: item.productId, sku: item.hint?.sku, title: item.title }) === undefined,
  );
}

/** The same event with our ids where they are known; ids nobody knows stay as they came. */
export function joinProducts(event: DecodedEvent, find: ProductFinder): DecodedEvent {
  let next = event;
  if (event.productId !== undefined) {
    const productId = find({ platformId: event.productId });
    if (productId !== undefined && productId !== event.productId) next = { ...next, productId };
  } else if (event.type === 'product.pin') {
    const productId = find({ title: event.title, index: event.index });
    if (productId !== undefined) next = { ...next, productId };
  }
  if (next.type === 'product.list' || next.type === 'product.update') {
    return {
      ...next,
      items: next.items.map((item) => ({
        ...item,
        productId: find({ platformId: item.productId, sku: item.hint?.sku, title: item.title }) ?? item.productId,
      })),
    };
  }
  if (
    next.type === 'order.created' ||
    next.type === 'order.paid' ||
    next.type === 'order.cancelled' ||
    next.type === 'order.refunded'
  ) {
    return {
      ...next,
      lines: next.lines.map((line) => {
        const productId = find({ platformId: line.productId, sku: line.sku, title: line.title });
        return productId === undefined ? line : { ...line, productId };
      }),
    };
  }
  return next;
}
