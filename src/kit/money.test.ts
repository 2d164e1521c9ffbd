// Amounts are said with the places their currency has, and coins of platforms as what they are.
import { expect, it } from 'vitest';
import { decimalsOf, majorUnits, minorUnits, moneyText } from './money.ts';

it('knows the places of a currency', () => {
  expect([decimalsOf('CNY'), decimalsOf('JPY'), decimalsOf('KWD'), decimalsOf('XXA'), decimalsOf('diamond')]).toEqual([
    2, 0, 3, 2, 0,
  ]);
  expect(majorUnits(9900, 'CNY')).toBe(99);
  expect([minorUnits(19.99, 'CNY'), minorUnits(500, 'JPY'), minorUnits(1.5, 'KWD')]).toEqual([1999, 500, 1500]);
});

it('says as many places as it reads, also where the language library would leave them out', () => {
  expect(moneyText({ minor: 1500, currency: 'IQD' }, 'en', { sign: 'code' })).toBe('IQD 1.500');
});

it('says an amount in words of its reader', () => {
  expect(moneyText({ minor: 12900, currency: 'CNY' }, 'zh-CN')).toBe('¥129.00');
  expect(moneyText({ minor: 500, currency: 'JPY' }, 'en')).toBe('¥500');
  expect(moneyText({ minor: 5_000_000, currency: 'CNY' }, 'zh-CN', { sign: 'code' })).toBe('CNY 50,000.00');
});

it('says a short amount whole, without decimals, until it is long', () => {
  const short = (minor: number, language: string, currency = 'CNY') =>
    moneyText({ minor, currency }, language, { isShort: true });
  expect([short(806_550, 'zh-CN'), short(806_550, 'en'), short(6_000_000, 'en')]).toEqual([
    '¥8,066',
    '¥8,066',
    '¥60,000',
  ]);
  expect([short(0, 'en'), short(950, 'en'), short(9_999, 'en')]).toEqual(['¥0', '¥9.50', '¥100']);
  expect([short(123_456_700, 'zh-CN'), short(12_345_600, 'en')]).toEqual(['¥123.5万', '¥123.5K']);
  expect([short(500, 'en', 'JPY'), short(-806_550, 'en')]).toEqual(['¥500', '-¥8,066']);
});

it('counts coins of platforms in pieces', () => {
  expect(moneyText({ minor: 700, currency: 'diamond' }, 'en')).toBe('700 diamond');
  expect(moneyText({ minor: 12_000, currency: 'bits' }, 'zh-CN')).toBe('12,000 bits');
});
