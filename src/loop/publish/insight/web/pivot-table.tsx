// The answer as a table: rows by columns with totals, tinted by size, each cell a door to its sentences.
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { type MeasureKey, measureOf, TIME_KEYS } from '../core/catalogue.contract.ts';
import { FILTER_KEYS, type Head, type InsightAnswer, type Measured } from '../core/insight.contract.ts';
import { useKeyNames } from './key-names.ts';
import { MeasuredDoor, Past } from './measured-door.tsx';
import { type AskedQuestion, cellDoor } from './question.ts';

export function PivotTable({ answer, question }: { answer: InsightAnswer; question: AskedQuestion }) {
  const { t } = useTranslation(['insight', 'metrics']);
  const nameOf = useKeyNames();
  const isPivot = question.columns !== '';
  const measures: MeasureKey[] = isPivot ? answer.measures.slice(0, 1) : answer.measures;
  const measure = measures[0]!;
  const window = `${answer.from} – ${answer.to} (${answer.timeZone})`;
  const heat = heatOf(
    isPivot && question.rows !== '' ? answer.cells.flat().map((values) => values[0]!) : [],
    measureOf(measure)!.unit === 'score',
  );
  const cell = (value: Measured, key: MeasureKey, at: { row?: string; column?: string }, tint = 0, className = '') => (
    <td
      key={`${at.row ?? ''} ${at.column ?? ''} ${key}`}
      className={className}
      style={
        tint > 0
          ? { background: `color-mix(in srgb, var(${hueOf(key)}) ${Math.round(tint * 22)}%, transparent)` }
          : undefined
      }
    >
      <MeasuredDoor value={value} measure={key} window={window} door={cellDoor(question, key, answer, at)} />
      {question.compare && value.previous !== null && <Past value={value} measure={key} />}
    </td>
  );
  const columnHeads = isPivot ? answer.columns : [];
  const rows: (Head | null)[] = question.rows === '' ? [null] : answer.rows;
  return (
    <div className="hy-pivot">
      <table>
        <thead>
          <tr>
            <th scope="col">{question.rows === '' ? '' : t(`dimension.${question.rows}`)}</th>
            {isPivot
              ? columnHeads.map((head) => (
                  <th key={head.key} scope="col">
                    {nameOf(question.columns, head)}
                  </th>
                ))
              : measures.map((key) => (
                  <th key={key} scope="col">
                    {t(`metrics:${key}.name`)}
                  </th>
                ))}
            {isPivot && (
              <th scope="col" className="hy-pivot-total">
                {t('total')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((head, at) => (
            <tr key={head?.key ?? 'all'}>
              <th scope="row">
                {head ? (
                  <RowHead dimension={question.rows} head={head} text={nameOf(question.rows, head)} />
                ) : (
                  t('total')
                )}
              </th>
              {isPivot
                ? columnHeads.map((column, index) => {
                    const value = head ? answer.cells[at]![index]![0]! : answer.columnTotals[index]![0]!;
                    return cell(
                      value,
                      measure,
                      { ...(head ? { row: head.key } : {}), column: column.key },
                      heat(value),
                    );
                  })
                : measures.map((key, index) =>
                    cell(
                      head ? answer.rowTotals[at]![index]! : answer.total[index]!,
                      key,
                      head ? { row: head.key } : {},
                    ),
                  )}
              {isPivot &&
                cell(
                  head ? answer.rowTotals[at]![0]! : answer.total[0]!,
                  measure,
                  head ? { row: head.key } : {},
                  0,
                  'hy-pivot-total',
                )}
            </tr>
          ))}
        </tbody>
        {question.rows !== '' && (
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              {isPivot
                ? columnHeads.map((column, index) =>
                    cell(answer.columnTotals[index]![0]!, measure, { column: column.key }),
                  )
                : measures.map((key, index) => cell(answer.total[index]!, key, {}))}
              {isPivot && cell(answer.total[0]!, measure, {}, 0, 'hy-pivot-total')}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** A value one can narrow everything else to. */
function RowHead({ dimension, head, text }: { dimension: string; head: Head; text: string }) {
  const { t } = useTranslation('insight');
  const filters = useFilters();
  const canNarrow = (FILTER_KEYS as readonly string[]).includes(dimension) && !TIME_KEYS.includes(dimension);
  if (!canNarrow) return <span>{text}</span>;
  return (
    <button
      type="button"
      className="hy-pivot-narrow"
      title={`${t('question.narrow')} ${text}`}
      onClick={() => filters.set({ [dimension]: head.key })}
    >
      {text}
      <Icon name="filter" size={14} />
    </button>
  );
}

/** 0-1 by place between the least and the most; scores below zero count as the worse the lower they are. */
function heatOf(values: readonly Measured[], isScore: boolean): (value: Measured) => number {
  const known = values.map((one) => one.value).filter((one): one is number => one !== null);
  const most = Math.max(...known, 0);
  const least = Math.min(...known, 0);
  return ({ value }) => {
    if (value === null) return 0;
    if (isScore) return value < 0 ? value / Math.min(least, -1) : 0;
    return most > 0 ? value / most : 0;
  };
}

function hueOf(key: MeasureKey): string {
  const measure = measureOf(key)!;
  return measure.bad || measure.unit === 'score' ? '--negative' : '--stage-understand';
}
