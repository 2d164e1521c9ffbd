// Writing a template: its name and shortcut, the words in both languages, and beside each what the customer will read.
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import {
  createTemplateRoute,
  deleteTemplateRoute,
  getTemplateRoute,
  listTemplatesRoute,
  TEMPLATE_PURPOSES,
  type TemplateDraft,
  type TemplateView,
  updateTemplateRoute,
} from '../core/template.contract.ts';
import { TemplateBody } from './template-body.tsx';

const EMPTY: TemplateDraft = { name: '', shortcut: null, purpose: 'reply', body: { 'zh-CN': '', en: '' } };

/** @param template null for a new one */
export function TemplateEditor(props: {
  template: TemplateView | null;
  onSaved: (id: string) => void;
  onRemoved: () => void;
}) {
  const { t } = useTranslation('deskanswer');
  const toast = useToast();
  const mayEdit = useCan('template.edit');
  const { template } = props;
  const [draft, setDraft] = useState<TemplateDraft>(template ? draftOf(template) : EMPTY);
  const refresh = [listTemplatesRoute, getTemplateRoute];
  const done = (saved: TemplateView) => {
    toast.done(t('template.saved'));
    props.onSaved(saved.id);
  };
  const create = useVerb(createTemplateRoute, { refresh, onDone: done });
  const update = useVerb(updateTemplateRoute, { refresh, onDone: done });
  const remove = useVerb(deleteTemplateRoute, {
    refresh: [listTemplatesRoute],
    onDone: () => {
      toast.done(t('template.removed'));
      props.onRemoved();
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const problem = create.error ?? update.error;
  const faults = problem ? fieldTexts(t, problem) : {};
  const isPending = create.isPending || update.isPending;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(template ? draftOf(template) : EMPTY);
  const isWhole = draft.name.trim() !== '' && draft.body['zh-CN'].trim() !== '' && draft.body.en.trim() !== '';
  const save = () => {
    if (!mayEdit || !isWhole || isPending) return;
    if (template) update.mutate({ params: { id: template.id }, body: draft });
    else create.mutate({ body: draft });
  };
  const change = (patch: Partial<TemplateDraft>) => setDraft((now) => ({ ...now, ...patch }));
  return (
    <Form
      layout="vertical"
      className="desk-template"
      disabled={!mayEdit}
      onFinish={save}
      onKeyDown={(event) => {
        if ((event.metaKey || event.ctrlKey) && (event.key === 'Enter' || event.key === 's')) {
          event.preventDefault();
          save();
        }
      }}
    >
      <header className="desk-template-head">
        <h2>{template?.name ?? t('template.new')}</h2>
        {template && (
          <p className="hy-quiet">
            {t('template.changedBy', { name: template.updatedBy })} <RelativeTime at={template.updatedAt} />
          </p>
        )}
        <span className="hy-grow" />
        {template && mayEdit && template.purpose === 'reply' && (
          <ConfirmButton
            type="text"
            danger
            question={t('template.removeQuestion')}
            detail={t('template.removeDetail')}
            deed={t('template.remove')}
            onConfirm={() => remove.mutate({ params: { id: template.id } })}
          >
            {t('template.remove')}
          </ConfirmButton>
        )}
        {mayEdit && (
          <Button type="primary" htmlType="submit" loading={isPending} disabled={!isWhole || !isChanged}>
            {t('template.save')}
          </Button>
        )}
      </header>
      {problem && (
        <p role="alert" className="hy-ink-negative desk-template-fault">
          {problemText(t, problem)} {Object.values(faults).join(' ')}
        </p>
      )}
      <div className="desk-template-line">
        <Form.Item label={t('template.name')} htmlFor="template-name">
          <Input
            id="template-name"
            maxLength={80}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t('template.shortcut')} htmlFor="template-shortcut">
          <Input
            id="template-shortcut"
            prefix="/"
            maxLength={30}
            value={draft.shortcut ?? ''}
            placeholder={t('template.shortcutExample')}
            onChange={(event) => change({ shortcut: event.target.value.trim() || null })}
          />
        </Form.Item>
        <Form.Item label={t('template.purpose.label')} htmlFor="template-purpose">
          <Select
            id="template-purpose"
            value={draft.purpose}
            disabled={!mayEdit || template !== null}
            options={TEMPLATE_PURPOSES.map((value) => ({ value, label: t(`template.purpose.${value}`) }))}
            onChange={(purpose) => change({ purpose })}
          />
        </Form.Item>
      </div>
      {(['zh-CN', 'en'] as const).map((language) => (
        <TemplateBody
          key={language}
          language={language}
          text={draft.body[language]}
          readOnly={!mayEdit}
          onChange={(text) => change({ body: { ...draft.body, [language]: text } })}
        />
      ))}
    </Form>
  );
}

function draftOf({ name, shortcut, purpose, body }: TemplateView): TemplateDraft {
  return { name, shortcut, purpose, body };
}
