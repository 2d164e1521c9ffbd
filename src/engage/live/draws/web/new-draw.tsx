// Begins the form of a draw: which room, what it is called; the rest is filled in afterwards.
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useToast } from '../../../../ui/toasts.tsx';
import { listRoomsRoute } from '../../rooms/core/room.contract.ts';
import { createDrawRoute, listDrawsRoute } from '../core/draw.contract.ts';

export function NewDraw({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useTranslation('draws');
  const toast = useToast();
  const rooms = useRead(listRoomsRoute, { query: { limit: 100 } });
  const [roomId, setRoomId] = useState<string>();
  const [title, setTitle] = useState('');
  const create = useVerb(createDrawRoute, {
    refresh: [listDrawsRoute],
    onDone: (made) => onMade(made.id),
    onProblem: (problem) => toast.problem(problem),
  });
  const items = rooms.data?.items ?? [];
  const chosen = roomId ?? items[0]?.id;
  const make = () =>
    chosen &&
    create.mutate({
      body: {
        roomId: chosen,
        title,
        organiserName: '',
        organiserContact: '',
        prizes: [],
        conditions: '',
        runSeconds: 120,
        claimHow: '',
      },
    });
  return (
    <div className="draw-fields">
      <label htmlFor="draw-room">
        {t('room')}
        <Select
          id="draw-room"
          value={chosen}
          placeholder={t('room_pick')}
          options={items.map((room) => ({ value: room.id, label: room.title }))}
          onChange={setRoomId}
        />
      </label>
      <label htmlFor="draw-title">
        {t('field.title')}
        <Input id="draw-title" maxLength={80} value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <p className="hy-quiet draw-wide">{t('law.text')}</p>
      <div className="draw-wide">
        <Button type="primary" disabled={!chosen || !title.trim()} loading={create.isPending} onClick={make}>
          {t('new')}
        </Button>
      </div>
    </div>
  );
}
