// Chooses which feedback is counted, by the explorer's own filters.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CLASSES, SENTIMENTS } from '../../../../text/judge.contract.ts';
import { ChannelPicker, ProductPicker, ThemePicker } from '../../clocks/web/condition-pickers.part.tsx';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import type { Measure } from '../core/problem.contract.ts';

export const EMPTY_MEASURE: Measure = { themes: [], products: [], channels: [], sentiments: [], classes: [] };

export function MeasureFields(props: { value: Measure; onChange: (value: Measure) => void }) {
  const { t } = useTranslation('pageproblems');
  const put = (patch: Partial<Measure>) => props.onChange({ ...props.value, ...patch });
  const any = t('measure.any');
  return (
    <div className="hy-fields">
      <Field name={t('field.theme')} as="div">
        <ThemePicker
          label={t('field.theme')}
          placeholder={any}
          value={props.value.themes}
          onChange={(next) => put({ themes: next ?? [] })}
        />
      </Field>
      <Field name={t('field.product')} as="div">
        <ProductPicker
          label={t('field.product')}
          placeholder={any}
          value={props.value.products}
          onChange={(next) => put({ products: next ?? [] })}
        />
      </Field>
      <Field name={t('measure.channels')} as="div">
        <ChannelPicker
          label={t('measure.channels')}
          placeholder={any}
          value={props.value.channels}
          onChange={(next) => put({ channels: (next ?? []) as Measure['channels'] })}
        />
      </Field>
      <Field name={t('measure.sentiments')} as="div">
        <Select
          mode="multiple"
          aria-label={t('measure.sentiments')}
          placeholder={any}
          value={props.value.sentiments}
          options={SENTIMENTS.map((value) => ({ value, label: t(`ui:sentiment.${value}`) }))}
          onChange={(sentiments) => put({ sentiments })}
        />
      </Field>
      <Field name={t('measure.classes')} as="div">
        <Select
          mode="multiple"
          aria-label={t('measure.classes')}
          placeholder={any}
          value={props.value.classes}
          options={CLASSES.map((value) => ({ value, label: t(`ui:sentiment.${value}`) }))}
          onChange={(classes) => put({ classes })}
        />
      </Field>
    </div>
  );
}
