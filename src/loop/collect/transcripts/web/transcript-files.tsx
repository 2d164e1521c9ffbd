// Files handed over and what became of every session in them.
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMark, TwoLines } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useList } from '../../../../ui/client/hooks.ts';
import { DataList } from '../../../../ui/data-list.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Terms } from '../../../../ui/section.tsx';
import { listTranscriptImportsRoute, type TranscriptImportView } from '../core/transcript.contract.ts';
import './transcripts.css';

const TONES = { waiting: 'wait', running: 'wait', done: 'good', failed: 'bad' } as const;

export function TranscriptFiles() {
  const { t, i18n } = useTranslation('transcripts');
  const list = useList(listTranscriptImportsRoute, {}, { on: ['transcript.*'], everyMs: 5000 });
  const [openId, setOpenId] = useState<string | null>(null);
  const open = list.items.find((one) => one.id === openId) ?? null;
  const whole = new Intl.NumberFormat(i18n.language);
  const number = (value: number) => <span className={value === 0 ? 'hy-faint' : undefined}>{whole.format(value)}</span>;
  const state = (row: TranscriptImportView) => (
    <StateMark tone={TONES[row.state]}>
      {row.state === 'running' && row.total !== null
        ? t('progress', { done: whole.format(row.done), total: whole.format(row.total) })
        : t(`states.${row.state}`)}
    </StateMark>
  );
  return (
    <>
      <DataList<TranscriptImportView>
        list={list}
        label={t('views.files')}
        rowKey={(row) => row.id}
        narrowHeight={92}
        columns={[
          { key: 'file', title: t('file'), render: (row) => <span className="hy-one-line">{row.fileName}</span> },
          { key: 'state', title: t('state'), width: 190, render: state },
          ...(['recorded', 'duplicates', 'rejected', 'feedback', 'promises'] as const).map((key) => ({
            key,
            title: t(key),
            width: 90,
            from: key === 'recorded' || key === 'rejected' ? 700 : 980,
            align: 'right' as const,
            render: (row: TranscriptImportView) => number(row[key]),
          })),
          {
            key: 'when',
            title: t('when'),
            width: 140,
            align: 'right',
            render: (row) => <RelativeTime at={row.createdAt} />,
          },
        ]}
        narrow={(row) => (
          <div style={{ width: '100%', minWidth: 0 }}>
            <TwoLines
              first={row.fileName}
              second={
                <>
                  {t('recorded')} {whole.format(row.recorded)} · {t('rejected')} {whole.format(row.rejected)}
                </>
              }
            />
            {state(row)}
          </div>
        )}
        onOpen={(row) => setOpenId(row.id)}
        currentKey={openId ?? undefined}
        empty={{ title: t('noFiles'), text: t('noFilesText') }}
      />
      <Drawer
        open={open !== null}
        onClose={() => setOpenId(null)}
        title={open?.fileName ?? ''}
        size="min(560px, 100vw)"
      >
        {open && <FileDetails view={open} />}
      </Drawer>
    </>
  );
}

function FileDetails({ view }: { view: TranscriptImportView }) {
  const { t, i18n } = useTranslation('transcripts');
  const whole = new Intl.NumberFormat(i18n.language);
  const counts = ['recorded', 'duplicates', 'rejected', 'feedback', 'promises'] as const;
  return (
    <>
      {view.failure && (
        <p className="hy-ink-negative">{t(`failure.${view.failure}`, { defaultValue: view.failure })}</p>
      )}
      <div className="hy-drawer-part">
        <Terms rows={counts.map((key) => ({ term: t(key), value: whole.format(view[key]) }))} />
      </div>
      {view.problems.length > 0 && (
        <div className="hy-drawer-part">
          <h2>{t('problems')}</h2>
          <ul className="hy-transcript-problems">
            {view.problems.map((one, index) => {
              const reason = t(`codes.${one.code}`, { defaultValue: one.code });
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list is written once and never reordered
                <li key={index}>
                  {t(one.path ? 'problem' : 'problemNoPath', { row: one.row, path: one.path, reason })}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </>
  );
}
