// The marks of a problem, its severity, an action and its verdict: a shape and a word, the colour comes third.
import { useTranslation } from 'react-i18next';
import { PROBLEM_STATES, type ProblemState, type Severity } from '../core/problem-words.contract.ts';
import '../../../../ui/tags.css';
import './problems.css';

/** How far a problem has come: one stroke a state, the present one filled. */
export function ProblemStateTag({ value }: { value: ProblemState }) {
  const { t } = useTranslation('pageproblems');
  const at = PROBLEM_STATES.indexOf(value);
  return (
    <span className="hy-tag hy-problem-state">
      <svg width="23" height="8" viewBox="0 0 23 8" aria-hidden="true">
        {PROBLEM_STATES.map((one, index) => (
          <rect
            key={one}
            x={index * 4}
            y={index === at ? 0 : 2.5}
            width="2.5"
            height={index === at ? 8 : 3}
            rx="1"
            fill={index <= at ? 'currentColor' : 'var(--line-strong)'}
            opacity={index < at ? 0.45 : 1}
          />
        ))}
      </svg>
      {t(`state.${value}`)}
    </span>
  );
}

const weights: Record<Severity, number> = { low: 1, medium: 2, high: 3, critical: 4 };

export function SeverityTag({ value }: { value: Severity }) {
  const { t } = useTranslation('pageproblems');
  return (
    <span className={`hy-tag hy-severity hy-severity-${value}`}>
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <rect
            key={step}
            x={(step - 1) * 3.7}
            y={12 - step * 2.8}
            width="2.5"
            height={step * 2.8}
            rx="1"
            fill={step <= weights[value] ? 'currentColor' : 'var(--line-strong)'}
          />
        ))}
      </svg>
      {t(`severity.${value}`)}
    </span>
  );
}

const marks = {
  improved: 'M2.5 6.5 5 9l4.5-6',
  not_improved: 'M3 3l6 6M9 3l-6 6',
  cannot_tell: 'M4 4.2a2 2 0 1 1 2.7 1.9c-.4.2-.7.5-.7 1M6 9.4v.1',
};

export function VerdictTag({ value }: { value: keyof typeof marks }) {
  const { t } = useTranslation('pageproblems');
  return (
    <span className={`hy-tag hy-verdict hy-verdict-${value}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        <path d={marks[value]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      {t(`verdict.${value}`)}
    </span>
  );
}
