// Begins a questionnaire: a name, and a ready one to start from.
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { createFormRoute, listFormsRoute, listFormTemplatesRoute } from '../core/form-routes.contract.ts';

const EMPTY = '';

export function NewFormDialog(props: { onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useTranslation('pageforms');
  const templates = useRead(listFormTemplatesRoute);
  const [name, setName] = useState('');
  const [template, setTemplate] = useState<string | null>(null);
  const [trouble, setTrouble] = useState('');
  const create = useVerb(createFormRoute, {
    refresh: [listFormsRoute],
    onDone: (made) => props.onMade(made.id),
    onProblem: (problem) => setTrouble(Object.values(fieldTexts(t, problem))[0] ?? problemText(t, problem)),
  });
  const items = templates.data?.items ?? [];
  const chosen = template ?? items[0]?.key ?? EMPTY;
  const suggested = items.find((one) => one.key === chosen)?.name ?? '';
  const save = () => {
    const called = name.trim() || suggested;
    if (!called) return setTrouble(t('make.nameMissing'));
    return create.mutate({ body: { name: called, ...(chosen ? { template: chosen } : {}) } });
  };
  return (
    <Modal
      open
      title={t('new')}
      width={560}
      okText={t('make.begin')}
      confirmLoading={create.isPending}
      onOk={save}
      onCancel={props.onClose}
    >
      <form
        className="hy-plain-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <PlainField name={t('make.name')} note={t('make.nameNote')}>
          <Input
            autoFocus
            value={name}
            maxLength={100}
            placeholder={suggested || t('make.nameExample')}
            onChange={(event) => setName(event.target.value)}
          />
        </PlainField>
        <PlainField name={t('make.from')} group>
          <Radio.Group
            className="fm-templates"
            value={chosen}
            aria-label={t('make.from')}
            onChange={(event) => setTemplate(event.target.value as string)}
          >
            {items.map((one) => (
              <Radio key={one.key} value={one.key}>
                {one.name}{' '}
                <span className="hy-faint">{t('make.questions', { count: one.definition.questions.length })}</span>
              </Radio>
            ))}
            <Radio value={EMPTY}>{t('make.empty')}</Radio>
          </Radio.Group>
        </PlainField>
        {trouble && (
          <p role="alert" className="hy-ink-negative" style={{ margin: 0 }}>
            {trouble}
          </p>
        )}
      </form>
    </Modal>
  );
}
