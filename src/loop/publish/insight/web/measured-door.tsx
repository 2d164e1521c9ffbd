// One value of a table: the number, its interval and its past on hover, its rows on click.
import { useTranslation } from 'react-i18next';
import { NumberDoor } from '../../../../ui/number-door.tsx';
import { type MeasureKey, measureOf } from '../core/catalogue.contract.ts';
import type { Measured } from '../core/insight.contract.ts';
import { measureText } from './measure-text.part.tsx';

interface Props {
  value: Measured;
  measure: MeasureKey;
  window: string;
  door: { to: string; search: Record<string, string> };
}

/** What stands beside the value on hover: the interval, and how many it stands on. */
export function useIntervalWords(): (measure: MeasureKey, value: Measured) => string | undefined {
  const { t, i18n } = useTranslation('insight');
  return (key, value) => {
    const measure = measureOf(key)!;
    if (value.low === null || value.high === null || measure.interval === 'none') return undefined;
    const write = (number: number) => measureText(number, measure.unit, i18n.language, t);
    return t(`interval.${measure.interval}`, { low: write(value.low), high: write(value.high) });
  };
}

export function MeasuredDoor({ value, measure, window, door }: Props) {
  const { t, i18n } = useTranslation(['insight', 'metrics']);
  const words = useIntervalWords();
  const { unit } = measureOf(measure)!;
  const base = t('base', { text: measureText(value.base, 'count', i18n.language, t) });
  const isPlain = value.value === null || (unit === 'count' && value.value === 0);
  return (
    <NumberDoor
      size="inline"
      value={value.value}
      text={measureText(value.value, unit, i18n.language, t)}
      metric={measure}
      denominator={[unit === 'count' ? undefined : base, words(measure, value)].filter(Boolean).join(' · ')}
      window={window}
      {...(isPlain ? {} : door)}
    />
  );
}

/** "before 12" where a past was asked for. */
export function Past({ value, measure }: { value: Measured; measure: MeasureKey }) {
  const { t, i18n } = useTranslation('insight');
  return (
    <small className="hy-quiet">
      {t('before', { text: measureText(value.previous, measureOf(measure)!.unit, i18n.language, t) })}
    </small>
  );
}
