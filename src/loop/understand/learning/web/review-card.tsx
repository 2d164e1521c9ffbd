// The voice that is asked about, with the words that carried the guess underlined, and the answers.
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SENTIMENTS, type SentimentLabel } from '../../../../text/judge.contract.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Highlighted, type TextSpan } from '../../../../ui/highlighted.tsx';
import { Caps, useKeys } from '../../../../ui/keys.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import type { ReviewItemView } from '../core/label-review.contract.ts';

interface Props {
  item: ReviewItemView;
  canUndo: boolean;
  onAnswer: (sentiment: SentimentLabel) => void;
  onSkip: () => void;
  onUndo: () => void;
}

export function ReviewCard(props: Props) {
  const { t, i18n } = useTranslation(['learning', 'text', 'pagecollect']);
  const { item } = props;
  const guess = item.judgement.sentiment;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  const names = Object.fromEntries(SENTIMENTS.map((one) => [one, t(`text:sentiment.${one}`)])) as Record<
    SentimentLabel,
    string
  >;
  const group = t('learning:review.title');
  useKeys([
    ...SENTIMENTS.map((one, index) => ({
      keys: String(index + 1),
      label: names[one],
      group,
      run: () => props.onAnswer(one),
    })),
    {
      keys: 'Enter',
      label: t('learning:review.confirm', { guess: names[guess] }),
      group,
      run: (event: KeyboardEvent) => {
        event.preventDefault();
        props.onAnswer(guess);
      },
    },
    { keys: 's', label: t('learning:review.skip'), group, run: props.onSkip },
    { keys: 'u', label: t('learning:review.undo'), group, run: props.onUndo },
  ]);
  const carried = item.judgement.reasons.filter((reason) => reason.label.startsWith('sentiment.'));
  const spans = useMemo<TextSpan[]>(
    () =>
      carried.flatMap((reason) =>
        reason.span
          ? [
              {
                start: reason.span[0],
                end: reason.span[1],
                kind: reason.label.slice('sentiment.'.length) as SentimentLabel,
                note: t('learning:review.carried'),
              },
            ]
          : [],
      ),
    [carried, t],
  );
  const sure = item.confidence === null ? null : percent.format(item.confidence);
  return (
    <article className="hy-review-card" aria-live="polite">
      <header>
        <PlainTag>{t(`pagecollect:channel.${item.channel}`)}</PlainTag>
        {item.product && <PlainTag>{item.product.name}</PlainTag>}
        {item.rating !== null && <PlainTag>{t('learning:review.stars', { count: item.rating })}</PlainTag>}
        <RelativeTime at={item.occurredAt} />
        <span className="hy-grow" />
        <GoLink to={`/feedback/${item.feedbackId}`} className="hy-link">
          {t('learning:review.open')}
        </GoLink>
      </header>
      {item.title && <p className="hy-review-title">{item.title}</p>}
      <blockquote>
        <Highlighted text={item.text} spans={spans} />
      </blockquote>
      <p className="hy-review-guess">
        {sure
          ? t('learning:review.guess', { guess: names[guess], sure })
          : t('learning:review.guessPlain', { guess: names[guess] })}
        {item.source === 'doubt' && (
          <> {t(carried.length > 0 ? 'learning:review.whyMixed' : 'learning:review.whyBare')}</>
        )}
        {item.alike > 0 && <> {t('learning:review.alike', { count: item.alike })}</>}
      </p>
      <fieldset className="hy-review-answers" aria-label={t('learning:review.question')}>
        {SENTIMENTS.map((one, index) => (
          <button
            key={one}
            type="button"
            className={`hy-review-answer hy-review-${one}${one === guess ? ' hy-review-guessed' : ''}`}
            onClick={() => props.onAnswer(one)}
          >
            <strong>{names[one]}</strong>
            <span>
              <Caps keys={String(index + 1)} />
              {one === guess && <Caps keys="Enter" />}
            </span>
          </button>
        ))}
      </fieldset>
      <footer>
        <Button onClick={props.onSkip}>
          {t('learning:review.skip')} <Caps keys="s" />
        </Button>
        <Button onClick={props.onUndo} disabled={!props.canUndo}>
          {t('learning:review.undo')} <Caps keys="u" />
        </Button>
      </footer>
    </article>
  );
}
