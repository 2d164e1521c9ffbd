// Writes down a cause, or the answer to why one came about, with what speaks for it.
import { Button, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../../ui/client/hooks.ts';
import { listCaseFeedbackRoute } from '../../cases/core/case-routes.contract.ts';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import { addCauseRoute, changeCauseRoute, removeCauseRoute } from '../core/cause-routes.contract.ts';
import type { Cause, ProblemView } from '../core/problem.contract.ts';
import { CAUSE_STANDINGS } from '../core/problem-words.contract.ts';
import { categoryName } from './cause-words.ts';
import { useProblemVerb } from './use-problem-verb.ts';

export interface CauseDraft {
  cause: Cause | null;
  parentId: string | null;
}

const clip = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

export function CauseDialog(props: { problem: ProblemView; draft: CauseDraft; onClose: () => void }) {
  const { t } = useTranslation('pageproblems');
  const { problem, onClose } = props;
  const { cause, parentId } = props.draft;
  const parent = problem.causes.find((one) => one.id === parentId);
  const [text, setText] = useState(cause?.text ?? '');
  const [note, setNote] = useState(cause?.note ?? '');
  const [category, setCategory] = useState(cause?.category ?? problem.categories[0]?.key ?? 'people');
  const [standing, setStanding] = useState(cause?.standing ?? 'suspected');
  const [caseIds, setCaseIds] = useState(cause?.cases.map((one) => one.id) ?? []);
  const [feedbackIds, setFeedbackIds] = useState(cause?.voices.map((one) => one.feedbackId) ?? []);
  const add = useProblemVerb(addCauseRoute, t('done.causeAdded'), onClose);
  const change = useProblemVerb(changeCauseRoute, t('done.saved'), onClose);
  const remove = useProblemVerb(removeCauseRoute, t('done.causeRemoved'), onClose);
  const body = { text: text.trim(), note: note.trim() || null, standing, caseIds, feedbackIds };
  const save = () =>
    cause
      ? change.mutate({
          params: { id: problem.id, causeId: cause.id },
          body: parentId ? body : { ...body, category },
        })
      : add.mutate({ params: { id: problem.id }, body: { ...body, parentId, category } });
  return (
    <Modal
      open
      title={
        cause ? t('causes.editTitle') : parent ? t('causes.whyTitle', { text: clip(parent.text) }) : t('causes.add')
      }
      onCancel={onClose}
      footer={[
        cause && (
          <Button
            key="remove"
            danger
            type="text"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { id: problem.id, causeId: cause.id } })}
          >
            {t('causes.remove')}
          </Button>
        ),
        <Button key="cancel" onClick={onClose}>
          {t('cancel')}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={text.trim() === ''}
          loading={add.isPending || change.isPending}
          onClick={save}
        >
          {t('save')}
        </Button>,
      ]}
    >
      <div className="hy-problem-form">
        <Field name={t('causes.text')}>
          <Input.TextArea
            autoFocus
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        {!parentId && (
          <Field name={t('causes.category')} as="div">
            <Select
              aria-label={t('causes.category')}
              value={category}
              options={problem.categories.map(({ key }) => ({
                value: key,
                label: categoryName(t, problem.categories, key),
              }))}
              onChange={setCategory}
            />
          </Field>
        )}
        <Field name={t('causes.standing')} as="div">
          <Radio.Group
            value={standing}
            options={CAUSE_STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) }))}
            onChange={(event) => setStanding(event.target.value)}
          />
        </Field>
        <Field name={t('causes.cases')} as="div">
          <Select
            mode="multiple"
            aria-label={t('causes.cases')}
            showSearch={{ optionFilterProp: 'label' }}
            value={caseIds}
            options={[
              ...new Map(
                [...problem.firstCases.items, ...(cause?.cases ?? [])].map((one) => [
                  one.id,
                  { value: one.id, label: `#${one.number} ${one.title}` },
                ]),
              ).values(),
            ]}
            onChange={(next: string[]) => setCaseIds(next.slice(0, 20))}
          />
        </Field>
        <EvidenceVoices
          problem={problem}
          cause={cause}
          caseIds={caseIds}
          value={feedbackIds}
          onChange={setFeedbackIds}
        />
        <Field name={t('causes.note')}>
          <Input.TextArea
            maxLength={1000}
            autoSize={{ minRows: 1, maxRows: 5 }}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  );
}

/** Customers' words to choose from: those of the problem, of the cause, and of the first chosen case. */
function EvidenceVoices(props: {
  problem: ProblemView;
  cause: Cause | null;
  caseIds: readonly string[];
  value: string[];
  onChange: (ids: string[]) => void;
}) {
  const { t } = useTranslation('pageproblems');
  const first = props.caseIds[0] ?? props.problem.firstCases.items[0]?.id ?? '';
  const said = useRead(
    listCaseFeedbackRoute,
    { params: { id: first }, query: { limit: 50 } },
    { enabled: first !== '' },
  );
  const options = new Map<string, { value: string; label: string }>();
  for (const one of [...props.problem.voices, ...(props.cause?.voices ?? [])])
    options.set(one.feedbackId, { value: one.feedbackId, label: clip(one.text) });
  for (const one of said.data?.items ?? [])
    options.set(one.feedbackId, { value: one.feedbackId, label: clip(one.text) });
  return (
    <Field name={t('causes.voices')} as="div">
      <Select
        mode="multiple"
        aria-label={t('causes.voices')}
        showSearch={{ optionFilterProp: 'label' }}
        value={props.value}
        options={[...options.values()]}
        onChange={(next: string[]) => props.onChange(next.slice(0, 20))}
      />
    </Field>
  );
}
