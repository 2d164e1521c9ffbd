// Where the chance is a number the host reads aloud, minutes decide: the wait is counted down, announced, and the field for the number stands right there.
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { houseNow } from '../../../../ui/client/house-clock.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { useKeys } from '../../../../ui/keys.tsx';
import { useNow } from '../../../../ui/use-now.ts';
import { type DrawRowView, listDrawsRoute } from '../core/draw.contract.ts';
import { useSeedNotices } from './seed-notices.ts';
import { leftOf, SeedRow } from './seed-row.tsx';
import './seed-calls.css';

/** So long before the close whoever is at the desk is told to have the host ready. */
const SOON_MS = 60_000;
const MOST = 20;

/** @param roomId only draws of this room; of all rooms when left out */
export function SeedCalls({ roomId }: { roomId?: string }) {
  const { t } = useTranslation('draws');
  const mayEdit = useCan('draw.edit');
  const now = useNow('second');
  const place = useRef<HTMLElement>(null);
  const query = { limit: MOST, ...(roomId ? { roomId } : {}) };
  const on = ['draw.*'];
  const closed = useRead(listDrawsRoute, { query: { ...query, state: 'closed' } }, { on, everyMs: 5_000 });
  const open = useRead(listDrawsRoute, { query: { ...query, state: 'open' } }, { on, everyMs: 15_000 });
  const waiting = (closed.data?.items ?? []).filter((row) => row.waitsForSeed && row.revealBy);
  const soon = (open.data?.items ?? []).filter(
    (row) => row.chance === 'host' && row.closesAt && Date.parse(row.closesAt) - now < SOON_MS,
  );
  const [missed, forget] = useMissed(waiting, closed.isSuccess);
  const notices = useSeedNotices(waiting, now);
  useKeys(
    waiting.length > 0 && mayEdit
      ? [{ keys: 'v', label: t('seed.key'), run: () => place.current?.querySelector('input')?.focus() }]
      : [],
  );
  const isEmpty = waiting.length === 0 && soon.length === 0 && missed.length === 0;
  return (
    <>
      <p className="hy-hidden" role="alert">
        {notices.spoken}
      </p>
      {!isEmpty && (
        <section className="seed-calls" aria-label={t('seed.area')} ref={place}>
          {waiting.map((draw, at) => (
            <SeedRow key={draw.id} draw={draw} now={now} mayEdit={mayEdit} isFirst={at === 0}>
              {at === 0 && notices.canAsk && (
                <button type="button" className="seed-notify" onClick={notices.ask}>
                  {t('seed.notify')}
                </button>
              )}
            </SeedRow>
          ))}
          {soon.map((draw) => (
            <p key={draw.id} className="seed-soon">
              <Icon name="draw" size={16} />
              <span>{t('seed.soon', { title: draw.title, time: leftOf(Date.parse(draw.closesAt!), now) })}</span>
            </p>
          ))}
          {missed.map((draw) => (
            <p key={draw.id} className="seed-missed">
              <Icon name="warning" size={16} />
              <span>{t('seed.missed', { title: draw.title })}</span>
              <Button size="small" href={`/live/draws/${draw.id}`} target="_blank">
                {t('deed.public')}
              </Button>
              <Button size="small" type="text" onClick={() => forget(draw.id)}>
                {t('deed.seen')}
              </Button>
            </p>
          ))}
        </section>
      )}
    </>
  );
}

/** Draws that left the list when their time was over: nobody should have to wonder where they went. */
function useMissed(waiting: readonly DrawRowView[], isRead: boolean): [DrawRowView[], (id: string) => void] {
  const known = useRef(new Map<string, DrawRowView>());
  const [missed, setMissed] = useState<DrawRowView[]>([]);
  const key = waiting.map((row) => row.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what left the list is looked for when the list changes, not each second
  useEffect(() => {
    if (!isRead) return;
    const gone = [...known.current.values()].filter((row) => !waiting.some((one) => one.id === row.id));
    const late = gone.filter((row) => Date.parse(row.revealBy!) <= houseNow());
    known.current = new Map(waiting.map((row) => [row.id, row]));
    if (late.length > 0) setMissed((before) => [...before, ...late]);
  }, [key, isRead]);
  return [missed, (id) => setMissed((before) => before.filter((row) => row.id !== id))];
}
