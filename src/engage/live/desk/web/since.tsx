// A span that counts by the second: how long something waits, how long a product has been on air.
import { useNow } from '../../../../ui/use-now.ts';
import { clockText } from './say.ts';
import { useDeskHere } from './use-desk.tsx';

/** Counts up from an instant of event time. @param label what it counts, for who cannot see it @param lateMs stands out from then on */
export function Since({ at, label, lateMs }: { at: number; label: string; lateMs?: number }) {
  const { store } = useDeskHere();
  useNow('second');
  const past = store.clock() - at;
  const tone = lateMs !== undefined && past >= lateMs ? 'ld-clock-near' : '';
  return (
    <span className={`ld-clock ${tone}`} title={label} role="timer" aria-label={label}>
      {clockText(past)}
    </span>
  );
}

/** Counts down to an instant of event time; `isOver` past it. */
export function Until({ at, label, over }: { at: number; label: string; over: string }) {
  const { store } = useDeskHere();
  useNow('second');
  const left = at - store.clock();
  const tone = left <= 0 ? 'ld-clock-over' : left < 30_000 ? 'ld-clock-near' : '';
  return (
    <span className={`ld-clock ld-until ${tone}`} title={label} role="timer" aria-label={label}>
      {left <= 0 ? over : clockText(left)}
    </span>
  );
}
