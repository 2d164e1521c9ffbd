// Values side by side as bars from zero, each with its interval as a thin line: overlapping lines say that chance may be enough.
import { useTranslation } from 'react-i18next';
import { type MeasureKey, measureOf } from '../core/catalogue.contract.ts';
import type { InsightAnswer } from '../core/insight.contract.ts';
import { useKeyNames } from './key-names.ts';
import { measureText } from './measure-text.part.tsx';
import { MeasuredDoor } from './measured-door.tsx';
import { type AskedQuestion, cellDoor } from './question.ts';

const MOST = 24;

export function IntervalBars({
  answer,
  question,
  measure,
  at,
}: {
  answer: InsightAnswer;
  question: AskedQuestion;
  measure: MeasureKey;
  at: number;
}) {
  const { t, i18n } = useTranslation(['insight', 'metrics']);
  const nameOf = useKeyNames();
  const { unit, interval, bad } = measureOf(measure)!;
  const rows = answer.rows.slice(0, MOST);
  const values = rows.map((_row, index) => answer.rowTotals[index]![at]!);
  const top = Math.max(...values.flatMap((one) => [one.high ?? 0, one.value ?? 0]), unit === 'stars' ? 5 : 0, 1e-9);
  const bottom = Math.min(0, ...values.flatMap((one) => [one.low ?? 0, one.value ?? 0]));
  const place = (value: number) => ((value - bottom) / (top - bottom)) * 100;
  const window = `${answer.from} – ${answer.to} (${answer.timeZone})`;
  return (
    <figure className="hy-bars">
      <figcaption>
        <strong>{t(`metrics:${measure}.name`)}</strong>
        <span className="hy-faint">
          {interval === 'quartiles' ? t('drawn.spread') : interval === 'none' ? '' : t('drawn.bar')}
        </span>
      </figcaption>
      <ul>
        {rows.map((row, index) => {
          const value = values[index]!;
          const from = place(Math.min(0, value.value ?? 0));
          return (
            <li key={row.key}>
              <span className="hy-one-line">{nameOf(question.rows, row)}</span>
              <span className="hy-bar" aria-hidden>
                {value.value !== null && (
                  <i
                    className={bad || value.value < 0 ? 'hy-bar-bad' : ''}
                    style={{ left: `${from}%`, width: `${Math.abs(place(value.value) - place(0))}%` }}
                  />
                )}
                {value.low !== null && value.high !== null && (
                  <b
                    style={{
                      left: `${place(value.low)}%`,
                      width: `${Math.max(0, place(value.high) - place(value.low))}%`,
                    }}
                  />
                )}
                {bottom < 0 && <u style={{ left: `${place(0)}%` }} />}
              </span>
              <span className="hy-bar-value">
                <MeasuredDoor
                  value={value}
                  measure={measure}
                  window={window}
                  door={cellDoor(question, measure, answer, { row: row.key })}
                />
                <small className="hy-faint">
                  {unit === 'count' ? '' : t('base', { text: measureText(value.base, 'count', i18n.language, t) })}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
