// All labels of one feedback in a column: hover tells why, a click corrects, a corrected one tells by whom and can be taken back.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CLASSES, SENTIMENTS, URGENCY_REASONS } from '../../../../text/judge.contract.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SentimentTag } from '../../../../ui/tags.tsx';
import { LessonLine } from '../../learning/web/lesson-line.part.tsx';
import type { CorrectableLabel, CorrectionView, JudgementView } from '../core/judgement.contract.ts';
import { AspectChips } from './aspect-chips.tsx';
import { LabelChip } from './label-chip.tsx';
import { reasonsFor } from './label-words.ts';
import { IntentChips, ThemeChips } from './list-chips.tsx';
import { ReasonList } from './reasons.tsx';
import { type Correct, useCorrections } from './use-corrections.ts';
import './labels.css';

interface Props {
  feedbackId: string;
  judgement: JudgementView;
  corrections: readonly CorrectionView[];
}

/** Somebody looked and agreed with the engine. */
const isSame = (one: CorrectionView) => JSON.stringify(one.from) === JSON.stringify(one.to);

export function JudgementLabels({ feedbackId, judgement, corrections }: Props) {
  const { t } = useTranslation(['pageunderstand', 'text', 'ui']);
  const mayCorrect = useCan('judgement.correct');
  const { correct, takeBack, isBusy } = useCorrections(feedbackId);
  const change: Correct | undefined = mayCorrect ? correct : undefined;
  /** Reasons speak for the engine's own label; where a person set another one, the hover says so. */
  const why = (label: CorrectableLabel, nameOf: (value: unknown) => string) => {
    const found = reasonsFor(judgement.reasons, label);
    if (found.length === 0) return undefined;
    const own = corrections.find((one) => one.label === label);
    if (!own || isSame(own)) return <ReasonList reasons={found} />;
    return <ReasonList reasons={found} heading={t('pageunderstand:label.engineSaid', { label: nameOf(own.from) })} />;
  };
  const urgencyName = (value: unknown) =>
    typeof value === 'string' ? t(`text:urgency.${value}`) : t('text:urgencyLevel.none');
  const isSpam = judgement.spamScore >= 0.5;
  const line = (label: CorrectableLabel, children: ReactNode) => {
    const correction = corrections.find((one) => one.label === label);
    return (
      <div className="hy-label" key={label}>
        <dt>{t(`pageunderstand:label.${label}`)}</dt>
        <dd>
          <span className="hy-chips">{children}</span>
          {correction && (
            <span className="hy-label-corrected">
              {t(isSame(correction) ? 'pageunderstand:label.confirmedBy' : 'pageunderstand:label.correctedBy', {
                name: correction.byName,
              })}{' '}
              <RelativeTime at={correction.at} />
              {mayCorrect && (
                <button type="button" className="hy-link hy-label-back" onClick={() => takeBack(label)}>
                  {t('pageunderstand:label.takeBack')}
                </button>
              )}
            </span>
          )}
        </dd>
      </div>
    );
  };
  const one = <T extends string>(values: readonly T[], nameOf: (value: T) => string) =>
    mayCorrect ? values.map((value) => ({ key: value, label: nameOf(value) })) : undefined;
  // The line beneath speaks for all of them; themes teach nothing.
  const taught = corrections.map((one) => one.label).filter((label) => label !== 'themes');
  return (
    <>
      <dl className={isBusy ? 'hy-labels hy-labels-busy' : 'hy-labels'} aria-busy={isBusy}>
        {line(
          'sentiment',
          <LabelChip
            name={t('pageunderstand:label.sentiment')}
            reasons={why('sentiment', (value) => t(`text:sentiment.${value}`))}
            choices={one(SENTIMENTS, (value) => t(`text:sentiment.${value}`))}
            current={judgement.sentiment}
            onChoose={(value) => change?.('sentiment', value)}
          >
            {t(`text:sentiment.${judgement.sentiment}`)}
          </LabelChip>,
        )}
        {line(
          'class',
          <LabelChip
            name={t('pageunderstand:label.class')}
            reasons={why('class', (value) => t(`ui:sentiment.${value}`))}
            choices={one(CLASSES, (value) => t(`ui:sentiment.${value}`))}
            current={judgement.class}
            onChoose={(value) => change?.('class', value)}
          >
            <SentimentTag value={judgement.class} />
          </LabelChip>,
        )}
        {line(
          'urgency',
          <LabelChip
            name={t('pageunderstand:label.urgency')}
            reasons={why('urgency', urgencyName)}
            quiet={judgement.urgency.reason === null}
            choices={
              mayCorrect
                ? [
                    { key: 'none', label: t('text:urgencyLevel.none') },
                    ...URGENCY_REASONS.map((key) => ({ key, label: urgencyName(key) })),
                  ]
                : undefined
            }
            current={judgement.urgency.reason ?? 'none'}
            onChoose={(value) => change?.('urgency', value === 'none' ? null : value)}
          >
            {urgencyName(judgement.urgency.reason)}
          </LabelChip>,
        )}
        {line('themes', <ThemeChips judgement={judgement} {...(change ? { change } : {})} />)}
        {line('aspects', <AspectChips judgement={judgement} {...(change ? { change } : {})} />)}
        {line('intents', <IntentChips judgement={judgement} {...(change ? { change } : {})} />)}
        {line(
          'spam',
          <LabelChip
            name={t('pageunderstand:label.spam')}
            reasons={why('spam', (value) => t(`pageunderstand:label.spam_${value === true ? 'yes' : 'no'}`))}
            quiet={!isSpam}
            choices={
              mayCorrect
                ? ['no', 'yes'].map((key) => ({ key, label: t(`pageunderstand:label.spam_${key}`) }))
                : undefined
            }
            current={isSpam ? 'yes' : 'no'}
            onChoose={(value) => change?.('spam', value === 'yes')}
          >
            {t(`pageunderstand:label.spam_${isSpam ? 'yes' : 'no'}`)}
          </LabelChip>,
        )}
      </dl>
      <LessonLine
        feedbackId={feedbackId}
        undo={mayCorrect && taught.length > 0 ? () => taught.forEach(takeBack) : undefined}
      />
    </>
  );
}
