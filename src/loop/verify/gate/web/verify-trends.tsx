// How satisfaction and repeats moved, with the band in which the truth lies; a stretch without answers is a gap.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../../ui/chart.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { Section } from '../../../../ui/section.tsx';
import type { RatingSummary } from '../../ratings/core/rating.contract.ts';
import type { GateSummary } from '../core/gate.contract.ts';
import type { ShareWords } from './figure-words.ts';

const HEIGHT = 208;
/** A band as wide as the whole chart says nothing and hides the rest. */
const known = (share: ShareWords) => share.share !== null;
const hundred = (value: number) => Math.round(value * 1000) / 10;

export function VerifyTrends({ ratings, gate }: { ratings: RatingSummary; gate: GateSummary }) {
  const { t, i18n } = useTranslation('pageverify');
  const go = useGo();
  const short = useMemo(
    () => new Intl.DateTimeFormat(i18n.language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' }),
    [i18n.language],
  );
  const labels = (rows: readonly { from: string }[]) => rows.map((row) => short.format(Date.parse(row.from)));
  const bands = (shares: readonly ShareWords[]) => ({
    values: shares.map((share) => (known(share) ? hundred(share.share!) : null)),
    low: shares.map((share) => (known(share) ? hundred(share.low) : null)),
    high: shares.map((share) => (known(share) ? hundred(share.high) : null)),
  });
  const format = (value: number) => `${value}%`;
  const pick = (list: string, rows: readonly { from: string; to: string }[]) => (index: number) => {
    const row = rows[index];
    if (row) go('/verify/rows', { list, from: row.from, to: row.to });
  };
  return (
    <div className="verify-two">
      <Section title={t('trend.csat')} sentence={t('trend.csatSentence')}>
        <Chart
          kind="line"
          title={t('trend.csat')}
          height={HEIGHT}
          labels={labels(ratings.trend)}
          max={100}
          series={[{ name: t('metric.csat'), tone: 'verify', ...bands(ratings.trend.map((one) => one.csat)) }]}
          format={format}
          onPick={pick('ratings', ratings.trend)}
        />
      </Section>
      <Section title={t('trend.repeats')} sentence={t('trend.repeatsSentence', { days: gate.repeatDays })}>
        <Chart
          kind="line"
          title={t('trend.repeats')}
          height={HEIGHT}
          labels={labels(gate.trend)}
          series={[{ name: t('trend.repeatSeries'), tone: 'negative', ...bands(gate.trend.map((one) => one.repeats)) }]}
          format={format}
          onPick={pick('repeats', gate.trend)}
        />
      </Section>
    </div>
  );
}
