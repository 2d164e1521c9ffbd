// One question's answers: the number and its interval, how often each value was given, and what was written.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section } from '../../../../ui/section.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import type { ScoreKind } from '../core/form.contract.ts';
import { formTextsRoute } from '../core/form-use.contract.ts';
import type { QuestionResult } from '../core/results.contract.ts';
import { inWords, scoreText } from './form-words.ts';

type Query = { from?: string; to?: string; version?: string };

export function QuestionPart(props: { formId: string; index: number; question: QuestionResult; query: Query }) {
  const { t, i18n } = useTranslation('pageforms');
  const { question } = props;
  const { score } = question;
  const kind = question.kind as ScoreKind;
  const hasWords = ['short_text', 'long_text', 'single', 'multiple'].includes(question.kind);
  const interval = score && {
    value: scoreText(kind, score.value, i18n.language),
    low: scoreText(kind, score.low, i18n.language),
    high: scoreText(kind, score.high, i18n.language),
  };
  return (
    <Section
      title={`${props.index + 1}. ${inWords(question.title, i18n.language)}`}
      sentence={`${t(`kind.${question.kind}`)} · ${t('results.answeredOf', { count: question.answered })}`}
      end={
        interval &&
        score.answered > 0 && (
          <span className="fm-score">
            <strong>{interval.value}</strong> <span className="hy-faint">{t('results.interval', interval)}</span>
          </span>
        )
      }
    >
      {question.bars.length > 0 && <Bars bars={question.bars} of={question.answered} kind={question.kind} />}
      {question.rows.map((row) => (
        <div key={row.id} className="fm-row">
          <p>
            {inWords(row.words, i18n.language)}{' '}
            <span className="hy-faint">
              {row.mean === null
                ? '–'
                : t('results.mean', {
                    mean: new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(row.mean),
                    count: row.answered,
                  })}
            </span>
          </p>
          <Bars bars={row.bars} of={row.answered} kind={question.kind} />
        </div>
      ))}
      {hasWords && question.answered > 0 && <Written {...props} />}
    </Section>
  );
}

function Bars({ bars, of, kind }: { bars: QuestionResult['bars']; of: number; kind: QuestionResult['kind'] }) {
  const { t, i18n } = useTranslation('pageforms');
  const number = new Intl.NumberFormat(i18n.language);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const name = (bar: QuestionResult['bars'][number]) =>
    bar.words ? inWords(bar.words, i18n.language) : bar.item === 'other' ? t('option.otherShort') : bar.item;
  return (
    <ul className={bars.every((bar) => !bar.words && bar.item !== 'other') ? 'fm-bars fm-bars-digits' : 'fm-bars'}>
      {bars.map((bar) => (
        <li key={bar.item}>
          <span className="fm-bar-name">{name(bar)}</span>
          <span className="fm-bar-space" aria-hidden>
            <span className={`fm-bar ${toneOf(kind, bar.item)}`} style={{ width: `${(bar.count / most) * 100}%` }} />
          </span>
          <span className="fm-bar-count">
            {number.format(bar.count)} <span className="hy-faint">{of > 0 ? percent.format(bar.count / of) : ''}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Those who would be asked for a reason stand out; everybody else is neither praised nor blamed. */
function toneOf(kind: QuestionResult['kind'], item: string): string {
  const score = Number(item);
  const isLow = (kind === 'nps' && score <= 6) || (kind === 'csat' && score <= 2) || (kind === 'ces' && score <= 3);
  const isHigh = (kind === 'nps' && score >= 9) || (kind === 'csat' && score >= 4) || (kind === 'ces' && score >= 5);
  return isLow ? 'fm-bar-low' : isHigh ? 'fm-bar-high' : '';
}

function Written({ formId, question, query }: { formId: string; question: QuestionResult; query: Query }) {
  const { t } = useTranslation('pageforms');
  const isText = question.kind === 'short_text' || question.kind === 'long_text';
  const [isOpen, setOpen] = useState(isText);
  const list = useList(
    formTextsRoute,
    { params: { id: formId }, query: { question: question.id, limit: 10, ...query } },
    { enabled: isOpen, on: ['form.answered'] },
  );
  if (!isOpen)
    return (
      <Button size="small" className="fm-show" onClick={() => setOpen(true)}>
        {t('results.showOther')}
      </Button>
    );
  if (list.status === 'error') return <ErrorPlace error={list.error} onRetry={list.retry} />;
  if (list.status === 'ready' && list.items.length === 0)
    return <p className="hy-faint fm-note">{t('results.noWords')}</p>;
  return (
    <>
      <ul className="fm-texts">
        {list.items.map((one) => (
          <li key={one.answerId}>
            <GoLink to={`/feedback/${one.feedbackId}`}>{one.text}</GoLink>
            <span className="hy-faint">
              <RelativeTime at={one.at} />{' '}
              {one.state !== 'completed' && <PlainTag>{t(`forms:state.${one.state}`)}</PlainTag>}
            </span>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button size="small" loading={list.isLoadingMore} onClick={list.loadMore}>
          {t('results.moreWords')}
        </Button>
      )}
    </>
  );
}
