// Arranges the parts of the desk for a desk, a tablet and a phone, and says what is missing when there is nothing to show.
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bone } from '../../../../ui/skeletons.tsx';
import { SeedCalls } from '../../draws/web/seed-calls.part.tsx';
import { Alarms } from './alarms.tsx';
import { DeskDialogs } from './desk-dialogs.tsx';
import { Figures } from './figures.tsx';
import { IdlePlace } from './idle-place.tsx';
import { OnAirCard } from './on-air-card.tsx';
import { Questions } from './questions.tsx';
import { RoomLines } from './room-lines.tsx';
import { ShelfList } from './shelf-list.tsx';
import { Strip } from './strip.tsx';
import { useDesk, useDeskHere } from './use-desk.tsx';
import { useSelection } from './use-selection.tsx';
import { Waves } from './waves.tsx';

export type DeskSize = 'phone' | 'tablet' | 'desk';
const TABS = ['now', 'room', 'product'] as const;
type Tab = (typeof TABS)[number];

export function DeskBody({ size }: { size: DeskSize }) {
  const show = useDesk('show');
  const line = useDesk('line');
  const { roomId } = useDeskHere();
  const [tab, setTab] = useState<Tab>('now');
  if (show === 'idle' || line === 'refused') return <IdlePlace isRefused={line === 'refused'} />;
  if (show === 'loading')
    return (
      <>
        <DeskSkeleton />
        {line === 'lost' && <LostBar isFirst />}
      </>
    );
  const room = (
    <div className="ld-column ld-room" key="room">
      <RoomLines />
      <Waves />
    </div>
  );
  const now = <NowColumn key="now" />;
  const product = (
    <div className="ld-column ld-product" key="product">
      <OnAirCard />
      <ShelfList />
      <Figures />
    </div>
  );
  const columns = { now, room, product };
  const here: Tab = size === 'tablet' && tab === 'now' ? 'product' : tab;
  return (
    <>
      <SeedCalls roomId={roomId} />
      {size === 'phone' && <Tabs of={TABS} here={here} onPick={setTab} />}
      <div className="ld-columns">
        {size === 'desk' && [room, now, product]}
        {size === 'tablet' && now}
        {size === 'tablet' && (
          <div className="ld-side">
            <Tabs of={['product', 'room']} here={here} onPick={setTab} />
            {columns[here]}
          </div>
        )}
        {size === 'phone' && columns[here]}
      </div>
      <Strip size={size} />
      {line === 'lost' ? <LostBar /> : show === 'ended' && <EndedBar />}
      <Suspense fallback={null}>
        <DeskDialogs />
      </Suspense>
    </>
  );
}

function Tabs(props: { of: readonly Tab[]; here: Tab; onPick: (tab: Tab) => void }) {
  const { t } = useTranslation('livedesk');
  return (
    <div className="ld-tabs" role="tablist" aria-label={t('tabs.label')}>
      {props.of.map((one) => (
        <button key={one} type="button" role="tab" aria-selected={props.here === one} onClick={() => props.onPick(one)}>
          {t(`tabs.${one}`)}
        </button>
      ))}
    </div>
  );
}

/** Alarms and questions; nothing moves while the pointer or the focus is here. */
function NowColumn() {
  const { t } = useTranslation('livedesk');
  const { hold } = useSelection();
  return (
    <section
      className="ld-column ld-now"
      aria-label={t('now.title')}
      onPointerEnter={(event) => event.pointerType === 'mouse' && hold(true)}
      onPointerLeave={() => hold(false)}
    >
      <Alarms />
      <Questions />
    </section>
  );
}

function EndedBar() {
  const { t } = useTranslation('livedesk');
  return (
    <p className="ld-bar" role="status">
      {t('ended.text')}
    </p>
  );
}

/** @param isFirst nothing was seen yet, so nothing on the screen is old */
function LostBar({ isFirst = false }: { isFirst?: boolean }) {
  const { t } = useTranslation('livedesk');
  return (
    <p className="ld-bar ld-bar-lost" role="alert">
      {t(isFirst ? 'line.lost' : 'line.lost_text')}
    </p>
  );
}

/** The outline of the real screen while the first state is on its way. */
function DeskSkeleton() {
  const { t } = useTranslation('livedesk');
  return (
    <div className="ld-columns" aria-busy="true" role="status" aria-label={t('loading')}>
      {['room', 'now', 'product'].map((column) => (
        <div key={column} className={`ld-column ld-${column}`}>
          {[55, 72, 89, 66, 83, 60, 77, 94, 71].map((wide) => (
            <div key={wide} className="ld-bone">
              <Bone width={`${wide}%`} height={16} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
