// How words travel to a person and how far they got, in words and a small shape.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../../ui/icons.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import type { DeliveryState, DeliveryView, Way } from '../core/delivery.contract.ts';
import './deliveries.css';

export const wayIcons: Record<Way, IconName> = { email: 'mail', task: 'edit', page: 'link' };

const tones: Record<DeliveryState, 'going' | 'there' | 'lost'> = {
  queued: 'going',
  sending: 'going',
  sent: 'there',
  failed: 'lost',
  kept: 'going',
  unconfirmed: 'going',
  task_open: 'going',
  task_done: 'there',
  task_failed: 'lost',
  waiting: 'going',
  seen: 'there',
};

/** Where words go, said honestly before they are sent. */
export function wayWords(t: TFunction, to: { way: Way; channel: string; toHint: string | null }): string {
  if (to.way === 'email') return t('deskanswer:way.email', { to: to.toHint ?? t('deskanswer:way.theirAddress') });
  if (to.way === 'task')
    return t('deskanswer:way.task', { channel: t(`deskcases:channel.${to.channel}`, { defaultValue: to.channel }) });
  return t('deskanswer:way.page');
}

/** How far a delivery got. */
export function DeliveryWords({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation('deskanswer');
  return (
    <span className={`desk-delivery desk-delivery-${tones[delivery.state]}`} title={wayWords(t, delivery)}>
      <Icon name={tones[delivery.state] === 'lost' ? 'warning' : wayIcons[delivery.way]} size={14} />
      <span>{t(`delivery.${delivery.state}`)}</span>
      {delivery.settledAt && <RelativeTime at={delivery.settledAt} />}
      {delivery.error && <span className="hy-one-line">{delivery.error}</span>}
    </span>
  );
}
