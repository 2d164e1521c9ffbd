// The mark: one voice (the dot) and its echo (two arcs). It moves once, when asked to, and never by itself.
import './mark.css';

/**
 * @param size height in px
 * @param echo plays the 600 ms animation once each time it turns true
 * @param label spoken name; decorative when left out
 */
export function Mark({ size = 24, echo = false, label }: { size?: number; echo?: boolean; label?: string }) {
  return (
    <svg
      className={echo ? 'hy-mark hy-mark-echo' : 'hy-mark'}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      role={label ? 'img' : 'presentation'}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <circle cx="6" cy="12" r="3" fill="currentColor" stroke="none" />
      <path className="hy-mark-near" d="M11.5 7.2a6.8 6.8 0 0 1 0 9.6" />
      <path className="hy-mark-far" d="M15.6 3.6a12 12 0 0 1 0 16.8" />
    </svg>
  );
}

/** How an empty place looks: the mark, larger and quiet, in one of four moods. */
export function MarkPicture({ mood = 'quiet' }: { mood?: 'quiet' | 'done' | 'lost' | 'search' }) {
  return (
    <svg className="hy-picture" width="176" height="104" viewBox="0 0 176 104" fill="none" aria-hidden>
      <g stroke="var(--line-strong)" strokeWidth="1.5" strokeLinecap="round">
        <path d="M20 92h136" stroke="var(--line)" />
        <path d="M92 34a26 26 0 0 1 0 36" strokeDasharray={mood === 'lost' ? '3 6' : undefined} />
        <path d="M108 20a46 46 0 0 1 0 64" strokeDasharray={mood === 'done' ? undefined : '3 6'} />
        <path d="M124 8a64 64 0 0 1 0 88" strokeDasharray="1 8" />
      </g>
      <circle cx="66" cy="52" r="13" fill="var(--sunken)" stroke="var(--text-tertiary)" strokeWidth="1.5" />
      {mood === 'done' && (
        <path
          d="M60 52.5l4.3 4.3 8-9"
          stroke="var(--text)"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {mood === 'quiet' && <circle cx="66" cy="52" r="4" fill="var(--text-tertiary)" />}
      {mood === 'lost' && <path d="M61 52h10" stroke="var(--text-tertiary)" strokeWidth="2" strokeLinecap="round" />}
      {mood === 'search' && (
        <g stroke="var(--text)" strokeWidth="2" strokeLinecap="round">
          <circle cx="65" cy="51" r="5" />
          <path d="M69 55l4 4" />
        </g>
      )}
      <path d="M28 52h16" stroke="var(--line)" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
