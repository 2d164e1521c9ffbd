// Every live room of the shop: what runs, where its desk is, and how a show is begun or ended.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { listRoomsRoute } from '../core/room.contract.ts';
import { NewRoomDialog } from './new-room-dialog.tsx';
import { RoomCard } from './room-card.tsx';
import './rooms.css';

export function RoomsPage() {
  const { t } = useTranslation('liverooms');
  const go = useGo();
  const mayEdit = useCan('live.edit');
  const list = useList(listRoomsRoute, {}, { on: ['live.*', 'live_room.*'] });
  const [adding, setAdding] = useState(false);
  const rooms = list.items;
  const add = mayEdit && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} action={rooms.length > 0 && add} />
      <PageBody>
        {list.error && rooms.length === 0 && <ErrorPlace error={list.error} onRetry={() => list.retry()} />}
        {list.status === 'loading' && <RowsSkeleton rows={3} height={120} />}
        {list.status === 'ready' && !list.error && rooms.length === 0 && (
          <EmptyPlace title={t('empty')} text={t('emptyText')} action={add} />
        )}
        <ul className="live-rooms">
          {rooms.map((room) => (
            <RoomCard key={room.id} room={room} />
          ))}
        </ul>
        {list.hasMore && (
          <Button className="live-more" onClick={() => list.loadMore()}>
            {t('more')}
          </Button>
        )}
      </PageBody>
      {adding && <NewRoomDialog onClose={() => setAdding(false)} onMade={(roomId) => go(`/live/${roomId}/settings`)} />}
    </>
  );
}
