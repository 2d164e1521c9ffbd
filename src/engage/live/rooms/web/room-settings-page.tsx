// The settings of one room: where viewers find it, what they see, and what is on its shelf.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { useGo, usePathParam } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { EmbedSection, OverlaySection } from '../../viewer/web/outside-sections.part.tsx';
import { readRoomRoute } from '../core/room.contract.ts';
import { AddressSection } from './address-section.tsx';
import { RetentionSection } from './retention-section.tsx';
import { RoomForm } from './room-form.tsx';
import { ShelfEditor } from './shelf-editor.tsx';
import './rooms.css';

export function RoomSettingsPage() {
  const { t } = useTranslation('liverooms');
  const go = useGo();
  const roomId = usePathParam('roomId');
  const mayEdit = useCan('live.edit');
  const mayWork = useCan('live.work');
  const read = useRead(readRoomRoute, { params: { id: roomId } });
  const room = read.data;
  return (
    <>
      <PageHeader
        title={room?.title ?? t('settings.title')}
        sentence={t('settings.sentence')}
        back={{ to: '/live', label: t('title') }}
        beside={room?.isSimulated ? <PlainTag>{t('simulated')}</PlainTag> : undefined}
        action={<Button onClick={() => go(`/live/${roomId}`)}>{t('desk')}</Button>}
      />
      <PageBody>
        {read.error && !room && <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />}
        {!room && !read.error && <TextSkeleton lines={8} />}
        {room && (
          <>
            <ShelfEditor key={`shelf ${room.id}`} roomId={room.id} shelf={room.shelf} mayEdit={mayWork} />
            <AddressSection room={room} />
            <OverlaySection roomId={room.id} mayWork={mayWork} />
            <EmbedSection roomId={room.id} mayEdit={mayEdit} />
            <RoomForm key={room.id} room={room} mayEdit={mayEdit} />
            <RetentionSection mayEdit={mayEdit} />
          </>
        )}
      </PageBody>
    </>
  );
}
