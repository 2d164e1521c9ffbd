// Tells which products come back for their size more often than chance and the rest of the shop would have it.
import { type Share, wilson } from '../../../../kit/statistics/wilson.ts';

export interface ProductCount {
  productId: string;
  orders: number;
  forSize: number;
}

export interface Unusual extends ProductCount {
  share: Share;
  /** Share of all other products together. */
  shop: number;
}

/** Products whose share lies above that of the others by the lower end of Wilson's 95 % interval; the most striking first. */
export function unusualShares(counts: readonly ProductCount[], minOrders: number): Unusual[] {
  const all = counts.reduce((sum, one) => ({ orders: sum.orders + one.orders, forSize: sum.forSize + one.forSize }), {
    orders: 0,
    forSize: 0,
  });
  return counts
    .flatMap((one): Unusual[] => {
      const others = all.orders - one.orders;
      // Without others there is nothing to be unusual among.
      if (one.orders < minOrders || others <= 0) return [];
      const share = wilson(Math.min(one.forSize, one.orders), one.orders);
      const shop = (all.forSize - one.forSize) / others;
      return share.low > shop && one.forSize >= 3 ? [{ ...one, share, shop }] : [];
    })
    .sort((one, other) => other.share.low - one.share.low);
}
