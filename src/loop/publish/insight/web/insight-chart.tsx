// The answer as a picture: lines with bands over time, bars with intervals over names, stacks where parts make a whole.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../../ui/chart.tsx';
import type { ChartTone } from '../../../../ui/chart.types.ts';
import { useGo } from '../../../../ui/go.tsx';
import { type MeasureKey, measureOf, TIME_KEYS } from '../core/catalogue.contract.ts';
import type { InsightAnswer, Measured } from '../core/insight.contract.ts';
import { IntervalBars } from './interval-bars.tsx';
import { useKeyNames } from './key-names.ts';
import { measureText } from './measure-text.part.tsx';
import { type AskedQuestion, cellDoor } from './question.ts';

const LINES = 5;
/** Feelings keep their own colours; other parts are told apart in the order that colour-blind readers can follow. */
const FEELINGS: Partial<Record<string, ChartTone>> = {
  negative: 'negative',
  positive: 'positive',
  neutral: 'neutral',
  urgent: 'warning',
  latent: 'plain',
};
const IN_ORDER: readonly ChartTone[] = ['collect', 'act', 'understand', 'verify', 'answer', 'publish'];
const PARTS = 6;

export function InsightChart({ answer, question }: { answer: InsightAnswer; question: AskedQuestion }) {
  const isTime = (key: string) => TIME_KEYS.includes(key);
  if (isTime(question.rows) || isTime(question.columns))
    return (
      <>
        {(question.columns === '' ? answer.measures : answer.measures.slice(0, 1)).map((measure, at) => (
          <OverTime key={measure} answer={answer} question={question} measure={measure} at={at} />
        ))}
      </>
    );
  if (question.columns !== '' && question.rows !== '') return <Parts answer={answer} question={question} />;
  return (
    <>
      {answer.measures.map((measure, at) => (
        <IntervalBars key={measure} answer={answer} question={question} measure={measure} at={at} />
      ))}
    </>
  );
}

interface Props {
  answer: InsightAnswer;
  question: AskedQuestion;
  measure: MeasureKey;
  at: number;
}

function OverTime({ answer, question, measure, at }: Props) {
  const { t, i18n } = useTranslation(['insight', 'metrics']);
  const nameOf = useKeyNames();
  const go = useGo();
  const { unit, interval } = measureOf(measure)!;
  const timeIsRows = TIME_KEYS.includes(question.rows);
  const times = timeIsRows ? answer.rows : answer.columns;
  const others = timeIsRows ? answer.columns : answer.rows;
  const time = timeIsRows ? question.rows : question.columns;
  const other = timeIsRows ? question.columns : question.rows;
  const series = useMemo(() => {
    const shown = others.slice(0, LINES);
    const of = (name: string, values: readonly Measured[]) => ({
      name,
      values: values.map((one) => scale(unit, one.value)),
      ...(interval === 'none' || shown.length > 3
        ? {}
        : { low: values.map((one) => scale(unit, one.low)), high: values.map((one) => scale(unit, one.high)) }),
    });
    if (other === '')
      return [
        {
          ...of(
            t(`metrics:${measure}.name`),
            (timeIsRows ? answer.rowTotals : answer.columnTotals).map((cell) => cell[at]!),
          ),
          tone: 'understand' as const,
        },
      ];
    return shown.map((head, index) =>
      of(
        nameOf(other, head),
        times.map((_time, place) => (timeIsRows ? answer.cells[place]![index]![0]! : answer.cells[index]![place]![0]!)),
      ),
    );
  }, [answer, others, other, measure, at, unit, interval, timeIsRows, times, nameOf, t]);
  const bands = series.some((one) => 'low' in one);
  const title = t(`metrics:${measure}.name`);
  return (
    <figure className="hy-bars">
      <figcaption>
        <strong>{title}</strong>
        <span className="hy-faint">
          {bands ? t(interval === 'quartiles' ? 'drawn.spread' : 'drawn.line') : ''}
          {others.length > LINES ? ` ${t('topSeries', { count: LINES })}` : ''}
        </span>
      </figcaption>
      <Chart
        kind="line"
        title={title}
        labels={times.map((head) => nameOf(time, head))}
        series={series}
        height={280}
        {...(unit === 'share' ? { max: 1 } : {})}
        format={(value) => measureText(unscale(unit, value), unit, i18n.language, t)}
        onPick={(index, which) => {
          const head = times[index];
          const line = others[bands ? Math.floor(which / 3) : which];
          if (!head) return;
          const own = {
            [timeIsRows ? 'row' : 'column']: head.key,
            ...(line ? { [timeIsRows ? 'column' : 'row']: line.key } : {}),
          };
          const door = cellDoor(question, measure, answer, own);
          go(door.to, door.search);
        }}
      />
    </figure>
  );
}

/** Counts stacked; other measures are no parts of a whole and are shown as bars of each row. */
function Parts({ answer, question }: { answer: InsightAnswer; question: AskedQuestion }) {
  const { t } = useTranslation(['insight', 'metrics']);
  const nameOf = useKeyNames();
  const go = useGo();
  const measure = answer.measures[0]!;
  if (measureOf(measure)!.unit !== 'count')
    return <IntervalBars answer={answer} question={question} measure={measure} at={0} />;
  const rows = answer.rows.slice(0, 14);
  const columns = answer.columns.slice(0, PARTS);
  const isFelt = question.columns === 'sentiment' || question.columns === 'class';
  return (
    <figure className="hy-bars">
      <figcaption>
        <strong>{t(`metrics:${measure}.name`)}</strong>
        <span className="hy-faint">
          {t('drawn.stacked')}
          {answer.columns.length > PARTS ? ` ${t('topSeries', { count: PARTS })}` : ''}
        </span>
      </figcaption>
      <Chart
        kind="stacked"
        sideways
        title={t(`metrics:${measure}.name`)}
        labels={rows.map((head) => nameOf(question.rows, head))}
        series={columns.map((head, index) => ({
          name: nameOf(question.columns, head),
          tone: (isFelt ? FEELINGS[head.key] : undefined) ?? IN_ORDER[index % IN_ORDER.length]!,
          values: rows.map((_row, at) => answer.cells[at]![index]![0]!.value),
        }))}
        height={Math.max(180, rows.length * 36 + 40)}
        onPick={(index, which) => {
          const [row, column] = [rows[index], columns[which]];
          if (!row || !column) return;
          const door = cellDoor(question, measure, answer, { row: row.key, column: column.key });
          go(door.to, door.search);
        }}
      />
    </figure>
  );
}

/** Spans are drawn in hours, so that the axis has round numbers. */
function scale(unit: string, value: number | null): number | null {
  return value !== null && unit === 'span' ? value / 3_600_000 : value;
}
function unscale(unit: string, value: number): number {
  return unit === 'span' ? value * 3_600_000 : value;
}
