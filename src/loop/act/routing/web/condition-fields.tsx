// What a rule asks of a feedback; every field left empty asks nothing.
import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CLASSES, INTENTS } from '../../../../text/judge.contract.ts';
import { ChannelPicker, ProductPicker, ThemePicker } from '../../clocks/web/condition-pickers.part.tsx';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import type { RuleConditions } from '../core/rule.contract.ts';

export function ConditionFields(props: {
  conditions: RuleConditions;
  disabled: boolean;
  onChange: (patch: Partial<RuleConditions>) => void;
}) {
  const { t } = useTranslation('pagerules');
  const { conditions, disabled, onChange } = props;
  const any = t('any');
  const name = (key: string) => t(`routing:condition.${key}`);
  const words = (key: 'classes' | 'intents', values: readonly string[], room: string) => (
    <Field name={name(key)} as="div">
      <Select
        mode="multiple"
        aria-label={name(key)}
        placeholder={any}
        allowClear
        disabled={disabled}
        value={[...((conditions[key] as string[] | undefined) ?? [])]}
        options={values.map((value) => ({ value, label: t(`text:${room}.${value}`) }))}
        onChange={(next: string[]) => onChange({ [key]: next.length > 0 ? next : undefined })}
      />
    </Field>
  );
  const stars = (key: 'maxRating' | 'minRating') => (
    <Field name={name(key)} as="div">
      <Select
        aria-label={name(key)}
        placeholder={any}
        allowClear
        disabled={disabled}
        value={conditions[key]}
        options={[1, 2, 3, 4, 5].map((value) => ({ value, label: t('dry.stars', { count: value }) }))}
        onChange={(value?: number) => onChange({ [key]: value })}
      />
    </Field>
  );
  const flag = (key: 'vip' | 'known') => (
    <Field name={name(key)} as="div">
      <Select
        aria-label={name(key)}
        disabled={disabled}
        value={conditions[key] === undefined ? 'any' : String(conditions[key])}
        options={['any', 'true', 'false'].map((value) => ({
          value,
          label: value === 'any' ? any : t(`flag.${key}.${value}`),
        }))}
        onChange={(value: string) => onChange({ [key]: value === 'any' ? undefined : value === 'true' })}
      />
    </Field>
  );
  return (
    <div className="hy-fields">
      <Field name={name('channels')} as="div">
        <ChannelPicker
          label={name('channels')}
          placeholder={any}
          disabled={disabled}
          value={conditions.channels}
          onChange={(channels) => onChange({ channels })}
        />
      </Field>
      <Field name={name('themes')} as="div">
        <ThemePicker
          label={name('themes')}
          placeholder={any}
          disabled={disabled}
          value={conditions.themes}
          onChange={(themes) => onChange({ themes })}
        />
      </Field>
      {words('classes', CLASSES, 'class')}
      {words('intents', INTENTS, 'intent')}
      {stars('maxRating')}
      {stars('minRating')}
      <Field name={name('maxSentiment')} note={t('sentimentNote')} as="div">
        <InputNumber
          aria-label={name('maxSentiment')}
          min={-1}
          max={1}
          step={0.1}
          placeholder={any}
          disabled={disabled}
          value={conditions.maxSentiment ?? null}
          onChange={(value) => onChange({ maxSentiment: value ?? undefined })}
          style={{ width: '100%' }}
        />
      </Field>
      <Field name={name('productIds')} as="div">
        <ProductPicker
          label={name('productIds')}
          placeholder={any}
          disabled={disabled}
          value={conditions.productIds}
          onChange={(productIds) => onChange({ productIds })}
        />
      </Field>
      {flag('vip')}
      {flag('known')}
    </div>
  );
}
