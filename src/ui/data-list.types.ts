// The shape of a list's columns, keys and bulk actions, shared by the parts of DataList.
import type { ReactNode } from 'react';
import type { ListRead } from './client/hooks.ts';
import type { EmptyPlaceProps } from './places.tsx';

export interface Column<T> {
  key: string;
  /** heading; an empty text draws none */
  title: string;
  render: (row: T) => ReactNode;
  /** px; a column without width takes what is left */
  width?: number;
  align?: 'left' | 'right';
  /** hidden while the list itself is narrower than this, px */
  from?: number;
}

export interface ListAction<T> {
  /** a key as `useKeys` writes it, for example `e` */
  key?: string;
  label: string;
  /** the chosen rows, or the current one when none is chosen */
  run: (rows: T[]) => void;
  /** also shown as a button while rows are chosen */
  bulk?: boolean;
  danger?: boolean;
}

export interface DataListProps<T> {
  /** from `useList`, or anything of that shape */
  list: ListRead<T>;
  /** spoken name of the list */
  label: string;
  rowKey: (row: T) => string;
  columns: readonly Column<T>[];
  /** draws the whole row when the list is narrower than 560 px; otherwise columns without `from` are kept */
  narrow?: (row: T) => ReactNode;
  /** px; 44 when left out */
  rowHeight?: number;
  /** px of a row drawn by `narrow`; 72 when left out */
  narrowHeight?: number;
  /** Enter or click */
  onOpen?: (row: T) => void;
  /** follows j and k, for panes that show the current row at once */
  onCurrent?: (row: T) => void;
  /** key of the row that is open beside the list */
  currentKey?: string | undefined;
  /** j/k/x and these; `mod` keys too */
  actions?: readonly ListAction<T>[];
  /** rows can be chosen with x and boxes; on when any action is `bulk` */
  selectable?: boolean;
  /** heading row; on by default */
  head?: boolean;
  /** nothing at all yet */
  empty: EmptyPlaceProps;
  /** nothing under these filters; `empty` when left out */
  emptyFiltered?: EmptyPlaceProps;
  /** are filters set? chooses between the two */
  filtered?: boolean;
  /** an extra class per row, for example for unread */
  rowClass?: (row: T) => string | undefined;
}
