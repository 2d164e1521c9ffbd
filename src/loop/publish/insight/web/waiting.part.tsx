// Says while it lasts that new feedback is still being read, and how far it has come.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { numberText } from '../../../../ui/number-door.tsx';
import { getFunnelRoute } from '../core/funnel.contract.ts';
import './funnel.css';

/** How many wait now; asked every other second while any do. */
export function useWaiting(): number {
  const [busy, setBusy] = useState(false);
  const read = useRead(
    getFunnelRoute,
    {},
    { on: ['feedback.received', 'feedback.judged', 'import.*'], everyMs: busy ? 2000 : 30_000 },
  );
  const waiting = read.data?.waiting ?? 0;
  useEffect(() => setBusy(waiting > 0), [waiting]);
  return waiting;
}

export function Waiting({ waiting }: { waiting: number }) {
  const { t, i18n } = useTranslation('insight');
  const [most, setMost] = useState(waiting);
  useEffect(() => setMost((old) => (waiting === 0 ? 0 : Math.max(old, waiting))), [waiting]);
  if (waiting === 0) return null;
  const all = Math.max(most, waiting);
  const plain = (count: number) => numberText(count, 'plain', i18n.language);
  return (
    <section className="hy-waiting" aria-live="polite">
      <div>
        <strong>{t('funnel.waitingTitle')}</strong>
        <span className="hy-quiet">{t('funnel.waiting', { text: plain(waiting) })}</span>
      </div>
      <progress value={all - waiting} max={all} aria-label={t('funnel.waitingTitle')} />
      <span className="hy-faint hy-figure">
        {t('funnel.waitingDone', { done: plain(all - waiting), all: plain(all) })}
      </span>
    </section>
  );
}
