// One room in the list: whether a show runs, and the ways to its desk, its viewers and its settings.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { endShowRoute, listRoomsRoute, type RoomView, startShowRoute } from '../core/room.contract.ts';

export function RoomCard({ room }: { room: RoomView }) {
  const { t } = useTranslation('liverooms');
  const go = useGo();
  const toast = useToast();
  const mayWork = useCan('live.work');
  const start = useVerb(startShowRoute, {
    refresh: [listRoomsRoute],
    onDone: () => go(`/live/${room.id}`),
    onProblem: (problem) => toast.problem(problem),
  });
  const end = useVerb(endShowRoute, {
    refresh: [listRoomsRoute],
    onDone: (show) => toast.done(t('ended'), { label: t('report'), run: () => go(`/live/shows/${show.id}`) }),
    onProblem: (problem) => toast.problem(problem),
  });
  const params = { id: room.id };
  return (
    <li className="live-room">
      <div className="live-room-picture" aria-hidden>
        {room.coverUrl ? <img src={room.coverUrl} alt="" loading="lazy" /> : <Icon name="live" size={28} />}
      </div>
      <div className="live-room-text">
        <h2>
          <GoLink to={`/live/${room.id}`}>{room.title}</GoLink>
          {room.isSimulated && <PlainTag>{t('simulated')}</PlainTag>}
        </h2>
        <p className="hy-row-line">
          <StateMark tone={room.show ? 'good' : 'plain'}>{t(room.show ? 'on' : 'off')}</StateMark>
          {room.show && (
            <span className="hy-quiet">
              {t('since')} <RelativeTime at={room.show.startedAt} />
            </span>
          )}
          {!room.isOpen && <span className="hy-quiet">{t('closed')}</span>}
        </p>
        <p className="hy-faint live-room-address">{`${location.host}/watch/${room.slug}`}</p>
      </div>
      <div className="live-room-deeds">
        {room.show && (
          <Button type="primary" onClick={() => go(`/live/${room.id}`)}>
            {t('desk')}
          </Button>
        )}
        {mayWork && !room.show && (
          <Button type="primary" loading={start.isPending} onClick={() => start.mutate({ params, body: {} })}>
            {t('start')}
          </Button>
        )}
        {mayWork && room.show && (
          <ConfirmButton
            question={t('endQuestion')}
            detail={t('endDetail')}
            deed={t('end')}
            loading={end.isPending}
            onConfirm={() => end.mutate({ params })}
          >
            {t('end')}
          </ConfirmButton>
        )}
        <Button onClick={() => go(`/live/${room.id}/settings`)}>{t('settings.open')}</Button>
      </div>
    </li>
  );
}
