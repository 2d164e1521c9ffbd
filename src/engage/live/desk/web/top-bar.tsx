// The head of the desk: which room, how long, how whole the data is, whether the line holds, and what one can open.
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import type { DeskSize } from './desk-body.tsx';
import type { DeskLook } from './desk-page.tsx';
import { countText, shareText } from './say.ts';
import { ShowControls } from './show-controls.tsx';
import { type DeskSignal, signal } from './signals.ts';
import { Since } from './since.tsx';
import { useDesk, useDeskHere } from './use-desk.tsx';
import { useRoomTitle } from './use-room-title.ts';

export function TopBar(props: { look: DeskLook; onLook: () => void; size: DeskSize }) {
  const { t } = useTranslation('livedesk');
  const { mayWork } = useDeskHere();
  const title = useRoomTitle();
  const show = useDesk('show');
  const startedAt = useDesk('startedAt');
  const room = useDesk('room');
  return (
    <header className="ld-top">
      <GoLink to="/live" className="ld-icon-button" aria-label={t('top.back')} title={t('top.back')}>
        <Icon name="back" />
      </GoLink>
      <h1>{title}</h1>
      {show === 'live' && (
        <span className="ld-live">
          <i />
          {t('top.live')} <Since at={startedAt} label={t('top.since')} />
        </span>
      )}
      {show === 'ended' && <span className="ld-tag">{t('top.ended')}</span>}
      {room?.isSimulated && (
        <span className="ld-simulated" title={t('top.simulated_why')}>
          {t('top.simulated')}
        </span>
      )}
      <span className="hy-grow" />
      <Health isShort={props.size === 'phone'} />
      {show !== 'idle' && <Connection />}
      {mayWork && show === 'live' && (
        <>
          <Open name="note" icon="note" label={t('keys.note')} />
          <Open name="prompter" icon="eye" label={t('keys.prompter')} />
          <Open name="interactions" icon="draw" label={t('keys.interactions')} />
        </>
      )}
      <button
        type="button"
        className="ld-icon-button ld-look"
        onClick={props.onLook}
        aria-label={t(props.look === 'dark' ? 'top.light' : 'top.dark')}
        title={t(props.look === 'dark' ? 'top.light' : 'top.dark')}
      >
        <Icon name={props.look === 'dark' ? 'sun' : 'moon'} />
      </button>
      {props.size !== 'phone' && (
        <button
          type="button"
          className="ld-icon-button"
          aria-label={t('top.keys')}
          title={t('top.keys')}
          onClick={() => document.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))}
        >
          <Icon name="keyboard" />
        </button>
      )}
      <ShowControls />
    </header>
  );
}

function Open({ name, icon, label }: { name: DeskSignal; icon: IconName; label: string }) {
  return (
    <button
      type="button"
      className="ld-icon-button ld-open"
      aria-label={label}
      title={label}
      onClick={() => signal(name)}
    >
      <Icon name={icon} />
    </button>
  );
}

/** How whole what is shown is: nothing on the screen is better than these figures. */
function Health({ isShort }: { isShort: boolean }) {
  const { t, i18n } = useTranslation('livedesk');
  const health = useDesk('health');
  const figures = useDesk('figures');
  if (!health) return null;
  const language = i18n.language;
  const floor = (share: number) => Math.floor(share * 1000) / 1000;
  const rows: { key: string; value: string; isPoor?: boolean }[] = [
    { key: 'online', value: countText(figures?.session.online ?? null, language) },
    { key: 'rate', value: countText(Math.round(health.perSecond), language) },
    { key: 'complete', value: shareText(floor(health.completeness), language, 1), isPoor: health.completeness < 0.98 },
    { key: 'sampling', value: shareText(floor(health.sampling), language, 0), isPoor: health.sampling < 1 },
    {
      key: 'skew',
      value: health.skewMs === null ? '–' : t('health.seconds', { value: (health.skewMs / 1000).toFixed(1) }),
      isPoor: (health.skewMs ?? 0) > 5000,
    },
  ];
  const shown = isShort ? rows.filter((row) => row.isPoor) : rows;
  const sheet: ReactNode = (
    <dl className="ld-health-sheet">
      {rows.map((row) => (
        <div key={row.key}>
          <dt>
            {t(`health.${row.key}`)} <b>{row.value}</b>
          </dt>
          <dd>{t(`health.${row.key}_why`)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('health.losses')}</dt>
        <dd>
          {t('health.losses_text', {
            gaps: health.gaps.length,
            shed: countText(health.shed, language),
            repeated: countText(health.repeated, language),
            unread: countText(health.unread, language),
          })}
        </dd>
      </div>
    </dl>
  );
  if (shown.length === 0) return null;
  return (
    <Popover content={sheet} trigger={['hover', 'focus', 'click']} mouseEnterDelay={0.25} placement="bottomRight">
      <button type="button" className="ld-health" aria-label={t('health.title')}>
        {shown.map((row) => (
          <span key={row.key} className={`ld-health-${row.key}${row.isPoor ? ' ld-health-poor' : ''}`}>
            <small>{t(`health.${row.key}`)}</small> <b>{row.value}</b>
          </span>
        ))}
      </button>
    </Popover>
  );
}

function Connection() {
  const { t } = useTranslation('livedesk');
  const line = useDesk('line');
  return (
    <span className={`ld-connection ld-connection-${line}`} role="status" title={t(`line.${line}`)}>
      <i />
      <span className="hy-hidden">{t(`line.${line}`)}</span>
    </span>
  );
}
