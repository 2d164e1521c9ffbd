// All voices of one case, in the order in which they joined; one that does not belong can be taken out.
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { PhotoStrip, usePhotos } from '../../../collect/photos/web/photos.part.tsx';
import type { CaseView } from '../core/case.contract.ts';
import { listCaseFeedbackRoute, removeFeedbackRoute } from '../core/case-routes.contract.ts';
import { CASE_READS } from './deed.part.tsx';
import { VoiceWords } from './voice-words.part.tsx';

export function CaseVoices({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { t } = useTranslation('deskcases');
  const toast = useToast();
  const list = useList(
    listCaseFeedbackRoute,
    { params: { id: view.id } },
    { on: ['case.feedback_joined', 'case.merged'] },
  );
  const photos = usePhotos(list.items.map((voice) => voice.feedbackId));
  const remove = useVerb(removeFeedbackRoute, {
    refresh: [...CASE_READS, listCaseFeedbackRoute],
    onDone: () => toast.done(t('voice.removed')),
    onProblem: (problem: Problem) => toast.problem(problem),
  });
  const mayRemove = useCan('case.work') && view.voices > 1 && !view.mergedIntoId && view.status !== 'closed';
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={t('voice.all', { count: view.voices, people: view.people })}
      styles={{ body: { padding: 0 } }}
    >
      {list.status === 'loading' && <TextSkeleton lines={8} />}
      {list.status === 'error' && <ErrorPlace error={list.error} onRetry={list.retry} />}
      <ol className="desk-voices">
        {list.items.map((voice) => (
          <li key={voice.feedbackId}>
            <VoiceWords voice={voice} lines={4} />
            <PhotoStrip photos={photos.filter((photo) => photo.feedbackId === voice.feedbackId)} />
            <p className="desk-voice-how">
              {t(`cases:how.${voice.how}`)}
              {mayRemove && (
                <ConfirmButton
                  type="text"
                  size="small"
                  question={t('voice.removeQuestion')}
                  detail={t('voice.removeDetail')}
                  deed={t('voice.remove')}
                  onConfirm={() => remove.mutate({ params: { id: view.id, feedbackId: voice.feedbackId } })}
                >
                  {t('voice.remove')}
                </ConfirmButton>
              )}
            </p>
          </li>
        ))}
      </ol>
      {list.hasMore && (
        <div className="desk-more">
          <Button onClick={list.loadMore} loading={list.isLoadingMore}>
            {t('stream.older')}
          </Button>
        </div>
      )}
    </Drawer>
  );
}
