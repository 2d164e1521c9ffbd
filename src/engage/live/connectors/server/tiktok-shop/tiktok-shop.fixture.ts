// Webhook bodies as TikTok Shop's partner pages describe them, and what the fuzz bench damages.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { exactJson } from '../kit/exact-json.ts';
import { decodeTiktokShop } from './decode-tiktok-shop.ts';

const order = (order_status: string, more: object = {}) => ({
  type: 1,
  tts_notification_id: '7327112393057371910',
  shop_id: '7494049642642441621',
  timestamp: 1_644_412_885,
  data: { order_id: '576486316948490001', order_status, is_on_hold_order: false, update_time: 1_644_412_884, ...more },
});

export const TIKTOK_SHOP_BODIES = {
  unpaid: order('UNPAID'),
  paid: order('AWAITING_SHIPMENT', {
    user_id: '7021436810468230477',
    payment: { currency: 'THB', total_amount: '190.00' },
    line_items: [
      {
        product_id: '1729681322177039043',
        seller_sku: 'P2',
        product_name: 'TINY PERFUME',
        quantity: 2,
        sale_price: '95.00',
      },
    ],
    recipient_address: { name: 'Somchai', phone_number: '(+66)81****000' },
  }),
  cancelled: order('CANCEL', { cancel_reason: 'out of stock' }),
  shipped: order('IN_TRANSIT'),
  returned: {
    type: 12,
    shop_id: '1',
    timestamp: 1_644_412_885,
    data: {
      order_id: '576486316948490001',
      return_id: '9',
      return_status: 'RETURN_OR_REFUND_REQUEST_COMPLETE',
      refund_amount: '95.00',
      update_time: 1_644_412_884,
    },
  },
  asked: {
    type: 12,
    shop_id: '1',
    timestamp: 1_644_412_885,
    data: { order_id: '5', return_status: 'RETURN_OR_REFUND_REQUEST_PENDING', update_time: 1_644_412_884 },
  },
  parcel: { type: 4, shop_id: '1', timestamp: 1_644_412_885, data: { package_id: '1' } },
} as const;

export const tiktokShopFuzz: FuzzCase[] = [
  {
    name: 'tiktok-shop',
    seeds: Object.values(TIKTOK_SHOP_BODIES).map((one) => new TextEncoder().encode(JSON.stringify(one))),
    decode: (data) => {
      const events = decodeTiktokShop(exactJson(data), 'secret', 'THB');
      return { events: events ?? [], unread: events ? 0 : 1 };
    },
  },
];
