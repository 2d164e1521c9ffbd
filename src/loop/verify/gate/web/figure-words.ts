// Writes shares and their intervals for people.

export interface ShareWords {
  share: number | null;
  low: number;
  high: number;
  count: number;
  of: number;
}

/** `61–82 %`: Wilson's 95 % interval. Nothing where nothing was counted. */
export function intervalText(share: ShareWords, language: string): string {
  if (share.share === null) return '';
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const low = new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(share.low * 100);
  return `${low}–${percent.format(share.high)}`;
}

/** `3.4`, or `–`. */
export function decimalText(value: number | null, language: string): string {
  return value === null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
}
