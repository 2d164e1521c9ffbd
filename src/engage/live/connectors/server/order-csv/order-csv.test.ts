// Tables of orders in both languages: lines joined to orders, wrong rows named, and no customer in what comes out.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fuzzDecoder } from '../kit/fuzz-decoder.ts';
import { orderStateOf } from './order-columns.ts';
import { ORDER_TABLES, orderCsvFuzz } from './order-csv.fixture.ts';
import { readOrders } from './read-orders.ts';

const secret = 'key-of-hashes';
const buyer = (id: string) => createHmac('sha256', secret).update(`buyer:${id}`).digest('hex').slice(0, 32);
const CNY = (minor: number) => ({ minor, currency: 'CNY' });

describe('a table of orders', () => {
  it('in Chinese', () => {
    const read = readOrders(ORDER_TABLES.chinese, { secret })!;
    expect(read.rows).toBe(10);
    expect(read.events).toEqual([
      {
        type: 'order.paid',
        id: 'A1:order.paid',
        orderId: 'A1',
        ts: Date.UTC(2026, 4, 1, 12, 0, 30),
        amount: CNY(18_900),
        buyerUid: buyer('b-1'),
        lines: [
          { sku: 'C1', title: '面霜, 50ml', qty: 2, amount: CNY(19_900) },
          { sku: 'L1', title: '口红', qty: 1, amount: CNY(990) },
        ],
      },
      {
        type: 'order.created',
        id: 'A2:order.created',
        orderId: 'A2',
        ts: Date.UTC(2026, 4, 1, 12, 1),
        amount: CNY(990),
        buyerUid: buyer('b-2'),
        lines: [{ sku: 'L1', title: '口红', qty: 1, amount: CNY(990) }],
      },
      {
        type: 'order.cancelled',
        id: 'A3:order.cancelled',
        orderId: 'A3',
        ts: Date.UTC(2026, 4, 1, 12, 2),
        amount: CNY(990),
        buyerUid: buyer('b-3'),
        reason: '不想要了',
        lines: [{ sku: 'L1', title: '口红', qty: 1, amount: CNY(990) }],
      },
      {
        type: 'order.refunded',
        id: 'A9:order.refunded',
        orderId: 'A9',
        ts: Date.UTC(2026, 4, 1, 12, 4),
        amount: CNY(990),
        buyerUid: buyer('b-4'),
        lines: [{ sku: 'L1', title: '口红', qty: 1, amount: CNY(990) }],
      },
    ]);
    expect(read.faults).toEqual([
      { line: 6, code: 'no_order', column: 'order' },
      { line: 7, code: 'unknown_state', column: 'state' },
      { line: 8, code: 'no_time', column: 'time' },
      { line: 9, code: 'bad_quantity', column: 'quantity' },
      { line: 10, code: 'bad_amount', column: 'price' },
    ]);
    expect(JSON.stringify(read)).not.toMatch(/张三|138|b-1/);
  });

  it('in English, with semicolons and several currencies', () => {
    const read = readOrders(ORDER_TABLES.english, { secret })!;
    expect(read.faults).toEqual([]);
    expect(read.events.map((event) => event.type.startsWith('order.') && 'amount' in event && event.amount)).toEqual([
      { minor: 5997, currency: 'USD' },
      { minor: 1000, currency: 'JPY' },
    ]);
  });

  it('is refused when it names no order or no time', () => {
    expect(readOrders('a,b\n1,2\n', { secret })).toBeNull();
    expect(readOrders('', { secret })).toBeNull();
  });

  it('knows the states of many shops', () => {
    expect(
      ['Paid', '交易成功', 'unpaid', '等待买家付款', '交易关闭', 'Refunded', '部分退款', '???'].map(orderStateOf),
    ).toEqual([
      'order.paid',
      'order.paid',
      'order.created',
      'order.created',
      'order.cancelled',
      'order.refunded',
      'order.paid',
      null,
    ]);
  });

  it.each(orderCsvFuzz.map((one) => [one.name, one] as const))('%s never throws on damage', (_, one) => {
    expect(fuzzDecoder(one, 2000, 7).inputs).toBe(2000);
  });
});
