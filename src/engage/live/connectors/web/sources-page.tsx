// Where a live room hears from: its sources, how they are, and what none of them gives.
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OnceDialog } from '../../../../ground/members/web/once.part.tsx';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import { listRoomsRoute } from '../../rooms/core/room.contract.ts';
import { listSourceKindsRoute, listSourcesRoute, type SourceView } from '../core/source.contract.ts';
import { SourceDialog } from './source-dialog.tsx';
import { SourceRow } from './source-row.tsx';
import './sources.css';

export function SourcesPage() {
  const { t } = useTranslation('livesources');
  const toast = useToast();
  const filters = useFilters();
  const mayEdit = useCan('live.edit');
  const rooms = useRead(listRoomsRoute, { query: { limit: 100 } });
  const kinds = useRead(listSourceKindsRoute, {}, { freshMs: 600_000 });
  const roomId = filters.get('room') || rooms.data?.items[0]?.id || '';
  const sources = useRead(
    listSourcesRoute,
    { params: { id: roomId } },
    { enabled: roomId !== '', everyMs: 10_000, on: ['live_connector.*'] },
  );
  const [editing, setEditing] = useState<SourceView | 'new' | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const hasRoom = roomId !== '';
  const add = mayEdit && hasRoom && kinds.data && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  const error = rooms.error ?? kinds.error ?? sources.error;
  const items = sources.data?.items ?? [];
  const again = () => {
    void rooms.refetch();
    void kinds.refetch();
    if (hasRoom) void sources.refetch();
  };
  const body = () => {
    if (rooms.data && !hasRoom) return <EmptyPlace title={t('noRoom')} text={t('noRoomText')} />;
    if (error && !sources.data) return <ErrorPlace error={error} onRetry={again} />;
    if (!sources.data) return <RowsSkeleton rows={4} height={96} />;
    if (items.length === 0) return <EmptyPlace title={t('empty')} text={t('emptyText')} action={add} />;
    return (
      <ul className="hy-sources">
        {items.map((source) => (
          <SourceRow
            key={source.id}
            source={source}
            kind={kinds.data?.items.find((one) => one.kind === source.kind)}
            mayEdit={mayEdit}
            onEdit={() => setEditing(source)}
          />
        ))}
      </ul>
    );
  };
  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} action={items.length > 0 ? add : undefined} />
      <PageBody>
        {(rooms.data?.items.length ?? 0) > 1 && (
          <Select
            value={roomId}
            aria-label={t('room')}
            onChange={(room: string) => filters.set({ room })}
            options={(rooms.data?.items ?? []).map((room) => ({ value: room.id, label: room.title }))}
            className="hy-source-room"
          />
        )}
        {body()}
      </PageBody>
      {editing && kinds.data && (
        <SourceDialog
          roomId={roomId}
          kinds={kinds.data.items}
          source={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onAdded={(_, secret) => {
            setEditing(null);
            if (secret) setMade(secret);
            else toast.done(t('added'));
          }}
          onSaved={() => {
            setEditing(null);
            toast.done(t('saved'));
          }}
        />
      )}
      {made && <OnceDialog title={t('made')} sentence={t('once')} secret={made} onClose={() => setMade(null)} />}
    </>
  );
}
