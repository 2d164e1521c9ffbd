// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a table element
// The one list of the product: dense, endless, walked by keyboard, chosen with x, telling what to do when it is empty.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataListProps } from './data-list.types.ts';
import { ListBar } from './list-bar.tsx';
import { ListHead } from './list-head.tsx';
import { ListRow } from './list-row.tsx';
import { EmptyPlace, ErrorPlace } from './places.tsx';
import { RowsSkeleton } from './skeletons.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useWidth } from './use-width.ts';
import './data-list.css';

const NARROW = 560;
/** The heading stays on top of the rows, which therefore begin, and are brought into sight, below it. */
const HEAD = 34;

/** Props in `data-list.types.ts`. Fills the height of its parent and scrolls by itself. */
export function DataList<T>(props: DataListProps<T>): ReactNode {
  const { list, rowKey, actions = [] } = props;
  const { t } = useTranslation('ui');
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<string | null>(null);
  const isNarrow = width < NARROW && props.narrow !== undefined;
  const height = isNarrow ? (props.narrowHeight ?? 72) : (props.rowHeight ?? 44);
  const headHeight = props.head !== false && !isNarrow ? HEAD : 0;
  const selectable = props.selectable ?? actions.some((action) => action.bulk);
  const columns = props.columns.filter((column) => !column.from || width >= column.from);
  const currentKey = props.currentKey ?? cursor;
  const rows = useVirtualizer({
    count: list.items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    getItemKey: (index) => rowKey(list.items[index]!),
  });
  const virtual = rows.getVirtualItems();
  const lastSeen = virtual.at(-1)?.index ?? -1;
  useEffect(() => {
    if (list.hasMore && lastSeen >= list.items.length - 15) list.loadMore();
  }, [lastSeen, list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of height makes the measured rows wrong
  useEffect(() => rows.measure(), [height]);

  const toggle = (key: string) =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const at = list.items.findIndex((row) => rowKey(row) === currentKey);
  const move = (by: number) => {
    const next = Math.min(list.items.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : list.items.length - 1) : at + by));
    const row = list.items[next];
    if (!row) return;
    setCursor(rowKey(row));
    rows.scrollToIndex(next);
    props.onCurrent?.(row);
  };
  // Rows that left the list are no longer chosen: what is done to the chosen ones is done to what can be seen.
  const chosenRows = list.items.filter((row) => chosen.has(rowKey(row)));
  const current = list.items[at];
  useListKeys({
    name: props.label,
    move,
    open: () => current && props.onOpen?.(current),
    toggle: () => selectable && current && toggle(rowKey(current)),
    clear: () => setChosen(new Set()),
    hasChosen: chosenRows.length > 0,
    canOpen: props.onOpen !== undefined,
    canChoose: selectable,
    actions: actions.map((action) => ({
      ...action,
      run: () => {
        const targets = chosenRows.length > 0 ? chosenRows : current ? [current] : [];
        if (targets.length > 0) action.run(targets);
      },
    })),
  });

  const template = [
    ...(selectable && !isNarrow ? ['28px'] : []),
    ...columns.map((column) => (column.width ? `${column.width}px` : 'minmax(0, 1fr)')),
  ].join(' ');
  const isEmpty = list.status === 'ready' && list.items.length === 0;
  const hasRows = list.items.length > 0;
  return (
    <div className="hy-list">
      {selectable && chosenRows.length > 0 && (
        <ListBar
          count={chosenRows.length}
          actions={actions.filter((action) => action.bulk)}
          rows={chosenRows}
          onClear={() => setChosen(new Set())}
          onAll={() => setChosen(new Set(list.items.map(rowKey)))}
        />
      )}
      <div
        ref={scroller}
        className={list.isStale ? 'hy-list-scroll hy-list-stale' : 'hy-list-scroll'}
        aria-busy={list.isStale}
      >
        {list.status === 'loading' && (
          <RowsSkeleton height={height} columns={isNarrow ? 0 : Math.min(3, columns.length)} />
        )}
        {list.status === 'error' && !hasRows && <ErrorPlace error={list.error} onRetry={list.retry} />}
        {isEmpty && <EmptyPlace {...(props.filtered && props.emptyFiltered ? props.emptyFiltered : props.empty)} />}
        {hasRows && (
          <div
            role="grid"
            aria-label={props.label}
            aria-rowcount={list.total ?? (list.hasMore ? -1 : list.items.length)}
          >
            {headHeight > 0 && <ListHead columns={columns} template={template} selectable={selectable} />}
            <div role="rowgroup" className="hy-list-rows" style={{ height: rows.getTotalSize() }}>
              {virtual.map((item) => {
                const row = list.items[item.index]!;
                const key = rowKey(row);
                return (
                  <ListRow
                    key={key}
                    row={row}
                    index={item.index}
                    columns={columns}
                    template={template}
                    height={height}
                    top={item.start - headHeight}
                    isChosen={chosen.has(key)}
                    isCurrent={key === currentKey}
                    isEntry={key === currentKey || (at < 0 && item.index === 0)}
                    className={props.rowClass?.(row)}
                    onClick={() => {
                      setCursor(key);
                      props.onOpen?.(row);
                    }}
                    {...(selectable ? { onToggle: () => toggle(key) } : {})}
                    {...(isNarrow && props.narrow ? { narrow: props.narrow } : {})}
                  />
                );
              })}
            </div>
          </div>
        )}
        {hasRows && (
          <p className="hy-list-end">
            {list.isLoadingMore
              ? t('list.loadingMore')
              : list.hasMore
                ? ''
                : t('list.end', { count: list.items.length })}
          </p>
        )}
      </div>
    </div>
  );
}
