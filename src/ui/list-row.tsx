// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a table element
// biome-ignore-all lint/a11y/useFocusableInteractive: the row takes the focus for its cells
// biome-ignore-all lint/a11y/useKeyWithClickEvents: Enter is handled for the whole list
// One row of a list, placed by its distance from the top.
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './data-list.types.ts';

export function ListRow<T>(props: {
  row: T;
  index: number;
  columns: readonly Column<T>[];
  template: string;
  height: number;
  top: number;
  isChosen: boolean;
  isCurrent: boolean;
  /** the row the Tab key stops at */
  isEntry: boolean;
  className?: string | undefined;
  onClick: () => void;
  /** given when rows can be chosen */
  onToggle?: () => void;
  /** given when the list is too narrow for columns */
  narrow?: (row: T) => ReactNode;
}) {
  const { t } = useTranslation('ui');
  const { row, narrow } = props;
  return (
    <div
      role="row"
      tabIndex={props.isEntry ? 0 : -1}
      aria-rowindex={props.index + 1}
      aria-selected={props.isChosen}
      aria-current={props.isCurrent ? 'true' : undefined}
      className={`hy-row${props.isChosen ? ' hy-row-chosen' : ''} ${props.className ?? ''}`}
      style={{
        height: props.height,
        transform: `translateY(${props.top}px)`,
        gridTemplateColumns: narrow ? '1fr' : props.template,
      }}
      onClick={(event) => {
        // A link, button or box inside the row keeps its own click.
        if ((event.target as HTMLElement).closest('a, button, input, label')) return;
        props.onClick();
      }}
    >
      {props.onToggle && !narrow && (
        <div role="gridcell" className="hy-cell">
          <Checkbox checked={props.isChosen} onChange={props.onToggle} aria-label={t('list.choose')} />
        </div>
      )}
      {narrow ? (
        <div role="gridcell" className="hy-cell hy-cell-narrow">
          {narrow(row)}
        </div>
      ) : (
        props.columns.map((column) => (
          <div
            key={column.key}
            role="gridcell"
            className={column.align === 'right' ? 'hy-cell hy-cell-right' : 'hy-cell'}
          >
            {column.render(row)}
          </div>
        ))
      )}
    </div>
  );
}
