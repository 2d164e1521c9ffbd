// The figures of a section as doors: value, interval, what it stands on, and its rows.
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { FigureStrip, NumberDoor, numberText } from '../../../../ui/number-door.tsx';
import type { ReportFigure, ReportFigures } from '../core/report-figures.contract.ts';

/** A value in words; `–` where nothing was measured. */
export function valueText(t: TFunction, language: string, form: ReportFigure['form'], value: number | null): string {
  if (value === null) return '–';
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  if (form === 'share') return numberText(value, 'percent', language);
  if (form === 'points') return signed.format(value);
  if (form === 'change') return t('pagereports:points', { value: signed.format(value * 100) });
  if (form === 'minutes') {
    const plain = (amount: number) => numberText(amount, 'plain', language);
    if (value < 120) return t('pagereports:minutes', { value: plain(value) });
    if (value < 2880) return t('pagereports:hours', { value: plain(value / 60) });
    return t('pagereports:days', { value: plain(value / 1440) });
  }
  return numberText(value, 'plain', language);
}

/** @param keys figures in the order they are shown; those that are not there are left out */
export function FigureDoors({
  figures,
  keys,
  label,
}: {
  figures: ReportFigures;
  keys: readonly string[];
  label: string;
}) {
  const { t, i18n } = useTranslation(['pagereports', 'reports', 'pagecollect']);
  const found = keys.flatMap((key) => figures.figures.find((figure) => figure.key === key) ?? []);
  if (found.length === 0) return null;
  const say = (figure: ReportFigure, value: number | null) => valueText(t, i18n.language, figure.form, value);
  return (
    <FigureStrip label={label}>
      {found.map((figure) => {
        const range =
          figure.low === null || figure.high === null
            ? null
            : t('reports:interval', { low: say(figure, figure.low), high: say(figure, figure.high) });
        const before =
          figure.previous === null ? null : t('pagereports:previous', { value: say(figure, figure.previous) });
        return (
          <NumberDoor
            key={figure.key}
            label={figureName(t, figures, figure, i18n.language)}
            value={figure.value}
            text={say(figure, figure.value)}
            formula={t(`reports:formula.${figure.metric}`)}
            window={t('pagereports:window', { from: figure.from, to: figure.to, zone: figures.timeZone })}
            {...(figure.of === null
              ? {}
              : {
                  denominator:
                    figure.count === null
                      ? numberText(figure.of, 'plain', i18n.language)
                      : t('pagereports:share_of', {
                          count: numberText(figure.count, 'plain', i18n.language),
                          of: numberText(figure.of, 'plain', i18n.language),
                        }),
                })}
            {...(figure.rows ? { to: figure.rows.to, search: figure.rows.search } : {})}
            note={
              <>
                {[range, before].filter(Boolean).join(' · ')}
                {figure.hidden && <span className="report-hidden">{t('pagereports:hidden.tag')}</span>}
              </>
            }
          />
        );
      })}
    </FigureStrip>
  );
}

/** What a figure is called: its channel, sentiment or theme, else its measure. */
export function figureName(
  t: TFunction,
  figures: Pick<ReportFigures, 'themes'>,
  figure: Pick<ReportFigure, 'metric' | 'item'>,
  language: string,
): string {
  if (figure.item === null) return t(`reports:metric.${figure.metric}`);
  if (figure.metric === 'channelVoices') return t(`pagecollect:channel.${figure.item}`, { defaultValue: figure.item });
  if (figure.metric === 'sentimentShare') return t(`reports:sentiment.${figure.item}`);
  return figures.themes[figure.item]?.[language === 'en' ? 'en' : 'zh'] ?? figure.item;
}
