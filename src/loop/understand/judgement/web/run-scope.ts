// Which feedback a re-judgement takes, in one line of words; everything only when nothing narrows it.
import type { TFunction } from 'i18next';
import { joinWords } from '../../../../ui/join-words.ts';
import type { RunScope } from '../core/judgement.contract.ts';

const WORDS = 6;

interface Reader {
  t: TFunction<['pageunderstand', 'pagecollect']>;
  /** name of a theme by its key */
  theme: (key: string) => string;
  language: string;
  /** the workspace's time zone */
  zone: string;
}

export function scopeWords(scope: RunScope, { t, theme, language, zone }: Reader): string {
  const words = scope.words ?? [];
  const parts = [
    scope.outdatedOnly ? t('judging.outdated') : '',
    scope.channel ? t(`pagecollect:channel.${scope.channel}`) : '',
    scope.productId ? t('judging.product') : '',
    scope.theme ? theme(scope.theme) : '',
    words.length > 0
      ? t('judging.words', {
          words: joinWords(words.slice(0, WORDS), language) + (words.length > WORDS ? ` +${words.length - WORDS}` : ''),
        })
      : '',
    saidWhen(scope, language, zone, t),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : t('judging.all');
}

/** `to` is exclusive: the last day is the one just before it. */
function saidWhen({ from, to }: RunScope, language: string, zone: string, t: Reader['t']): string {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zone });
  const first = from ? new Date(from) : null;
  const last = to ? new Date(Date.parse(to) - 1) : null;
  if (first && last && first <= last) return t('judging.between', { days: day.formatRange(first, last) });
  if (first) return t('judging.since', { day: day.format(first) });
  return last ? t('judging.until', { day: day.format(last) }) : '';
}
