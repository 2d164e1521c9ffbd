// The five numbers on top, each beside the same number of the period before.
import { useTranslation } from 'react-i18next';
import { FigureStrip, NumberDoor, numberText } from '../../../../ui/number-door.tsx';
import type { OverviewView } from '../core/overview.contract.ts';
import { daysOf, windowOf } from './doors.ts';

export function MainFigures({ view }: { view: OverviewView }) {
  const { t, i18n } = useTranslation('pageoverview');
  const language = i18n.language;
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const window = windowOf(view);
  const base = (count: number) => t('base', { text: numberText(count, 'plain', language) });
  const before = (value: number | null, form: 'plain' | 'percent' = 'plain') =>
    value === null ? t('beforeNone') : t('before', { text: numberText(value, form, language) });
  const shared = { window, to: '/feedback' };
  return (
    <FigureStrip label={t('figures')}>
      <NumberDoor
        {...shared}
        label={t('metric.voices')}
        value={view.voices.value}
        formula={t('formula.voices')}
        metric="voices"
        search={{ ...daysOf(view), repeats: 'hide' }}
        note={before(view.voices.previous)}
      />
      <NumberDoor
        {...shared}
        label={t('metric.netSentiment')}
        value={view.netSentiment.value}
        text={view.netSentiment.value === null ? '–' : signed.format(view.netSentiment.value)}
        formula={t('formula.netSentiment')}
        metric="net_sentiment"
        denominator={base(view.netSentiment.base)}
        search={daysOf(view)}
        note={
          view.netSentiment.previous === null
            ? t('beforeNone')
            : t('before', { text: signed.format(view.netSentiment.previous) })
        }
      />
      <NumberDoor
        {...shared}
        label={t('metric.urgent')}
        value={view.urgent.value}
        formula={t('formula.urgent')}
        metric="urgent"
        denominator={base(view.urgent.base)}
        search={{ ...daysOf(view), class: 'urgent' }}
        tone={view.urgent.value ? 'negative' : 'plain'}
        note={before(view.urgent.previous)}
      />
      <NumberDoor
        {...shared}
        label={t('metric.lowRatingShare')}
        value={view.lowRatingShare.value}
        form="percent"
        formula={t('formula.lowRatingShare')}
        metric="low_rating_share"
        denominator={base(view.lowRatingShare.base)}
        search={{ ...daysOf(view), rating: '1,2' }}
        note={before(view.lowRatingShare.previous, 'percent')}
      />
      <NumberDoor
        {...shared}
        label={t('metric.averageRating')}
        value={view.averageRating.value}
        formula={t('formula.averageRating')}
        metric="average_rating"
        denominator={base(view.averageRating.base)}
        search={{ ...daysOf(view), rating: '1,2,3,4,5' }}
        note={before(view.averageRating.previous)}
      />
    </FigureStrip>
  );
}
