// A clock that counts: what is due, how long is left, why; told by shape and words, coloured only third.
import { Tooltip } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { absoluteText, spanParts } from './time-format.ts';
import { useNow } from './use-now.ts';
import './clock-badge.css';

export interface ClockBadgeProps {
  /** what is due, for example "first response" */
  label?: string;
  /** ISO instant at which it is due; null while paused or done without one */
  dueAt: string | null;
  /** `running` counts, `paused` stands still, `hit` and `missed` are over */
  state: 'running' | 'paused' | 'hit' | 'missed';
  /** ISO instant from which it warns; 15 minutes ahead when left out */
  warnAt?: string | null;
  /** while paused: what is left, ms of business time */
  remainingMs?: number | null;
  /** why it is due then, shown on hover: the policy and calendar */
  reason?: string;
}

type Tone = 'calm' | 'warn' | 'late' | 'paused' | 'hit' | 'missed';

/** Counts live; every second in the last hour, else every half minute. */
export function ClockBadge(props: ClockBadgeProps) {
  const { t, i18n } = useTranslation('ui');
  const due = props.dueAt ? Date.parse(props.dueAt) : Number.NaN;
  const close = props.state === 'running' && Math.abs(due - Date.now()) < 3_600_000;
  const now = useNow(close ? 'second' : 'minute');
  const tone = toneOf(props, due, now);
  const words = wordsOf(t, tone, due - now, props.remainingMs ?? null);
  const hover = [
    props.label,
    Number.isFinite(due) ? t('clock.due', { at: absoluteText(due, i18n.language) }) : '',
    props.reason,
  ];
  return (
    <Tooltip title={hover.filter(Boolean).map((line) => <div key={line}>{line}</div>)} mouseEnterDelay={0.2}>
      <span className={`hy-clock hy-clock-${tone}`}>
        <Dial tone={tone} />
        {props.label && <span className="hy-clock-label">{props.label}</span>}
        <span className="hy-clock-words">{words}</span>
      </span>
    </Tooltip>
  );
}

function toneOf(props: ClockBadgeProps, due: number, now: number): Tone {
  if (props.state !== 'running') return props.state;
  if (due <= now) return 'late';
  const warn = props.warnAt ? Date.parse(props.warnAt) : due - 15 * 60_000;
  return now >= warn ? 'warn' : 'calm';
}

/** "3 h 12 min" in the reader's language: two units at most, seconds only in the last minutes. */
export function spanText(t: TFunction, spanMs: number): string {
  const { days, hours, minutes, seconds } = spanParts(spanMs);
  if (days > 0) return t('ui:span.days', { days, hours });
  if (hours > 0) return t('ui:span.hours', { hours, minutes });
  if (minutes >= 10) return t('ui:span.minutes', { minutes });
  return t('ui:span.seconds', { minutes, seconds: String(seconds).padStart(2, '0') });
}

function wordsOf(t: TFunction, tone: Tone, span: number, remainingMs: number | null): string {
  if (tone === 'hit' || tone === 'missed') return t(`ui:clock.${tone}`);
  if (tone === 'paused')
    return remainingMs === null ? t('ui:clock.paused') : t('ui:clock.pausedLeft', { span: spanText(t, remainingMs) });
  return t(tone === 'late' ? 'ui:clock.late' : 'ui:clock.left', { span: spanText(t, span) });
}

function Dial({ tone }: { tone: Tone }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {(tone === 'calm' || tone === 'warn') && <circle cx="7" cy="7" r="5.5" />}
      {tone === 'calm' && <path d="M7 4v3.2l2 1.2" />}
      {tone === 'warn' && <path d="M7 7V1.5A5.5 5.5 0 0 1 12.5 7z" fill="currentColor" />}
      {tone === 'late' && <path d="M7 1.2 13 12.3H1zM7 5.2v3M7 10.1v.1" strokeLinejoin="round" />}
      {tone === 'paused' && <path d="M4.5 3v8M9.5 3v8" />}
      {tone === 'hit' && <path d="M2 7.5 5.5 11 12 3.5" />}
      {tone === 'missed' && <path d="M3 3l8 8M11 3l-8 8" />}
    </svg>
  );
}
