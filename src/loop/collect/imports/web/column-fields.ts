// Turns the mapping (field → column) round for a screen that goes column by column.
import { type ImportMapping, type ImportPreview, MAP_TARGETS, type MapTarget } from '../core/import.contract.ts';

type Columns = ImportMapping['columns'];

/** The field a column feeds. */
export function fieldOf(columns: Columns, column: string): MapTarget | undefined {
  return MAP_TARGETS.find((target) => columns[target] === column);
}

/** Lets a column feed a field, and no other; the column that fed it before is freed. `null` only frees. */
export function setField(columns: Columns, column: string, field: MapTarget | null): Columns {
  const next: Columns = {};
  for (const target of MAP_TARGETS) {
    const held = columns[target];
    if (held !== undefined && held !== column && target !== field) next[target] = held;
  }
  if (field) next[field] = column;
  return next;
}

/** Up to three different values of a column, short enough for a line. */
export function samplesOf(rows: ImportPreview['rows'], column: string): string[] {
  const seen = new Set<string>();
  for (const row of rows) {
    const value = row.fields[column]?.trim();
    if (value) seen.add(value.length > 60 ? `${value.slice(0, 60)}…` : value);
    if (seen.size === 3) break;
  }
  return [...seen];
}
