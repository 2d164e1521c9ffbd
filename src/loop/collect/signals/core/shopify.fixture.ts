// Deliveries in the shape Shopify's documentation shows for each topic (Admin REST webhooks); for tests only.
import type { Foreign } from './shop-fields.ts';

const line = {
  id: 8665503117664,
  variant_id: 808950810,
  title: '真丝衬衫',
  quantity: 1,
  sku: 'SILK-SHIRT-M',
  variant_title: '白色 / M',
  vendor: null,
  product_id: 632910392,
  name: '真丝衬衫 - 白色 / M',
  price: '199.00',
  total_discount: '10.00',
  price_set: {
    shop_money: { amount: '199.00', currency_code: 'CNY' },
    presentment_money: { amount: '199.00', currency_code: 'CNY' },
  },
};

export const shopifyOrder: Foreign = {
  id: 8209829119461,
  admin_graphql_api_id: 'gid://shopify/Order/8209829119461',
  email: 'jon@example.com',
  contact_email: 'jon@example.com',
  created_at: '2026-02-20T12:00:00+08:00',
  updated_at: '2026-02-20T12:00:05+08:00',
  processed_at: '2026-02-20T12:00:04+08:00',
  cancelled_at: null,
  cancel_reason: null,
  currency: 'CNY',
  presentment_currency: 'CNY',
  financial_status: 'pending',
  fulfillment_status: null,
  name: '#9999',
  number: 234,
  order_number: 9999,
  phone: null,
  test: true,
  total_price: '388.00',
  current_total_price: '388.00',
  subtotal_price: '388.00',
  total_tax: '0.00',
  customer: {
    id: 1153106273147,
    email: 'john@example.com',
    first_name: 'John',
    last_name: 'Smith',
    phone: null,
    currency: 'CNY',
    tags: '',
  },
  billing_address: {
    first_name: 'Steve',
    address1: '123 Shipping Street',
    phone: '555-555-SHIP',
    city: 'Shippington',
    country: 'United States',
  },
  line_items: [
    line,
    {
      ...line,
      id: 1412499532145,
      sku: 'SILK-SCARF',
      title: '真丝围巾',
      variant_title: null,
      price: '199.00',
      total_discount: '0.00',
    },
  ],
  refunds: [],
};

export const shopifyCancelled: Foreign = {
  ...shopifyOrder,
  cancelled_at: '2026-02-20T14:00:00+08:00',
  cancel_reason: 'customer',
  financial_status: 'voided',
};

export const shopifyRefund: Foreign = {
  id: 8900881860478,
  order_id: 8209829119461,
  created_at: '2026-02-24T10:00:00+08:00',
  note: 'Things were damaged',
  user_id: 548380009,
  processed_at: '2026-02-24T10:00:00+08:00',
  restock: false,
  admin_graphql_api_id: 'gid://shopify/Refund/8900881860478',
  refund_line_items: [
    {
      id: 4878176722762,
      quantity: 1,
      line_item_id: line.id,
      restock_type: 'no_restock',
      subtotal: 189.0,
      total_tax: 0.0,
      subtotal_set: { shop_money: { amount: '189.00', currency_code: 'CNY' } },
      line_item: line,
    },
  ],
  transactions: [
    {
      id: 2451352713102,
      order_id: 8209829119461,
      kind: 'refund',
      gateway: 'bogus',
      status: 'success',
      amount: '189.00',
      currency: 'CNY',
    },
  ],
  order_adjustments: [],
};

export const shopifyFulfillment: Foreign = {
  id: 123456,
  order_id: 8209829119461,
  status: 'success',
  created_at: '2026-02-21T09:00:00+08:00',
  service: null,
  updated_at: '2026-02-21T09:00:00+08:00',
  tracking_company: 'SF Express',
  shipment_status: null,
  location_id: null,
  email: 'jon@example.com',
  destination: { first_name: 'Steve', phone: '555-555-SHIP', city: 'Shippington' },
  line_items: [line],
  tracking_number: '1z827wk74630',
  name: '#9999.1',
};

export const shopifyDelivered: Foreign = {
  ...shopifyFulfillment,
  updated_at: '2026-02-23T18:00:00+08:00',
  shipment_status: 'delivered',
};

export const shopifyReturn: Foreign = {
  id: 123456789,
  admin_graphql_api_id: 'gid://shopify/Return/123456789',
  status: 'open',
  name: '#9999-R1',
  order: { id: 8209829119461, admin_graphql_api_id: 'gid://shopify/Order/8209829119461' },
  return_line_items: [
    {
      id: 1,
      quantity: 1,
      return_reason: 'SIZE_TOO_SMALL',
      return_reason_note: '',
      customer_note: null,
      fulfillment_line_item: {
        id: 2,
        line_item: { id: line.id, sku: line.sku, title: line.title, variant_title: line.variant_title },
      },
    },
  ],
  exchange_line_items: [{ id: 3, quantity: 1, variant_id: 42, variant_title: '白色 / L' }],
};
