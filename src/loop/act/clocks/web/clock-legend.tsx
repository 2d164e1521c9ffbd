// Shows every state of a clock as it is drawn everywhere, with what it means.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockBadge } from '../../../../ui/clock-badge.tsx';
import { Section } from '../../../../ui/section.tsx';

const HOUR = 3_600_000;

export function ClockLegend() {
  const { t } = useTranslation('pageclocks');
  const now = useMemo(() => Date.now(), []);
  const at = (ms: number) => new Date(now + ms).toISOString();
  const rows = [
    { key: 'calm', badge: <ClockBadge state="running" dueAt={at(5 * HOUR)} /> },
    { key: 'warn', badge: <ClockBadge state="running" dueAt={at(HOUR / 6)} /> },
    { key: 'late', badge: <ClockBadge state="running" dueAt={at(-2 * HOUR)} /> },
    { key: 'paused', badge: <ClockBadge state="paused" dueAt={null} remainingMs={3 * HOUR} /> },
    { key: 'hit', badge: <ClockBadge state="hit" dueAt={at(-HOUR)} /> },
    { key: 'missed', badge: <ClockBadge state="missed" dueAt={at(-HOUR)} /> },
  ];
  return (
    <Section title={t('legend.title')} sentence={t('legend.sentence')}>
      <dl className="hy-legend">
        {rows.map(({ key, badge }) => (
          <div key={key}>
            <dt>{badge}</dt>
            <dd>{t(`legend.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
