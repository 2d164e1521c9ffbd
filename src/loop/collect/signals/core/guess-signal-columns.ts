// Guesses which column of a file of signals holds what, by the names shops give them in Chinese and English.
import { SIGNAL_TARGETS, type SignalTarget } from './signal-import.contract.ts';

const split = (names: string): readonly string[] => names.trim().split(/\s+/);

const WORDS: Record<SignalTarget, readonly string[]> = {
  externalId: split(
    'externalid id 编号 流水号 事件编号 退款编号 退款单号 售后单号 退货单号 换货单号 refundid returnid eventid',
  ),
  kind: split('kind type event eventtype 类型 事件 事件类型 订单状态 状态 售后类型 status'),
  occurredAt: split(
    'occurredat time date datetime timestamp createdat at 时间 日期 发生时间 下单时间 付款时间 退款时间 申请时间 创建时间 订单创建时间 orderdate createdtime',
  ),
  orderNo: split('orderno ordernumber orderid order 订单编号 订单号 主订单编号 子订单编号 订单 交易编号 name'),
  sku: split('sku skuid skucode lineitemsku 商家编码 商品编码 货号 规格编码 商品id productid variantsku'),
  product: split(
    'product productname item itemname title lineitemname 商品名称 商品标题 宝贝标题 宝贝名称 商品 产品名称',
  ),
  qty: split('qty quantity count lineitemquantity 数量 购买数量 商品数量 件数'),
  amount: split(
    'amount total price totalprice refundamount paid 金额 实付金额 支付金额 退款金额 订单金额 买家实付金额 总金额',
  ),
  currency: split('currency 币种 货币'),
  size: split('size 尺码 尺寸 规格 原尺码 sizefrom variant'),
  sizeTo: split('sizeto newsize 新尺码 换后尺码 目标尺码 更换尺码'),
  reason: split('reason note refundreason returnreason 原因 退款原因 退货原因 申请原因 说明 备注'),
  customer: split('customer customername buyer name2 买家昵称 买家 客户 客户姓名 收货人 收货人姓名 昵称'),
  customerId: split('customerid buyerid userid memberid openid unionid 买家id 客户编号 会员编号 用户id'),
  email: split('email mail customeremail 邮箱 电子邮箱 买家邮箱'),
  phone: split('phone mobile tel telephone 手机 手机号 手机号码 联系电话 电话 收货人手机'),
};

/** A column name without case, width, spaces, signs and bracketed remarks. */
export function plainColumn(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s_\-./:：*#"'“”]+/g, '');
}

/** Each target gets the first column that is called so; no column is taken twice. */
export function guessSignalColumns(columns: readonly string[]): Partial<Record<SignalTarget, string>> {
  const chosen: Partial<Record<SignalTarget, string>> = {};
  const taken = new Set<string>();
  const keyed = columns.map((column) => ({ column, key: plainColumn(column) }));
  for (const target of SIGNAL_TARGETS) {
    for (const word of WORDS[target]) {
      const found = keyed.find(({ column, key }) => key === word && !taken.has(column));
      if (!found) continue;
      chosen[target] = found.column;
      taken.add(found.column);
      break;
    }
  }
  return chosen;
}
