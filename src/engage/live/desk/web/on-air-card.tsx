// What is on air: link number, price, how long, how long still, and how people speak of it just now.

import { useTranslation } from 'react-i18next';
import { moneyText } from '../../../../kit/money.ts';
import { Icon } from '../../../../ui/icons.tsx';
import type { ProductPulse } from '../../analysis/core/analysis.contract.ts';
import { signal } from './signals.ts';
import { Since, Until } from './since.tsx';
import { useDesk, useDeskHere } from './use-desk.tsx';
import { usePin } from './use-pin.ts';

export function OnAirCard() {
  const { t, i18n } = useTranslation('livedesk');
  const { mayWork } = useDeskHere();
  const onAir = useDesk('onAir');
  const board = useDesk('board');
  const pulses = useDesk('pulses');
  const pin = usePin();
  if (!onAir)
    return (
      <section className="ld-air ld-air-none" aria-label={t('air.title')}>
        <h2>{t('air.title')}</h2>
        <p className="ld-faint">{t('air.none')}</p>
      </section>
    );
  const countdown = board.countdown?.productId === onAir.productId ? board.countdown : null;
  const pulse = pulses.find((one) => one.productId === onAir.productId);
  return (
    <section className="ld-air" aria-label={t('air.title')}>
      <header>
        <h2>{t('air.title')}</h2>
        <span className="hy-grow" />
        {countdown && <Until at={countdown.until} label={t('air.left')} over={t('air.over')} />}
        <Since at={onAir.since} label={t('air.since')} />
        {mayWork && (
          <>
            <button
              type="button"
              className="ld-icon-button"
              aria-label={t(countdown ? 'air.countdown_change' : 'air.countdown')}
              title={t(countdown ? 'air.countdown_change' : 'air.countdown')}
              onClick={() => signal('countdown')}
            >
              <Icon name="clock" />
            </button>
            <button
              type="button"
              className="ld-icon-button"
              aria-label={t('air.off')}
              title={t('air.off')}
              onClick={pin.off}
            >
              <Icon name="close" />
            </button>
          </>
        )}
      </header>
      <p className="ld-air-title" title={onAir.title}>
        {onAir.index !== null && <b>{t('air.link', { index: onAir.index })}</b>} {onAir.title}
      </p>
      <div className="ld-air-line">
        {onAir.price && <strong>{moneyText(onAir.price, i18n.language)}</strong>}
        <PulseBar pulse={pulse ?? null} isLarge />
      </div>
    </section>
  );
}

/** Mood around zero with its interval; the figure of people stands beside it, and little of it is said to be little. */
export function PulseBar({ pulse, isLarge = false }: { pulse: ProductPulse | null; isLarge?: boolean }) {
  const { t } = useTranslation('livedesk');
  if (!pulse || pulse.n === 0)
    return isLarge ? <p className="ld-faint ld-pulse-none">{t('pulse.none')}</p> : <span className="ld-pulse" />;
  const at = (value: number) => `${50 + Math.max(-1, Math.min(1, value)) * 50}%`;
  const hundred = (value: number) => Math.round(value * 100);
  const said = t('pulse.said', {
    value: hundred(pulse.value),
    low: hundred(pulse.low),
    high: hundred(pulse.high),
    n: Math.round(pulse.n),
    positive: Math.round(pulse.positive),
    negative: Math.round(pulse.negative),
  });
  const tone = pulse.high < 0 ? 'negative' : pulse.low > 0 ? 'positive' : 'neutral';
  return (
    <div className={`ld-pulse ld-pulse-${tone} ${isLarge ? 'ld-pulse-large' : ''}`} title={said}>
      {isLarge && <span className="ld-pulse-label">{t('pulse.label')}</span>}
      <span className="ld-pulse-track" role="img" aria-label={said}>
        <i className="ld-pulse-zero" />
        <i
          className="ld-pulse-range"
          style={{ left: at(pulse.low), width: `calc(${at(pulse.high)} - ${at(pulse.low)})` }}
        />
        <i className="ld-pulse-dot" style={{ left: at(pulse.value) }} />
      </span>
      {isLarge && (
        <span className="ld-pulse-value">
          {pulse.value > 0 ? '+' : ''}
          {hundred(pulse.value)} <small>{t('pulse.n', { count: Math.round(pulse.n) })}</small>
        </span>
      )}
    </div>
  );
}
