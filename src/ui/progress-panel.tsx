// Long work tells how far it is, how fast, how long still, and what became of every row.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { spanText } from './clock-badge.tsx';
import './progress-panel.css';

export interface ProgressPanelProps {
  title: ReactNode;
  state: 'waiting' | 'running' | 'paused' | 'done' | 'failed';
  done: number;
  /** null while unknown; the bar then shows that it works, not how far */
  total: number | null;
  /** what is counted, for example "rows" */
  unit: string;
  /** units a second, measured by the service */
  perSecond?: number | null;
  /** named counts beneath: recorded, duplicates, rejected … `to` is drawn by the caller as `value` */
  counts?: readonly { label: string; value: ReactNode; tone?: 'negative' | 'positive' }[];
  /** sentence under the bar in place of the usual one */
  sentence?: ReactNode;
  actions?: ReactNode;
}

export function ProgressPanel(props: ProgressPanelProps) {
  const { t, i18n } = useTranslation('ui');
  const whole = new Intl.NumberFormat(i18n.language);
  const share = props.total ? Math.min(1, props.done / props.total) : null;
  const isUnknown = share === null && props.state === 'running';
  const left =
    props.state === 'running' && props.total && props.perSecond
      ? ((props.total - props.done) / props.perSecond) * 1000
      : null;
  const howFar = props.total
    ? t('progress.of', { done: whole.format(props.done), total: whole.format(props.total), unit: props.unit })
    : t('progress.some', { done: whole.format(props.done), unit: props.unit });
  const words = [
    howFar,
    props.state === 'running' && props.perSecond
      ? t('progress.rate', { rate: whole.format(Math.round(props.perSecond)), unit: props.unit })
      : '',
    left === null ? '' : left < 60_000 ? t('progress.soon') : t('progress.left', { span: spanText(t, left) }),
  ].filter(Boolean);
  return (
    <section className={`hy-progress hy-progress-${props.state}`}>
      <div className="hy-progress-head">
        <strong>{props.title}</strong>
        <span>{t(`progress.${props.state}`)}</span>
        <span className="hy-grow" />
        {share !== null && <span className="hy-progress-share">{Math.floor(share * 100)}%</span>}
        {props.actions}
      </div>
      <div
        className={isUnknown ? 'hy-progress-track hy-progress-unknown' : 'hy-progress-track'}
        role="progressbar"
        aria-label={typeof props.title === 'string' ? props.title : t('progress.running')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.floor(share * 100)}
      >
        <div style={isUnknown ? undefined : { transform: `scaleX(${props.state === 'done' ? 1 : (share ?? 0)})` }} />
      </div>
      <p>{props.sentence ?? words.join(' · ')}</p>
      {props.counts && (
        <dl>
          {props.counts.map((count) => (
            <div key={count.label}>
              <dt>{count.label}</dt>
              <dd className={count.tone ? `hy-ink-${count.tone}` : undefined}>
                {typeof count.value === 'number' ? whole.format(count.value) : count.value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
