// When call-backs are planned by themselves, and what callers are given to say.
import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { RULED_REASONS, SCRIPT_VARIABLES } from '../core/callback.contract.ts';
import {
  type CallbackRules,
  changeScriptRoute,
  createScriptRoute,
  getCallbackRulesRoute,
  listScriptsRoute,
  removeScriptRoute,
  type ScriptView,
  setCallbackRulesRoute,
} from '../core/callback-routes.contract.ts';
import './callbacks.css';

const NUMBERS = ['dueWorkingHours', 'maxAttempts', 'spacingHours'] as const;

export function CallbackRulesPage() {
  const { t } = useTranslation('callbacks');
  const rules = useRead(getCallbackRulesRoute, {}, { on: ['callback_rules.changed'] });
  const scripts = useRead(listScriptsRoute, {}, { on: ['callback_script.*'] });
  const mayWrite = useCan('template.edit');
  const [isNew, setNew] = useState(false);
  const items = scripts.data?.items ?? [];
  return (
    <>
      <PageHeader
        back={{ to: '/callbacks', label: t('title') }}
        title={t('rules.title')}
        sentence={t('rules.sentence')}
      />
      <PageBody>
        {rules.data ? (
          <Rules key={JSON.stringify(rules.data)} rules={rules.data} scripts={items} />
        ) : (
          <TextSkeleton lines={6} />
        )}
        <Section
          title={t('scripts.title')}
          sentence={t('scripts.sentence', { names: SCRIPT_VARIABLES.map((name) => `{{${name}}}`).join(' ') })}
          end={
            mayWrite && (
              <Button onClick={() => setNew(true)} disabled={isNew}>
                {t('scripts.add')}
              </Button>
            )
          }
        >
          {isNew && <Script script={null} onDone={() => setNew(false)} />}
          {items.map((one) => (
            <Script key={`${one.id} ${one.updatedAt}`} script={one} onDone={() => {}} />
          ))}
        </Section>
      </PageBody>
    </>
  );
}

function Rules({ rules, scripts }: { rules: CallbackRules; scripts: readonly ScriptView[] }) {
  const { t } = useTranslation('callbacks');
  const toast = useToast();
  const mayEdit = useCan('rule.edit');
  const [draft, setDraft] = useState(rules);
  const set = useVerb(setCallbackRulesRoute, {
    refresh: [getCallbackRulesRoute],
    onDone: () => toast.done(t('rules.saved')),
    onProblem: (problem) => toast.problem(problem),
  });
  return (
    <Section title={t('rules.when')}>
      <ul className="cbk-rules">
        {RULED_REASONS.map((reason) => (
          <li key={reason}>
            <Switch
              size="small"
              checked={draft.reasons[reason].on}
              disabled={!mayEdit}
              aria-label={t(`rules.reason.${reason}`)}
              onChange={(on) =>
                setDraft({ ...draft, reasons: { ...draft.reasons, [reason]: { ...draft.reasons[reason], on } } })
              }
            />
            <span className="hy-grow">{t(`rules.reason.${reason}`)}</span>
            <Select
              allowClear
              className="cbk-pick"
              disabled={!mayEdit}
              aria-label={t('rules.script')}
              placeholder={t('rules.firstScript')}
              value={draft.reasons[reason].scriptId ?? undefined}
              options={scripts.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(scriptId?: string) =>
                setDraft({
                  ...draft,
                  reasons: { ...draft.reasons, [reason]: { ...draft.reasons[reason], scriptId: scriptId ?? null } },
                })
              }
            />
          </li>
        ))}
      </ul>
      <div className="cbk-numbers">
        {NUMBERS.map((key) => (
          <div key={key} className="cbk-number">
            <span>{t(`rules.${key}`)}</span>
            <InputNumber
              aria-label={t(`rules.${key}`)}
              min={1}
              value={draft[key]}
              disabled={!mayEdit}
              onChange={(value) => setDraft({ ...draft, [key]: Number(value ?? 1) })}
            />
          </div>
        ))}
      </div>
      {mayEdit && (
        <Button
          type="primary"
          loading={set.isPending}
          disabled={JSON.stringify(draft) === JSON.stringify(rules)}
          onClick={() => set.mutate({ body: draft })}
        >
          {t('save')}
        </Button>
      )}
    </Section>
  );
}

function Script({ script, onDone }: { script: ScriptView | null; onDone: () => void }) {
  const { t } = useTranslation('callbacks');
  const toast = useToast();
  const mayWrite = useCan('template.edit');
  const [name, setName] = useState(script?.name ?? '');
  const [zh, setZh] = useState(script?.body['zh-CN'] ?? '');
  const [en, setEn] = useState(script?.body.en ?? '');
  const options = {
    refresh: [listScriptsRoute],
    onDone: () => {
      toast.done(t('scripts.saved'));
      onDone();
    },
    onProblem: (problem: unknown) => toast.problem(problem as never),
  };
  const create = useVerb(createScriptRoute, options);
  const change = useVerb(changeScriptRoute, options);
  const remove = useVerb(removeScriptRoute, { refresh: [listScriptsRoute], onProblem: options.onProblem });
  const body = { name: name.trim(), body: { 'zh-CN': zh.trim(), en: en.trim() } };
  const ready = body.name && body.body['zh-CN'] && body.body.en;
  const same =
    script &&
    body.name === script.name &&
    body.body['zh-CN'] === script.body['zh-CN'] &&
    body.body.en === script.body.en;
  return (
    <div className="cbk-script-edit">
      <Input
        value={name}
        maxLength={80}
        disabled={!mayWrite}
        aria-label={t('scripts.name')}
        placeholder={t('scripts.name')}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="cbk-two">
        <Input.TextArea
          autoSize={{ minRows: 5 }}
          value={zh}
          lang="zh-CN"
          disabled={!mayWrite}
          aria-label={t('scripts.zh')}
          placeholder={t('scripts.zh')}
          onChange={(event) => setZh(event.target.value)}
        />
        <Input.TextArea
          autoSize={{ minRows: 5 }}
          value={en}
          lang="en"
          disabled={!mayWrite}
          aria-label={t('scripts.en')}
          placeholder={t('scripts.en')}
          onChange={(event) => setEn(event.target.value)}
        />
      </div>
      {mayWrite && (
        <div className="cbk-deeds">
          <Button
            disabled={!ready || Boolean(same)}
            loading={create.isPending || change.isPending}
            onClick={() => (script ? change.mutate({ params: { id: script.id }, body }) : create.mutate({ body }))}
          >
            {t('save')}
          </Button>
          {script ? (
            <ConfirmButton
              type="text"
              question={t('scripts.removeQuestion')}
              deed={t('scripts.remove')}
              onConfirm={() => remove.mutate({ params: { id: script.id } })}
            >
              {t('scripts.remove')}
            </ConfirmButton>
          ) : (
            <Button type="text" onClick={onDone}>
              {t('ui:cancel')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
