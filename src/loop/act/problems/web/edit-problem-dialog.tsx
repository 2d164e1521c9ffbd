// Changes what a problem says, who owns it and who is in the task force.
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../cases/web/names.part.tsx';
import { ProductPicker, ThemePicker } from '../../clocks/web/condition-pickers.part.tsx';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import type { ProblemView } from '../core/problem.contract.ts';
import { changeProblemRoute } from '../core/problem-routes.contract.ts';
import { SEVERITIES } from '../core/problem-words.contract.ts';
import { useProblemVerb } from './use-problem-verb.ts';

export function EditProblemDialog({ problem, onClose }: { problem: ProblemView; onClose: () => void }) {
  const { t } = useTranslation('pageproblems');
  const staff = useStaff();
  const members = staff.members.map((one) => ({ value: one.id, label: one.name }));
  const [draft, setDraft] = useState({
    title: problem.title,
    statement: problem.statement ?? '',
    severity: problem.severity,
    ownerId: problem.owner?.id ?? null,
    memberIds: problem.members.map((one) => one.id),
    themes: problem.themes,
    productIds: problem.products.map((one) => one.id),
  });
  const put = (patch: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...patch }));
  const save = useProblemVerb(changeProblemRoute, t('done.saved'), onClose);
  return (
    <Modal
      open
      title={t('edit')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: draft.title.trim() === '', loading: save.isPending }}
      onOk={() =>
        save.mutate({
          params: { id: problem.id },
          body: { ...draft, statement: draft.statement.trim() || null },
        })
      }
      onCancel={onClose}
    >
      <div className="hy-problem-form">
        <Field name={t('field.title')}>
          <Input maxLength={200} value={draft.title} onChange={(event) => put({ title: event.target.value })} />
        </Field>
        <Field name={t('field.statement')} note={t('field.statementNote')}>
          <Input.TextArea
            maxLength={4000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={draft.statement}
            onChange={(event) => put({ statement: event.target.value })}
          />
        </Field>
        <div className="hy-fields">
          <Field name={t('field.severity')} as="div">
            <Select
              aria-label={t('field.severity')}
              value={draft.severity}
              options={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
              onChange={(severity) => put({ severity })}
            />
          </Field>
          <Field name={t('field.owner')} as="div">
            <Select
              allowClear
              aria-label={t('field.owner')}
              placeholder={t('owner.none')}
              value={draft.ownerId}
              options={members}
              onChange={(value?: string) => put({ ownerId: value ?? null })}
            />
          </Field>
        </div>
        <Field name={t('field.members')} as="div">
          <Select
            mode="multiple"
            aria-label={t('field.members')}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.memberIds}
            options={members}
            onChange={(memberIds: string[]) => put({ memberIds })}
          />
        </Field>
        <Field name={t('field.theme')} as="div">
          <ThemePicker label={t('field.theme')} value={draft.themes} onChange={(next) => put({ themes: next ?? [] })} />
        </Field>
        <Field name={t('field.product')} as="div">
          <ProductPicker
            label={t('field.product')}
            value={draft.productIds}
            onChange={(next) => put({ productIds: next ?? [] })}
          />
        </Field>
      </div>
    </Modal>
  );
}
