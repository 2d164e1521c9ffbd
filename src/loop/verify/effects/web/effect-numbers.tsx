// The figures behind the verdict; each opens the rows it was counted from.
import { useTranslation } from 'react-i18next';
import { FigureStrip, NumberDoor } from '../../../../ui/number-door.tsx';
import { explorerSearch } from '../../../act/problems/web/effect-words.part.tsx';
import type { EffectResult, EffectView } from '../core/effect.contract.ts';

export function EffectNumbers({ view, result }: { view: EffectView; result: EffectResult }) {
  const { t, i18n } = useTranslation('pageeffects');
  const { outcome, plan, series } = result;
  const { estimate, change } = outcome;
  const number = (value: number, digits = 2) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: digits }).format(value);
  const before = series.filter((day) => day.side === 'before');
  const after = series.filter((day) => day.side === 'after');
  const windowOf = (days: typeof series) => (days.length > 0 ? `${days[0]!.day} – ${days.at(-1)!.day}` : undefined);
  const rows = (days: typeof series) => explorerSearch(plan.measure, days[0]?.day, days.at(-1)?.day);
  return (
    <FigureStrip label={t('numbers.label')}>
      <NumberDoor
        label={t('numbers.ratio')}
        value={estimate?.ratio ?? null}
        text={estimate ? `×${number(estimate.ratio)}` : undefined}
        note={estimate ? t('numbers.interval', { low: number(estimate.low), high: number(estimate.high) }) : undefined}
        formula={t(plan.control ? 'formula.control' : 'formula.own')}
        window={windowOf(series)}
      />
      <NumberDoor
        label={t(change?.per === 'day' ? 'numbers.changeDay' : `numbers.change.${plan.exposure}`)}
        value={change?.value ?? null}
        note={change ? t('numbers.interval', { low: number(change.low, 1), high: number(change.high, 1) }) : undefined}
        formula={t('formula.change')}
        denominator={t(`exposure.${plan.exposure}`)}
        window={windowOf(after)}
      />
      <NumberDoor
        label={t('numbers.before')}
        value={outcome.countBefore}
        note={t('numbers.days', { count: outcome.daysBefore })}
        formula={t('formula.count')}
        window={windowOf(before)}
        to="/feedback"
        search={rows(before)}
      />
      <NumberDoor
        label={t('numbers.after')}
        value={outcome.countAfter}
        note={
          outcome.expectedAfter === null
            ? t('numbers.days', { count: outcome.daysAfter })
            : t('numbers.without', { count: outcome.daysAfter, expected: number(outcome.expectedAfter, 0) })
        }
        formula={t('formula.count')}
        window={windowOf(after)}
        to="/feedback"
        search={after.length > 0 ? rows(after) : explorerSearch(plan.measure, view.effectiveOn)}
      />
    </FigureStrip>
  );
}
