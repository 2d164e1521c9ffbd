// The verdict in one plain sentence, with what to mind, and whether it is the one that counts.
import { useTranslation } from 'react-i18next';
import { effectText } from '../../../act/problems/web/effect-words.part.tsx';
import { VerdictTag } from '../../../act/problems/web/problem-tags.part.tsx';
import type { EffectResult, EffectView } from '../core/effect.contract.ts';

export function EffectVerdict({ view, result }: { view: EffectView; result: EffectResult }) {
  const { t, i18n } = useTranslation('pageeffects');
  const { outcome, look, verdict } = result;
  const { estimate, reasons, daysNeeded } = outcome;
  const more = daysNeeded === null ? null : Math.max(0, daysNeeded - outcome.daysAfter);
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(result.plan.size);
  return (
    <section
      className={look === 'interim' ? 'hy-effect-verdict' : `hy-effect-verdict hy-effect-${verdict}`}
      aria-label={t('verdict')}
    >
      <p className="hy-effect-line">
        <VerdictTag value={verdict} />
        <span className="hy-tag hy-faint">{t(`look.${look}`)}</span>
      </p>
      <p className="hy-effect-sentence">
        {look === 'interim' && t('soFar')}
        {t(`says.${verdict}${reasons.includes('got_worse') ? '_worse' : ''}`, {
          effect: estimate ? effectText(t, i18n.language, estimate) : '',
          context: estimate ? '' : 'nothing',
        })}
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>
              {t(`reason.${reason}`, {
                days: outcome.daysAfter,
                before: outcome.daysBefore,
                count: Math.round(outcome.countBefore),
                expected: Math.round(outcome.expectedAfter ?? 0),
              })}
            </li>
          ))}
        </ul>
      )}
      {verdict === 'cannot_tell' && (
        <p className="hy-quiet">
          {daysNeeded === null
            ? t('power.never', { share })
            : more === 0
              ? t('power.enough', { share })
              : t('power.more', { share, days: more })}
        </p>
      )}
      {look === 'interim' && <p className="hy-quiet">{t('interim', { review: view.reviewOn })}</p>}
      {view.review && look !== 'review' && (
        <p className="hy-quiet">{t('reviewed', { verdict: t(`pageproblems:verdict.${view.review.verdict}`) })}</p>
      )}
    </section>
  );
}
