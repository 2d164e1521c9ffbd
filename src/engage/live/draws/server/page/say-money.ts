// Says an amount as everybody writes it; coins of platforms keep their own name.

/** @param money minor units; ISO currencies with their usual places */
export function sayMoney(money: { minor: number; currency: string }): string {
  try {
    const format = new Intl.NumberFormat('zh-CN', {
      style: 'currency',
      currency: money.currency,
      currencyDisplay: 'code',
    });
    return format
      .format(money.minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
      .replace(/\u00a0/g, ' ');
  } catch {
    return `${money.minor} ${money.currency}`;
  }
}
