// Turns amounts as platforms write them ("CA$20.00", "¥1,220", "19.9") into whole smallest units, without ever passing through a fraction.
import type { LiveMoney } from '../../stream/core/live-event.contract.ts';

/** Decimal places other than two (ISO 4217, list one). */
const PLACES: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

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

/** Decimal places of a currency; two where the standard names no other. */
export function currencyPlaces(currency: string): number {
  return PLACES[currency] ?? 2;
}

/** `19.9`, `-5`, `1000.00` → smallest units, rounded half away from zero; null where it is no plain decimal or too large to be exact. */
export function decimalToMinor(text: string, currency: string): number | null {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d{0,18}))?$/.exec(text.trim());
  if (!match) return null;
  const places = currencyPlaces(currency);
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
  const groups = repeated || (after === 3 && !digits.includes(other) && currencyPlaces(currency) !== 3);
  if (groups) return digits.includes(other) && !repeated ? null : digits.replaceAll(/[.,]/g, '');
  return `${digits.slice(0, last).replaceAll(/[.,]/g, '') || '0'}.${digits.slice(last + 1)}`;
}
