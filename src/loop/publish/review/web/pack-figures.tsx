// The week in a line of numbers, each beside the week before and each a door.
import { useTranslation } from 'react-i18next';
import { FigureStrip, NumberDoor, numberText } from '../../../../ui/number-door.tsx';
import { measureText } from '../../insight/web/measure-text.part.tsx';
import type { PackView } from '../core/review.contract.ts';

export function PackFigures({ pack }: { pack: PackView }) {
  const { t, i18n } = useTranslation(['review', 'insight', 'ui']);
  const { facts } = pack;
  const language = i18n.language;
  const window = `${pack.weekFrom} – ${pack.weekTo} (${pack.timeZone})`;
  const days = { saidFrom: pack.weekFrom, saidTo: pack.weekTo };
  const opened = { from: pack.weekFrom, to: pack.weekTo };
  const before = (text: string) => t('review:figure.before', { text });
  const score = (value: number | null) => measureText(value, 'score', language, t);
  const share = (value: number | null) => measureText(value, 'share', language, t);
  const rated = facts.ratingResponse;
  return (
    <FigureStrip label={t('review:pack.themes')}>
      <NumberDoor
        label={t('review:figure.voices')}
        metric="voices"
        value={facts.voices.value}
        window={window}
        to="/feedback"
        search={{ ...days, repeats: 'hide' }}
        note={before(numberText(facts.voices.previous, 'plain', language))}
      />
      <NumberDoor
        label={t('review:figure.net')}
        metric="net_sentiment"
        value={facts.netSentiment.value}
        text={score(facts.netSentiment.value)}
        window={window}
        to="/feedback"
        search={days}
        note={before(score(facts.netSentiment.previous))}
      />
      <NumberDoor
        label={t('review:figure.opened')}
        metric="cases"
        value={facts.cases.opened}
        window={window}
        to="/insight/rows"
        search={{ measure: 'cases', ...opened }}
        note={`${t('review:figure.resolved')} ${facts.cases.resolved} · ${t('review:figure.verified')} ${facts.cases.verified}`}
      />
      <NumberDoor
        label={t('review:figure.lateNow')}
        value={facts.cases.late}
        metric="in_time_share"
        tone={facts.cases.late > 0 ? 'negative' : 'plain'}
        to="/cases"
        search={{ due: 'late' }}
      />
      <NumberDoor
        label={t('review:figure.response')}
        metric="first_response"
        value={facts.firstResponseMs.value}
        text={measureText(facts.firstResponseMs.value, 'span', language, t)}
        window={window}
        to="/insight"
        search={{ measures: 'first_response', rows: 'day', look: 'chart', ...opened }}
        note={before(measureText(facts.firstResponseMs.previous, 'span', language, t))}
      />
      <NumberDoor
        label={t('review:figure.csat')}
        metric="csat"
        value={facts.csat?.value ?? null}
        text={share(facts.csat?.value ?? null)}
        window={window}
        to="/verify"
        note={rated ? t('review:figure.response_share', { text: share(rated.value) }) : undefined}
      />
      <NumberDoor
        label={t('review:figure.repeat')}
        metric="repeat_share"
        value={facts.repeat?.value ?? null}
        text={share(facts.repeat?.value ?? null)}
        window={window}
        to="/verify"
        note={facts.repeat ? before(share(facts.repeat.previous)) : undefined}
      />
    </FigureStrip>
  );
}
