// Turns amounts as platforms write them ("CA$20.00", "¥1,220", "19.9") into whole smallest units, without ever passing through a fraction.
import { decimalsOf } from '../../../../kit/money.ts';
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';

/** Signs as chat platforms write them; a bare ¥ is the yen there, the yuan is CN¥. */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  NT$: 'TWD',
  MX$: 'MXN',
  R$: 'BRL',
  S$: 'SGD',
  SG$: 'SGD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'CNY',
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  元: 'CNY',
  '₩': 'KRW',
  '₹': 'INR',
  '₱': 'PHP',
  '₫': 'VND',
  '₪': 'ILS',
  '₺': 'TRY',
  '₽': 'RUB',
  '฿': 'THB',
  '₴': 'UAH',
  '₦': 'NGN',
  RM: 'MYR',
  Rp: 'IDR',
  zł: 'PLN',
  Kč: 'CZK',
};

/** `19.9`, `-5`, `1000.00` → smallest units, rounded half away from zero; null where it is no plain decimal or too large to be exact. */
export function decimalToMinor(text: string, currency: string): number | null {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{0,18}))?$/.exec(text.trim());
  if (!match) return null;
  const places = decimalsOf(currency);
  const fraction = (match[3] ?? '').padEnd(places + 1, '0');
  let minor = Number(match[2] + fraction.slice(0, places));
  if (fraction.charCodeAt(places) >= 53) minor += 1;
  if (!Number.isSafeInteger(minor)) return null;
  return match[1] === '-' && minor !== 0 ? -minor : minor;
}

/** Millionths of a currency unit (as text, it may have 64 bits) → smallest units; null when unreadable. */
export function microsToMinor(micros: string, currency: string): number | null {
  const match = /^(\d{1,18})$/.exec(micros);
  if (!match) return null;
  const digits = micros.padStart(7, '0');
  return decimalToMinor(`${digits.slice(0, -6)}.${digits.slice(-6)}`, currency);
}

/** Longer texts are no amounts. */
const MOST_CHARS = 60;

/** An amount with a sign or a code before or after it; `fallback` where it names no currency. Null when unreadable. */
export function parseAmount(text: string, fallback?: string): LiveMoney | null {
  if (text.length > MOST_CHARS) return null;
  const match = /^\s*([^\d\s.,-]{0,6})\s*(\d[\d.,\u00a0\u202f ']{0,30}|[.,]\d{1,6})\s*([^\d\s.,-]{0,6})\s*$/u.exec(
    text,
  );
  if (!match) return null;
  const named = (match[1] || match[3] || '').trim();
  const currency = named === '' ? fallback : currencyOf(named, fallback);
  if (!currency) return null;
  const decimal = plainDecimal(match[2]!.replace(/[\u00a0\u202f ']/g, ''), currency);
  const minor = decimal === null ? null : decimalToMinor(decimal, currency);
  return minor === null ? null : { minor, currency };
}

function currencyOf(named: string, fallback?: string): string | undefined {
  if (Object.hasOwn(SIGNS, named)) {
    const sign = SIGNS[named]!;
    return named === '¥' && fallback === 'CNY' ? 'CNY' : sign;
  }
  return /^[A-Za-z]{3}$/.test(named) ? named.toUpperCase() : undefined;
}

/** Takes grouping marks away; a mark followed by three digits groups, unless another mark follows it or the currency has three places. */
function plainDecimal(digits: string, currency: string): string | null {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last === -1) return digits;
  const mark = digits[last]!;
  const other = mark === '.' ? ',' : '.';
  const after = digits.length - last - 1;
  const repeated = digits.indexOf(mark) !== last;
  const groups = repeated || (after === 3 && !digits.includes(other) && decimalsOf(currency) !== 3);
  if (groups) return digits.includes(other) && !repeated ? null : digits.replaceAll(/[.,]/g, '');
  return `${digits.slice(0, last).replaceAll(/[.,]/g, '') || '0'}.${digits.slice(last + 1)}`;
}
