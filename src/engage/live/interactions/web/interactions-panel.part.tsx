// The operator's controls of interactions: what is open with its tally, and how to begin, close and publish one.
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { listInteractionsRoute } from '../core/interaction-routes.contract.ts';
import { BeginForm, type BeginKind } from './begin-form.tsx';
import { DrawPicker } from './draw-picker.tsx';
import { InteractionRow } from './interaction-row.tsx';
import './interactions.css';

const KINDS = ['poll', 'quiz', 'qna', 'lottery', 'coupon', 'checkin', 'rollcall'] as const;

/** @param roomId the room whose running show it is about */
export function InteractionsPanel({ roomId }: { roomId: string }) {
  const { t } = useTranslation('interactions');
  const mayWork = useCan('live.work');
  const [begin, setBegin] = useState<(typeof KINDS)[number] | null>(null);
  const read = useRead(
    listInteractionsRoute,
    { params: { id: roomId } },
    { everyMs: 1000, on: ['interaction.*', 'draw.*'] },
  );
  if (read.isError && !read.data) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <RowsSkeleton rows={3} height={64} />;
  const { items } = read.data;
  const shown = [...items].sort((one, other) => Number(other.state === 'open') - Number(one.state === 'open'));
  return (
    <div className="live-plays">
      {mayWork && (
        <div className="live-plays-begin">
          <Segmented
            aria-label={t('begin')}
            name="live-play-kind"
            value={begin ?? ''}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => setBegin(kind as (typeof KINDS)[number])}
          />
          {begin === 'lottery' && <DrawPicker roomId={roomId} onDone={() => setBegin(null)} />}
          {begin && begin !== 'lottery' && (
            <BeginForm key={begin} roomId={roomId} kind={begin as BeginKind} onDone={() => setBegin(null)} />
          )}
          {begin && (
            <Button type="text" onClick={() => setBegin(null)}>
              {t('deed.cancel')}
            </Button>
          )}
        </div>
      )}
      {shown.length === 0 ? (
        <p className="hy-quiet">{t('none')}</p>
      ) : (
        <ul className="live-plays-list">
          {shown.map((view) => (
            <InteractionRow key={view.interactionId} view={view} mayWork={mayWork} />
          ))}
        </ul>
      )}
      <Button type="link" className="live-plays-past" href={`/live/interactions?room=${roomId}`} target="_blank">
        {t('past.link')}
      </Button>
    </div>
  );
}
