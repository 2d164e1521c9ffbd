// What still stands in the way of opening, in plain words, each leading to the question it is in.
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import type { FormProblem } from '../core/form.contract.ts';
import { questionName } from './form-words.ts';
import type { FormDraft } from './use-form-draft.ts';

const SHOWN = 5;

export function ProblemList({ draft }: { draft: FormDraft }) {
  const { t, i18n } = useTranslation(['pageforms', 'problems']);
  const filters = useFilters();
  const { questions } = draft.definition;
  if (draft.problems.length === 0) return null;
  const where = (problem: FormProblem): { name: string; id?: string } => {
    const index = /^definition\.questions\.(\d+)/.exec(problem.path)?.[1];
    const question = index === undefined ? undefined : questions[Number(index)];
    if (question) return { name: questionName(t, questions, question.id, i18n.language), id: question.id };
    return { name: t(problem.path.startsWith('settings') ? 'pageforms:tab.settings' : 'pageforms:whole') };
  };
  const language = (path: string) => /\.(zh-CN|en)$/.exec(path)?.[1];
  return (
    <div className="fm-problems" role="status">
      <p>
        <Icon name="info" size={16} /> {t('pageforms:problems', { count: draft.problems.length })}
      </p>
      <ul>
        {draft.problems.slice(0, SHOWN).map((problem) => {
          const { name, id } = where(problem);
          const spoken = language(problem.path);
          const text = `${t(`problems:issue.${problem.code}`)}${spoken ? ` (${t(`pageforms:language.${spoken}`)})` : ''}`;
          return (
            <li key={`${problem.path} ${problem.code}`}>
              {id ? (
                <button
                  type="button"
                  className="hy-link fm-plain"
                  onClick={() => filters.set({ tab: undefined, at: id })}
                >
                  {name}
                </button>
              ) : (
                <strong>{name}</strong>
              )}{' '}
              {text}
            </li>
          );
        })}
        {draft.problems.length > SHOWN && (
          <li className="hy-faint">{t('pageforms:more', { count: draft.problems.length - SHOWN })}</li>
        )}
      </ul>
    </div>
  );
}
