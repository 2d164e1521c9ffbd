// Amounts decide what a room earned: every writing the recordings hold, and the ones that must be refused.
import { describe, expect, it } from 'vitest';
import { decimalToMinor, microsToMinor, parseAmount } from './currency-amount.ts';

describe('parseAmount', () => {
  it.each([
    ['$19.99', 1999, 'USD'],
    ['A$5.00', 500, 'AUD'],
    ['ARS 100.00', 10_000, 'ARS'],
    ['CA$20.00', 2000, 'CAD'],
    ['CLP 2,500', 2500, 'CLP'],
    ['CLP 2.500', 2500, 'CLP'],
    ['NZ$2.00', 200, 'NZD'],
    ['£4.99', 499, 'GBP'],
    ['¥1,220', 1220, 'JPY'],
    ['CN¥30', 3000, 'CNY'],
    ['€2.00', 200, 'EUR'],
    ['2,50 €', 250, 'EUR'],
    ['1.234,56 €', 123_456, 'EUR'],
    ['$1,234,567.80', 123_456_780, 'USD'],
    ['KWD 1.234', 1234, 'KWD'],
    ['Rp100.000', 10_000_000, 'IDR'],
    ['₫59.000', 59_000, 'VND'],
    ['₩10,000', 10_000, 'KRW'],
    ['99元', 9900, 'CNY'],
    ['1,000 RUB', 100_000, 'RUB'],
  ])('%s', (text, minor, currency) => expect(parseAmount(text)).toEqual({ minor, currency }));

  it('takes the fallback where no currency is named, and for ¥ in China', () => {
    expect(parseAmount('12.5', 'CNY')).toEqual({ minor: 1250, currency: 'CNY' });
    expect(parseAmount('¥12.5', 'CNY')).toEqual({ minor: 1250, currency: 'CNY' });
    expect(parseAmount('12.5')).toBeNull();
  });

  it.each(['', 'free', '$', '-3 $', 'x'.repeat(1000), '9'.repeat(40), '1e9 USD', '⚽5', ' '.repeat(100_000)])(
    'refuses %s',
    (text) => expect(parseAmount(text)).toBeNull(),
  );
});

describe('decimals and micros', () => {
  it('keeps the last cent', () => {
    expect(decimalToMinor('0.1', 'USD')).toBe(10);
    expect(decimalToMinor('1.005', 'USD')).toBe(101);
    expect(decimalToMinor('-398.00', 'USD')).toBe(-39_800);
    expect(decimalToMinor('1000', 'JPY')).toBe(1000);
    expect(decimalToMinor('1.5', 'JPY')).toBe(2);
    expect(decimalToMinor('99999999999999999', 'USD')).toBeNull();
    expect(decimalToMinor('1,5', 'USD')).toBeNull();
    expect(microsToMinor('1990000', 'USD')).toBe(199);
    expect(microsToMinor('500000000', 'JPY')).toBe(500);
    expect(microsToMinor('-1', 'USD')).toBeNull();
  });
});
