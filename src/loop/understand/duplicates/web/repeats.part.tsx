// Who else said this: the voice this one repeats, its own repeats, and others with the same or similar words.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { GoLink } from '../../../../ui/go.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  type FeedbackDetail,
  feedbackFacetsRoute,
  getFeedbackRoute,
  listFeedbackRoute,
} from '../../search/core/search.contract.ts';
import { linkDuplicateRoute, type RelatedFeedback, unlinkDuplicateRoute } from '../core/duplicate.contract.ts';
import './repeats.css';

type Seen = Pick<FeedbackDetail, 'id' | 'duplicateOf' | 'duplicates' | 'sameWords' | 'similar'>;

/** Draws nothing when nobody else said it. */
export function Repeats({ feedback }: { feedback: Seen }) {
  const { t } = useTranslation(['pageunderstand', 'pagecollect']);
  const toast = useToast();
  const mayCorrect = useCan('judgement.correct');
  const refresh = [getFeedbackRoute, listFeedbackRoute, feedbackFacetsRoute];
  const unlink = useVerb(unlinkDuplicateRoute, {
    refresh,
    onDone: () => toast.done(t('repeats.unlinked')),
    onProblem: (problem) => toast.problem(problem),
  });
  const link = useVerb(linkDuplicateRoute, {
    refresh,
    onDone: (_answer, input) =>
      toast.done(t('repeats.linked'), {
        label: t('repeats.unlink'),
        run: () => unlink.mutate({ params: input.params }),
      }),
    onProblem: (problem) => toast.problem(problem),
  });
  const unlinkButton = (id: string) =>
    mayCorrect && (
      <ConfirmButton
        size="small"
        type="text"
        question={t('repeats.unlinkQuestion')}
        detail={t('repeats.unlinkDetail')}
        deed={t('repeats.unlink')}
        onConfirm={() => unlink.mutate({ params: { id } })}
      >
        {t('repeats.unlink')}
      </ConfirmButton>
    );
  const linkButton = (other: RelatedFeedback) =>
    mayCorrect &&
    !feedback.duplicateOf && (
      <ConfirmButton
        size="small"
        type="text"
        question={t('repeats.linkQuestion')}
        detail={t('repeats.linkDetail')}
        deed={t('repeats.link')}
        onConfirm={() => link.mutate({ params: { id: feedback.id }, body: { duplicateOfId: other.id } })}
      >
        {t('repeats.link')}
      </ConfirmButton>
    );
  const { duplicateOf, duplicates, sameWords, similar } = feedback;
  return (
    <>
      {duplicateOf && (
        <Group title={t(`repeats.of_${duplicateOf.kind}`)}>
          <Other one={duplicateOf} end={unlinkButton(feedback.id)} />
        </Group>
      )}
      {duplicates.length > 0 && (
        <Group title={t('repeats.later', { count: duplicates.length })}>
          {duplicates.map((one) => (
            <Other key={one.id} one={one} end={unlinkButton(one.id)} />
          ))}
        </Group>
      )}
      {sameWords.count > 0 && (
        <Group title={t('repeats.same', { count: sameWords.count })}>
          {sameWords.items.slice(0, 3).map((one) => (
            <Other key={one.id} one={one} end={linkButton(one)} />
          ))}
        </Group>
      )}
      {similar.length > 0 && (
        <Group title={t('repeats.similar', { count: similar.length })}>
          {similar.map((one) => (
            <Other key={one.id} one={one} share end={linkButton(one)} />
          ))}
        </Group>
      )}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="hy-repeats">
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Other({ one, end, share = false }: { one: RelatedFeedback; end?: ReactNode; share?: boolean }) {
  const { t, i18n } = useTranslation(['pageunderstand', 'pagecollect']);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <li>
      <GoLink to={`/feedback/${one.id}`} className="hy-repeats-words">
        {one.text}
      </GoLink>
      <span className="hy-repeats-facts">
        {t(`pagecollect:channel.${one.channel}`)} · <RelativeTime at={one.occurredAt} />
        {share && ` · ${t('pageunderstand:repeats.alike', { share: percent.format(one.similarity) })}`}
        <span className="hy-grow" />
        {end}
      </span>
    </li>
  );
}
