// Reads amounts as shops write them and counts them in minor units.
import { minorUnits } from '../../../../kit/money.ts';

/**
 * Reads "1,299.00", "¥129", "-10.00" or 129 as minor units; the sign is dropped, a refund of −10 is 10.
 * @returns undefined when it is no amount
 */
export function toMinor(value: unknown, currency: string): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value)
    .normalize('NFKC')
    .replace(/[\s,¥$€£￥]|[A-Za-z]{2,3}\$?|元/g, '');
  if (!/^[-+−]?\d{1,12}(\.\d{1,6})?$/.test(text)) return undefined;
  return minorUnits(Math.abs(Number(text.replace('−', '-'))), currency);
}
