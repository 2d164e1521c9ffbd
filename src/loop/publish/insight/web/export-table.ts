// The table as a file for a spreadsheet: with intervals and bases, and no cell that a spreadsheet would run as a formula.
import { csvLine, UTF8_MARK } from '../../../../kit/csv.ts';
import type { InsightAnswer, Measured } from '../core/insight.contract.ts';

/** @param nameOf words of a head @param measureName words of a measure */
export function tableOf(
  answer: InsightAnswer,
  sides: { rows: string; columns: string },
  nameOf: (side: 'rows' | 'columns', index: number) => string,
  words: { measure: (key: string) => string; total: string; low: string; high: string; base: string },
): string {
  const lines: (string | number | null)[][] = [];
  const of = (value: Measured) => [value.value, value.low, value.high, value.base];
  const names = (key: string) => [words.measure(key), words.low, words.high, words.base];
  lines.push([`${answer.from} – ${answer.to}`, answer.timeZone]);
  if (sides.columns !== '') {
    lines.push([
      '',
      ...answer.columns.flatMap((_head, index) => [nameOf('columns', index), words.low, words.high, words.base]),
      ...names(answer.measures[0]!),
    ]);
    for (const [at] of answer.rows.entries())
      lines.push([
        nameOf('rows', at),
        ...answer.cells[at]!.flatMap((cell) => of(cell[0]!)),
        ...of(answer.rowTotals[at]![0]!),
      ]);
    lines.push([words.total, ...answer.columnTotals.flatMap((cell) => of(cell[0]!)), ...of(answer.total[0]!)]);
  } else {
    lines.push(['', ...answer.measures.flatMap(names)]);
    for (const [at] of answer.rows.entries()) lines.push([nameOf('rows', at), ...answer.rowTotals[at]!.flatMap(of)]);
    lines.push([words.total, ...answer.total.flatMap(of)]);
  }
  return UTF8_MARK + lines.map(csvLine).join('');
}
