// Who works on a problem, what it is about, and how it ended.
import { useTranslation } from 'react-i18next';
import { GoLink } from '../../../../ui/go.tsx';
import { joinWords } from '../../../../ui/join-words.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Section, Terms } from '../../../../ui/section.tsx';
import { useThemeNames } from '../../cases/web/names.part.tsx';
import type { ProblemView } from '../core/problem.contract.ts';
import { explorerSearch } from './effect-words.part.tsx';
import { EMPTY_MEASURE } from './measure-fields.part.tsx';

export function ProblemFacts({ problem }: { problem: ProblemView }) {
  const { t, i18n } = useTranslation('pageproblems');
  const { themeName } = useThemeNames();
  const none = <span className="hy-faint">{t('nothing')}</span>;
  const rows = [
    { term: t('field.owner'), value: problem.owner?.name ?? <span className="hy-faint">{t('owner.none')}</span> },
    {
      term: t('field.members'),
      value:
        problem.members.length > 0
          ? joinWords(
              problem.members.map((one) => one.name),
              i18n.language,
            )
          : none,
    },
    {
      term: t('field.theme'),
      value:
        problem.themes.length > 0
          ? problem.themes.map((key) => (
              <GoLink
                key={key}
                className="hy-link hy-problem-theme"
                to="/feedback"
                search={explorerSearch({ ...EMPTY_MEASURE, themes: [key] })}
              >
                {themeName(key)}
              </GoLink>
            ))
          : none,
    },
    {
      term: t('field.product'),
      value:
        problem.products.length > 0
          ? joinWords(
              problem.products.map((one) => one.name),
              i18n.language,
            )
          : none,
    },
    { term: t('field.opened'), value: <RelativeTime at={problem.openedAt} /> },
    ...(problem.openedBy ? [{ term: t('field.openedBy'), value: problem.openedBy.name }] : []),
    ...(problem.solvedHow
      ? [{ term: t('field.solved'), value: problem.solvedReason ?? t(`solved.${problem.solvedHow}`) }]
      : []),
    ...(problem.reopenedCount > 0
      ? [{ term: t('field.reopened'), value: t('count.times', { count: problem.reopenedCount }) }]
      : []),
  ];
  return (
    <Section title={t('facts')}>
      <Terms rows={rows} />
    </Section>
  );
}
