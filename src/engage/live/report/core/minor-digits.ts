// How many of a currency's digits stand behind the point, as its own sums are kept in its smallest unit.

/** ISO 4217 lists two for most; coins of platforms have none. */
const DIGITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  XAF: 0,
  XOF: 0,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  TND: 3,
  JOD: 3,
};

export function minorDigits(currency: string): number {
  return DIGITS[currency] ?? (/^[A-Z]{3}$/.test(currency) ? 2 : 0);
}

/** From the smallest unit to the usual one: 9900 fen are 99 yuan. */
export function majorUnits(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}
