// When it was said: the days as small bars one can click, the usual periods, and any two days.
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../ui/client/session.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useNow } from '../../../../ui/use-now.ts';
import { today } from '../../../../ui/zone-day.ts';
import { barsOf } from './day-bars.ts';

const PERIODS = [7, 30, 90];
const WIDTH = 200;
const HEIGHT = 36;

export function SaidWhen({ days }: { days: readonly { value: string; count: number }[] }) {
  const { t, i18n } = useTranslation('pageunderstand');
  const { workspace } = useSession();
  const filters = useFilters();
  const now = useNow('minute');
  const heading = useId();
  const from = filters.get('saidFrom');
  const to = filters.get('saidTo');
  const set = (first: string | undefined, last: string | undefined) =>
    filters.set({ saidFrom: first, saidTo: last, open: undefined });
  const bars = barsOf(days, 40);
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const step = WIDTH / Math.max(1, bars.length);
  const whole = new Intl.NumberFormat(i18n.language);
  return (
    <section className="hy-facet" aria-labelledby={heading}>
      <h2 id={heading}>{t('facet.when')}</h2>
      {bars.length > 1 && (
        <svg className="hy-said-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {bars.map((bar, index) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the eye; the field below does the same by keyboard
            <g key={bar.from} onClick={() => set(bar.from, bar.to)}>
              <title>{`${bar.from === bar.to ? bar.from : `${bar.from} – ${bar.to}`}: ${whole.format(bar.count)}`}</title>
              <rect x={index * step} y={0} width={step} height={HEIGHT} className="hy-said-hit" />
              <rect
                x={index * step + step * 0.1}
                y={HEIGHT - Math.max(bar.count > 0 ? 1 : 0, (bar.count / most) * HEIGHT)}
                width={step * 0.8}
                height={Math.max(bar.count > 0 ? 1 : 0, (bar.count / most) * HEIGHT)}
                className="hy-said-bar"
              />
            </g>
          ))}
        </svg>
      )}
      <div className="hy-said-periods">
        {PERIODS.map((count) => {
          const first = today(workspace.timeZone, now, 1 - count);
          const isOn = from === first && !to;
          return (
            <button
              key={count}
              type="button"
              aria-pressed={isOn}
              onClick={() => set(isOn ? undefined : first, undefined)}
            >
              {t('facet.days', { count })}
            </button>
          );
        })}
      </div>
      <DatePicker.RangePicker
        size="small"
        allowEmpty={[true, true]}
        aria-label={t('facet.when')}
        placeholder={[t('facet.from'), t('facet.to')]}
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={(range) => set(range?.[0]?.format('YYYY-MM-DD'), range?.[1]?.format('YYYY-MM-DD'))}
      />
    </section>
  );
}
