// Turns one row of a file into a signal, or names the column that cannot be read.

import { SIGNAL_KINDS, type SignalDraftInput, type SignalKind } from './signal.contract.ts';
import type { SignalMapping, SignalTarget } from './signal-import.contract.ts';
import { toMinor } from './to-minor.ts';

export interface RowTools {
  /** @returns ISO 8601, null for a blank, 'unreadable' */
  readInstant(value: string): string | null | 'unreadable';
}

/** What files call each kind. The first that fits decides, so the more particular ones stand first. */
const KIND_WORDS: readonly (readonly [SignalKind, RegExp])[] = [
  ['order_cancelled', /取消|关闭|作废|cancel|voided|closed/],
  ['exchange', /换货|换码|exchange|replacement/],
  ['refund', /退款|refund|chargeback/],
  ['return', /退货|退回|return/],
  ['delivered', /签收|送达|已收货|交易成功|delivered|received|completed?/],
  ['delayed', /延误|延迟|超时|滞留|delay|late|exception/],
  ['lost', /丢失|丢件|lost|missing/],
  ['shipped', /发货|揽收|运输|shipped|fulfilled|in ?transit|dispatch/],
  ['order_paid', /付款|支付|已付|paid|processing/],
  ['order_placed', /下单|提交|待付|订单|placed|pending|order|created|new/],
  ['add_to_cart', /加购|购物车|cart/],
  ['watch', /观看|直播|watch|live/],
  ['leave', /离开|退出|leave|left|exit/],
  ['view', /浏览|访问|view|visit|browse/],
];

export function readKind(value: string): SignalKind | undefined {
  const plain = value.normalize('NFKC').trim().toLowerCase();
  const exact = SIGNAL_KINDS.find((kind) => kind === plain.replace(/[\s-]+/g, '_'));
  return exact ?? KIND_WORDS.find(([, words]) => words.test(plain))?.[0];
}

/** `words`: what names a row that has no id of its own, so that the same row in another file is known again; to be hashed. */
export type MappedRow =
  | { ok: true; draft: SignalDraftInput; words: string | null }
  | { ok: false; field: string; code: string };

/** Turns a row into a signal. */
export function mapSignalRow(mapping: SignalMapping, fields: Record<string, string>, tools: RowTools): MappedRow {
  const { columns } = mapping;
  const value = (target: SignalTarget): string | undefined => {
    const column = columns[target];
    const text = column === undefined ? '' : (fields[column] ?? '').trim();
    return text === '' ? undefined : text;
  };
  const bad = (target: SignalTarget, code: string): MappedRow => ({
    ok: false,
    field: columns[target] ?? target,
    code,
  });
  const said = value('kind');
  const kind = said === undefined ? mapping.kind : readKind(said);
  if (!kind) return bad('kind', 'kind_unreadable');
  const at = value('occurredAt');
  const occurredAt = at === undefined ? null : tools.readInstant(at);
  if (occurredAt === 'unreadable') return bad('occurredAt', 'date_unreadable');
  const currency = value('currency')?.toUpperCase() ?? mapping.currency;
  if (!/^[A-Z]{3}$/.test(currency)) return bad('currency', 'currency_unreadable');
  const amount = value('amount');
  const amountMinor = amount === undefined ? undefined : toMinor(amount, currency);
  if (amount !== undefined && amountMinor === undefined) return bad('amount', 'amount_unreadable');
  const count = value('qty');
  const qty = count === undefined ? 1 : Math.abs(Number(count.replace(/,/g, '')));
  if (!Number.isInteger(qty) || qty > 100_000) return bad('qty', 'number_unreadable');
  const email = value('email');
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return bad('email', 'email_unreadable');
  const [sku, name, orderNo] = [value('sku'), value('product'), value('orderNo')];
  const externalId = value('externalId');
  const words = [kind, orderNo, sku ?? name, occurredAt, amountMinor, value('customerId') ?? email ?? value('phone')];
  if (externalId === undefined && words.slice(1).every((word) => word === undefined || word === null))
    return bad('orderNo', 'row_without_name');
  const person = { externalId: value('customerId'), name: value('customer'), email, phone: value('phone') };
  return {
    ok: true,
    words: externalId === undefined ? words.map((word) => word ?? '').join('|') : null,
    draft: {
      externalId: externalId?.slice(0, 300) ?? 'row',
      source: mapping.source,
      kind,
      ...(occurredAt ? { occurredAt } : {}),
      ...(person.externalId || person.email || person.phone ? { person } : {}),
      orderNo,
      lines:
        sku || name ? [{ sku, name, qty, amountMinor, currency, size: value('size'), sizeTo: value('sizeTo') }] : [],
      amountMinor,
      currency,
      reason: value('reason')?.slice(0, 500),
    },
  };
}
