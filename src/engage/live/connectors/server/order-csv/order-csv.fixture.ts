// Tables of orders as shops export them, and what the fuzz bench damages.
import type { FuzzCase } from '../../core/connector.contract.ts';
import { readOrders } from './read-orders.ts';

export const ORDER_TABLES = {
  chinese: `\ufeff订单编号,订单状态,下单时间,付款时间,商品名称,商家编码,商品数量,商品单价,订单金额,买家ID,收货人,手机号,取消原因
A1,已付款,2026-05-01 20:00:05,2026-05-01 20:00:30,"面霜, 50ml",C1,2,99.50,189.00,b-1,张三,13800138000,
A1,已付款,2026-05-01 20:00:05,2026-05-01 20:00:30,口红,L1,1,9.9,189.00,b-1,张三,13800138000,
A2,待付款,2026/5/1 20:01,,口红,L1,1,¥9.90,9.90,b-2,李四,13900139000,
A3,已取消,2026-05-01 20:02:00,,口红,L1,1,9.90,9.90,b-3,王五,13700137000,不想要了
,已付款,2026-05-01 20:02:00,,口红,L1,1,9.90,9.90,b-3,,,
A5,飞走了,2026-05-01 20:02:00,,口红,L1,1,9.90,9.90,b-3,,,
A6,已付款,昨天,,口红,L1,1,9.90,9.90,b-3,,,
A7,已付款,2026-05-01 20:03:00,,口红,L1,两支,9.90,9.90,b-3,,,
A8,已付款,2026-05-01 20:03:00,,口红,L1,1,很贵,9.90,b-3,,,
A9,退款成功,2026-05-01 20:04:00,,口红,L1,1,9.90,9.90,b-4,,,
`,
  english:
    'Order ID;Created At;Status;SKU;Quantity;Unit Price;Currency;Customer ID\r\n1;2026-05-01T12:00:00Z;paid;X;3;19.99;usd;c1\r\n2;2026-05-01T12:00:01Z;Partially refunded;X;1;1000;JPY;c2\r\n',
} as const;

export const orderCsvFuzz: FuzzCase[] = [
  {
    name: 'order-csv',
    seeds: Object.values(ORDER_TABLES).map((table) => new TextEncoder().encode(table)),
    decode: (data) => {
      const read = readOrders(new TextDecoder().decode(data), { secret: 'key' });
      return { events: read?.events ?? [], unread: read ? read.faults.length : 1 };
    },
  },
];
