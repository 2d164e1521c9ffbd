// One questionnaire: its questions, its settings, and how it is handed out.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import type { Problem } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { GoLink, useGo, usePathParam } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import {
  closeFormRoute,
  createFormRoute,
  deleteFormRoute,
  type FormView,
  getFormRoute,
  listFormsRoute,
  openFormRoute,
} from '../core/form-routes.contract.ts';
import { ProblemList } from './problem-list.tsx';
import { QuestionsTab } from './questions-tab.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { ShareTab } from './share-tab.tsx';
import { FormStateTag } from './state-tag.tsx';
import { TriggersTab } from './triggers-tab.tsx';
import { type FormDraft, useFormDraft } from './use-form-draft.ts';
import './forms.css';

const TABS = ['questions', 'settings', 'sending', 'share'] as const;

export function FormPage() {
  const id = usePathParam('formId');
  const read = useRead(getFormRoute, { params: { id } }, { on: ['form.*'] });
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data || read.data.id !== id) return <PageSkeleton />;
  return <OneForm key={id} form={read.data} />;
}

function OneForm({ form }: { form: FormView }) {
  const { t } = useTranslation('pageforms');
  const toast = useToast();
  const filters = useFilters();
  const disabled = !useCan('form.edit');
  const draft = useFormDraft(form, (problem) => toast.problem(problem));
  const tab = TABS.find((one) => one === filters.get('tab')) ?? 'questions';
  const refresh = [getFormRoute, listFormsRoute];
  const onProblem = (problem: Problem) => toast.problem(problem);
  const open = useVerb(openFormRoute, { refresh, onProblem, onDone: () => toast.done(t('opened')) });
  const close = useVerb(closeFormRoute, { refresh, onProblem, onDone: () => toast.done(t('closed')) });
  const save = async () => {
    const saved = await draft.save();
    if (saved) toast.done(t(saved.version > form.version && form.version > 0 ? 'savedVersion' : 'saved', saved));
    return saved;
  };
  const openNow = async () => {
    if (!draft.isDirty || (await save())) open.mutate({ params: { id: form.id } });
  };
  const Panel = { questions: QuestionsTab, settings: SettingsTab, sending: TriggersTab, share: ShareTab }[tab];
  return (
    <>
      <PageHeader
        title={form.name}
        back={{ to: '/forms', label: t('title') }}
        beside={<FormStateTag value={form.state} />}
        sentence={
          form.version > 0
            ? t('versionAnswers', { version: form.version, count: form.counts.completed })
            : t('draftSentence')
        }
        action={
          <div className="fm-actions">
            {form.counts.started > 0 && (
              <GoLink to={`/forms/${form.id}/results`} className="hy-link">
                {t('results.open')}
              </GoLink>
            )}
            {!disabled && <More form={form} />}
            {!disabled && form.state === 'open' && (
              <ConfirmButton
                question={t('closeQuestion')}
                detail={t('closeDetail')}
                deed={t('close')}
                loading={close.isPending}
                onConfirm={() => close.mutate({ params: { id: form.id } })}
              >
                {t('close')}
              </ConfirmButton>
            )}
            {!disabled && form.state !== 'open' && (
              <Button
                type="primary"
                disabled={draft.problems.length > 0}
                loading={open.isPending}
                onClick={() => void openNow()}
              >
                {t(form.state === 'closed' ? 'reopen' : 'open')}
              </Button>
            )}
          </div>
        }
      />
      <PageBody>
        <nav className="fm-tabs" aria-label={t('parts')}>
          {TABS.map((key) => (
            <button
              key={key}
              type="button"
              aria-current={key === tab ? 'page' : undefined}
              onClick={() => filters.set({ tab: key === 'questions' ? undefined : key })}
            >
              {t(`tab.${key}`)}
            </button>
          ))}
        </nav>
        <ProblemList draft={draft} />
        <Panel form={form} draft={draft} disabled={disabled} />
      </PageBody>
      {draft.isDirty && !disabled && <SaveLine form={form} draft={draft} onSave={() => void save()} />}
    </>
  );
}

function SaveLine({ form, draft, onSave }: { form: FormView; draft: FormDraft; onSave: () => void }) {
  const { t } = useTranslation('pageforms');
  const blocked = form.state === 'open' && draft.problems.length > 0;
  return (
    <section className="fm-save" aria-label={t('unsaved')}>
      <span className="hy-quiet">{t(form.state === 'open' ? 'unsavedOpen' : 'unsaved')}</span>
      <span className="hy-grow" />
      <Button onClick={draft.reset}>{t('discard')}</Button>
      <Button type="primary" disabled={blocked} loading={draft.isSaving} onClick={onSave}>
        {t('save')}
      </Button>
    </section>
  );
}

function More({ form }: { form: FormView }) {
  const { t } = useTranslation('pageforms');
  const go = useGo();
  const toast = useToast();
  const onProblem = (problem: Problem) => toast.problem(problem);
  const copy = useVerb(createFormRoute, {
    refresh: [listFormsRoute],
    onProblem,
    onDone: (made) => {
      toast.done(t('copied'));
      go(`/forms/${made.id}`);
    },
  });
  const remove = useVerb(deleteFormRoute, {
    refresh: [listFormsRoute],
    onProblem,
    onDone: () => {
      toast.done(t('removed'));
      go('/forms');
    },
  });
  return (
    <>
      {form.counts.started === 0 && (
        <ConfirmButton
          danger
          type="text"
          question={t('removeQuestion')}
          detail={t('removeDetail')}
          deed={t('remove')}
          onConfirm={() => remove.mutate({ params: { id: form.id } })}
        >
          {t('remove')}
        </ConfirmButton>
      )}
      <Button
        type="text"
        loading={copy.isPending}
        onClick={() => copy.mutate({ body: { name: t('copyOf', { name: form.name }).slice(0, 100), copyOf: form.id } })}
      >
        {t('copy')}
      </Button>
    </>
  );
}
