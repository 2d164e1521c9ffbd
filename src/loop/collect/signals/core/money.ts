// Reads amounts as shops write them and counts them in minor units.

const digitsOf = new Map<string, number>();

/** How many decimals a currency has: 2 for CNY, 0 for JPY, 3 for KWD; 2 for one nobody knows. */
export function decimalsOf(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    try {
      digits =
        new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    } catch {
      digits = 2;
    }
    digitsOf.set(currency, digits);
  }
  return digits;
}

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
  return Math.round(Math.abs(Number(text.replace('−', '-'))) * 10 ** decimalsOf(currency));
}
