// Counts day by day with the fitted line, the line without the fix and its interval, the day of the fix, and gaps shaded.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { useWidth } from '../../../../ui/use-width.ts';
import type { Measure } from '../../../act/problems/core/problem.contract.ts';
import { explorerSearch } from '../../../act/problems/web/effect-words.part.tsx';
import type { EffectResult, SeriesDay } from '../core/effect.contract.ts';
import { bandPath, linePath, scaleOf, smoothed } from './chart-scale.ts';

const HEIGHT = 280;

export function EffectChart({ result, effectiveOn }: { result: EffectResult; effectiveOn: string }) {
  const { t, i18n } = useTranslation('pageeffects');
  const go = useGo();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [over, setOver] = useState<number | null>(null);
  const days = result.series;
  const scale = scaleOf(days, width, HEIGHT);
  const split = (side: SeriesDay['side'], pick: (day: SeriesDay) => number | null) =>
    smoothed(days.map((day) => (day.side === side ? pick(day) : null)));
  const start = days.findIndex((day) => day.day >= effectiveOn);
  const step = days.length > 1 ? scale.x(1) - scale.x(0) : 8;
  const fixX = start >= 0 ? scale.x(start) - step / 2 : null;
  const gaps = days.flatMap((day, index) => (day.side === 'washout' || day.fitted === null ? [index] : []));
  const at = over === null ? undefined : days[over];
  const locale = new Intl.DateTimeFormat(i18n.language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const name = (day: string) => locale.format(new Date(`${day}T00:00:00Z`));
  const every = Math.max(1, Math.ceil(days.length / Math.max(2, Math.floor(width / 90))));
  const hasFit = days.some((day) => day.fitted !== null);
  const follow = (event: React.PointerEvent) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const index = Math.round((left - scale.left) / step - 0.5);
    setOver(index >= 0 && index < days.length ? index : null);
  };
  return (
    <figure className="hy-effect-chart" ref={box}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table below has a link for every day */}
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={t('chart.spoken', { days: days.length, from: days[0]?.day, to: days.at(-1)?.day })}
        onPointerMove={follow}
        onPointerLeave={() => setOver(null)}
        onClick={() => at && go('/feedback', explorerSearch(result.plan.measure, at.day, at.day))}
      >
        {hasFit &&
          gaps.map((index) => (
            <rect
              key={index}
              x={scale.x(index) - step / 2}
              y={24}
              width={step}
              height={scale.bottom - 24}
              className="hy-effect-gap"
            />
          ))}
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${scale.left} ${scale.y(tick)}H${width - 8}`} className="hy-effect-grid" />
            <text x={scale.left - 6} y={scale.y(tick) + 4} textAnchor="end">
              {new Intl.NumberFormat(i18n.language).format(tick)}
            </text>
          </g>
        ))}
        {days.map(
          (day, index) =>
            index % every === 0 &&
            index <= days.length - every / 2 && (
              <text key={day.day} x={scale.x(index)} y={HEIGHT - 6} textAnchor={index === 0 ? 'start' : 'middle'}>
                {name(day.day)}
              </text>
            ),
        )}
        <path
          d={bandPath(
            split('after', (day) => day.low),
            split('after', (day) => day.high),
            scale,
          )}
          className="hy-effect-band"
        />
        {days.map((day, index) => (
          <circle
            key={day.day}
            cx={scale.x(index)}
            cy={scale.y(day.count)}
            r={over === index ? 4 : Math.min(2.5, Math.max(1.4, step / 3))}
            className={`hy-effect-dot hy-effect-dot-${day.side}`}
          />
        ))}
        <path
          d={linePath(
            split('before', (day) => day.fitted),
            scale,
          )}
          className="hy-effect-fit"
        />
        <path
          d={linePath(
            split('after', (day) => day.without),
            scale,
          )}
          className="hy-effect-without"
        />
        <path
          d={linePath(
            split('after', (day) => day.fitted),
            scale,
          )}
          className="hy-effect-fit hy-effect-fit-after"
        />
        {fixX !== null && (
          <g>
            <path d={`M${fixX} 18V${scale.bottom}`} className="hy-effect-day" />
            <text
              x={fixX + (fixX > width - 130 ? -6 : 6)}
              y={16}
              textAnchor={fixX > width - 130 ? 'end' : 'start'}
              className="hy-effect-day-name"
            >
              {t('chart.fix', { day: name(effectiveOn) })}
            </text>
          </g>
        )}
      </svg>
      <figcaption>
        <span className="hy-effect-key hy-effect-key-dot">{t('chart.key.count')}</span>
        <span className="hy-effect-key hy-effect-key-fit">{t('chart.key.fit')}</span>
        <span className="hy-effect-key hy-effect-key-without">{t('chart.key.without')}</span>
        <span className="hy-effect-now" aria-live="off">
          {at
            ? t('chart.at', {
                day: name(at.day),
                count: at.count,
                without: at.without === null ? '–' : Math.round(at.without * 10) / 10,
                context: at.side === 'after' ? 'after' : '',
              })
            : t('chart.hint')}
        </span>
      </figcaption>
      <SeriesTable days={days} measure={result.plan.measure} />
    </figure>
  );
}

/** The same figures as a table, for readers of the screen and for whoever wants to copy them. */
function SeriesTable({ days, measure }: { days: readonly SeriesDay[]; measure: Measure }) {
  const { t } = useTranslation('pageeffects');
  return (
    <details className="hy-effect-table">
      <summary>{t('chart.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable */}
      <section tabIndex={0} aria-label={t('chart.table')}>
        <table>
          <thead>
            <tr>
              {(['day', 'side', 'count', 'exposure', 'control', 'fitted', 'without'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`table.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day}>
                <th scope="row">
                  <GoLink to="/feedback" search={explorerSearch(measure, day.day, day.day)} className="hy-link">
                    {day.day}
                  </GoLink>
                </th>
                <td>{t(`side.${day.side}`)}</td>
                <td>{day.count}</td>
                <td>{day.exposure}</td>
                <td>{day.control}</td>
                <td>{day.fitted?.toFixed(1) ?? '–'}</td>
                <td>{day.without?.toFixed(1) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
