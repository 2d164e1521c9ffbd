// Pickers for what a case can be asked about, shared by clock policies and opening rules.
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listProductsRoute } from '../../../../ground/catalog/core/product.contract.ts';
import { listTeamsRoute } from '../../../../ground/teams/core/team.contract.ts';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { CHANNELS } from '../../../collect/intake/core/feedback.contract.ts';
import { listThemesRoute } from '../../../understand/themes/core/theme.contract.ts';
import { CLOCK_PRIORITIES } from '../core/clock.contract.ts';

/** Words for the ids conditions hold. */
export interface ConditionNames {
  channel: (id: string) => string;
  theme: (key: string) => string;
  product: (id: string) => string;
  team: (id: string) => string;
  priority: (value: string) => string;
}

const AN_HOUR = 3_600_000;

function useThemes() {
  const { i18n } = useTranslation();
  const read = useRead(listThemesRoute, {}, { freshMs: AN_HOUR });
  return useMemo(() => {
    const name = (theme: { zh: string; en: string }) => (i18n.language === 'en' ? theme.en : theme.zh);
    const all = (read.data?.items ?? []).filter((theme) => !theme.mergedInto);
    const names = new Map(all.map((theme) => [theme.key, name(theme)]));
    return all.map((theme) => ({
      value: theme.key,
      label: theme.parent ? `${names.get(theme.parent) ?? theme.parent} · ${name(theme)}` : name(theme),
    }));
  }, [read.data, i18n.language]);
}

function useTeams() {
  const may = useCan('team.read');
  return useRead(listTeamsRoute, {}, { enabled: may, freshMs: AN_HOUR, on: ['team.*'] }).data?.items;
}

/** Names of channels, themes, products, teams and priorities in the reader's language. */
export function useConditionNames(): ConditionNames {
  const { t } = useTranslation();
  const themes = useThemes();
  const teams = useTeams();
  const products = useRead(listProductsRoute, { query: { limit: 200 } }, { freshMs: AN_HOUR }).data?.items;
  return useMemo(
    () => ({
      channel: (id) => t(`search:channel.${id}`, { defaultValue: id }),
      theme: (key) => themes.find((one) => one.value === key)?.label ?? key,
      product: (id) => products?.find((one) => one.id === id)?.name ?? t('pageclocks:gone.product'),
      team: (id) => teams?.find((one) => one.id === id)?.name ?? t('pageclocks:gone.team'),
      priority: (value) => t(`ui:priority.${value}`),
    }),
    [t, themes, teams, products],
  );
}

interface ManyProps {
  label: string;
  placeholder?: string | undefined;
  value: readonly string[] | undefined;
  onChange: (value: string[] | undefined) => void;
  disabled?: boolean | undefined;
}

function Many({
  label,
  options,
  onChange,
  value,
  ...rest
}: ManyProps & { options: { value: string; label: string }[] }) {
  return (
    <Select
      {...rest}
      mode="multiple"
      aria-label={label}
      allowClear
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...(value ?? [])]}
      onChange={(next: string[]) => onChange(next.length > 0 ? next : undefined)}
      style={{ width: '100%' }}
    />
  );
}

export function ChannelPicker(props: ManyProps) {
  const { t } = useTranslation();
  const options = CHANNELS.map((value) => ({ value, label: t(`search:channel.${value}`, { defaultValue: value }) }));
  return <Many {...props} options={options} />;
}

export function ThemePicker(props: ManyProps) {
  return <Many {...props} options={useThemes()} />;
}

export function PriorityPicker(props: ManyProps) {
  const { t } = useTranslation();
  const options = [...CLOCK_PRIORITIES].reverse().map((value) => ({ value, label: t(`ui:priority.${value}`) }));
  return <Many {...props} options={options} />;
}

/** Products are many: the list follows what is typed. */
export function ProductPicker({ label, value, onChange, ...rest }: ManyProps) {
  const [typed, setTyped] = useState('');
  const names = useConditionNames();
  const found = useRead(listProductsRoute, { query: { limit: 50, ...(typed ? { q: typed } : {}) } }).data?.items ?? [];
  const options = found.map((one) => ({ value: one.id, label: one.sku ? `${one.name} · ${one.sku}` : one.name }));
  for (const id of value ?? [])
    if (!options.some((one) => one.value === id)) options.push({ value: id, label: names.product(id) });
  return (
    <Select
      {...rest}
      mode="multiple"
      aria-label={label}
      allowClear
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={[...(value ?? [])]}
      onChange={(next: string[]) => onChange(next.length > 0 ? next : undefined)}
      style={{ width: '100%' }}
    />
  );
}

/** One team or none. @param none what an empty choice means */
export function TeamPicker(props: {
  label: string;
  none: string;
  value: string | null;
  onChange: (value: string | null) => void;
  disabled?: boolean | undefined;
}) {
  const names = useConditionNames();
  const options = (useTeams() ?? []).map((team) => ({ value: team.id, label: team.name }));
  if (props.value && !options.some((one) => one.value === props.value))
    options.push({ value: props.value, label: names.team(props.value) });
  return (
    <Select
      aria-label={props.label}
      placeholder={props.none}
      allowClear
      disabled={props.disabled ?? false}
      options={options}
      value={props.value}
      onChange={(next?: string) => props.onChange(next ?? null)}
      style={{ width: '100%', minWidth: 140 }}
    />
  );
}
