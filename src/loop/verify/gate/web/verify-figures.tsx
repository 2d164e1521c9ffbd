// The numbers on top; none stands without its interval and what it is a share of.
import { useTranslation } from 'react-i18next';
import { FigureStrip, NumberDoor, numberText } from '../../../../ui/number-door.tsx';
import type { RatingSummary } from '../../ratings/core/rating.contract.ts';
import type { GateSummary } from '../core/gate.contract.ts';
import { decimalText, intervalText, type ShareWords } from './figure-words.ts';

export function VerifyFigures(props: { ratings: RatingSummary; gate: GateSummary; waitingNow: number }) {
  const { ratings, gate } = props;
  const { t, i18n } = useTranslation('pageverify');
  const language = i18n.language;
  const window = `${ratings.from} – ${ratings.to} (${ratings.timeZone})`;
  const days = { from: ratings.from, to: ratings.to };
  const interval = (share: ShareWords) =>
    share.share === null ? t('figure.none') : t('figure.interval', { text: intervalText(share, language) });
  const base = (key: string, share: ShareWords) =>
    t(`base.${key}`, {
      count: share.count,
      part: numberText(share.count, 'plain', language),
      whole: numberText(share.of, 'plain', language),
    });
  const door = { to: '/verify/rows', window };
  return (
    <FigureStrip label={t('figures')}>
      <NumberDoor
        {...door}
        label={t('metric.csat')}
        value={ratings.csat.share}
        form="percent"
        formula={t('formula.csat')}
        denominator={base('csat', ratings.csat)}
        search={{ list: 'ratings', ...days, state: 'answered' }}
        note={interval(ratings.csat)}
      />
      <NumberDoor
        {...door}
        label={t('metric.response')}
        value={ratings.response.share}
        form="percent"
        formula={t('formula.response')}
        denominator={base('response', ratings.response)}
        search={{ list: 'ratings', ...days }}
        note={t('figure.answered', {
          part: numberText(ratings.response.count, 'plain', language),
          whole: numberText(ratings.response.of, 'plain', language),
        })}
      />
      <NumberDoor
        {...door}
        label={t('metric.verified')}
        value={gate.verified.share}
        form="percent"
        formula={t('formula.verified')}
        denominator={base('verified', gate.verified)}
        search={{ list: 'verified', ...days }}
        note={interval(gate.verified)}
      />
      <NumberDoor
        {...door}
        label={t('metric.disputed')}
        value={gate.disputed.share}
        form="percent"
        formula={t('formula.disputed')}
        denominator={base('disputed', gate.disputed)}
        tone={gate.disputed.count > 0 ? 'negative' : 'plain'}
        search={{ list: 'disputed', ...days }}
        note={interval(gate.disputed)}
      />
      <NumberDoor
        {...door}
        label={t('metric.repeats', { days: gate.repeatDays })}
        value={gate.repeats.share === null ? null : gate.repeats.share * 100}
        unit={t('unit.perHundred')}
        formula={t('formula.repeats', { days: gate.repeatDays })}
        denominator={`${base('repeats', gate.repeats)} ${exposureWords(t, gate, language)}`}
        search={{ list: 'repeats', ...days }}
        note={repeatNote(t, gate, language)}
      />
      <NumberDoor
        label={t('metric.waiting')}
        value={props.waitingNow}
        formula={t('formula.waiting')}
        window={t('figure.now')}
        to="/verify/rows"
        search={{ list: 'waiting' }}
        note={gate.unclear > 0 ? t('figure.unclear', { count: gate.unclear }) : t('figure.now')}
      />
    </FigureStrip>
  );
}

type Words = ReturnType<typeof useTranslation<'pageverify'>>['t'];

/** A number that can still rise says so. */
function repeatNote(t: Words, gate: GateSummary, language: string): string {
  if (gate.repeats.share === null) return t('figure.none');
  const interval = t('figure.interval', { text: intervalText(gate.repeats, language) });
  return gate.watched > 0
    ? `${interval} · ${t('figure.watched', { part: numberText(gate.watched, 'plain', language) })}`
    : interval;
}

/** Repeats against what came in in the same days. */
export function exposureWords(
  t: Words,
  gate: Pick<GateSummary, 'perThousand' | 'exposure' | 'exposureOf'>,
  language: string,
): string {
  if (gate.perThousand === null || gate.exposure === null) return t('exposure.none');
  return t(`exposure.${gate.exposureOf}`, {
    value: decimalText(gate.perThousand, language),
    whole: numberText(gate.exposure, 'plain', language),
  });
}
