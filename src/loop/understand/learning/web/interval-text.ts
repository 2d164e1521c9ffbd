// A share's interval and number in few characters.
import type { ShareView } from '../core/accuracy.contract.ts';

/** "88–96 %, n 120". */
export function intervalText(share: ShareView, language: string): string {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return `${percent.format(share.low)} – ${percent.format(share.high)} · n ${new Intl.NumberFormat(language).format(share.of)}`;
}
