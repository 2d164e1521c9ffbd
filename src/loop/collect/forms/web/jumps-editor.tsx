// Where answers lead, as sentences: "if the score is at least 9, go to question 4".
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { opsOf } from '../core/check-form.ts';
import { END, type FormProblem, type FormQuestion, type Jump, type JumpOp, SCALES } from '../core/form.contract.ts';
import { optionIds } from '../core/jumps.ts';
import { inWords, questionName } from './form-words.ts';

const WITHOUT_VALUE = ['answered', 'unanswered', 'always'];

export function JumpsEditor(props: {
  question: FormQuestion;
  questions: readonly FormQuestion[];
  problems: readonly FormProblem[];
  path: string;
  disabled: boolean;
  onChange: (jumps: Jump[]) => void;
}) {
  const { t, i18n } = useTranslation(['pageforms', 'problems']);
  const { question, questions, disabled } = props;
  const index = questions.indexOf(question);
  const later = questions.slice(index + 1);
  const values = valuesOf(question).map(({ value, words }) => ({
    value,
    label: words
      ? inWords(words, i18n.language) || String(value)
      : value === 'other'
        ? t('option.otherShort')
        : String(value),
  }));
  const put = (at: number, change: Partial<Jump>) =>
    props.onChange(question.jumps.map((jump, position) => (position === at ? { ...jump, ...change } : jump)));
  const then = later[0] ? questionName(t, questions, later[0].id, i18n.language) : t('jump.end');
  return (
    <ol className="fm-jumps">
      {question.jumps.map((jump, at) => {
        const fault = props.problems.find((problem) => problem.path.startsWith(`${props.path}.${at}`));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a jump has no name but its place
          <li key={at}>
            <div className="fm-jump">
              <span>{t('jump.if')}</span>
              <Select
                aria-label={t('jump.condition', { count: at + 1 })}
                value={jump.op}
                disabled={disabled}
                popupMatchSelectWidth={false}
                options={opsOf(question.kind).map((value) => ({ value, label: t(`op.${value}`) }))}
                onChange={(op: string) =>
                  put(at, {
                    op: op as JumpOp,
                    value: WITHOUT_VALUE.includes(op) ? null : (jump.value ?? values[0]?.value ?? null),
                  })
                }
              />
              {!WITHOUT_VALUE.includes(jump.op) && (
                <Select
                  className="fm-jump-value"
                  aria-label={t('jump.value', { count: at + 1 })}
                  value={jump.value}
                  disabled={disabled}
                  popupMatchSelectWidth={false}
                  options={values}
                  onChange={(value) => put(at, { value })}
                />
              )}
              <span>{t('jump.then')}</span>
              <Select
                className="fm-jump-to"
                aria-label={t('jump.target', { count: at + 1 })}
                value={jump.to}
                disabled={disabled}
                popupMatchSelectWidth={false}
                options={[
                  ...later.map((one) => ({ value: one.id, label: questionName(t, questions, one.id, i18n.language) })),
                  { value: END, label: t('jump.end') },
                  ...(jump.to !== END && !later.some((one) => one.id === jump.to)
                    ? [{ value: jump.to, label: questionName(t, questions, jump.to, i18n.language) }]
                    : []),
                ]}
                onChange={(to: string) => put(at, { to })}
              />
              {!disabled && (
                <Button
                  size="small"
                  type="text"
                  aria-label={t('jump.remove', { count: at + 1 })}
                  icon={<Icon name="close" size={16} />}
                  onClick={() => props.onChange(question.jumps.filter((_, position) => position !== at))}
                />
              )}
            </div>
            {fault && <p className="hy-ink-negative">{t(`problems:issue.${fault.code}`)}</p>}
          </li>
        );
      })}
      <li className="hy-quiet">{t(question.jumps.length > 0 ? 'jump.otherwise' : 'jump.always', { then })}</li>
    </ol>
  );
}

function valuesOf(question: FormQuestion): { value: number | string; words: FormQuestion['title'] | null }[] {
  const { kind } = question;
  if (kind === 'nps' || kind === 'csat' || kind === 'ces') {
    const [low, high] = SCALES[kind];
    return Array.from({ length: high - low + 1 }, (_, step) => ({ value: low + step, words: null }));
  }
  return optionIds(question).map((value) => ({
    value,
    words: question.options.find((option) => option.id === value)?.text ?? null,
  }));
}
