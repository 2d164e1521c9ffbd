// To whom an answer goes and by which way, said before it is sent, also when the way is a detour.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import type { WayWish } from '../../deliveries/core/delivery.contract.ts';
import { wayIcons, wayWords } from '../../deliveries/web/delivery-words.part.tsx';
import type { ReporterView } from '../core/conversation.contract.ts';

export function Recipient(props: {
  reporters: readonly ReporterView[];
  total: number;
  reporter: ReporterView | undefined;
  toAll: boolean;
  way: WayWish;
  onWay: (way: WayWish) => void;
  onChange: (key: string) => void;
}) {
  const { t } = useTranslation('deskanswer');
  const { reporter, reporters, total, toAll, way } = props;
  const { mail } = useSession();
  if (!reporter) return null;
  const nameOf = (one: ReporterView) =>
    one.person?.name ??
    t('reporter.of', { channel: t(`deskcases:channel.${one.channel}`, { defaultValue: one.channel }) });
  const actual = way === 'auto' ? reporter.way : way;
  const wishes: WayWish[] = ['auto', ...(reporter.hasEmail ? ['email' as const] : []), 'task'];
  return (
    <div className="desk-to">
      <span className="hy-quiet">{t('reply.to')}</span>
      {total > 1 ? (
        <Select
          size="small"
          variant="filled"
          popupMatchSelectWidth={false}
          aria-label={t('reply.to')}
          value={toAll ? 'all' : reporter.key}
          options={[
            ...reporters.map((one) => ({ value: one.key, label: nameOf(one) })),
            { value: 'all', label: t('reply.all', { count: total }) },
          ]}
          onChange={props.onChange}
        />
      ) : (
        <strong>{nameOf(reporter)}</strong>
      )}
      <span className="desk-to-way">
        <Icon name={wayIcons[actual]} size={14} />
        {toAll
          ? t('reply.eachOwnWay')
          : wayWords(t, { way: actual, channel: reporter.channel, toHint: reporter.toHint })}
        {!toAll && actual === 'email' && mail === 'kept' && ` · ${t('reply.kept')}`}
        {!toAll && way === 'auto' && reporter.reason && ` · ${t(`reason.${reporter.reason}`)}`}
      </span>
      {!toAll && (
        <Select
          size="small"
          variant="borderless"
          popupMatchSelectWidth={false}
          aria-label={t('reply.way')}
          value={way}
          options={wishes.map((value) => ({ value, label: t(`reply.wish.${value}`) }))}
          onChange={props.onWay}
        />
      )}
    </div>
  );
}
