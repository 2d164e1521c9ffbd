// The voice that is asked about, with the words that carried the guess underlined, and the answers.
import { Button } from 'antd';
import { type KeyboardEvent as Pressed, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SENTIMENTS, type SentimentLabel } from '../../../../text/judge.contract.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Highlighted } from '../../../../ui/highlighted.tsx';
import { Caps, useKeys } from '../../../../ui/keys.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import type { ReviewItemView } from '../core/label-review.contract.ts';
import { carriedSpans } from './carried-spans.ts';

/** A new voice takes no deed for so long: the second click of a double click is not meant for it. */
const LOCKED_MS = 400;

interface Props {
  item: ReviewItemView;
  /** The reader took it back himself and has read it. */
  isAgain: boolean;
  canUndo: boolean;
  onAnswer: (sentiment: SentimentLabel) => void;
  onSkip: () => void;
  onUndo: () => void;
}

export function ReviewCard(props: Props) {
  const { t, i18n } = useTranslation(['learning', 'text', 'pagecollect']);
  const { item } = props;
  const isOpen = useLock(item.feedbackId);
  const answer = (sentiment: SentimentLabel) => (props.isAgain || isOpen()) && props.onAnswer(sentiment);
  const skip = () => isOpen() && props.onSkip();
  // Whoever sees at once that he erred is not kept waiting.
  const undo = () => (!props.isAgain || isOpen()) && props.onUndo();
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
      run: () => void answer(one),
    })),
    {
      keys: 'Enter',
      label: t('learning:review.confirm', { guess: names[guess] }),
      group,
      run: (event: KeyboardEvent) => {
        event.preventDefault();
        answer(guess);
      },
    },
    { keys: 's', label: t('learning:review.skip'), group, run: () => void skip() },
    { keys: 'u', label: t('learning:review.undo'), group, run: () => void undo() },
  ]);
  const spans = useMemo(() => {
    const carried = item.judgement.reasons.flatMap(({ label, span }) =>
      label.startsWith('sentiment.') && span
        ? [{ span, kind: label.slice('sentiment.'.length) as SentimentLabel }]
        : [],
    );
    return carriedSpans(item.text, carried, (kind) =>
      t('learning:review.carried', { side: t(`text:sentiment.${kind}`) }),
    );
  }, [item, t]);
  const sure = item.confidence === null ? null : percent.format(item.confidence);
  return (
    <article className="hy-review-card" aria-live="polite" onKeyDown={dropHeld}>
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
          <> {t(spans.length > 0 ? 'learning:review.whyMixed' : 'learning:review.whyBare')}</>
        )}
        {item.alike > 0 && <> {t('learning:review.alike', { count: item.alike })}</>}
      </p>
      <fieldset className="hy-review-answers" aria-label={t('learning:review.question')}>
        {SENTIMENTS.map((one, index) => (
          <button
            key={one}
            type="button"
            className={`hy-review-answer hy-review-${one}${one === guess ? ' hy-review-guessed' : ''}`}
            onClick={() => answer(one)}
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
        <Button onClick={skip}>
          {t('learning:review.skip')} <Caps keys="s" />
        </Button>
        <Button onClick={undo} disabled={!props.canUndo}>
          {t('learning:review.undo')} <Caps keys="u" />
        </Button>
      </footer>
    </article>
  );
}

/** Whether the voice has stood long enough to be meant; the first one may be answered at once. */
function useLock(feedbackId: string): () => boolean {
  const shown = useRef({ feedbackId, at: Number.NEGATIVE_INFINITY });
  useLayoutEffect(() => {
    if (shown.current.feedbackId !== feedbackId) shown.current = { feedbackId, at: performance.now() };
  }, [feedbackId]);
  return () => performance.now() - shown.current.at > LOCKED_MS;
}

/** A held key on a focused button presses it again and again, one voice after the other. */
function dropHeld(event: Pressed): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
