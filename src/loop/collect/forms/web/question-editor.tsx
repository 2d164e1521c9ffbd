// Writes one question: its words, what it is answered with, and where its answers lead.
import { Button, Checkbox, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { Section } from '../../../../ui/section.tsx';
import { type FormQuestion, QUESTION_KINDS, type QuestionKind } from '../core/form.contract.ts';
import { optionIds } from '../core/jumps.ts';
import { JumpsEditor } from './jumps-editor.tsx';
import { OptionRows } from './option-rows.tsx';
import type { FormDraft } from './use-form-draft.ts';
import { WordsFields } from './words-fields.tsx';

export function QuestionEditor(props: {
  question: FormQuestion;
  draft: FormDraft;
  disabled: boolean;
  onRemove: () => void;
}) {
  const { t } = useTranslation('pageforms');
  const { question, draft, disabled } = props;
  const { languages, questions } = draft.definition;
  const path = `definition.questions.${questions.indexOf(question)}`;
  const put = (change: Partial<FormQuestion>) => draft.ask(question.id, change);
  const shared = { languages, disabled, problems: draft.problems };
  const isScale = ['nps', 'csat', 'ces', 'matrix'].includes(question.kind);
  const isChoice = question.kind === 'single' || question.kind === 'multiple';
  return (
    <>
      <Section
        title={t(`kind.${question.kind}`)}
        sentence={t(`kindNote.${question.kind}`)}
        end={
          !disabled && (
            <ConfirmButton
              danger
              type="text"
              question={t('question.removeQuestion')}
              deed={t('question.remove')}
              onConfirm={props.onRemove}
            >
              {t('question.remove')}
            </ConfirmButton>
          )
        }
      >
        <div className="fm-fields">
          <WordsFields
            {...shared}
            label={t('question.title')}
            path={`${path}.title`}
            value={question.title}
            maxLength={300}
            onChange={(title) => put({ title })}
          />
          <WordsFields
            {...shared}
            label={t('question.help')}
            path={`${path}.help`}
            value={question.help}
            maxLength={500}
            onChange={(help) => put({ help })}
          />
          <div className="fm-line">
            <Checkbox
              checked={question.required}
              disabled={disabled}
              onChange={(event) => put({ required: event.target.checked })}
            >
              {t('question.requiredLong')}
            </Checkbox>
            <Select
              aria-label={t('question.kind')}
              value={question.kind}
              disabled={disabled}
              popupMatchSelectWidth={false}
              options={QUESTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
              onChange={(kind: QuestionKind) => put(asKind(question, kind))}
            />
            {question.kind === 'csat' && (
              <Segmented
                aria-label={t('question.look')}
                value={question.look}
                disabled={disabled}
                options={(['stars', 'faces'] as const).map((value) => ({ value, label: t(`look.${value}`) }))}
                onChange={(look) => put({ look })}
              />
            )}
            {question.kind === 'matrix' && (
              <Select
                aria-label={t('question.scale')}
                value={question.scale}
                disabled={disabled}
                options={[3, 4, 5, 6, 7].map((value) => ({ value, label: t('question.scaleOf', { count: value }) }))}
                onChange={(scale: number) => put({ scale })}
              />
            )}
          </div>
          {isChoice && (
            <OptionRows
              {...shared}
              path={`${path}.options`}
              stem="o"
              label={t('option.all')}
              add={t('option.add')}
              items={question.options}
              most={20}
              onChange={(options) => put({ options })}
            />
          )}
          {question.kind === 'matrix' && (
            <OptionRows
              {...shared}
              path={`${path}.rows`}
              stem="o"
              label={t('option.rows')}
              add={t('option.addRow')}
              items={question.rows}
              most={10}
              onChange={(rows) => put({ rows })}
            />
          )}
          {isChoice && (
            <div className="fm-line">
              <Checkbox
                checked={question.other}
                disabled={disabled}
                onChange={(event) => put({ other: event.target.checked })}
              >
                {t('option.other')}
              </Checkbox>
              {question.kind === 'multiple' && (
                <PlainField name={t('option.atMost')}>
                  <InputNumber
                    min={1}
                    max={optionIds(question).length || 1}
                    value={question.atMost}
                    disabled={disabled}
                    placeholder={t('option.noLimit')}
                    onChange={(atMost) => put({ atMost: atMost ?? null })}
                  />
                </PlainField>
              )}
            </div>
          )}
          {isScale && (
            <details className="fm-more">
              <summary>{t('question.ends')}</summary>
              <div className="fm-fields">
                <WordsFields
                  {...shared}
                  label={t('question.low')}
                  path={`${path}.low`}
                  value={question.low}
                  maxLength={60}
                  onChange={(low) => put({ low })}
                />
                <WordsFields
                  {...shared}
                  label={t('question.high')}
                  path={`${path}.high`}
                  value={question.high}
                  maxLength={60}
                  onChange={(high) => put({ high })}
                />
              </div>
            </details>
          )}
        </div>
      </Section>
      <Section title={t('jump.title')} sentence={t('jump.sentence')}>
        <JumpsEditor
          question={question}
          questions={questions}
          problems={draft.problems}
          path={`${path}.jumps`}
          disabled={disabled}
          onChange={(jumps) => put({ jumps })}
        />
        {!disabled && question.jumps.length < 10 && (
          <Button size="small" onClick={() => put({ jumps: [...question.jumps, newJump(question)] })}>
            {t('jump.add')}
          </Button>
        )}
      </Section>
    </>
  );
}

/** A first condition that makes sense for the kind, leading to the end. */
function newJump(question: FormQuestion): FormQuestion['jumps'][number] {
  const to = 'end';
  if (question.kind === 'nps') return { op: 'at_least', value: 9, to };
  if (question.kind === 'csat') return { op: 'at_least', value: 4, to };
  if (question.kind === 'ces') return { op: 'at_least', value: 5, to };
  const [first] = optionIds(question);
  if (question.kind === 'single' && first) return { op: 'is', value: first, to };
  if (question.kind === 'multiple' && first) return { op: 'includes', value: first, to };
  return { op: 'answered', value: null, to };
}

/** Another kind keeps the words and whatever it can still use; conditions rarely fit, so they go. */
function asKind(question: FormQuestion, kind: QuestionKind): Partial<FormQuestion> {
  const items = question.options.length > 0 ? question.options : question.rows;
  const isChoice = kind === 'single' || kind === 'multiple';
  const empty = [1, 2].map((step) => ({ id: `o${step}`, text: { 'zh-CN': '', en: '' } }));
  const kept = items.length > 0 ? items : empty;
  return {
    kind,
    jumps: [],
    options: isChoice ? kept : [],
    rows: kind === 'matrix' ? kept.slice(0, 10) : [],
    other: isChoice && question.other,
    atMost: null,
  };
}
