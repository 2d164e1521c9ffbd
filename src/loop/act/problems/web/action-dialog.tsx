// Plans a corrective action: what changes, and beforehand what it is expected to do and when that is looked at.
import { DatePicker, Input, InputNumber, Modal, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../cases/web/names.part.tsx';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import { addActionRoute, changeActionRoute } from '../core/action-routes.contract.ts';
import type { CorrectiveAction, ExpectedEffect, ProblemView } from '../core/problem.contract.ts';
import { DIRECTIONS } from '../core/problem-words.contract.ts';
import { EMPTY_MEASURE, MeasureFields } from './measure-fields.part.tsx';
import { useProblemVerb } from './use-problem-verb.ts';

/** Six weeks show a change of a third in most shops. */
const REVIEW_AFTER_DAYS = 42;

export function ActionDialog(props: { problem: ProblemView; action?: CorrectiveAction; onClose: () => void }) {
  const { t } = useTranslation('pageproblems');
  const staff = useStaff();
  const { problem, action, onClose } = props;
  const isPlanned = !action || action.state === 'planned';
  const [title, setTitle] = useState(action?.title ?? '');
  const [change, setChange] = useState(action?.change ?? '');
  const [ownerId, setOwnerId] = useState<string | null>(action?.owner?.id ?? problem.owner?.id ?? null);
  const [dueOn, setDueOn] = useState<string | null>(action?.dueOn ?? null);
  const [reviewOn, setReviewOn] = useState(
    action?.reviewOn ?? dayjs().add(REVIEW_AFTER_DAYS, 'day').format('YYYY-MM-DD'),
  );
  const [expected, setExpected] = useState<ExpectedEffect>(
    action?.expected ?? {
      measure: {
        ...EMPTY_MEASURE,
        themes: problem.themes,
        products: problem.products.map((one) => one.id),
        sentiments: ['negative'],
      },
      direction: 'down',
      size: 0.3,
    },
  );
  const add = useProblemVerb(addActionRoute, t('done.actionAdded'), onClose);
  const save = useProblemVerb(changeActionRoute, t('done.saved'), onClose);
  const body = { title: title.trim(), change: change.trim() || null, ownerId, dueOn, reviewOn };
  return (
    <Modal
      open
      width={640}
      title={t(action ? 'actions.edit' : 'actions.add')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: title.trim() === '', loading: add.isPending || save.isPending }}
      onOk={() =>
        action
          ? save.mutate({
              params: { id: problem.id, actionId: action.id },
              body: isPlanned ? { ...body, expected } : body,
            })
          : add.mutate({ params: { id: problem.id }, body: { ...body, expected } })
      }
      onCancel={onClose}
    >
      <div className="hy-problem-form">
        <Field name={t('actions.name')}>
          <Input
            autoFocus
            maxLength={200}
            placeholder={t('actions.nameExample')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field name={t('actions.change')}>
          <Input.TextArea
            maxLength={4000}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={change}
            onChange={(event) => setChange(event.target.value)}
          />
        </Field>
        <div className="hy-fields">
          <Field name={t('field.owner')} as="div">
            <Select
              allowClear
              aria-label={t('field.owner')}
              placeholder={t('owner.none')}
              value={ownerId}
              options={staff.members.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(value?: string) => setOwnerId(value ?? null)}
            />
          </Field>
          <Field name={t('actions.due')} as="div">
            <DatePicker
              aria-label={t('actions.due')}
              value={dueOn ? dayjs(dueOn) : null}
              onChange={(day) => setDueOn(day?.format('YYYY-MM-DD') ?? null)}
            />
          </Field>
          <Field name={t('actions.review')} note={t('actions.reviewNote')} as="div">
            <DatePicker
              aria-label={t('actions.review')}
              allowClear={false}
              value={dayjs(reviewOn)}
              onChange={(day) => day && setReviewOn(day.format('YYYY-MM-DD'))}
            />
          </Field>
        </div>
        {isPlanned && (
          <fieldset className="hy-problem-expected">
            <legend>{t('actions.expected')}</legend>
            <p className="hy-quiet">{t('actions.expectedNote')}</p>
            <MeasureFields value={expected.measure} onChange={(measure) => setExpected({ ...expected, measure })} />
            <div className="hy-row-line hy-problem-size">
              <Radio.Group
                value={expected.direction}
                options={DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))}
                onChange={(event) => setExpected({ ...expected, direction: event.target.value })}
              />
              <InputNumber
                aria-label={t('actions.size')}
                min={2}
                max={95}
                suffix="%"
                value={Math.round(expected.size * 100)}
                onChange={(value) => setExpected({ ...expected, size: (value ?? 30) / 100 })}
              />
            </div>
          </fieldset>
        )}
      </div>
    </Modal>
  );
}
