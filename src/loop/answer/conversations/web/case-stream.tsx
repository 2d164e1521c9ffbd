// Everything said to and by the customer and everything done in the house, in one order, page by page.
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import type { CaseView } from '../../../act/cases/core/case.contract.ts';
import { getCaseTimelineRoute } from '../../../act/cases/core/case-routes.contract.ts';
import { CaseEvent } from '../../../act/cases/web/case-event.part.tsx';
import { NoteWords } from '../../../act/cases/web/note-words.part.tsx';
import type { CaseLink } from '../../../act/cases/web/person-card.part.tsx';
import { caseConversationRoute } from '../core/conversation.contract.ts';
import { mergeStream } from './merge-stream.ts';
import { SaidWords } from './said-words.tsx';

const SHOWN = ['all', 'said', 'note', 'event'] as const;
type Shown = (typeof SHOWN)[number];
const PAGE = 30;

export function CaseStream(props: { view: CaseView; reporter: string | undefined; caseLink: CaseLink }) {
  const { t } = useTranslation('deskcases');
  const { view, reporter } = props;
  const [shown, setShown] = useState<Shown>('all');
  const params = { id: view.id };
  const said = useList(
    caseConversationRoute,
    { params, query: { limit: PAGE, ...(reporter ? { reporter } : {}) } },
    {
      on: ['reply.sent', 'message.received', 'reporters.told', 'case.resolved', 'case.feedback_joined'],
      everyMs: 60_000,
    },
  );
  const events = useList(
    getCaseTimelineRoute,
    { params, query: { limit: PAGE } },
    { on: ['case.*', 'clock.*', 'reporters.told', 'rating.*', 'fix.*'] },
  );
  const lines = mergeStream(said, events, view.notes);
  const visible = shown === 'all' ? lines : lines.filter((line) => line.kind === shown);
  const hasMore = said.hasMore || events.hasMore;
  const older = () => {
    said.loadMore();
    events.loadMore();
  };
  const failed = said.status === 'error' ? said : events.status === 'error' ? events : null;
  return (
    <section className="desk-stream" aria-label={t('stream.title')}>
      <Segmented
        size="small"
        aria-label={t('stream.which')}
        value={shown}
        options={SHOWN.map((value) => ({ value, label: t(`stream.${value}`) }))}
        onChange={setShown}
      />
      {failed && <ErrorPlace error={failed.error} onRetry={failed.retry} />}
      {(said.status === 'loading' || events.status === 'loading') && <TextSkeleton lines={6} />}
      <ol>
        {visible.map((line) => (
          <li key={`${line.kind} ${line.id}`}>
            {line.kind === 'said' && (
              <SaidWords item={line.item} elsewhere={line.item.case?.id !== view.id} caseLink={props.caseLink} />
            )}
            {line.kind === 'note' && <NoteWords note={line.note} />}
            {line.kind === 'event' && <CaseEvent entry={line.entry} />}
          </li>
        ))}
      </ol>
      {visible.length === 0 && !hasMore && said.status === 'ready' && (
        <p className="hy-quiet desk-stream-none">{t('stream.nothing')}</p>
      )}
      {hasMore && (
        <div className="desk-more">
          <Button onClick={older} loading={said.isLoadingMore || events.isLoadingMore}>
            {t('stream.older')}
          </Button>
        </div>
      )}
    </section>
  );
}
