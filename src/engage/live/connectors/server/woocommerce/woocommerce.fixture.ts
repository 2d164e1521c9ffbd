// Orders as WooCommerce's reference describes them, with a customer that must not come through, and what the fuzz bench damages.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { decodeWooCommerce } from './decode-woocommerce.ts';

const order = {
  id: 727,
  status: 'pending',
  currency: 'EUR',
  date_created_gmt: '2026-05-01T22:00:00',
  date_modified_gmt: '2026-05-01T22:05:00',
  date_paid_gmt: null,
  total: '29.35',
  customer_id: 17,
  billing: { first_name: 'John', email: 'john.doe@example.com', phone: '(555) 555-5555', address_1: '969 Market' },
  line_items: [{ name: 'Woo Single #1', product_id: 93, quantity: 2, total: '6.00', sku: 'W1' }],
  refunds: [],
};
export const WOO_ORDERS = {
  pending: order,
  processing: { ...order, status: 'processing', date_paid_gmt: '2026-05-01T22:00:30' },
  cancelled: { ...order, status: 'cancelled' },
  failed: { ...order, status: 'failed' },
  refunded: {
    ...order,
    status: 'refunded',
    refunds: [
      { id: 1, reason: 'too small', total: '-9.00' },
      { id: 2, total: '-0.35' },
    ],
  },
  draft: { ...order, status: 'checkout-draft' },
} as const;

export const wooCommerceFuzz: FuzzCase[] = [
  {
    name: 'woocommerce',
    seeds: Object.values(WOO_ORDERS).map((one) => new TextEncoder().encode(JSON.stringify(one))),
    decode: (data) => {
      const events = decodeWooCommerce('order.created', exactJson(data), 'secret');
      return { events: events ?? [], unread: events ? 0 : 1 };
    },
  },
];
