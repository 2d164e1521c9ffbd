// Which of the things to do is chosen by key, and how the queue of questions stands: one place for keys and rows.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { LiveAlert, QuestionGroup } from '../../analysis/core/analysis.contract.ts';
import { SeenPlaces, steadyOrder } from '../core/steady-list.ts';
import { useDeskHere } from './use-desk.tsx';

/** The queue sorts itself again at most so often, and never under the pointer. */
const SORT_MS = 2000;
/** After a key the queue stands still, so that the next key hits what is seen. */
const AFTER_KEY_MS = 2500;

interface Queue {
  alerts: readonly LiveAlert[];
  groups: readonly QuestionGroup[];
}

interface Selection {
  queue: Queue;
  /** `alertId` or `groupId` of what is chosen. */
  chosen: string | null;
  choose(id: string | null): void;
  move(by: number): void;
  /** The question at a place (0-based) as it was seen when the hand set out. */
  meant(place: number): QuestionGroup | undefined;
  /** The pointer or the focus is in the queue. */
  hold(isHeld: boolean): void;
  /** A key was pressed: nothing moves for a moment. */
  touch(): void;
}

const Context = createContext<Selection | null>(null);

const isWaiting = (group: QuestionGroup) => group.state === 'waiting' || group.state === 'queued' || group.again >= 3;

export function DeskSelectionProvider({ children }: { children: ReactNode }) {
  const { store } = useDeskHere();
  const [chosen, choose] = useState<string | null>(null);
  const held = useRef({ isHeld: false, until: 0, sortedAt: 0 });
  const seen = useRef(new SeenPlaces());
  const cache = useRef<{ groups: unknown; alerts: unknown; order: readonly string[]; queue: Queue } | null>(null);
  const read = useCallback((): Queue => {
    const groups = store.get('groups');
    const alerts = store.get('alerts');
    const before = cache.current;
    if (before && before.groups === groups && before.alerts === alerts) return before.queue;
    const now = performance.now();
    const wanted = groups.filter(isWaiting).sort((one, other) => other.weight - one.weight);
    const { isHeld, until, sortedAt } = held.current;
    const maySort = !isHeld && now >= until && now - sortedAt >= SORT_MS;
    if (maySort) held.current.sortedAt = now;
    const byId = new Map(wanted.map((group) => [group.groupId, group]));
    const order = steadyOrder(before?.order ?? [], [...byId.keys()], maySort || !before);
    const open = alerts.filter((one) => one.state === 'open').sort(byUrgency);
    const taken = alerts.filter((one) => one.state === 'acknowledged').sort(byUrgency);
    const queue = { alerts: [...open, ...taken], groups: order.map((id) => byId.get(id)!) };
    seen.current.show(order, now);
    cache.current = { groups, alerts, order, queue };
    return queue;
  }, [store]);
  const listen = useCallback(
    (watcher: () => void) => {
      const stops = [store.listen('groups')(watcher), store.listen('alerts')(watcher)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [store],
  );
  const queue = useSyncExternalStore(listen, read);
  useEffect(() => {
    if (
      chosen &&
      ![...queue.alerts.map((one) => one.alertId), ...queue.groups.map((one) => one.groupId)].includes(chosen)
    )
      choose(null);
  }, [chosen, queue]);
  const selection = useMemo<Selection>(() => {
    // Keys walk over what is open and can be seen here; waves have a place of their own.
    const open = queue.alerts.filter((one) => one.state === 'open' && one.kind !== 'wave');
    const ids = [...open.map((one) => one.alertId), ...queue.groups.map((one) => one.groupId)];
    const touch = () => {
      held.current.until = performance.now() + AFTER_KEY_MS;
    };
    return {
      queue,
      chosen,
      choose,
      move(by) {
        touch();
        const at = chosen ? ids.indexOf(chosen) : by > 0 ? -1 : ids.length;
        choose(ids[Math.max(0, Math.min(ids.length - 1, at + by))] ?? null);
      },
      meant(place) {
        const id = seen.current.meant(place, performance.now());
        return queue.groups.find((one) => one.groupId === id);
      },
      hold(isHeld) {
        held.current.isHeld = isHeld;
      },
      touch,
    };
  }, [queue, chosen]);
  return <Context value={selection}>{children}</Context>;
}

function byUrgency(one: LiveAlert, other: LiveAlert): number {
  if (one.level !== other.level) return one.level === 'red' ? -1 : 1;
  return other.raisedAt - one.raisedAt;
}

export function useSelection(): Selection {
  return useContext(Context)!;
}
