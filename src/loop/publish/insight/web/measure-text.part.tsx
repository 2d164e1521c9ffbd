// Writes a value of the dictionary the way its unit asks for.
import type { TFunction } from 'i18next';
import { spanText } from '../../../../ui/clock-badge.tsx';
import type { MeasureUnit } from '../core/catalogue.contract.ts';

/** @param value null is drawn as "–" and means that nothing was there to measure */
export function measureText(value: number | null, unit: MeasureUnit, language: string, t: TFunction): string {
  if (value === null || !Number.isFinite(value)) return '–';
  if (unit === 'share') return format(language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  if (unit === 'score') return format(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value);
  if (unit === 'stars') return format(language, { maximumFractionDigits: 2 }).format(value);
  if (unit === 'span') return timeText(value, language, t);
  return format(language, { maximumFractionDigits: value < 10 && !Number.isInteger(value) ? 1 : 0 }).format(value);
}

/** A span that may be shorter than a second. */
export function timeText(ms: number, language: string, t: TFunction): string {
  if (ms < 1000) return t('insight:funnel.under');
  if (ms < 60_000)
    return t('insight:funnel.seconds', { text: format(language, { maximumFractionDigits: 0 }).format(ms / 1000) });
  return spanText(t, ms);
}

function format(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(language, options);
}
