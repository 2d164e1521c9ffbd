// The line of filters above a list; its state is the address itself.
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import { useFilters } from './use-filters.ts';
import { useNarrow } from './use-narrow.ts';
import './filter-bar.css';

export interface FilterOption {
  value: string;
  label: string;
  count?: number;
}

export type FilterField =
  | { kind: 'one' | 'many'; key: string; label: string; options: readonly FilterOption[]; width?: number }
  | { kind: 'text'; key: string; label: string }
  /** two keys, `<key>From` and `<key>To`, dates as YYYY-MM-DD */
  | { kind: 'days'; key: string; label: string };

/** Keys of the address a field writes. */
export function keysOfField(field: FilterField): string[] {
  return field.kind === 'days' ? [`${field.key}From`, `${field.key}To`] : [field.key];
}

/** @param end quiet things at the right: counts, sorting, export */
export function FilterBar({ fields, end }: { fields: readonly FilterField[]; end?: ReactNode }) {
  const { t } = useTranslation('ui');
  const filters = useFilters();
  const isNarrow = useNarrow();
  const [open, setOpen] = useState(false);
  const keys = fields.flatMap(keysOfField);
  const set = keys.filter((key) => filters.get(key));
  const texts = fields.filter((field) => field.kind === 'text');
  const others = fields.filter((field) => field.kind !== 'text');
  return (
    <search className="hy-filters" aria-label={t('filter.label')}>
      {texts.map((field) => (
        <FilterControl key={field.key} field={field} />
      ))}
      {isNarrow && others.length > 0 && (
        <button type="button" className="hy-filter-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="filter" size={16} />
          {set.length > 0 ? t('filter.some', { count: set.length }) : t('filter.open')}
        </button>
      )}
      {(!isNarrow || open) && others.map((field) => <FilterControl key={field.key} field={field} />)}
      {set.length > 0 && (
        <button type="button" className="hy-filter-clear" onClick={() => filters.clear(keys)}>
          {t('filter.clear')}
        </button>
      )}
      {end && <div className="hy-filters-end">{end}</div>}
    </search>
  );
}

function FilterControl({ field }: { field: FilterField }) {
  const filters = useFilters();
  if (field.kind === 'text') return <TextFilter field={field} />;
  if (field.kind === 'days') {
    const [from, to] = keysOfField(field) as [string, string];
    const value = (key: string) => (filters.get(key) ? dayjs(filters.get(key)) : null);
    return (
      <DatePicker.RangePicker
        aria-label={field.label}
        placeholder={[field.label, '']}
        allowEmpty={[true, true]}
        value={[value(from), value(to)]}
        onChange={(days) =>
          filters.set({ [from]: days?.[0]?.format('YYYY-MM-DD'), [to]: days?.[1]?.format('YYYY-MM-DD') })
        }
        style={{ width: 236 }}
      />
    );
  }
  const options = field.options.map((one) => ({ value: one.value, label: one.label, count: one.count }));
  const shared = {
    'aria-label': field.label,
    placeholder: field.label,
    allowClear: true,
    options,
    popupMatchSelectWidth: false,
    optionRender: (option: { label?: ReactNode; data: { count?: number | undefined } }) => (
      <span className="hy-filter-option">
        {option.label}
        {option.data.count !== undefined && <small>{option.data.count.toLocaleString()}</small>}
      </span>
    ),
    style: { minWidth: field.width ?? 128, maxWidth: 280 },
  };
  const search = { optionFilterProp: 'label' };
  return field.kind === 'many' ? (
    <Select
      {...shared}
      mode="multiple"
      maxTagCount="responsive"
      showSearch={search}
      value={filters.list(field.key)}
      onChange={(value: string[]) => filters.set({ [field.key]: value })}
    />
  ) : (
    <Select
      {...shared}
      {...(options.length > 8 ? { showSearch: search } : {})}
      value={filters.get(field.key) || undefined}
      onChange={(value: string | undefined) => filters.set({ [field.key]: value })}
    />
  );
}

function TextFilter({ field }: { field: { key: string; label: string } }) {
  const filters = useFilters();
  const held = filters.get(field.key);
  const [text, setText] = useState(held);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(held), [held]);
  const write = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => filters.set({ [field.key]: value.trim() }), 300);
  };
  return (
    <Input
      className="hy-filter-text"
      aria-label={field.label}
      placeholder={field.label}
      prefix={<Icon name="search" size={16} />}
      allowClear
      value={text}
      onChange={(event) => write(event.target.value)}
    />
  );
}
