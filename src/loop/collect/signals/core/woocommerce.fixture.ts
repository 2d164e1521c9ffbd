// Deliveries in the shape of WooCommerce's REST API v3 order and product resources; for tests only.
import type { Foreign } from './shop-fields.ts';

export const wooOrder: Foreign = {
  id: 4750,
  parent_id: 0,
  number: '4750',
  order_key: 'wc_order_58d2d042d1d',
  created_via: 'checkout',
  version: '9.1.2',
  status: 'processing',
  currency: 'USD',
  date_created: '2026-02-20T16:54:40',
  date_created_gmt: '2026-02-20T08:54:40',
  date_modified: '2026-02-20T16:55:00',
  date_modified_gmt: '2026-02-20T08:55:00',
  discount_total: '0.00',
  total: '29.35',
  customer_id: 26,
  billing: {
    first_name: 'Ann',
    last_name: 'Doe',
    address_1: '969 Market',
    city: 'San Francisco',
    email: 'ann.doe@example.com',
    phone: '(555) 555-5555',
  },
  shipping: { first_name: 'Ann', last_name: 'Doe' },
  payment_method: 'bacs',
  date_paid: '2026-02-20T16:54:50',
  date_paid_gmt: '2026-02-20T08:54:50',
  date_completed: null,
  date_completed_gmt: null,
  line_items: [
    {
      id: 315,
      name: 'Woo Dress - M',
      parent_name: 'Woo Dress',
      product_id: 93,
      variation_id: 94,
      quantity: 2,
      subtotal: '6.00',
      total: '6.00',
      meta_data: [{ id: 2095, key: 'pa_size', value: 'm', display_key: 'Size', display_value: 'M' }],
      sku: 'DRESS-M',
      price: 3,
    },
  ],
  refunds: [],
};

export const wooRefunded: Foreign = {
  ...wooOrder,
  status: 'completed',
  date_modified_gmt: '2026-02-25T03:00:00',
  date_completed_gmt: '2026-02-22T01:00:00',
  refunds: [{ id: 726, reason: 'Too small', total: '-6.00' }],
};

export const wooProduct: Foreign = {
  id: 794,
  name: 'Premium Quality',
  slug: 'premium-quality',
  type: 'simple',
  status: 'publish',
  sku: 'PREM-1',
  price: '21.99',
  regular_price: '21.99',
};
