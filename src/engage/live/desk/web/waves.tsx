// Waves: many like lines of many new accounts. Shown with why and by whom, weighed down in the figures, never hidden by us.
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import type { LiveAlert } from '../../analysis/core/analysis.contract.ts';
import { Samples } from './samples.tsx';
import { shareText } from './say.ts';
import { Since } from './since.tsx';
import { useDeeds } from './use-deeds.ts';
import { useDesk, useDeskHere } from './use-desk.tsx';

export function Waves() {
  const { t, i18n } = useTranslation(['livedesk', 'liveterms']);
  const alerts = useDesk('alerts');
  const figures = useDesk('figures');
  const waves = alerts.filter((one) => one.kind === 'wave' && one.state !== 'closed').slice(-2);
  if (waves.length === 0) return null;
  return (
    <section className="ld-waves" aria-label={t('livedesk:wave.title')}>
      <header className="ld-head">
        <h2>{t('livedesk:wave.title')}</h2>
        <span className="ld-faint" title={t('livedesk:wave.share_why')}>
          {t('livedesk:wave.share', { share: shareText(figures?.last.waveShare ?? 0, i18n.language) })}
        </span>
      </header>
      {waves.map((wave) => (
        <Wave key={wave.alertId} wave={wave} />
      ))}
    </section>
  );
}

function Wave({ wave }: { wave: LiveAlert }) {
  const { t } = useTranslation(['livedesk', 'liveterms']);
  const { mayWork } = useDeskHere();
  const deeds = useDeeds();
  const names = [...new Set(wave.samples.map((sample) => sample.name).filter(Boolean))];
  const members = (
    <div className="ld-definition">
      <p>{t('livedesk:wave.members', { names: names.join(t('livedesk:figures.comma')), count: wave.people })}</p>
      <Samples of={wave.samples} />
    </div>
  );
  return (
    <article className="ld-wave">
      <p>
        <Icon name="signal" size={16} />
        <strong>{t('livedesk:alarm.people', { count: wave.people, lines: wave.count })}</strong>
        <Since at={wave.since} label={t('livedesk:alarm.since')} />
      </p>
      <p className="ld-alarm-why">
        {wave.reasons.slice(0, 3).map((reason) => (
          <span key={reason.key}>{t(`liveterms:why.${reason.key}`, readable(reason.values))}</span>
        ))}
      </p>
      <footer>
        <Popover content={members} trigger="click" placement="topLeft">
          <Button size="small">{t('livedesk:wave.show')}</Button>
        </Popover>
        {mayWork && (
          <Button size="small" onClick={() => deeds.acknowledge(wave)}>
            {t(wave.state === 'open' ? 'livedesk:alarm.acknowledge' : 'livedesk:alarm.close')}
          </Button>
        )}
      </footer>
    </article>
  );
}

/** The analysis writes a pattern of names as kinds of signs; here it looks like a name: `gua_9` as `gu…_123`. */
function readable(values: LiveAlert['reasons'][number]['values']) {
  const pattern = values?.pattern;
  if (typeof pattern !== 'string') return values ?? {};
  const rest = pattern
    .slice(2)
    .replace(/[a汉.]/g, '…')
    .replaceAll('9', '123');
  return { ...values, pattern: pattern.slice(0, 2) + rest };
}
