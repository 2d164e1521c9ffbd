// What a re-judgement changed: from which engines to which, and how many labels went where.
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgementRunView } from '../core/judgement.contract.ts';

/** The engines whose labels were replaced, most feedback first, and the one that judged. */
export function FromTo({ run }: { run: JudgementRunView }) {
  const { i18n } = useTranslation();
  const whole = new Intl.NumberFormat(i18n.language);
  const before = Object.entries(run.was).sort(([, one], [, other]) => other - one);
  return (
    <span className="hy-judging-engine">
      {before.slice(0, 3).map(([engine, count], index) => (
        <span key={engine}>
          {index > 0 && ', '}
          {engine} <span className="hy-faint">{whole.format(count)}</span>
        </span>
      ))}
      {before.length > 0 && ' → '}
      {run.engine}
    </span>
  );
}

const SHOWN = 6;
/** The class follows the sentiment nearly always; it is told only where it tells more. */
const hidden = (move: string) => move.startsWith('class:') && !move.includes('urgent') && !move.includes('latent');

/** Counts by label for the panel, most frequent first. */
export function moveCounts(run: JudgementRunView, t: TFunction): { label: string; value: ReactNode }[] {
  return Object.entries(run.moves)
    .filter(([move]) => !hidden(move))
    .sort(([, one], [, other]) => other - one)
    .slice(0, SHOWN)
    .map(([move, count]) => {
      const [label = '', change] = move.split(':');
      const name = t(`pageunderstand:label.${label}`);
      if (!change) return { label: name, value: count };
      const space = label === 'class' ? 'ui:sentiment' : 'text:sentiment';
      const [from, to] = change.split('>').map((value) => t(`${space}.${value}`));
      return { label: `${from} → ${to}`, value: count };
    });
}
