// Feedback per day, stacked by class from zero; a click opens the day's feedback of that class.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../../ui/chart.tsx';
import type { ChartTone } from '../../../../ui/chart.types.ts';
import { useGo } from '../../../../ui/go.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { OverviewView } from '../core/overview.contract.ts';

const ORDER = ['negative', 'urgent', 'latent', 'neutral', 'positive'] as const;
const TONES: Record<(typeof ORDER)[number], ChartTone> = {
  negative: 'negative',
  urgent: 'warning',
  latent: 'plain',
  neutral: 'neutral',
  positive: 'positive',
};

export function DaysChart({ view }: { view: OverviewView }) {
  const { t, i18n } = useTranslation(['pageoverview', 'ui']);
  const go = useGo();
  const kinds = useMemo(() => ORDER.filter((kind) => view.days.some((day) => day.byClass[kind] > 0)), [view.days]);
  const labels = useMemo(() => {
    const short = new Intl.DateTimeFormat(i18n.language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    return view.days.map((day) => short.format(Date.parse(day.day)));
  }, [view.days, i18n.language]);
  const series = useMemo(
    () =>
      kinds.map((kind) => ({
        name: t(`ui:sentiment.${kind}`),
        tone: TONES[kind],
        values: view.days.map((day) => day.byClass[kind]),
      })),
    [kinds, view.days, t],
  );
  return (
    <Section title={t('days.title')} sentence={t('days.sentence')}>
      <Chart
        kind="stacked"
        title={t('days.title')}
        labels={labels}
        series={series}
        height={248}
        onPick={(index, which) => {
          const day = view.days[index]?.day;
          const kind = kinds[which];
          if (day && kind) go('/feedback', { saidFrom: day, saidTo: day, class: kind });
        }}
      />
    </Section>
  );
}
