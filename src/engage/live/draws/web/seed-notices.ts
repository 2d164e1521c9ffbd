// Tells whoever is looking elsewhere that a draw waits: a word for screen readers at its marks, the tab's title, and the device's own notice.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { houseNow } from '../../../../ui/client/house-clock.ts';
import type { DrawRowView } from '../core/draw.contract.ts';
import { leftOf } from './seed-row.tsx';

/** Seconds left at which it is said again; each second would be noise. */
const MARKS = [240, 180, 120, 60, 30, 10];
const TAB = /^\(\d+:\d\d\) /;

/** @param waiting draws whose number is not given yet */
export function useSeedNotices(waiting: readonly DrawRowView[], now: number) {
  const { t } = useTranslation('draws');
  const [permission, setPermission] = useState(() => ('Notification' in window ? Notification.permission : 'denied'));
  const [first] = [...waiting].sort((one, other) => one.revealBy!.localeCompare(other.revealBy!));
  const until = first ? Date.parse(first.revealBy!) : null;
  const seconds = until === null ? null : Math.max(0, Math.ceil((until - now) / 1000));
  const mark = seconds === null ? null : (MARKS.findLast((one) => seconds <= one) ?? 300);
  const spoken =
    first && seconds ? t('seed.spoken', { title: first.title, time: t('seed.minutes', minutes(mark!)) }) : '';

  const id = first?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one notice a draw, not one a second
  useEffect(() => {
    if (!first || permission !== 'granted' || !document.hidden) return undefined;
    const notice = new Notification(t('seed.waits', { title: first.title }), {
      body: t('seed.notice', { time: leftOf(Date.parse(first.revealBy!), houseNow()) }),
      tag: first.id,
      requireInteraction: true,
    });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
    return () => notice.close();
  }, [id, permission]);

  useEffect(() => {
    const plain = document.title.replace(TAB, '');
    document.title = until === null ? plain : `(${leftOf(until, now)}) ${plain}`;
    return () => {
      document.title = document.title.replace(TAB, '');
    };
  }, [until, now]);

  return {
    spoken,
    canAsk: permission === 'default',
    ask: () => void Notification.requestPermission().then(setPermission),
  };
}

const minutes = (seconds: number) => ({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
