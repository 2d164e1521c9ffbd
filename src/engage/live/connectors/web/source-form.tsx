// The fields of one kind of source, as its manifest asks for them.
import { Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import type { SourceField } from '../core/source.contract.ts';

export type FieldValues = Record<string, string | number | boolean | null>;

export function SourceForm(props: {
  fields: readonly SourceField[];
  values: FieldValues;
  /** Names of the secrets that are kept already. */
  kept: readonly string[];
  /** Names of the fields that were not right. */
  wrong: readonly string[];
  onChange: (values: FieldValues) => void;
}) {
  const { t } = useTranslation('livesources');
  const { fields, values, kept, wrong, onChange } = props;
  const label = (name: string) => t(`field.${name}`, { defaultValue: name });
  const set = (name: string, value: string | number | boolean | null) => onChange({ ...values, [name]: value });
  const control = ({ name, type, choices, isSecret }: SourceField) => {
    const value = values[name];
    const status = wrong.includes(name) ? 'error' : undefined;
    if (type === 'switch') return <Switch checked={value === true} onChange={(on) => set(name, on)} />;
    if (type === 'number')
      return (
        <InputNumber
          value={typeof value === 'number' ? value : null}
          onChange={(number) => set(name, number)}
          status={status ?? ''}
          style={{ width: '100%' }}
        />
      );
    if (type === 'choice')
      return (
        <Select
          value={typeof value === 'string' ? value : undefined}
          onChange={(one: string) => set(name, one)}
          options={choices.map((one) => ({ value: one, label: one }))}
          style={{ width: '100%' }}
        />
      );
    return (
      <Input
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => set(name, event.target.value)}
        type={isSecret ? 'password' : 'text'}
        autoComplete={isSecret ? 'new-password' : 'off'}
        placeholder={kept.includes(name) ? t('isSet') : ''}
        status={status ?? ''}
        spellCheck={false}
      />
    );
  };
  return (
    <>
      {fields.map((field) => (
        <PlainField
          key={field.name}
          name={label(field.name)}
          note={t(`fieldHint.${field.name}`, { defaultValue: '' })}
          trouble={wrong.includes(field.name) ? t('badFields', { names: label(field.name) }) : ''}
        >
          {control(field)}
        </PlainField>
      ))}
    </>
  );
}
