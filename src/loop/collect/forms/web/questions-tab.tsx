// Writes the questions: the list in its order, the one that is open, and what a customer will see on his phone.
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/icons.tsx';
import { EmptyPlace } from '../../../../ui/places.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import {
  FORM_LANGUAGES,
  type FormLanguage,
  formQuestion,
  QUESTION_KINDS,
  type QuestionKind,
} from '../core/form.contract.ts';
import { newId } from './new-id.ts';
import { PhonePreview } from './phone-preview.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { QuestionList } from './question-list.tsx';
import type { PartProps } from './use-form-draft.ts';
import { WordsFields } from './words-fields.tsx';

/** The place of what stands around the questions: title, welcome, thanks. */
const COVER = 'cover';
const THANKS = 'thanks';

export function QuestionsTab({ draft, disabled }: PartProps) {
  const { t } = useTranslation('pageforms');
  const filters = useFilters();
  const { definition } = draft;
  const { questions, languages } = definition;
  const wish = filters.get('at');
  const at = wish === THANKS || questions.some((one) => one.id === wish) ? wish : COVER;
  const question = questions.find((one) => one.id === at);
  const go = (id: string) => filters.set({ at: id === COVER ? undefined : id });
  const add = (kind: QuestionKind) => {
    const id = newId(
      kind,
      questions.map((one) => one.id),
    );
    const empty = { 'zh-CN': '', en: '' };
    const items = [1, 2].map((step) => ({ id: `o${step}`, text: empty }));
    const isChoice = kind === 'single' || kind === 'multiple';
    const made = formQuestion.parse({
      id,
      kind,
      title: empty,
      required: kind === 'nps' || kind === 'csat' || kind === 'ces',
      options: isChoice ? items : [],
      rows: kind === 'matrix' ? items : [],
    });
    draft.define({ questions: [...questions, made] });
    go(id);
  };
  const adder = !disabled && (
    <Dropdown
      trigger={['click']}
      menu={{
        items: QUESTION_KINDS.map((key) => ({ key, label: t(`kind.${key}`) })),
        onClick: ({ key }) => add(key as QuestionKind),
      }}
    >
      <Button icon={<Icon name="plus" size={16} />}>{t('question.add')}</Button>
    </Dropdown>
  );
  return (
    <div className="fm-builder">
      <Section title={t('question.all')} end={adder}>
        <QuestionList
          questions={questions}
          problems={draft.problems}
          at={at}
          onGo={go}
          disabled={disabled}
          onOrder={(ordered) => draft.define({ questions: ordered })}
        />
        {questions.length === 0 && <EmptyPlace title={t('question.none')} text={t('question.noneText')} />}
      </Section>
      <div className="fm-editor">
        {at === COVER && (
          <Section title={t('cover.title')}>
            <div className="fm-fields">
              <Languages value={languages} disabled={disabled} onChange={(next) => draft.define({ languages: next })} />
              <WordsFields
                label={t('cover.name')}
                path="definition.title"
                value={definition.title}
                {...{ languages, disabled }}
                problems={draft.problems}
                maxLength={120}
                onChange={(title) => draft.define({ title })}
              />
              <WordsFields
                label={t('cover.intro')}
                path="definition.intro"
                value={definition.intro}
                {...{ languages, disabled }}
                problems={draft.problems}
                maxLength={1000}
                rows={3}
                onChange={(intro) => draft.define({ intro })}
              />
            </div>
          </Section>
        )}
        {at === THANKS && (
          <Section title={t('cover.thanks')} sentence={t('cover.thanksNote')}>
            <WordsFields
              label={t('cover.thanksWords')}
              path="definition.thanks"
              value={definition.thanks}
              {...{ languages, disabled }}
              problems={draft.problems}
              maxLength={1000}
              rows={4}
              onChange={(thanks) => draft.define({ thanks })}
            />
          </Section>
        )}
        {question && (
          <QuestionEditor
            key={question.id}
            question={question}
            draft={draft}
            disabled={disabled}
            onRemove={() => {
              const index = questions.indexOf(question);
              draft.define({ questions: questions.filter((one) => one !== question) });
              go(questions[index + 1]?.id ?? questions[index - 1]?.id ?? COVER);
            }}
          />
        )}
      </div>
      <PhonePreview definition={definition} at={at === COVER ? (questions[0]?.id ?? '') : at} />
    </div>
  );
}

function Languages(props: { value: FormLanguage[]; disabled: boolean; onChange: (next: FormLanguage[]) => void }) {
  const { t } = useTranslation('pageforms');
  return (
    <fieldset className="fm-languages">
      <legend>{t('cover.languages')}</legend>
      {FORM_LANGUAGES.map((language) => (
        <label key={language}>
          <input
            type="checkbox"
            checked={props.value.includes(language)}
            disabled={props.disabled || (props.value.length === 1 && props.value.includes(language))}
            onChange={(event) =>
              props.onChange(
                FORM_LANGUAGES.filter((one) => (one === language ? event.target.checked : props.value.includes(one))),
              )
            }
          />
          {t(`language.${language}`)}
        </label>
      ))}
    </fieldset>
  );
}
