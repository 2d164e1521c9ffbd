// The questions in their order; each can be moved by button and by key, and says where its answers lead.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import type { FormProblem, FormQuestion } from '../core/form.contract.ts';
import { inWords } from './form-words.ts';

/** @param at id of the open question, `cover` or `thanks` */
export function QuestionList(props: {
  questions: FormQuestion[];
  problems: readonly FormProblem[];
  at: string;
  disabled: boolean;
  onGo: (id: string) => void;
  onOrder: (questions: FormQuestion[]) => void;
}) {
  const { t, i18n } = useTranslation('pageforms');
  const { questions, at } = props;
  const move = (index: number, by: -1 | 1) => {
    const other = index + by;
    if (other < 0 || other >= questions.length) return;
    const ordered = [...questions];
    [ordered[index], ordered[other]] = [ordered[other]!, ordered[index]!];
    props.onOrder(ordered);
  };
  const frame = (id: string, label: string) => (
    <li className={at === id ? 'fm-item fm-item-now' : 'fm-item'}>
      <button
        type="button"
        className="fm-item-main"
        aria-current={at === id ? 'true' : undefined}
        onClick={() => props.onGo(id)}
      >
        <span className="hy-quiet">{label}</span>
      </button>
    </li>
  );
  return (
    <ol className="fm-list">
      {frame('cover', t('cover.title'))}
      {questions.map((question, index) => {
        const isWrong = props.problems.some((problem) => problem.path.startsWith(`definition.questions.${index}`));
        const title = inWords(question.title, i18n.language) || t('question.untitled');
        return (
          <li key={question.id} className={at === question.id ? 'fm-item fm-item-now' : 'fm-item'}>
            <button
              type="button"
              className="fm-item-main"
              aria-current={at === question.id ? 'true' : undefined}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onClick={() => props.onGo(question.id)}
              onKeyDown={(event) => {
                if (!event.altKey || props.disabled) return;
                if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
                event.preventDefault();
                move(index, event.key === 'ArrowUp' ? -1 : 1);
              }}
            >
              <span className="fm-item-title">
                {index + 1}. {title}
              </span>
              <span className="fm-item-kind hy-faint">
                {t(`kind.${question.kind}`)}
                {question.required && ` · ${t('question.required')}`}
                {question.jumps.length > 0 && ` · ${t('jump.count', { count: question.jumps.length })}`}
                {isWrong && <Icon name="warning" size={14} label={t('question.wrong')} className="fm-warn" />}
              </span>
            </button>
            {!props.disabled && at === question.id && (
              <span className="fm-move">
                <Button
                  size="small"
                  type="text"
                  disabled={index === 0}
                  aria-label={t('question.up', { name: title })}
                  icon={<Icon name="up" size={16} />}
                  onClick={() => move(index, -1)}
                />
                <Button
                  size="small"
                  type="text"
                  disabled={index === questions.length - 1}
                  aria-label={t('question.down', { name: title })}
                  icon={<Icon name="down" size={16} />}
                  onClick={() => move(index, 1)}
                />
              </span>
            )}
          </li>
        );
      })}
      {frame('thanks', t('cover.thanks'))}
    </ol>
  );
}
