// What shops call the columns and states of their order tables, in Chinese and English. Columns about the customer are not in it on purpose.
import type { OrderType } from '../orders/order-event.ts';

/** Lower case, without spaces, lines and brackets. */
export const ORDER_COLUMNS = {
  order: [
    'orderid',
    'order',
    'ordernumber',
    'orderno',
    'name',
    '订单号',
    '订单编号',
    '主订单编号',
    '子订单编号',
    '订单id',
  ],
  time: [
    'time',
    'createdat',
    'created',
    'orderdate',
    'ordertime',
    'date',
    '下单时间',
    '订单提交时间',
    '订单创建时间',
    '创建时间',
    '时间',
  ],
  paidAt: ['paidat', 'paymenttime', 'paytime', '付款时间', '支付时间', '订单付款时间', '支付完成时间'],
  state: ['status', 'state', 'orderstatus', 'financialstatus', '订单状态', '状态', '交易状态'],
  product: ['productid', 'itemid', '商品id', '商品编号', '宝贝id'],
  sku: ['sku', 'skuid', 'sellersku', 'lineitemsku', 'merchantsku', '商家编码', '规格编码', 'sku编码', 'skuid编码'],
  title: [
    'title',
    'product',
    'productname',
    'lineitemname',
    'item',
    '商品',
    '商品名称',
    '商品标题',
    '宝贝标题',
    '选购商品',
  ],
  quantity: ['qty', 'quantity', 'count', 'lineitemquantity', '数量', '商品数量', '购买数量', '宝贝数量'],
  price: ['price', 'unitprice', 'lineitemprice', '单价', '商品单价', '商品价格', '价格'],
  amount: ['amount', 'lineamount', 'subtotal', '商品金额', '小计', '行金额'],
  total: [
    'total',
    'ordertotal',
    'orderamount',
    'paidamount',
    '订单金额',
    '实付金额',
    '订单应付金额',
    '买家实际支付金额',
    '总金额',
    '实收金额',
  ],
  currency: ['currency', '币种', '货币'],
  buyer: ['buyerid', 'customerid', 'userid', '买家id', '用户id', '客户id', '买家会员id'],
  reason: ['reason', 'cancelreason', 'refundreason', '取消原因', '退款原因'],
} as const satisfies Record<string, readonly string[]>;
export type OrderColumn = keyof typeof ORDER_COLUMNS;

const STATES: readonly [OrderType, RegExp][] = [
  ['order.refunded', /refund|退款成功|已退款|退货退款|售后完成/i],
  ['order.cancelled', /cancel|void|closed|取消|关闭/i],
  ['order.created', /pending|unpaid|created|on.?hold|authorized|待付款|未付款|待支付|等待买家付款|已下单/i],
  [
    'order.paid',
    /paid|complete|processing|shipped|delivered|fulfilled|success|awaiting|已付款|已支付|待发货|已发货|已完成|交易成功|已签收|备货/i,
  ],
];

/** What a state in words means for the order; null when it is none we know. */
export function orderStateOf(words: string): OrderType | null {
  if (words.length > 100) return null;
  // "Partially refunded" and "部分退款" are still paid orders with something given back: the export does not say how much.
  if (/partially.?refunded|部分退款/i.test(words)) return 'order.paid';
  return STATES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
