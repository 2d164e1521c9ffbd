// Orders on their way into sums: each counted once, whatever states of it are told.
import type { LiveEventOf } from '../../stream/core/live-event.contract.ts';
import type { Heart } from './heart.ts';
import { BUYER, NOBODY } from './people.ts';

type OrderEvent = LiveEventOf<'order.created' | 'order.paid' | 'order.cancelled' | 'order.refunded'>;

export function takeOrder(heart: Heart, event: OrderEvent, at: number, index: number): void {
  const { time, totals, people, ledger } = heart;
  const order = heart.order(event.orderId);
  const bucket = time.bucket(index);
  const amount = event.amount.minor;
  const person = event.buyerUid !== undefined ? people.ofUid(event.buyerUid, at) : people.of(event.user, at);
  const lineShare = (line: (typeof event.lines)[number]) =>
    line.amount?.minor ?? (event.lines.length > 0 ? Math.round(amount / event.lines.length) : 0);
  const productOf = (line: (typeof event.lines)[number]) => line.productId ?? event.productId ?? null;
  if (order.isNew && event.type !== 'order.refunded') {
    time.add('orders', index, 1);
    if (bucket !== null) bucket.orders += 1;
    for (const line of event.lines) {
      const productId = productOf(line);
      if (productId !== null) ledger.of(productId).orders += 1;
    }
  }
  if (event.type === 'order.paid' && !order.isPaid) {
    order.isPaid = true;
    totals.currency = event.amount.currency;
    time.add('paid', index, 1);
    time.add('gmvMinor', index, amount);
    if (bucket !== null) bucket.gmvMinor += amount;
    if (person !== NOBODY) {
      time.crowds.buyers.add(person, index);
      if (people.mark(person, BUYER)) totals.buyers += 1;
    }
    for (const line of event.lines) {
      const productId = productOf(line);
      if (productId === null) continue;
      const tally = ledger.of(productId);
      tally.qty += line.qty;
      tally.gmvMinor += lineShare(line);
    }
  }
  if (event.type === 'order.refunded') {
    if (order.refundMinor === 0) time.add('refunded', index, 1);
    order.refundMinor += amount;
    time.add('refundMinor', index, amount);
    for (const line of event.lines) {
      const productId = productOf(line);
      if (productId !== null) ledger.of(productId).refundMinor += lineShare(line);
    }
  }
}
