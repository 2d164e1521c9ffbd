// Who buys what in a simulated room: clicks, carts, orders, payments and refunds, driven by what is explained and how people feel.
import type { DecodedEvent } from '../../stream/core/live-event.contract.ts';
import type { Dice } from './dice.ts';
import type { SimulatedProduct } from './simulated-show.contract.ts';
import type { Viewer } from './viewers.ts';

/** Orders a viewer a second while a product of 100 yuan is explained and nobody complains. */
const BUYING = 0.00022;
const CLICKS_AN_ORDER = 7;
const CARTS_AN_ORDER = 2.2;
const PAID = 0.9;
const REFUNDED = 0.03;

export interface Sale {
  event: DecodedEvent;
  /** Set on a payment: who may now say so. */
  buyer?: Viewer;
  product: SimulatedProduct;
}

export class Till {
  private orders = 0;
  private readonly seed: number;
  private readonly dice: Dice;

  constructor(seed: number, dice: Dice) {
    this.seed = seed;
    this.dice = dice;
  }

  /**
   * What one second of explaining sells.
   * @param explainedFor seconds since it came on air; the middle sells most
   * @param mood 1 as usual, towards 0 while people complain of it
   */
  second(
    now: number,
    product: SimulatedProduct,
    explainedFor: number,
    mood: number,
    online: number,
    anyone: () => Viewer | null,
  ): Sale[] {
    const { dice } = this;
    const warm = explainedFor < 15 ? 0.3 : explainedFor < 45 ? 1.3 : 1;
    const cheap = Math.sqrt(10_000 / Math.max(500, product.price?.minor ?? 10_000));
    const expected = online * BUYING * warm * cheap * mood;
    const sales: Sale[] = [];
    const at = () => now + dice.whole(0, 999);
    const clicks = dice.poisson(expected * CLICKS_AN_ORDER * (0.5 + 0.5 / Math.max(0.2, mood)));
    if (clicks > 0)
      sales.push({ product, event: { type: 'product.click', ts: at(), productId: product.productId, count: clicks } });
    const carts = dice.poisson(expected * CARTS_AN_ORDER);
    if (carts > 0)
      sales.push({ product, event: { type: 'cart.add', ts: at(), productId: product.productId, count: carts } });
    for (let left = dice.poisson(expected); left > 0; left -= 1) {
      const buyer = anyone();
      if (buyer) sales.push(...this.order(at(), product, buyer, mood));
    }
    return sales;
  }

  private order(at: number, product: SimulatedProduct, buyer: Viewer, mood: number): Sale[] {
    const { dice } = this;
    this.orders += 1;
    const orderId = `S${this.seed}-${String(this.orders).padStart(6, '0')}`;
    const qty = dice.luck(0.14) ? dice.whole(2, 3) : 1;
    const price = product.price ?? { minor: 9900, currency: 'CNY' };
    const amount = { minor: price.minor * qty, currency: price.currency };
    const body = {
      orderId,
      amount,
      lines: [
        {
          productId: product.productId,
          title: product.title,
          qty,
          amount,
          ...(product.sku ? { sku: product.sku } : {}),
        },
      ],
      productId: product.productId,
      buyerUid: buyer.user.uid!,
      user: buyer.user,
      attribution: 'live' as const,
    };
    const sales: Sale[] = [{ product, event: { type: 'order.created', ts: at, ...body } }];
    const paidAt = at + Math.round(2000 + dice.wait(9000));
    if (!dice.luck(PAID)) {
      return [
        ...sales,
        { product, event: { type: 'order.cancelled', ts: paidAt + 60_000, ...body, reason: 'unpaid' } },
      ];
    }
    sales.push({ product, buyer, event: { type: 'order.paid', ts: paidAt, ...body } });
    if (dice.luck(REFUNDED / Math.max(0.25, mood))) {
      const reason = dice.pick(['changed_mind', 'wrong_size', 'not_as_described']);
      sales.push({
        product,
        event: { type: 'order.refunded', ts: paidAt + Math.round(30_000 + dice.wait(120_000)), ...body, reason },
      });
    }
    return sales;
  }
}
