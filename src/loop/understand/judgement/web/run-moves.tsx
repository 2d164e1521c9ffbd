// What a re-judgement changed: from which engines to which, and how many labels went where.
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgementRunView } from '../core/judgement.contract.ts';

const ENGINES = 3;
const SHOWN = 6;

/** The engines whose labels were replaced, most feedback first, and the one that judged. */
export function FromTo({ run, isWhole }: { run: JudgementRunView; isWhole: boolean }) {
  const { t, i18n } = useTranslation('pageunderstand');
  const whole = new Intl.NumberFormat(i18n.language);
  const before = Object.entries(run.was).sort(([, one], [, other]) => other - one);
  const shown = isWhole ? before : before.slice(0, ENGINES);
  return (
    <span className="hy-judging-engine">
      {shown.map(([engine, count], index) => (
        <span key={engine}>
          {index > 0 && ', '}
          {engine} <span className="hy-faint">{whole.format(count)}</span>
        </span>
      ))}
      {before.length > shown.length && `, ${t('judging.moreEngines', { count: before.length - shown.length })}`}
      {before.length > 0 && ' → '}
      {run.engine}
    </span>
  );
}

/** The class follows the sentiment nearly always; it is told only where it tells more. */
const hidden = (move: string) => move.startsWith('class:') && !move.includes('urgent') && !move.includes('latent');

const movesOf = (run: JudgementRunView) => Object.entries(run.moves).filter(([move]) => !hidden(move));

/** How many changes and engines the short panel leaves out. */
export function leftOut(run: JudgementRunView): { moves: number; engines: number } {
  return {
    moves: Math.max(0, movesOf(run).length - SHOWN),
    engines: Math.max(0, Object.keys(run.was).length - ENGINES),
  };
}

/** Counts by label for the panel, most frequent first; the most frequent ones unless all are wanted. */
export function moveCounts(
  run: JudgementRunView,
  t: TFunction,
  isWhole: boolean,
): { label: string; value: ReactNode }[] {
  return movesOf(run)
    .sort(([, one], [, other]) => other - one)
    .slice(0, isWhole ? undefined : SHOWN)
    .map(([move, count]) => {
      const [label = '', change] = move.split(':');
      const name = t(`pageunderstand:label.${label}`);
      if (!change) return { label: name, value: count };
      const space = label === 'class' ? 'ui:sentiment' : 'text:sentiment';
      const [from, to] = change.split('>').map((value) => t(`${space}.${value}`));
      return { label: `${from} → ${to}`, value: count };
    });
}
