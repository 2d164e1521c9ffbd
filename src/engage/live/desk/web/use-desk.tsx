// Gives every part of the screen its piece of the room, and the deeds an operator can do.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { useGo } from '../../../../ui/go.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import type { OperatorDeed } from '../core/desk.contract.ts';
import { DeskLine } from './desk-line.ts';
import { type DeskPart, type DeskParts, DeskStore } from './desk-store.ts';

interface Desk {
  roomId: string;
  store: DeskStore;
  mayWork: boolean;
  /** Does it; what went wrong is said at the corner. @returns whether it is done */
  act(deed: OperatorDeed, target: string, done?: { text: string; undo?: OperatorDeed }): Promise<boolean>;
}

const Context = createContext<Desk | null>(null);

/** Opens the line to a room for as long as it is mounted. */
export function DeskProvider({ roomId, children }: { roomId: string; children: ReactNode }) {
  const { t } = useTranslation('livedesk');
  const [store] = useState(() => new DeskStore());
  const [line, setLine] = useState<DeskLine | null>(null);
  const mayWork = useCan('live.work');
  const toast = useToast();
  const go = useGo();
  useEffect(() => {
    const address = new URL(`/api/v1/live/rooms/${encodeURIComponent(roomId)}/desk`, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const opened = new DeskLine(address.href, store);
    setLine(opened);
    return () => opened.close();
  }, [roomId, store]);
  const desk = useMemo<Desk>(() => {
    const mark = (target: string, on: boolean) => {
      const next = new Set(store.get('pending'));
      if (on) next.add(target);
      else next.delete(target);
      store.set('pending', next);
    };
    const act: Desk['act'] = async (deed, target, done) => {
      if (!line || store.get('pending').has(target)) return false;
      mark(target, true);
      const answer = await line.send(deed);
      // The patch that shows the deed comes a moment after its acknowledgement.
      setTimeout(() => mark(target, false), answer.ok ? 600 : 0);
      if (!answer.ok) {
        toast.problem(new Problem({ code: `desk_${answer.reason}`, status: 0, title: t(`refused.${answer.reason}`) }));
        return false;
      }
      const { caseId } = answer;
      if (caseId) toast.done(t('case.opened'), { label: t('case.look'), run: () => go(`/cases/${caseId}`) });
      else if (done) {
        const { undo } = done;
        toast.done(done.text, undo ? { label: t('undo'), run: () => void act(undo, `undo ${target}`) } : undefined);
      }
      return true;
    };
    return { roomId, store, mayWork, act };
  }, [line, mayWork, roomId, store, t, toast, go]);
  return <Context value={desk}>{children}</Context>;
}

/** The desk around the caller. */
export function useDeskHere(): Desk {
  return useContext(Context)!;
}

/** One part of the room; the caller is drawn again only when that part changes. */
export function useDesk<K extends DeskPart>(part: K): DeskParts[K] {
  const { store } = useDeskHere();
  return useSyncExternalStore(store.listen(part), () => store.get(part));
}
