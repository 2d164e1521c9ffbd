// What a measure counts, in words.
import { useTranslation } from 'react-i18next';
import { useConditionNames } from '../../clocks/web/condition-pickers.part.tsx';
import type { Measure } from '../core/problem.contract.ts';

/** @returns a writer of measures in the reader's language */
export function useMeasureText(): (measure: Measure) => string {
  const { t } = useTranslation('pageproblems');
  const names = useConditionNames();
  return (measure) => {
    const or = t('measure.or');
    const parts = [
      measure.themes.map(names.theme).join(or),
      measure.products.map(names.product).join(or),
      measure.channels.map(names.channel).join(or),
      measure.sentiments.map((one) => t(`ui:sentiment.${one}`)).join(or),
      measure.classes.map((one) => t(`ui:sentiment.${one}`)).join(or),
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(' · ') : t('measure.all');
  };
}
