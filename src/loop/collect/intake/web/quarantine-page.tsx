// What the door held back, with its reason, so that nothing a customer said is lost to a filter.
import { Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SPAM_REASONS } from '../../../../text/judge.contract.ts';
import { call } from '../../../../ui/client/call.ts';
import { type ListRead, useList, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { DataList } from '../../../../ui/data-list.tsx';
import type { Column } from '../../../../ui/data-list.types.ts';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useSayMasks } from '../../../../ui/use-say-masks.ts';
import { listQuarantineRoute, releaseFeedbackRoute } from '../core/feedback.contract.ts';
import './quarantine.css';

type Held = ReturnType<typeof useList<typeof listQuarantineRoute>> extends ListRead<infer T> ? T : never;

export function QuarantinePage() {
  const { t } = useTranslation(['pagecollect', 'text']);
  const said = useSayMasks();
  const toast = useToast();
  const mayRelease = useCan('feedback.release');
  const { get, set } = useFilters();
  const reason = get('reason');
  const [open, setOpen] = useState<Held | null>(null);
  const list = useList(
    listQuarantineRoute,
    { query: reason ? { reason } : {} },
    { on: ['feedback.released', 'feedback.received', 'import.*'] },
  );
  const release = useVerb(releaseFeedbackRoute, {
    refresh: [listQuarantineRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  const releaseAll = async (rows: readonly Held[]) => {
    setOpen(null);
    let count = 0;
    for (const row of rows) {
      try {
        await call(releaseFeedbackRoute, { params: { id: row.id } });
        count += 1;
      } catch (error) {
        toast.problem(error);
        break;
      }
    }
    if (count > 0) toast.done(t('quarantine.released', { count }));
    list.retry();
  };
  const columns: Column<Held>[] = [
    { key: 'text', title: t('quarantine.words'), render: (row) => said(row.text) },
    { key: 'reason', title: t('quarantine.reason'), width: 156, render: (row) => <Reason value={row.reason} /> },
    {
      key: 'channel',
      title: t('quarantine.channel'),
      width: 96,
      from: 760,
      render: (row) => <span className="hy-quiet">{t(`channel.${row.channel}`)}</span>,
    },
    {
      key: 'at',
      title: t('quarantine.at'),
      width: 120,
      align: 'right',
      render: (row) => <RelativeTime at={row.receivedAt} />,
    },
  ];
  return (
    <>
      <PageHeader
        back={{ to: '/imports', label: t('imports.title') }}
        title={t('quarantine.title')}
        sentence={t('quarantine.sentence')}
        action={
          <Select
            value={reason || null}
            allowClear
            placeholder={t('quarantine.anyReason')}
            aria-label={t('quarantine.reason')}
            popupMatchSelectWidth={false}
            style={{ minWidth: 160 }}
            options={SPAM_REASONS.map((one) => ({ value: `spam_${one}`, label: t(`text:spam.${one}`) }))}
            onChange={(next: string | undefined) => set({ reason: next })}
          />
        }
      />
      <div className="hy-column">
        <DataList
          list={list}
          label={t('quarantine.title')}
          rowKey={(row) => row.id}
          columns={columns}
          narrow={(row) => (
            <div className="hy-held-narrow">
              <span className="hy-one-line">{said(row.text)}</span>
              <span className="hy-row-line">
                <Reason value={row.reason} />
                <span className="hy-grow" />
                <RelativeTime at={row.receivedAt} />
              </span>
            </div>
          )}
          onOpen={setOpen}
          actions={
            mayRelease
              ? [{ key: 'e', label: t('quarantine.release'), bulk: true, run: (rows) => void releaseAll(rows) }]
              : []
          }
          empty={{ title: t('quarantine.empty'), text: t('quarantine.emptyText'), mood: 'done' }}
          emptyFiltered={{ title: t('quarantine.none'), mood: 'search' }}
          filtered={reason !== ''}
        />
      </div>
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        title={t('quarantine.one')}
        size={440}
        extra={
          open &&
          mayRelease && (
            <Button type="primary" loading={release.isPending} onClick={() => void releaseAll([open])}>
              {t('quarantine.release')}
            </Button>
          )
        }
      >
        {open && (
          <>
            <p className="hy-held-words">{said(open.text)}</p>
            <p className="hy-row-line">
              <Reason value={open.reason} />
              <PlainTag>{t(`channel.${open.channel}`)}</PlainTag>
              <RelativeTime at={open.receivedAt} />
            </p>
            <p className="hy-quiet">{t('quarantine.after')}</p>
          </>
        )}
      </Drawer>
    </>
  );
}

function Reason({ value }: { value: string }) {
  const { t } = useTranslation(['pagecollect', 'text']);
  const spam = value.startsWith('spam_') ? value.slice(5) : '';
  return <PlainTag>{spam ? t(`text:spam.${spam}`) : t('quarantine.likelyAdvert')}</PlainTag>;
}
