// Everything about one feedback: the words first, then what was understood, who else said it, and where it came from.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag, SentimentTag } from '../../../../ui/tags.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { RevealButton } from '../../../collect/intake/web/reveal.part.tsx';
import { Stars } from '../../../collect/intake/web/stars.part.tsx';
import { Attachments } from '../../../collect/mailboxes/web/attachments.part.tsx';
import { FeedbackPhotos } from '../../../collect/photos/web/photos.part.tsx';
import { Transcript } from '../../../collect/transcripts/web/transcript.part.tsx';
import { Repeats } from '../../duplicates/web/repeats.part.tsx';
import { JudgementLabels } from '../../judgement/web/labels.part.tsx';
import { Words } from '../../judgement/web/words.part.tsx';
import { type FeedbackDetail as Detail, getFeedbackRoute } from '../core/search.contract.ts';
import { CaseLink } from './case-link.tsx';
import { FeedbackFacts } from './feedback-facts.tsx';
import './feedback-detail.css';

interface Props {
  id: string;
  /** a page of its own, with the way back; otherwise a pane that can be closed */
  page?: boolean;
  onClose?: () => void;
}

export function FeedbackDetail({ id, page = false, onClose }: Props) {
  const { t } = useTranslation('pageunderstand');
  const go = useGo();
  const read = useRead(
    getFeedbackRoute,
    { params: { id } },
    {
      on: [
        'judgement.corrected',
        'feedback.judged',
        'feedback.linked',
        'feedback.unlinked',
        'case.opened',
        'case.feedback_joined',
      ],
    },
  );
  const Heading = page ? 'h1' : 'h2';
  const data = read.data?.id === id ? read.data : undefined;
  return (
    <article className={page ? 'hy-feedback hy-feedback-wide' : 'hy-feedback'}>
      <header className="hy-feedback-bar">
        {page && (
          <GoLink to="/feedback" className="hy-page-back">
            <Icon name="back" size={14} />
            {t('explorer.title')}
          </GoLink>
        )}
        <Heading className={page ? 'hy-hidden' : undefined}>{t('detail.title')}</Heading>
        <span className="hy-grow" />
        {!page && (
          <GoLink
            to={`/feedback/${id}`}
            className="hy-feedback-tool"
            title={t('detail.open')}
            aria-label={t('detail.open')}
          >
            <Icon name="link" size={16} />
          </GoLink>
        )}
        {onClose && (
          <button type="button" className="hy-feedback-tool" aria-label={t('explorer.closePane')} onClick={onClose}>
            <Icon name="close" size={16} />
          </button>
        )}
      </header>
      {read.error?.status === 404 && !data && (
        <EmptyPlace
          mood="search"
          title={t('detail.gone')}
          text={t('detail.goneText')}
          action={<Button onClick={onClose ?? (() => go('/feedback'))}>{t('detail.toList')}</Button>}
        />
      )}
      {read.error && read.error.status !== 404 && !data && (
        <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />
      )}
      {!data && !read.error && (
        <div className="hy-feedback-part">
          <TextSkeleton lines={6} />
        </div>
      )}
      {data && <Body feedback={data} />}
    </article>
  );
}

function Body({ feedback }: { feedback: Detail }) {
  const { t } = useTranslation(['pageunderstand', 'pagecollect', 'transcripts']);
  const filters = useFilters();
  const { judgement } = feedback;
  const asked = filters.get('q');
  const hasOthers =
    feedback.duplicateOf !== null ||
    feedback.duplicates.length > 0 ||
    feedback.sameWords.count > 0 ||
    feedback.similar.length > 0;
  return (
    <>
      <section className="hy-feedback-part hy-feedback-said">
        <div className="hy-feedback-facts">
          {judgement && <SentimentTag value={judgement.class} />}
          {feedback.rating !== null && <Stars value={feedback.rating} />}
          <PlainTag>{t(`pagecollect:channel.${feedback.channel}`)}</PlainTag>
          <RelativeTime at={feedback.occurredAt} />
        </div>
        {feedback.title && <p className="hy-feedback-title">{feedback.title}</p>}
        <blockquote>
          <Words
            text={feedback.text}
            judgement={judgement}
            {...(asked ? { hits: placesOf(feedback.text, asked) } : {})}
          />
        </blockquote>
        <FeedbackPhotos feedbackId={feedback.id} />
        {feedback.channel === 'email' && <Attachments about={feedback.id} />}
        <div className="hy-feedback-next">
          <CaseLink feedback={feedback} />
          {feedback.masked && <RevealButton feedbackId={feedback.id} />}
        </div>
      </section>
      {feedback.meta.transcript !== undefined && (
        <section className="hy-feedback-part">
          <Transcript id={feedback.id} about={feedback.id} heading={t('transcripts:context')} />
        </section>
      )}
      <section className="hy-feedback-part">
        <h2>{t('detail.understood')}</h2>
        {judgement ? (
          <JudgementLabels feedbackId={feedback.id} judgement={judgement} corrections={feedback.corrections} />
        ) : (
          <p className="hy-quiet">{t(feedback.state === 'quarantined' ? 'detail.heldBack' : 'detail.notYet')}</p>
        )}
      </section>
      {hasOthers && (
        <section className="hy-feedback-part hy-feedback-others">
          <Repeats feedback={feedback} />
        </section>
      )}
      <section className="hy-feedback-part">
        <h2>{t('detail.origin')}</h2>
        <FeedbackFacts feedback={feedback} />
      </section>
    </>
  );
}

/** Where the words looked for stand as they were typed; the list knows the finer matches. */
function placesOf(text: string, asked: string): [number, number][] {
  const places: [number, number][] = [];
  const low = text.toLowerCase();
  for (const word of asked.toLowerCase().replaceAll('"', ' ').split(/\s+/).filter(Boolean))
    for (let at = low.indexOf(word); at >= 0 && places.length < 50; at = low.indexOf(word, at + word.length))
      places.push([at, at + word.length]);
  return places;
}
