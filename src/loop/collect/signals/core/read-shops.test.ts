// What the platforms tell becomes signals that say the same, whatever is missing or broken in them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessSignalColumns } from './guess-signal-columns.ts';
import { mapSignalRow, readKind } from './map-signal-row.ts';
import { readShopify } from './read-shopify.ts';
import { readWooCommerce } from './read-woocommerce.ts';
import { sizeOf } from './shop-fields.ts';
import * as shopify from './shopify.fixture.ts';
import { signalDraft } from './signal.contract.ts';
import { SIGNAL_TARGETS, signalMapping } from './signal-import.contract.ts';
import { isForSize } from './size-reason.ts';
import { toMinor } from './to-minor.ts';
import * as woo from './woocommerce.fixture.ts';

describe('Shopify', () => {
  it('an order, its payment and its end', () => {
    const [placed] = readShopify('orders/create', shopify.shopifyOrder)!;
    expect(placed).toMatchObject({
      externalId: 'order:8209829119461:placed',
      kind: 'order_placed',
      occurredAt: '2026-02-20T04:00:00.000Z',
      orderNo: '#9999',
      person: { email: 'jon@example.com', name: 'John Smith' },
      amountMinor: 38800,
      currency: 'CNY',
      lines: [
        { sku: 'SILK-SHIRT-M', name: '真丝衬衫', qty: 1, size: 'M', amountMinor: 18900 },
        { sku: 'SILK-SCARF', amountMinor: 19900 },
      ],
    });
    expect(readShopify('orders/paid', shopify.shopifyOrder)![0]).toMatchObject({
      kind: 'order_paid',
      occurredAt: '2026-02-20T04:00:04.000Z',
    });
    expect(readShopify('orders/cancelled', shopify.shopifyCancelled)![0]).toMatchObject({
      kind: 'order_cancelled',
      reason: 'customer',
    });
  });

  it('a refund, a parcel and an exchange for size', () => {
    expect(readShopify('refunds/create', shopify.shopifyRefund)![0]).toMatchObject({
      kind: 'refund',
      amountMinor: 18900,
      currency: 'CNY',
      reason: 'Things were damaged',
      orderAlias: '8209829119461',
      lines: [{ sku: 'SILK-SHIRT-M', qty: 1, amountMinor: 18900 }],
    });
    expect(readShopify('fulfillments/create', shopify.shopifyFulfillment)!.map((one) => one.kind)).toEqual(['shipped']);
    expect(readShopify('fulfillments/update', shopify.shopifyDelivered)!.map((one) => [one.kind, one.orderNo])).toEqual(
      [
        ['shipped', '#9999'],
        ['delivered', '#9999'],
      ],
    );
    const [exchange] = readShopify('returns/approve', shopify.shopifyReturn)!;
    expect(exchange).toMatchObject({ kind: 'exchange', reason: 'size too small', lines: [{ size: 'M', sizeTo: 'L' }] });
    expect(isForSize(signalDraft.parse(exchange))).toBe(true);
    expect(readShopify('carts/update', {})).toBeNull();
  });
});

describe('WooCommerce', () => {
  it('an order tells its steps again and again under the same names', () => {
    const first = readWooCommerce('order.created', woo.wooOrder)!.signals;
    expect(first.map((one) => one.externalId)).toEqual(['order:4750:placed', 'order:4750:paid']);
    expect(first[0]).toMatchObject({
      orderNo: '4750',
      amountMinor: 2935,
      person: { externalId: 'woocommerce:26', email: 'ann.doe@example.com' },
      lines: [{ sku: 'DRESS-M', name: 'Woo Dress', qty: 2, size: 'M' }],
    });
    const later = readWooCommerce('order.updated', woo.wooRefunded)!.signals;
    expect(later.map((one) => one.externalId)).toEqual([
      'order:4750:placed',
      'order:4750:paid',
      'order:4750:completed',
      'refund:726',
    ]);
    expect(later[3]).toMatchObject({ kind: 'refund', amountMinor: 600, reason: 'Too small', orderNo: '4750' });
    expect(readWooCommerce('product.updated', woo.wooProduct)).toEqual({
      signals: [],
      product: { sku: 'PREM-1', name: 'Premium Quality' },
    });
    expect(readWooCommerce('coupon.created', {})).toBeNull();
  });
});

describe('whatever comes', () => {
  const shopifyTopics = [
    'orders/create',
    'orders/paid',
    'orders/cancelled',
    'refunds/create',
    'fulfillments/update',
    'returns/approve',
  ];
  it('breaks no reader', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...shopifyTopics), (payload, topic) => {
        for (const one of readShopify(topic, payload) ?? []) signalDraft.safeParse(one);
        for (const one of readWooCommerce('order.updated', payload)?.signals ?? []) signalDraft.safeParse(one);
      }),
    );
  });

  it('fields of the wrong kind are left out, not believed', () => {
    fc.assert(
      fc.property(
        fc.record({
          id: fc.anything(),
          name: fc.anything(),
          line_items: fc.anything(),
          customer: fc.anything(),
          total_price: fc.anything(),
          currency: fc.anything(),
          created_at: fc.anything(),
        }),
        (payload) => {
          const [draft] = readShopify('orders/create', payload)!;
          expect(signalDraft.safeParse(draft).success).toBe(true);
        },
      ),
    );
  });
});

describe('a row of a file', () => {
  const columns = ['订单编号', '售后类型', '退款金额', '申请时间', '商家编码', '商品名称', '退款原因', '手机号'];
  const mapping = signalMapping.parse({ columns: guessSignalColumns(columns), kind: 'refund' });
  const tools = {
    readInstant: (value: string) => (value === 'x' ? ('unreadable' as const) : '2026-02-01T00:00:00.000Z'),
  };
  const row = {
    订单编号: '2026020112345678',
    售后类型: '换货',
    退款金额: '￥1,299.00',
    申请时间: '2026-02-01',
    商家编码: 'A-1',
    商品名称: '连衣裙',
    退款原因: '尺码偏小',
    手机号: '13800138000',
  };

  it('is read by what its columns are called', () => {
    expect(mapping.columns).toMatchObject({
      orderNo: '订单编号',
      kind: '售后类型',
      amount: '退款金额',
      sku: '商家编码',
      phone: '手机号',
    });
    const mapped = mapSignalRow(mapping, row, tools);
    expect(mapped).toMatchObject({
      ok: true,
      draft: {
        kind: 'exchange',
        amountMinor: 129900,
        orderNo: '2026020112345678',
        person: { phone: '13800138000' },
        reason: '尺码偏小',
      },
    });
  });

  it('names the column at fault', () => {
    const fault = (change: Record<string, string>) => {
      const mapped = mapSignalRow(mapping, { ...row, ...change }, tools);
      return mapped.ok ? null : [mapped.field, mapped.code];
    };
    expect(fault({ 售后类型: '？？' })).toEqual(['售后类型', 'kind_unreadable']);
    expect(fault({ 退款金额: '很多' })).toEqual(['退款金额', 'amount_unreadable']);
    expect(fault({ 申请时间: 'x' })).toEqual(['申请时间', 'date_unreadable']);
    expect(fault({ 手机号: '' })).toBeNull();
    const bare = mapSignalRow(signalMapping.parse({ columns: { reason: '退款原因' } }), row, tools);
    expect(bare).toMatchObject({ ok: false, code: 'row_without_name' });
    expect(SIGNAL_TARGETS.length).toBe(16);
  });

  it('reads kinds, sizes and money as people write them', () => {
    expect(
      ['已取消', '买家已付款', '已发货', '交易成功', 'refunded', 'In transit', 'size exchange'].map(readKind),
    ).toEqual(['order_cancelled', 'order_paid', 'shipped', 'delivered', 'refund', 'shipped', 'exchange']);
    expect(['红色 / XL', 'M', '颜色:黑;尺码:38', '蓝色'].map(sizeOf)).toEqual(['XL', 'M', '38', undefined]);
    expect([
      toMinor('12.5', 'CNY'),
      toMinor('1,000', 'JPY'),
      toMinor('-3', 'USD'),
      toMinor('abc', 'USD'),
      toMinor({ toString: null }, 'USD'),
    ]).toEqual([1250, 1000, 300, undefined, undefined]);
    expect(isForSize({ kind: 'return', reason: '质量问题', lines: [] })).toBe(false);
  });
});
