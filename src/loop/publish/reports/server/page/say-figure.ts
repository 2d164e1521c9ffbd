// Puts a figure into words for a reader: its value, its interval, what it stands on, and the value before.
import { type Language, type Translate, translator } from '../../../../../platform/i18n/translate.ts';
import type { PublicFigure } from '../../core/public-report.ts';

export interface FigureWords {
  /** Name of what is measured. */
  label: string;
  value: string;
  /** "12% to 15%", or null. */
  range: string | null;
  /** "120 of 900", "35 cases", or null. */
  base: string | null;
  /** "14% before", or null. */
  before: string | null;
  formula: string;
}

/** Makes the speaker of one language. */
export function figureSpeaker(language: Language, themes: Record<string, { zh: string; en: string }>) {
  const t = translator(language);
  const count = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

  const amount = (figure: Pick<PublicFigure, 'form'>, value: number): string => {
    switch (figure.form) {
      case 'count':
        return count.format(value);
      case 'share':
        return percent.format(value);
      case 'points':
        return signed.format(value);
      case 'change':
        return t('reports:points', { value: signed.format(value * 100) });
      case 'minutes':
        return spanWords(t, plain, value);
    }
  };
  /** A number inside an interval: the unit is said once. */
  const bare = (figure: Pick<PublicFigure, 'form'>, value: number): string =>
    figure.form === 'change' ? signed.format(value * 100) : amount(figure, value);

  const itemName = (figure: Pick<PublicFigure, 'metric' | 'item'>): string | null => {
    if (figure.item === null) return null;
    if (figure.metric === 'channelVoices') return t(`pagecollect:channel.${figure.item}`, undefined, figure.item);
    if (figure.metric === 'sentimentShare') return t(`reports:sentiment.${figure.item}`);
    const theme = themes[figure.item];
    return theme ? theme[language === 'en' ? 'en' : 'zh'] : figure.item;
  };

  return {
    t,
    language,
    count: (value: number) => count.format(value),
    percent: (value: number) => percent.format(value),
    itemName,
    /** The interval alone, without its name. */
    range: (figure: Pick<PublicFigure, 'form' | 'low' | 'high'>): string | null =>
      figure.low === null || figure.high === null
        ? null
        : t('reports:interval', { low: bare(figure, figure.low), high: bare(figure, figure.high) }),
    say(figure: PublicFigure): FigureWords {
      const { form, metric } = figure;
      const before = figure.previous === null ? null : amount(figure, figure.previous);
      return {
        label: itemName(figure) ?? t(`reports:metric.${metric}`),
        value: figure.hidden
          ? t('reports:hidden')
          : figure.value === null
            ? t('reports:none')
            : amount(figure, figure.value),
        range: this.range(figure),
        base: baseOf(t, count, figure, form),
        before: before === null ? null : t('reports:previous', { value: before }),
        formula: t(`reports:formula.${metric}`),
      };
    },
  };
}

export type FigureSpeaker = ReturnType<typeof figureSpeaker>;

function baseOf(t: Translate, count: Intl.NumberFormat, figure: PublicFigure, form: string): string | null {
  if (figure.of === null || figure.of === 0) return null;
  if (form === 'minutes') return t('reports:over', { count: count.format(figure.of) });
  if (figure.count === null) return null;
  return t('reports:of', { count: count.format(figure.count), of: count.format(figure.of) });
}

/** Minutes under two hours, hours under two days, days beyond. */
function spanWords(t: Translate, plain: Intl.NumberFormat, minutes: number): string {
  if (minutes < 120) return t('reports:span.minutes', { value: plain.format(minutes) });
  if (minutes < 2880) return t('reports:span.hours', { value: plain.format(minutes / 60) });
  return t('reports:span.days', { value: plain.format(minutes / 1440) });
}
