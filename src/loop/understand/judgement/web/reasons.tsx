// Why a label was given: the words, who found them (a rule or the model), and how much they weighed.
import { useTranslation } from 'react-i18next';
import type { Reason } from './label-words.ts';

/** A short list for a hover; `heading` tells which label they speak for where it is not the one shown. Draws nothing when there is nothing to say. */
export function ReasonList({
  reasons,
  confidence,
  heading,
}: {
  reasons: readonly Reason[];
  confidence?: number;
  heading?: string;
}) {
  const { t, i18n } = useTranslation(['pageunderstand', 'text']);
  const share = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  if (reasons.length === 0 && confidence === undefined) return null;
  return (
    <div className="hy-reasons">
      {heading && <p className="hy-reasons-heading">{heading}</p>}
      {confidence !== undefined && <p>{t('label.confidence', { share: percent.format(confidence) })}</p>}
      {reasons.slice(0, 6).map((reason) => (
        <p key={`${reason.label}${reason.text}${reason.weight}`}>
          <q>{reason.text}</q>
          <span>{t(`text:reason.${reason.kind}`, { defaultValue: t('text:reason.rule') })}</span>
          <span className="hy-figure">{share.format(reason.weight)}</span>
        </p>
      ))}
    </div>
  );
}
