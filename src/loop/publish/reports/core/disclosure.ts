// Finds out what a reader could work out from published sums by adding and subtracting them: exact linear algebra, no guessing.

/** Fewer people than this are nobody's business outside. */
export const LEAST_PEOPLE = 5;

/** A number everybody may read: how many in these cells of a table, from one day to another. */
export interface PublishedSum {
  /** What would have to be hidden to take it back; the same for several sums of one figure. Null for what is already out. */
  id: string | null;
  cells: readonly string[];
  /** Day numbers, `to` not included. */
  from: number;
  to: number;
  value: number;
  /** Hidden last: everything else stands on it. */
  isTotal: boolean;
}

/** A number nobody may work out although it is not small by itself: few people said it. */
export interface Delicate {
  cells: readonly string[];
  /** Stretches of days that do not overlap; what lies between two published periods counts as well. */
  spans: readonly Span[];
}

export interface Span {
  from: number;
  to: number;
}

export interface Disclosed extends Delicate {
  value: number;
}

const NEARLY_ZERO = 1e-7;

/**
 * Every cell, residue and total, over every stretch of days the sums can mark off, whose number follows from them and is
 * 1 to 4, and every delicate one that follows.
 */
export function disclosedBy(sums: readonly PublishedSum[], delicate: readonly Delicate[]): Disclosed[] {
  if (sums.length === 0) return [];
  const solver = solverOf(sums, delicate);
  const found: Disclosed[] = [];
  for (const target of targetsOf(sums, solver.boundaries)) {
    const value = solver.derive(target);
    if (value !== null && value > 0.5 && value < LEAST_PEOPLE - 0.5)
      found.push({ ...target, value: Math.round(value) });
  }
  for (const target of delicate) {
    const value = solver.derive(target);
    if (value !== null && value > 0.5) found.push({ ...target, value: Math.round(value) });
  }
  return found;
}

/** Tells whether the number of some cells over some days follows from the sums. */
export function follows(sums: readonly PublishedSum[], target: Delicate): boolean {
  return sums.length > 0 && solverOf(sums, [target]).derive(target) !== null;
}

function targetsOf(sums: readonly PublishedSum[], boundaries: readonly number[]): Delicate[] {
  const cells = [...new Set(sums.flatMap((sum) => sum.cells))];
  const single = new Set(
    sums.filter((sum) => sum.cells.length === 1).map((sum) => `${sum.cells[0]}\n${sum.from}\n${sum.to}`),
  );
  const groups = new Map<string, readonly string[]>();
  const group = (names: readonly string[]) => {
    if (names.length > 1) groups.set([...names].sort().join('\n'), names);
  };
  for (const sum of sums) {
    if (sum.cells.length < 2) continue;
    group(sum.cells);
    // What is left of a total when the cells named one by one are taken away.
    group(sum.cells.filter((cell) => !single.has(`${cell}\n${sum.from}\n${sum.to}`)));
  }
  const targets: Delicate[] = [];
  for (const spans of stretchesOf(sums, boundaries)) {
    for (const cell of cells) targets.push({ cells: [cell], spans });
    for (const names of groups.values()) targets.push({ cells: names, spans });
  }
  return targets;
}

/** Up to this many pieces of time every choice of pieces is tried; beyond, stretches and stretches with a hole. */
const FEW_PIECES = 7;

function stretchesOf(sums: readonly PublishedSum[], boundaries: readonly number[]): Span[][] {
  const pieces = boundaries.length - 1;
  const stretches: Span[][] = [];
  if (pieces <= FEW_PIECES) {
    for (let choice = 1; choice < 2 ** pieces; choice += 1) {
      const spans: Span[] = [];
      for (let piece = 0; piece < pieces; piece += 1) {
        if (choice & (1 << piece)) spans.push({ from: boundaries[piece]!, to: boundaries[piece + 1]! });
      }
      stretches.push(spans);
    }
    return stretches;
  }
  for (let start = 0; start < pieces; start += 1) {
    for (let end = start + 1; end <= pieces; end += 1)
      stretches.push([{ from: boundaries[start]!, to: boundaries[end]! }]);
  }
  const periods = [...new Map(sums.map(({ from, to }) => [`${from} ${to}`, { from, to }])).values()];
  for (const outer of periods) {
    for (const inner of periods) {
      if (inner.from <= outer.from || inner.to >= outer.to) continue;
      stretches.push([
        { from: outer.from, to: inner.from },
        { from: inner.to, to: outer.to },
      ]);
    }
  }
  return stretches;
}

/** Brings the sums to reduced row echelon form once; a target then follows when the rows reduce it to nothing. */
function solverOf(sums: readonly PublishedSum[], also: readonly Delicate[]) {
  const ends = [...sums, ...also.flatMap((one) => one.spans)].flatMap((span) => [span.from, span.to]);
  const boundaries = [...new Set(ends)].sort((a, b) => a - b);
  const pieces = boundaries.length - 1;
  const names = new Map(
    [...new Set([...sums, ...also].flatMap((sum) => sum.cells))].map((name, index) => [name, index]),
  );
  const width = names.size * pieces;
  const at = new Map(boundaries.map((day, index) => [day, index]));
  const vector = (target: Delicate, value: number): Float64Array => {
    const row = new Float64Array(width + 1);
    for (const cell of target.cells) {
      const base = names.get(cell)! * pieces;
      for (const span of target.spans) {
        for (let piece = at.get(span.from)!; piece < at.get(span.to)!; piece += 1) row[base + piece] = 1;
      }
    }
    row[width] = value;
    return row;
  };
  const pivots: { column: number; row: Float64Array }[] = [];
  const reduce = (row: Float64Array) => {
    for (const pivot of pivots) {
      const factor = row[pivot.column]!;
      if (Math.abs(factor) < NEARLY_ZERO) continue;
      for (let index = 0; index <= width; index += 1) row[index]! -= factor * pivot.row[index]!;
      row[pivot.column] = 0;
    }
  };
  for (const sum of sums) {
    const row = vector({ cells: sum.cells, spans: [sum] }, sum.value);
    reduce(row);
    let column = 0;
    while (column < width && Math.abs(row[column]!) < NEARLY_ZERO) column += 1;
    if (column === width) continue;
    const lead = row[column]!;
    for (let index = 0; index <= width; index += 1) row[index]! /= lead;
    for (const pivot of pivots) {
      const factor = pivot.row[column]!;
      if (Math.abs(factor) < NEARLY_ZERO) continue;
      for (let index = 0; index <= width; index += 1) pivot.row[index]! -= factor * row[index]!;
      pivot.row[column] = 0;
    }
    pivots.push({ column, row });
  }
  return {
    boundaries,
    derive(target: Delicate): number | null {
      const row = vector(target, 0);
      reduce(row);
      for (let index = 0; index < width; index += 1) if (Math.abs(row[index]!) > NEARLY_ZERO) return null;
      return -row[width]!;
    },
  };
}
