// One kind of label with its values: a click adds or takes away a value, the bar behind shows its share.
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';

export interface FacetRow {
  value: string;
  label: string;
  /** null where it was not counted */
  count: number | null;
}

interface Props {
  /** key of the address */
  facet: string;
  title: string;
  rows: readonly FacetRow[];
  titleOf?: (value: string) => string;
  /** a field to look for a value, when there are many */
  searchable?: boolean;
  /** one value at a time */
  single?: boolean;
}

const SHOWN = 7;

export function FacetGroup({ facet, title, rows, titleOf, searchable = false, single = false }: Props) {
  const { t, i18n } = useTranslation('pageunderstand');
  const filters = useFilters();
  const heading = useId();
  const [isWide, setWide] = useState(false);
  const [text, setText] = useState('');
  const chosen = filters.list(facet);
  if (rows.length === 0) return null;
  const wanted = text.trim().toLowerCase();
  const fitting = wanted ? rows.filter((row) => row.label.toLowerCase().includes(wanted)) : rows;
  const shown =
    isWide || wanted ? fitting : fitting.filter((row, index) => index < SHOWN || chosen.includes(row.value));
  const most = Math.max(1, ...rows.map((row) => row.count ?? 0));
  const whole = new Intl.NumberFormat(i18n.language);
  const toggle = (value: string) => {
    const without = chosen.filter((one) => one !== value);
    const next = without.length < chosen.length ? without : single ? [value] : [...chosen, value];
    filters.set({ [facet]: next, open: undefined });
  };
  return (
    <section className="hy-facet" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {searchable && isWide && (
        <Input
          size="small"
          value={text}
          allowClear
          aria-label={t('facet.find', { title })}
          placeholder={t('facet.find', { title })}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ul>
        {shown.map((row) => {
          const isOn = chosen.includes(row.value);
          return (
            <li key={row.value}>
              <button type="button" aria-pressed={isOn} title={titleOf?.(row.value)} onClick={() => toggle(row.value)}>
                {row.count !== null && (
                  <span className="hy-facet-bar" aria-hidden style={{ width: `${(row.count / most) * 100}%` }} />
                )}
                <span className="hy-facet-box" aria-hidden>
                  {isOn && <Icon name="check" size={12} />}
                </span>
                <span className="hy-one-line hy-grow">{row.label}</span>
                {row.count !== null && <small>{whole.format(row.count)}</small>}
              </button>
            </li>
          );
        })}
      </ul>
      {rows.length > SHOWN && (
        <button type="button" className="hy-facet-more" onClick={() => setWide(!isWide)}>
          {isWide ? t('facet.fewer') : t('facet.more', { count: rows.length - SHOWN })}
        </button>
      )}
    </section>
  );
}
