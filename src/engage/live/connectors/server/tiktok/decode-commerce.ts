// What TikTok LIVE says about selling: the product card that pops up, and vouchers.
import type { DecodedEvent } from '../../../stream/core/live-event.contract.ts';
import { parseAmount } from '../../core/currency-amount.ts';
import { looseText } from '../kit/loose-fields.ts';
import type { Common } from './message-head.ts';
import { idOf, inner, textOf, type WireMessage } from './wire.ts';

/** Events of the message, or null when it is not about selling. */
export function decodeCommerce(method: string, message: WireMessage, common: Common): DecodedEvent[] | null {
  if (method === 'WebcastOecLiveShoppingMessage') return productCard(message, common);
  if (method !== 'WebcastEcShortItemRefreshMessage') return null;
  // 2 {1 kind, 2 name}: a voucher was put up; its worth is not told.
  const couponId = looseText(textOf(inner(message, 2), 2), 200);
  return couponId === undefined ? [] : [{ type: 'coupon.issue', couponId, ...common }];
}

/** 4 product {1 title, 2 price as shown, 6 product id}; without a product it only tells that the list changed. */
function productCard(message: WireMessage, common: Common): DecodedEvent[] {
  const product = inner(message, 4);
  const productId = idOf(product, 6);
  if (!productId) return [];
  const price = parseAmount(textOf(product, 2) ?? '') ?? undefined;
  return [
    { type: 'product.pin', action: 'pin', title: looseText(textOf(product, 1), 300), price, productId, ...common },
  ];
}
