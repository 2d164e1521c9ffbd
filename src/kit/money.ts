// Says amounts that are kept in the smallest unit of their currency.

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

/** Coins of platforms (`diamond`, `bits`) have a name of their own and are counted in pieces. */
const isCurrency = (currency: string) => /^[A-Z]{3}$/.test(currency);

/** How many digits of an amount stand behind the point: two where the standard names no other, none for coins of platforms. */
export function decimalsOf(currency: string): number {
  return PLACES[currency] ?? (isCurrency(currency) ? 2 : 0);
}

/** From the smallest unit to the usual one: 9900 fen are 99 yuan. */
export function majorUnits(minor: number, currency: string): number {
  return minor / 10 ** decimalsOf(currency);
}

/** From the usual unit to the smallest, rounded: 99 yuan are 9900 fen, 500 yen are 500. */
export function minorUnits(major: number, currency: string): number {
  return Math.round(major * 10 ** decimalsOf(currency));
}

/** Short amounts are written out in whole units between these, in the usual unit: ¥8,066 says more than 8.1K in as little room. */
const WHOLE_FROM = 100;
const WHOLE_UNTIL = 100_000;

const MOST_FORMATS = 200;
const formats = new Map<string, Intl.NumberFormat>();

/**
 * An amount as readers of the language write it: ¥129.00, $5, 700 diamond.
 *
 * @param how `sign` as `Intl.NumberFormat` has it (`narrowSymbol` when left out); `isShort` without decimals, from 100,000 on 12万 and 120K
 */
export function moneyText(
  { minor, currency }: { minor: number; currency: string },
  language: string,
  { sign = 'narrowSymbol', isShort = false }: { sign?: 'symbol' | 'narrowSymbol' | 'code'; isShort?: boolean } = {},
): string {
  const major = majorUnits(minor, currency);
  const length = isShort ? lengthOf(Math.round(Math.abs(major))) : 'full';
  const key = `${language} ${currency} ${sign} ${length}`;
  let format = formats.get(key);
  if (!format) {
    const digits = length === 'whole' ? 0 : decimalsOf(currency);
    const ends =
      length === 'compact'
        ? { notation: 'compact' as const, maximumFractionDigits: 1 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const money = isCurrency(currency) ? { style: 'currency' as const, currency, currencyDisplay: sign } : {};
    format = new Intl.NumberFormat(language, { ...money, ...ends });
    // Names of coins come from outside.
    if (formats.size >= MOST_FORMATS) formats.clear();
    formats.set(key, format);
  }
  const text = format.format(major).replaceAll('\u00a0', ' ');
  return isCurrency(currency) ? text : `${text} ${currency}`;
}

/** Nothing is said without decimals as well. */
function lengthOf(major: number): 'full' | 'whole' | 'compact' {
  if (major >= WHOLE_UNTIL) return 'compact';
  return major === 0 || major >= WHOLE_FROM ? 'whole' : 'full';
}
