// Joins hand-written label lines with the places of their texts, and refuses anything unknown or labelled twice.
import { readFileSync } from 'node:fs';
import { readLine } from './compact-lines.ts';
import { faultsOf, type LabelPlace, type LabelRow, PARTS } from './labels.contract.ts';

const linesIn = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/**
 * Rows of pairs of files (texts with their number, labels by number), ordered by part, set and key.
 * @param complete whether every text must have a label
 * @throws Error that names the faulty row.
 */
export function encodeFiles(files: readonly string[], complete: boolean): LabelRow[] {
  if (files.length === 0 || files.length % 2 === 1) throw new Error('pairs of TEXTS and LABELS are needed');
  const rows: LabelRow[] = [];
  for (let at = 0; at < files.length; at += 2) {
    const places = new Map<number, LabelPlace>();
    for (const line of linesIn(files[at]!)) {
      const place = JSON.parse(line) as LabelPlace & { n: number };
      places.set(place.n, place);
    }
    const done = new Set<number>();
    for (const line of linesIn(files[at + 1]!)) {
      const { n, labels } = readLine(line);
      const place = places.get(n);
      if (place === undefined) throw new Error(`${files[at]} has no row ${n}`);
      if (done.has(n)) throw new Error(`row ${n} of ${files[at]} is labelled twice`);
      done.add(n);
      if (labels === null) continue;
      const { part, set, key, row, cat } = place;
      const read: LabelRow = { part, set, key, ...(row ? { row } : {}), ...(cat ? { cat } : {}), ...labels };
      const faults = faultsOf(read);
      if (faults.length > 0) throw new Error(`row ${n} of ${files[at]}: ${faults.join('; ')}`);
      rows.push(read);
    }
    const missing = [...places.keys()].filter((n) => !done.has(n));
    if (complete && missing.length > 0) throw new Error(`${files[at]}: no label for ${missing.join(', ')}`);
  }
  if (new Set(rows.map((row) => row.key)).size !== rows.length) throw new Error('a key is labelled twice');
  return rows.sort(
    (a, b) =>
      PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || a.set.localeCompare(b.set, 'en') || (a.key < b.key ? -1 : 1),
  );
}

export function linesOf(rows: readonly LabelRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
