// Starts and ends a show from the desk.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  endShowRoute,
  listRoomsRoute,
  listShowsRoute,
  readRoomRoute,
  startShowRoute,
} from '../../rooms/core/room.contract.ts';
import { StopSimulation } from './start-simulation.tsx';
import { useDesk, useDeskHere } from './use-desk.tsx';

const STALE = [readRoomRoute, listRoomsRoute, listShowsRoute];

/** The button that begins a show. */
export function StartShow({ isPrimary = true }: { isPrimary?: boolean }) {
  const { t } = useTranslation('livedesk');
  const { roomId } = useDeskHere();
  const toast = useToast();
  const start = useVerb(startShowRoute, { refresh: STALE, onProblem: (problem) => toast.problem(problem) });
  return (
    <Button
      type={isPrimary ? 'primary' : 'default'}
      loading={start.isPending}
      onClick={() => start.mutate({ params: { id: roomId }, body: {} })}
    >
      {t('show.start')}
    </Button>
  );
}

export function ShowControls() {
  const { t } = useTranslation('livedesk');
  const { roomId, mayWork } = useDeskHere();
  const show = useDesk('show');
  const room = useDesk('room');
  const toast = useToast();
  const end = useVerb(endShowRoute, {
    refresh: STALE,
    onProblem: (problem) => toast.problem(problem),
    onDone: () => toast.done(t('show.ended')),
  });
  if (!mayWork || show === 'loading' || show === 'idle') return null;
  if (show === 'ended') return <StartShow />;
  return (
    <>
      {room?.isSimulated && (
        <span className="ld-stop">
          <StopSimulation />
        </span>
      )}
      <ConfirmButton
        danger
        loading={end.isPending}
        question={t('show.end_question')}
        detail={t('show.end_detail')}
        deed={t('show.end')}
        onConfirm={() => end.mutate({ params: { id: roomId } })}
      >
        {t('show.end')}
      </ConfirmButton>
    </>
  );
}
