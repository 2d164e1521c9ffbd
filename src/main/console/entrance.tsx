// The look of the pages before the house: a letter on the left, the echo going out on the right.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../ui/mark.tsx';
import { STAGES } from '../../ui/tokens.ts';
import { LanguageSwitch, LookSwitch } from './switches.tsx';

export function Entrance({ title, sentence, children }: { title: string; sentence?: string; children: ReactNode }) {
  const { t } = useTranslation('console');
  return (
    <div className="hy-entrance">
      <header>
        <Mark size={28} />
        <strong>{t('name')}</strong>
        <span className="hy-grow" />
        <LanguageSwitch />
        <LookSwitch />
      </header>
      <main>
        <h1>{title}</h1>
        {sentence && <p className="hy-quiet">{sentence}</p>}
        {children}
      </main>
      <Echo />
    </div>
  );
}

/** The loop as an echo: one voice, six answers. Decorative. */
function Echo() {
  const { t } = useTranslation('ui');
  return (
    <div className="hy-echo" aria-hidden>
      <svg role="presentation" viewBox="0 0 640 900" preserveAspectRatio="xMinYMid slice">
        <circle cx="56" cy="450" r="16" fill="var(--text)" />
        {STAGES.map((stage, index) => {
          const radius = 92 + index * 84;
          const turn = ((-40 + index * 16) * Math.PI) / 180;
          const x = 56 + radius * Math.cos(turn);
          const y = 450 + radius * Math.sin(turn);
          const reach = Math.PI / 3.1;
          const from = `${56 + radius * Math.cos(-reach)} ${450 + radius * Math.sin(-reach)}`;
          const to = `${56 + radius * Math.cos(reach)} ${450 + radius * Math.sin(reach)}`;
          return (
            <g key={stage}>
              <path d={`M${from}A${radius} ${radius} 0 0 1 ${to}`} fill="none" stroke="var(--line)" strokeWidth="1.5" />
              <circle cx={x} cy={y} r="5" fill={`var(--stage-${stage})`} />
              <text x={x + 14} y={y + 5} className="hy-echo-word">
                {t(`stage.${stage}`)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
