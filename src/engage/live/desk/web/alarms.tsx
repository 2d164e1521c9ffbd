// Alarms on top of everything: what happened, why it is unusual, three lines of the room, one key for each deed.

import { Button } from 'antd';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../../../kit/money.ts';
import { GoLink } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { Caps } from '../../../../ui/keys.tsx';
import type { LiveAlert } from '../../analysis/core/analysis.contract.ts';
import { Samples } from './samples.tsx';
import { Since } from './since.tsx';
import { useDeeds } from './use-deeds.ts';
import { useDesk, useDeskHere } from './use-desk.tsx';
import { useSelection } from './use-selection.tsx';

/** Cards shown at once; the rest waits behind one button. */
const SHOWN = 3;

export function Alarms() {
  const { t } = useTranslation('livedesk');
  const { queue, chosen } = useSelection();
  const [all, setAll] = useState(false);
  const alerts = queue.alerts.filter((one) => one.kind !== 'wave');
  const open = alerts.filter((one) => one.state === 'open');
  if (alerts.length === 0) return null;
  const shown = all ? alerts : alerts.slice(0, Math.max(SHOWN - 1, Math.min(SHOWN, open.length)));
  return (
    <section className="ld-alarms" aria-label={t('alarm.title')} aria-live="polite">
      {shown.map((alert, at) => (
        <AlarmCard
          key={alert.alertId}
          alert={alert}
          isChosen={alert.alertId === chosen}
          isFull={(alert.state === 'open' && at === 0) || alert.alertId === chosen}
          isFirst={at === 0}
        />
      ))}
      {alerts.length > shown.length && (
        <button type="button" className="ld-more" onClick={() => setAll(true)}>
          {t('alarm.more', { count: alerts.length - shown.length })}
        </button>
      )}
      {all && alerts.length > SHOWN && (
        <button type="button" className="ld-more" onClick={() => setAll(false)}>
          {t('alarm.fewer')}
        </button>
      )}
    </section>
  );
}

/** What an alarm is about, in words. */
export function useMatter(): (alert: Pick<LiveAlert, 'kind' | 'class' | 'word' | 'productId'>) => string {
  const { t } = useTranslation(['livedesk', 'liveterms']);
  const { store } = useDeskHere();
  return (alert) => {
    const about = alert.class
      ? t(`liveterms:class.${alert.class}`)
      : alert.word
        ? t('livedesk:alarm.word', { word: alert.word })
        : t(`livedesk:alarm.kind.${alert.kind}`);
    const product = store.get('shelf').find((one) => one.productId === alert.productId);
    return product ? t('livedesk:alarm.about', { about, product: product.title }) : about;
  };
}

const AlarmCard = memo(function AlarmCard(props: {
  alert: LiveAlert;
  isChosen: boolean;
  isFull: boolean;
  isFirst: boolean;
}) {
  const { t, i18n } = useTranslation(['livedesk', 'liveterms']);
  const { mayWork } = useDeskHere();
  const pending = useDesk('pending').has(props.alert.alertId);
  const deeds = useDeeds();
  const matter = useMatter();
  const { choose } = useSelection();
  const { alert } = props;
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (props.isChosen) card.current?.scrollIntoView({ block: 'nearest' });
  }, [props.isChosen]);
  const isOpen = alert.state === 'open';
  const className = [
    'ld-alarm',
    `ld-alarm-${alert.level}`,
    isOpen ? '' : 'ld-alarm-taken',
    props.isChosen ? 'ld-chosen' : '',
    props.isFull ? '' : 'ld-alarm-short',
  ];
  return (
    <article ref={card} className={className.join(' ')} aria-busy={pending} data-alert={alert.alertId}>
      <header>
        <span className="ld-alarm-level">
          <Icon name={alert.level === 'red' ? 'bolt' : 'warning'} size={16} />
          {t(`livedesk:alarm.level.${alert.level}`)}
        </span>
        <button type="button" className="ld-alarm-title" title={matter(alert)} onClick={() => choose(alert.alertId)}>
          {matter(alert)}
        </button>
        <span className="ld-alarm-people">
          {t(props.isFull ? 'livedesk:alarm.people' : 'livedesk:question.askers_only', {
            count: alert.people,
            lines: alert.count,
          })}
        </span>
        <Since at={alert.raisedAt} label={t('livedesk:alarm.since')} />
      </header>
      {props.isFull && (
        <>
          <p className="ld-alarm-why">
            {alert.reasons.slice(0, 2).map((reason) => (
              <span key={reason.key}>{t(`liveterms:why.${reason.key}`, reason.values ?? {})}</span>
            ))}
            {alert.price && <span>{t('livedesk:alarm.price', { price: moneyText(alert.price, i18n.language) })}</span>}
          </p>
          <Samples of={alert.samples.slice(0, 3)} />
        </>
      )}
      {mayWork && (
        <footer>
          <Button
            size="small"
            type={isOpen && alert.level === 'red' && props.isFull ? 'primary' : 'default'}
            onClick={() => deeds.acknowledge(alert)}
          >
            {t(isOpen ? 'livedesk:alarm.acknowledge' : 'livedesk:alarm.close')}
            {(props.isChosen || props.isFirst) && <Caps keys="a" />}
          </Button>
          {alert.caseId ? (
            <GoLink to={`/cases/${alert.caseId}`} className="hy-link">
              {t('livedesk:alarm.case_open')}
            </GoLink>
          ) : (
            <Button size="small" onClick={() => deeds.openCase(alert)}>
              {t('livedesk:alarm.case')}
              {(props.isChosen || props.isFirst) && <Caps keys="c" />}
            </Button>
          )}
        </footer>
      )}
    </article>
  );
});
