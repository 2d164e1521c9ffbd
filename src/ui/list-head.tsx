// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a table element
// biome-ignore-all lint/a11y/useFocusableInteractive: headings do nothing
// The heading row of a list.
import { useTranslation } from 'react-i18next';
import type { Column } from './data-list.types.ts';

export function ListHead<T>({
  columns,
  template,
  selectable,
}: {
  columns: readonly Column<T>[];
  template: string;
  selectable: boolean;
}) {
  const { t } = useTranslation('ui');
  return (
    <div role="row" className="hy-list-head" style={{ gridTemplateColumns: template }}>
      {selectable && (
        <span role="columnheader">
          <span className="hy-hidden">{t('list.choice')}</span>
        </span>
      )}
      {columns.map((column) => (
        <span key={column.key} role="columnheader" className={column.align === 'right' ? 'hy-cell-right' : undefined}>
          {column.title || <span className="hy-hidden">{t('list.more')}</span>}
        </span>
      ))}
    </div>
  );
}
