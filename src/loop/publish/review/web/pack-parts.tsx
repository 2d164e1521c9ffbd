// The lists of a pack: themes that moved, cases to look at, what is late, and the words to read aloud.
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../../../ui/go.tsx';
import { numberText } from '../../../../ui/number-door.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { type CaseStatus, PlainTag, StatusTag } from '../../../../ui/tags.tsx';
import { useThemeNames } from '../../../understand/themes/web/theme-names.part.tsx';
import type { PackFacts, PackView } from '../core/review.contract.ts';

export function ThemeList({ pack, themes }: { pack: PackView; themes: PackFacts['rising'] }) {
  const { t, i18n } = useTranslation('review');
  if (themes.length === 0) return <p className="hy-pack-none">{t('pack.themeNone')}</p>;
  return (
    <ul className="hy-pack-list">
      {themes.map((theme) => (
        <li key={theme.key}>
          <GoLink
            className="hy-pack-theme"
            to="/feedback"
            search={{ theme: theme.key, saidFrom: pack.weekFrom, saidTo: pack.weekTo, repeats: 'hide' }}
          >
            <span className="hy-one-line hy-grow">{i18n.language === 'en' ? theme.en : theme.zh}</span>
            {theme.count > 0 && (
              <small className="hy-faint">
                {t('pack.unhappy', { text: numberText(theme.negative / theme.count, 'percent', i18n.language) })}
              </small>
            )}
            <span className="hy-figure hy-pack-move">
              {theme.count > theme.previous ? '↑' : '↓'} {Math.abs(theme.count - theme.previous)}
            </span>
            <span className="hy-figure hy-pack-count">
              {theme.count}
              <small className="hy-faint">{t('pack.was', { count: theme.previous })}</small>
            </span>
          </GoLink>
        </li>
      ))}
    </ul>
  );
}

export function CaseList({ cases }: { cases: PackFacts['urgentCases'] }) {
  const { t } = useTranslation('review');
  if (cases.length === 0) return <p className="hy-pack-none">{t('pack.casesNone')}</p>;
  return (
    <ul className="hy-pack-list">
      {cases.map((one) => (
        <li key={one.id}>
          <GoLink to={`/cases/${one.id}`}>
            <span className="hy-faint hy-figure">{one.number}</span>
            <span className="hy-one-line hy-grow">{one.title}</span>
            <StatusTag value={one.status as CaseStatus} />
            <small className="hy-quiet">{one.owner ?? t('pack.nobody')}</small>
          </GoLink>
        </li>
      ))}
    </ul>
  );
}

export function LateList({ rows }: { rows: PackFacts['late'] }) {
  const { t } = useTranslation('review');
  if (rows.length === 0) return <p className="hy-pack-none">{t('pack.lateNone')}</p>;
  return (
    <ul className="hy-pack-list">
      {rows.map((row) => {
        const to = row.problemId ? `/problems/${row.problemId}` : row.caseId ? `/cases/${row.caseId}` : '/promises';
        return (
          <li key={`${row.kind} ${row.id}`}>
            <GoLink to={to}>
              <PlainTag>{t(`kind.${row.kind}`)}</PlainTag>
              <span className="hy-one-line hy-grow">{row.title}</span>
              <small className="hy-quiet">{t(`lateState.${row.state}`, { defaultValue: '' })}</small>
              <small className={row.late ? 'hy-ink-negative' : 'hy-quiet'}>
                {row.dueOn ? t('pack.dueOn', { day: row.dueOn }) : ''}
                {row.late && row.kind !== 'problem' ? ` · ${t('pack.lateTag')}` : ''}
              </small>
              {row.kind !== 'promise' && <small className="hy-quiet">{row.owner ?? t('pack.nobody')}</small>}
            </GoLink>
          </li>
        );
      })}
    </ul>
  );
}

export function Quotes({ pack }: { pack: PackView }) {
  const { t } = useTranslation(['review', 'pagecollect']);
  const themes = useThemeNames();
  const { quotes } = pack.facts;
  if (quotes.length === 0) return <p className="hy-quiet">{t('pack.quotesNone')}</p>;
  return (
    <ul className="hy-quotes">
      {quotes.map((quote) => (
        <li key={quote.feedbackId} className={`hy-quote hy-quote-${quote.why}`}>
          <small>{t(`why.${quote.why}`, { theme: quote.theme ? themes.name(quote.theme) : '' })}</small>
          <blockquote>
            <GoLink to={`/feedback/${quote.feedbackId}`}>{quote.text}</GoLink>
          </blockquote>
          <small className="hy-faint">
            {t(`pagecollect:channel.${quote.channel}`)} · <RelativeTime at={quote.at} zone={pack.timeZone} />
          </small>
        </li>
      ))}
    </ul>
  );
}
