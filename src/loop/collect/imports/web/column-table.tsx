// One line a column: its name, the field it feeds, and the first things it holds.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { type ImportMapping, type ImportPreview, MAP_TARGETS, type MapTarget } from '../core/import.contract.ts';
import { fieldOf, samplesOf, setField } from './column-fields.ts';

interface Props {
  columns: readonly string[];
  mapping: ImportMapping['columns'];
  rows: ImportPreview['rows'];
  editable: boolean;
  onChange: (columns: ImportMapping['columns']) => void;
}

export function ColumnTable({ columns, mapping, rows, editable, onChange }: Props) {
  const { t } = useTranslation(['pagecollect', 'imports']);
  const taken = new Set(Object.keys(mapping));
  const options = MAP_TARGETS.map((target) => ({
    value: target,
    label: t(`imports:fields.${target}`),
    taken: taken.has(target),
  }));
  return (
    <table className="hy-columns">
      <thead>
        <tr>
          <th scope="col">{t('imports:mapping.column')}</th>
          <th scope="col">{t('imports:mapping.meaning')}</th>
          {rows.length > 0 && <th scope="col">{t('imports:mapping.sample')}</th>}
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => {
          const field = fieldOf(mapping, column);
          const label = t('pagecollect:mapping.meaningOf', { column });
          return (
            <tr key={column} className={field ? undefined : 'hy-columns-kept'}>
              <th scope="row">{column}</th>
              <td>
                {editable ? (
                  <Select<MapTarget>
                    value={field ?? null}
                    allowClear
                    showSearch={{ optionFilterProp: 'label' }}
                    aria-label={label}
                    placeholder={t('imports:mapping.none')}
                    popupMatchSelectWidth={false}
                    options={options}
                    optionRender={(option) => (
                      <span className="hy-row-line">
                        {option.label}
                        {option.data.taken && option.value !== field && (
                          <Icon name="link" size={14} label={t('pagecollect:mapping.taken')} />
                        )}
                      </span>
                    )}
                    onChange={(next) => onChange(setField(mapping, column, next ?? null))}
                  />
                ) : field ? (
                  t(`imports:fields.${field}`)
                ) : (
                  <span className="hy-faint">{t('imports:mapping.none')}</span>
                )}
              </td>
              {rows.length > 0 && (
                <td>
                  <span className="hy-columns-samples">
                    {samplesOf(rows, column).map((sample) => (
                      <span key={sample}>{sample}</span>
                    ))}
                  </span>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
