// The small marks for feeling, stage, priority and status: always a shape and a word, the colour comes third.
import { useTranslation } from 'react-i18next';
import './tags.css';

export type Sentiment = 'positive' | 'neutral' | 'negative';
/** The five classes of feedback; the first three are also the sentiment labels. */
export type FeedbackClass = Sentiment | 'urgent' | 'latent';
export type Priority = 'none' | 'low' | 'medium' | 'high' | 'urgent';
export type CaseStatus = 'new' | 'open' | 'pending' | 'on_hold' | 'resolved' | 'verified' | 'closed';

const glyphs: Record<FeedbackClass, string> = {
  positive: 'M3 6.8c.8 1.5 1.8 2.2 3 2.2s2.2-.7 3-2.2',
  neutral: 'M3 7.3h6',
  negative: 'M3 8.7c.8-1.5 1.8-2.2 3-2.2s2.2.7 3 2.2',
  urgent: 'M6.7 1 2.5 7H6l-.7 4L9.5 5H6z',
  latent: 'M4 4.3a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1M6 9.2v.1',
};

/** Feeling or class of a feedback; urgent is filled, latent dashed. `bare` shows the glyph only, the word on hover. */
export function SentimentTag({ value, bare = false }: { value: FeedbackClass; bare?: boolean }) {
  const { t } = useTranslation('ui');
  const word = t(`sentiment.${value}`);
  return (
    <span className={`hy-tag hy-feeling hy-feeling-${value}`} title={bare ? word : undefined}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path
          d={glyphs[value]}
          fill={value === 'urgent' ? 'currentColor' : 'none'}
          stroke={value === 'urgent' ? 'none' : 'currentColor'}
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </svg>
      <span className={bare ? 'hy-hidden' : undefined}>{word}</span>
    </span>
  );
}

const priorityBars: Record<Priority, number> = { none: 0, low: 1, medium: 2, high: 3, urgent: 4 };

/** How much it matters: bars and a word. */
export function PriorityTag({ value, bare = false }: { value: Priority; bare?: boolean }) {
  const { t } = useTranslation('ui');
  const bars = priorityBars[value];
  const word = t(`priority.${value}`);
  return (
    <span className={`hy-tag hy-priority hy-priority-${value}`} title={bare ? word : undefined}>
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
        {[0, 1, 2, 3].map((index) => (
          <rect
            key={index}
            x={index * 3.7}
            y={9 - index * 2.8}
            width="2.5"
            height={3 + index * 2.8}
            rx="1"
            fill={index < bars ? 'currentColor' : 'var(--line-strong)'}
          />
        ))}
      </svg>
      <span className={bare ? 'hy-hidden' : undefined}>{word}</span>
    </span>
  );
}

/** A case's status in words, with a ring that fills as the case moves on. */
export function StatusTag({ value }: { value: CaseStatus }) {
  const { t } = useTranslation('ui');
  return (
    <span className={`hy-tag hy-status hy-status-${value}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <StatusShape value={value} />
      </svg>
      {t(`status.${value}`)}
    </span>
  );
}

function StatusShape({ value }: { value: CaseStatus }) {
  const ring = { cx: 6, cy: 6, r: 4.7, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 };
  if (value === 'new') return <circle {...ring} strokeDasharray="2 2" />;
  if (value === 'open') return <circle {...ring} />;
  if (value === 'pending')
    return (
      <path
        d="M6 1.3a4.7 4.7 0 0 1 0 9.4z M6 1.3a4.7 4.7 0 0 0 0 9.4"
        fill="currentColor"
        fillOpacity="0.35"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    );
  if (value === 'on_hold')
    return <path d="M4 2.5v7M8 2.5v7" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />;
  if (value === 'closed') return <circle cx="6" cy="6" r="5.2" fill="currentColor" />;
  return (
    <>
      <circle cx="6" cy="6" r="5.5" fill="currentColor" />
      <path
        d="M3.6 6.2 5.3 7.9 8.5 4.4"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  );
}

/** A quiet word in a hairline box, for channels, languages and versions. */
export function PlainTag({ children, title }: { children: React.ReactNode; title?: string }) {
  return (
    <span className="hy-tag hy-plain" title={title}>
      {children}
    </span>
  );
}
