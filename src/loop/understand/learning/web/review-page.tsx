// One voice at a time: what was said, what the engine thinks and why it asks; three keys answer, one skips, one takes back.
import { Button, Segmented, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useGo } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { getReviewProgressRoute, type ReviewSource } from '../core/label-review.contract.ts';
import { newRound, ROUND } from './new-round.ts';
import { ReviewCard } from './review-card.tsx';
import { useReview } from './use-review.ts';
import './review.css';

export function ReviewPage() {
  const { t } = useTranslation('learning');
  const filters = useFilters();
  const go = useGo();
  const source: ReviewSource = filters.get('from') === 'sample' ? 'sample' : 'doubt';
  const progress = useRead(getReviewProgressRoute, {}, { on: ['judgement.corrected', 'feedback.judged'] });
  const round = source === 'sample' ? filters.get('round') : '';
  const whole = useWhole();
  const counts = progress.data;
  return (
    <>
      <PageHeader
        title={t('review.title')}
        sentence={t('review.sentence')}
        action={<Button onClick={() => go('/accuracy')}>{t('review.toAccuracy')}</Button>}
      />
      <PageBody>
        <div className="hy-review-bar">
          <Segmented
            value={source}
            aria-label={t('review.which')}
            options={[
              {
                value: 'doubt',
                label: counts
                  ? `${t('review.doubt')} ${whole(counts.waiting)}${counts.more ? '+' : ''}`
                  : t('review.doubt'),
              },
              { value: 'sample', label: counts ? `${t('review.sample')} ${whole(counts.sample)}` : t('review.sample') },
            ]}
            onChange={(value) => filters.set({ from: value === 'sample' ? 'sample' : undefined, round: undefined })}
          />
          {counts && (
            <p className="hy-quiet" role="status">
              {t('review.today', { count: counts.today, all: whole(counts.today), mine: whole(counts.mine) })}
            </p>
          )}
        </div>
        <p className="hy-quiet hy-review-why">{t(`review.${source}Why`)}</p>
        <Queue key={source} source={source} round={round} />
      </PageBody>
    </>
  );
}

function useWhole() {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language);
  return (value: number) => format.format(value);
}

/** @param round a round of ten drawn by lot; empty for the whole queue */
function Queue({ source, round }: { source: ReviewSource; round: string }) {
  const { t } = useTranslation('learning');
  const go = useGo();
  const review = useReview(source, round);
  const { list, current, left } = review;
  const undo = review.canUndo && <Button onClick={review.takeBack}>{t('review.undo')}</Button>;
  if (round && review.answered >= ROUND)
    return (
      <EmptyPlace
        mood="done"
        title={t('review.roundDone', { count: ROUND })}
        text={t('review.roundDoneText')}
        action={
          <Space wrap>
            <Button type="primary" onClick={() => go('/accuracy')}>
              {t('review.toAccuracy')}
            </Button>
            <Button onClick={() => go('/review-labels', newRound())}>{t('review.roundMore', { count: ROUND })}</Button>
            {undo}
          </Space>
        }
      />
    );
  if (list.error && list.items.length === 0) return <ErrorPlace error={list.error} onRetry={list.retry} />;
  if (list.status === 'loading' || (!current && (list.isLoadingMore || list.hasMore)))
    return (
      <div className="hy-review-card">
        <TextSkeleton lines={6} />
      </div>
    );
  if (!current)
    return (
      <EmptyPlace
        mood="done"
        title={t(review.canUndo ? 'review.allDone' : source === 'doubt' ? 'review.none' : 'review.noSample')}
        text={t(source === 'doubt' ? 'review.noneText' : 'review.noSampleText')}
        {...(undo ? { action: undo } : {})}
      />
    );
  return (
    <>
      {round && (
        <p className="hy-quiet" role="status">
          {t('review.round', { at: review.answered + 1, of: ROUND })}
        </p>
      )}
      <ReviewCard
        item={current}
        isAgain={review.isAgain}
        canUndo={review.canUndo}
        onAnswer={(sentiment) => review.answer(current, sentiment)}
        onSkip={() => review.leave(current)}
        onUndo={review.takeBack}
      />
      {left.length > 1 && !round && (
        <section className="hy-review-next" aria-label={t('review.next')}>
          <h2>{t('review.next')}</h2>
          <ul>
            {left.slice(1, 5).map((item) => (
              <li key={item.feedbackId} className="hy-one-line">
                {item.text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
