// Webhook bodies as Shopify's reference describes them, with a customer that must not come through, and what the fuzz bench damages.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { decodeShopify } from './decode-shopify.ts';

const order = {
  id: 820982911946154508n,
  name: '#9999',
  currency: 'USD',
  created_at: '2026-05-01T08:00:00-04:00',
  processed_at: '2026-05-01T08:00:05-04:00',
  updated_at: '2026-05-01T08:00:05-04:00',
  cancelled_at: null,
  cancel_reason: null,
  total_price: '403.00',
  test: false,
  email: 'jon@example.com',
  phone: '+1 555 0100',
  customer: { id: 115310627314723954n, email: 'john@example.com', first_name: 'John', phone: '+1 555 0101' },
  shipping_address: { first_name: 'Steve', address1: '123 Shipping Street' },
  line_items: [
    {
      product_id: 788032119674292922n,
      sku: 'SKU2006-001',
      title: 'IPod Nano - 8GB',
      quantity: 2,
      price: '199.00',
      total_discount: '5.00',
    },
    { product_id: null, sku: '', title: 'Gift wrap', quantity: 1, price: '10.00', total_discount: '0.00' },
  ],
};
/** Ids of Shopify have more digits than a number can hold: they are written as they come over the wire. */
const wire = (value: object) =>
  JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `#${one}#` : one)).replaceAll(/"#(\d+)#"/g, '$1');

export const SHOPIFY_BODIES: Readonly<Record<string, string>> = {
  'orders/create': wire(order),
  'orders/paid': wire(order),
  'orders/cancelled': wire({ ...order, cancelled_at: '2026-05-01T09:00:00-04:00', cancel_reason: 'customer' }),
  'refunds/create': wire({
    id: 890088186047892319n,
    order_id: 820982911946154508n,
    created_at: '2026-05-02T10:00:00Z',
    processed_at: '2026-05-02T10:00:01Z',
    note: 'Jon, Shipping Street 123, wants his money',
    refund_line_items: [
      {
        quantity: 1,
        subtotal: '194.00',
        line_item: { product_id: 788032119674292922n, sku: 'SKU2006-001', title: 'IPod Nano - 8GB' },
      },
    ],
    transactions: [
      { kind: 'refund', status: 'success', amount: '194.00', currency: 'USD' },
      { kind: 'refund', status: 'failure', amount: '194.00', currency: 'USD' },
    ],
  }),
};

export const shopifyFuzz: FuzzCase[] = Object.entries(SHOPIFY_BODIES).map(([topic, body]) => ({
  name: `shopify ${topic}`,
  seeds: [new TextEncoder().encode(body)],
  decode: (data) => {
    const events = decodeShopify(topic, exactJson(data), 'secret');
    return { events: events ?? [], unread: events ? 0 : 1 };
  },
}));
