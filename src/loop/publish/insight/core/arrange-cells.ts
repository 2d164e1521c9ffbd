// Puts counted cells into a table: which rows and columns are kept, in which order, each value beside its past.
import { dimensionOf, type Measure } from './catalogue.contract.ts';
import type { Measured } from './insight.contract.ts';
import { measureValue, type RawCell } from './measure-values.ts';
import { previousKeyOf } from './time-keys.ts';

/** Raw numbers of each measure for a pair of keys; a null key is the total over that side. */
export interface CountedCell {
  r: string | null;
  c: string | null;
  raws: RawCell[];
}

export interface Arranged {
  rows: string[];
  columns: string[];
  cells: Measured[][][];
  rowTotals: Measured[][];
  columnTotals: Measured[][];
  total: Measured[];
  leftOut: { rows: number; columns: number };
}

interface Side {
  dimension: string | null;
  /** Keys that must stand there even with nothing counted: the days of a period. */
  always: readonly string[] | null;
  most: number;
}

const key = (r: string | null, c: string | null) => `${r === null ? '' : `r${r}`}\n${c === null ? '' : `c${c}`}`;

/** @param shiftDays days between the period and the one before, for finding the past of a day, week or month */
export function arrangeCells(input: {
  now: readonly CountedCell[];
  before: readonly CountedCell[] | null;
  measures: readonly Measure[];
  rows: Side;
  columns: Side;
  shiftDays: number;
}): Arranged {
  const now = new Map(input.now.map((cell) => [key(cell.r, cell.c), cell.raws]));
  const before = input.before && new Map(input.before.map((cell) => [key(cell.r, cell.c), cell.raws]));
  const rows = pick(input.rows, input.now, 'r', 'c');
  const columns = pick(input.columns, input.now, 'c', 'r');
  const past = (side: Side, own: string | null) =>
    own !== null && side.dimension !== null ? previousKeyOf(side.dimension, own, input.shiftDays) : own;
  const at = (r: string | null, c: string | null): Measured[] => {
    const raws = now.get(key(r, c));
    const old = before?.get(key(past(input.rows, r), past(input.columns, c)));
    return input.measures.map((measure, index) => ({
      ...measureValue(measure, raws?.[index]),
      previous: before ? measureValue(measure, old?.[index]).value : null,
    }));
  };
  const hasRows = input.rows.dimension !== null;
  const hasColumns = input.columns.dimension !== null;
  return {
    rows: rows.kept,
    columns: columns.kept,
    cells: hasRows && hasColumns ? rows.kept.map((r) => columns.kept.map((c) => at(r, c))) : [],
    rowTotals: hasRows ? rows.kept.map((r) => at(r, null)) : [],
    columnTotals: hasColumns ? columns.kept.map((c) => at(null, c)) : [],
    total: at(null, null),
    leftOut: { rows: rows.leftOut, columns: columns.leftOut },
  };
}

/** Keys of one side: in time order where they are times, in number order where they are numbers, else the most first. */
function pick(
  side: Side,
  cells: readonly CountedCell[],
  own: 'r' | 'c',
  other: 'r' | 'c',
): { kept: string[]; leftOut: number } {
  if (side.dimension === null) return { kept: [], leftOut: 0 };
  if (side.always) return { kept: side.always.slice(-side.most), leftOut: Math.max(0, side.always.length - side.most) };
  const totals = cells.filter((cell) => cell[own] !== null && cell[other] === null);
  const weight = (cell: CountedCell) => cell.raws[0]?.of ?? 0;
  const most = [...totals].sort((a, b) => weight(b) - weight(a) || (a[own]! < b[own]! ? -1 : 1)).slice(0, side.most);
  const keys = most.map((cell) => cell[own]!);
  if (inNumbers(side.dimension)) keys.sort((a, b) => (Number(a) || 99) - (Number(b) || 99));
  if (side.dimension === 'polarity') keys.sort((a, b) => Number(b) - Number(a));
  if (dimensionOf(side.dimension)?.time) keys.sort();
  return { kept: keys, leftOut: totals.length - keys.length };
}

const inNumbers = (dimension: string) => dimension === 'hour' || dimension === 'rating';
