// Calls and chats: where files are handed over, what became of them, and each session turn by turn.
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TwoLines } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useList } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SavedViews } from '../../../../ui/saved-views.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { listTranscriptsRoute, type TranscriptView } from '../core/transcript.contract.ts';
import { Transcript } from './transcript.part.tsx';
import { TranscriptDrop } from './transcript-drop.tsx';
import { TranscriptFiles } from './transcript-files.tsx';
import './transcripts.css';

export function TranscriptsPage() {
  const { t } = useTranslation('transcripts');
  const mayRun = useCan('import.run');
  const maySee = useCan('import.read');
  const files = useFilters().get('view') === 'files' && maySee;
  return (
    <div className="hy-column">
      <PageHeader title={t('title')} sentence={t('sentence')} />
      {mayRun && <TranscriptDrop />}
      {maySee && (
        <SavedViews
          label={t('title')}
          views={[
            { id: 'sessions', name: t('views.sessions'), search: {}, fixed: true },
            { id: 'files', name: t('views.files'), search: { view: 'files' }, fixed: true },
          ]}
        />
      )}
      {files ? <TranscriptFiles /> : <Sessions />}
    </div>
  );
}

function Sessions() {
  const { t } = useTranslation('transcripts');
  const list = useList(listTranscriptsRoute, {}, { on: ['transcript.*'] });
  const [open, setOpen] = useState<TranscriptView | null>(null);
  const who = (row: TranscriptView) => row.person?.name ?? t('nobody');
  const kind = (row: TranscriptView) => <PlainTag>{t(`channel.${row.channel}`)}</PlainTag>;
  const number = (value: number) => <span className={value === 0 ? 'hy-faint' : undefined}>{value}</span>;
  return (
    <>
      <DataList<TranscriptView>
        list={list}
        label={t('views.sessions')}
        rowKey={(row) => row.id}
        narrowHeight={72}
        columns={[
          { key: 'who', title: t('customer'), render: who },
          { key: 'kind', title: t('kind'), width: 110, render: kind },
          { key: 'agent', title: t('agent'), width: 140, from: 900, render: (row) => row.agent ?? '–' },
          { key: 'turns', title: t('turns'), width: 80, align: 'right', render: (row) => number(row.turnCount) },
          {
            key: 'feedback',
            title: t('feedback'),
            width: 90,
            align: 'right',
            render: (row) => number(row.feedbackIds.length),
          },
          { key: 'promises', title: t('promises'), width: 90, align: 'right', render: (row) => number(row.promises) },
          {
            key: 'when',
            title: t('when'),
            width: 150,
            align: 'right',
            render: (row) => <RelativeTime at={row.startedAt} />,
          },
        ]}
        narrow={(row) => (
          <div className="hy-row-line" style={{ width: '100%' }}>
            <div className="hy-grow" style={{ minWidth: 0 }}>
              <TwoLines
                first={who(row)}
                second={
                  <>
                    <RelativeTime at={row.startedAt} /> · {t('feedback')} {row.feedbackIds.length} · {t('promises')}{' '}
                    {row.promises}
                  </>
                }
              />
            </div>
            {kind(row)}
          </div>
        )}
        onOpen={setOpen}
        currentKey={open?.id}
        empty={{ title: t('empty'), text: t('emptyText') }}
      />
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open ? `${t(`channel.${open.channel}`)} · ${who(open)}` : ''}
        size="min(680px, 100vw)"
      >
        {open && <Transcript id={open.id} />}
      </Drawer>
    </>
  );
}
