// Every poll, quiz, coupon and the rest that is over, newest first; what was called off or could not be counted says why.
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useRead } from '../../../../ui/client/hooks.ts';
import { DataList } from '../../../../ui/data-list.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { listRoomsRoute } from '../../rooms/core/room.contract.ts';
import { listPastInteractionsRoute, PAST_STATES, type PastInteraction } from '../core/interaction-routes.contract.ts';
import './interactions.css';

export function PastPage() {
  const { t, i18n } = useTranslation('interactions');
  const go = useGo();
  const filters = useFilters();
  const roomId = filters.get('room');
  const state = filters.get('state');
  const query = {
    ...(roomId ? { roomId } : {}),
    ...(state ? { state: state as PastInteraction['state'] } : {}),
  };
  const list = useList(listPastInteractionsRoute, { query }, { on: ['interaction.*'] });
  const rooms = useRead(listRoomsRoute, { query: { limit: 100 } });
  const reason = (row: PastInteraction) => {
    if (row.state === 'final') return null;
    const why = row.reason ? t(`end_reason.${row.reason}`, { defaultValue: row.reason }) : t('end_reason.none');
    return row.endedBy ? `${why} · ${row.endedBy}` : why;
  };
  const stateTag = (row: PastInteraction) => (
    <span className={`live-past-state live-past-${row.state}`}>{t(`state.${row.state}`)}</span>
  );
  const open = (row: PastInteraction) => row.publicUrl && window.open(row.publicUrl, '_blank', 'noopener');
  return (
    <div className="hy-page-fill">
      <PageHeader
        title={t('past.title')}
        sentence={t('past.sentence')}
        action={
          <Button type="text" onClick={() => go('/live/draws')}>
            {t('past.draws')}
          </Button>
        }
      />
      <div className="live-past-filters">
        <Select
          aria-label={t('past.state')}
          value={state}
          options={[
            { value: '', label: t('past.all_states') },
            ...PAST_STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
          onChange={(value) => filters.set({ state: value || undefined })}
        />
        <Select
          aria-label={t('past.room')}
          value={roomId}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('past.all_rooms') },
            ...(rooms.data?.items ?? []).map((room) => ({ value: room.id, label: room.title })),
          ]}
          onChange={(value) => filters.set({ room: value || undefined })}
        />
      </div>
      <DataList
        list={list}
        label={t('past.title')}
        rowKey={(row) => row.id}
        onOpen={open}
        filtered={Boolean(roomId || state)}
        columns={[
          {
            key: 'title',
            title: t('past.column.title'),
            render: (row) => (
              <span className="hy-one-line" title={row.title}>
                <span className="hy-quiet">{t(`kind.${row.kind}`)}</span> {row.title}
              </span>
            ),
          },
          { key: 'state', title: t('past.column.state'), width: 100, render: stateTag },
          {
            key: 'reason',
            title: t('past.column.reason'),
            width: 280,
            from: 900,
            render: (row) => (
              <span className="hy-one-line hy-quiet" title={reason(row) ?? undefined}>
                {reason(row) ?? '–'}
              </span>
            ),
          },
          {
            key: 'people',
            title: t('past.column.people'),
            width: 90,
            align: 'right',
            from: 700,
            render: (row) => row.people?.toLocaleString(i18n.language) ?? '–',
          },
          {
            key: 'room',
            title: t('past.column.room'),
            width: 180,
            from: 1100,
            render: (row) => <span className="hy-one-line">{row.roomTitle}</span>,
          },
          {
            key: 'ended',
            title: t('past.column.ended'),
            width: 140,
            from: 640,
            render: (row) => row.endedAt && <RelativeTime at={row.endedAt} />,
          },
        ]}
        narrow={(row) => (
          <div>
            <div className="hy-one-line">
              <span className="hy-quiet">{t(`kind.${row.kind}`)}</span> {row.title}
            </div>
            <div className="hy-quiet hy-one-line">
              {stateTag(row)} {row.endedAt && <RelativeTime at={row.endedAt} />} {reason(row)}
            </div>
          </div>
        )}
        empty={{ title: t('past.empty'), text: t('past.empty_text') }}
        emptyFiltered={{ title: t('past.empty_filtered'), text: t('past.empty_text') }}
      />
    </div>
  );
}
