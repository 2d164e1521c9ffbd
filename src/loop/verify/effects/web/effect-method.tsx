// How it was reckoned, in words: what was counted, against what, by which rule, and what the days were like.
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../../../ui/go.tsx';
import { Section, Terms } from '../../../../ui/section.tsx';
import type { Measure } from '../../../act/problems/core/problem.contract.ts';
import { effectText, expectedText, explorerSearch } from '../../../act/problems/web/effect-words.part.tsx';
import { useMeasureText } from '../../../act/problems/web/measure-text.part.tsx';
import type { EffectResult, EffectView } from '../core/effect.contract.ts';

export function EffectMethod({ view, result }: { view: EffectView; result: EffectResult }) {
  const { t, i18n } = useTranslation('pageeffects');
  const { plan, outcome } = result;
  const number = (value: number) => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(value);
  const rows = [
    { term: t('plan.measure'), value: <MeasureLink measure={plan.measure} /> },
    {
      term: t('plan.against'),
      value: plan.control ? (
        <>
          {t('plan.controlIs')} <MeasureLink measure={plan.control} />
        </>
      ) : (
        t('plan.ownPast')
      ),
    },
    { term: t('plan.exposure'), value: plan.control ? t('plan.cancels') : t(`exposure.${plan.exposure}`) },
    {
      term: t('plan.days'),
      value: t('plan.daysText', { before: plan.beforeDays, washout: plan.washoutDays, from: view.effectiveOn }),
    },
    { term: t('plan.expected'), value: expectedText(t, i18n.language, plan) },
    { term: t('plan.rule'), value: t('rule') },
    ...(outcome.dispersion
      ? [
          {
            term: t('plan.scatter'),
            value: t('scatter', {
              before: number(outcome.dispersion[0]),
              after: number(outcome.dispersion[1]),
              correlation: number(outcome.correlation ?? 0),
            }),
          },
        ]
      : []),
    ...(outcome.drift
      ? [{ term: t('plan.drift'), value: t('drift', { effect: effectText(t, i18n.language, outcome.drift) }) }]
      : []),
  ];
  return (
    <Section title={t('method.title')} sentence={t('method.sentence')}>
      <Terms rows={rows} />
    </Section>
  );
}

function MeasureLink({ measure }: { measure: Measure }) {
  const textOf = useMeasureText();
  return (
    <GoLink to="/feedback" search={explorerSearch(measure)} className="hy-link">
      {textOf(measure)}
    </GoLink>
  );
}
