// How customers felt, as one bar in three parts, and the net of it with its formula.
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../../../ui/go.tsx';
import { NumberDoor } from '../../../../ui/number-door.tsx';
import { Section } from '../../../../ui/section.tsx';
import { SentimentTag } from '../../../../ui/tags.tsx';
import type { OverviewView } from '../core/overview.contract.ts';
import { daysOf, windowOf } from './doors.ts';

const ORDER = ['positive', 'neutral', 'negative'] as const;

export function SentimentSplit({ view }: { view: OverviewView }) {
  const { t, i18n } = useTranslation(['pageoverview', 'ui']);
  const all = ORDER.reduce((sum, kind) => sum + view.sentiment[kind], 0);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat(i18n.language);
  const signed = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const { value, previous, base } = view.netSentiment;
  const move = value === null || previous === null ? null : value - previous;
  return (
    <Section title={t('split.title')} sentence={t('split.sentence')}>
      <div className="hy-split-bar" aria-hidden>
        {ORDER.map(
          (kind) =>
            view.sentiment[kind] > 0 && (
              <span key={kind} className={`hy-split-${kind}`} style={{ flexGrow: view.sentiment[kind] }} />
            ),
        )}
      </div>
      <ul className="hy-split">
        {ORDER.map((kind) => (
          <li key={kind}>
            <SentimentTag value={kind} />
            <span className="hy-grow" />
            <span className="hy-quiet hy-figure">{all > 0 ? percent.format(view.sentiment[kind] / all) : '–'}</span>
            <GoLink to="/feedback" search={{ ...daysOf(view), sentiment: kind }} className="hy-split-count">
              {whole.format(view.sentiment[kind])}
            </GoLink>
          </li>
        ))}
      </ul>
      <div className="hy-split-net">
        <NumberDoor
          label={t('metric.netSentiment')}
          value={value}
          text={value === null ? '–' : signed.format(value)}
          formula={t('formula.netSentiment')}
          metric="net_sentiment"
          denominator={t('base', { text: whole.format(base) })}
          window={windowOf(view)}
          note={move === null ? t('beforeNone') : t('split.move', { text: signed.format(move) })}
        />
      </div>
    </Section>
  );
}
