// One clock policy: whom it is for, what it promises by which calendar, and who hears of it when time runs out.
import { Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList, useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { useGo, usePathParam } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { listCalendarsRoute } from '../core/calendar.contract.ts';
import {
  changePolicyRoute,
  createPolicyRoute,
  getPolicyRoute,
  listPoliciesRoute,
  type PolicyDraft,
  type PolicyView,
  policyDraft,
  removePolicyRoute,
} from '../core/clock.contract.ts';
import { ChannelPicker, PriorityPicker, ProductPicker, ThemePicker } from './condition-pickers.part.tsx';
import { EscalationEditor } from './escalation-editor.tsx';
import { Field, SaveBar } from './form-parts.part.tsx';
import { SpanField } from './span-field.tsx';
import { StageEditor } from './stage-editor.tsx';
import { TargetsTable } from './targets-table.tsx';

const HOUR = 3_600_000;

export function PolicyPage() {
  const { t } = useTranslation('pageclocks');
  const id = usePathParam('policyId');
  const isNew = id === 'new';
  const read = useRead(getPolicyRoute, { params: { id: id as PolicyView['id'] } }, { enabled: !isNew });
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!isNew && read.data?.id !== id) return <PageSkeleton />;
  const start = isNew
    ? { ...policyDraft.parse({ name: t('policy.new'), targets: { frtMs: HOUR / 2, rtMs: 24 * HOUR } }), name: '' }
    : policyDraft.parse(read.data);
  return <PolicyForm key={id} start={start} view={isNew ? undefined : read.data} />;
}

function PolicyForm({ start, view }: { start: PolicyDraft; view: PolicyView | undefined }) {
  const { t } = useTranslation('pageclocks');
  const go = useGo();
  const toast = useToast();
  const disabled = !useCan('clock.edit');
  const saved = JSON.stringify(start);
  const [draft, setDraft] = useState(start);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer saved state replaces the draft
  useEffect(() => setDraft(start), [saved]);
  const put = (patch: Partial<PolicyDraft>) => setDraft((now) => ({ ...now, ...patch }));
  const ask = (patch: Partial<PolicyDraft['conditions']>) =>
    setDraft((now) => ({ ...now, conditions: JSON.parse(JSON.stringify({ ...now.conditions, ...patch })) }));
  const calendars = useList(listCalendarsRoute, { query: { limit: 200 } }).items;
  const standard = calendars.find((one) => one.isDefault);
  const refresh = [listPoliciesRoute, getPolicyRoute, listCalendarsRoute];
  const create = useVerb(createPolicyRoute, {
    refresh,
    onDone: (made) => {
      toast.done(t('policy.created', { name: made.name }));
      go(`/clocks/${made.id}`, {}, { replace: true });
    },
  });
  const change = useVerb(changePolicyRoute, { refresh, onDone: () => toast.done(t('policy.saved')) });
  const remove = useVerb(removePolicyRoute, {
    refresh: [listPoliciesRoute],
    onDone: () => {
      toast.done(t('policy.removed', { name: start.name }));
      go('/clocks');
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const verb = view ? change : create;
  const texts = verb.error ? fieldTexts(t, verb.error) : {};
  const trouble = verb.error ? (Object.values(texts)[0] ?? problemText(t, verb.error)) : undefined;
  const { conditions } = draft;
  const any = t('policy.any');
  return (
    <>
      <PageHeader
        title={view ? view.name : t('policy.new')}
        sentence={view ? t('policy.place', { place: view.position }) : t('policy.newSentence')}
        back={{ to: '/clocks', label: t('policies.title') }}
        action={
          view &&
          !disabled && (
            <ConfirmButton
              danger
              question={t('policy.removeQuestion', { name: view.name })}
              detail={t('policy.removeDetail')}
              deed={t('policy.remove')}
              onConfirm={() => remove.mutate({ params: { id: view.id } })}
            >
              {t('policy.remove')}
            </ConfirmButton>
          )
        }
      />
      <PageBody>
        <Section title={t('policy.what')}>
          <div className="hy-fields">
            <Field name={t('policy.name')} {...(texts.name ? { trouble: texts.name } : {})}>
              <Input
                value={draft.name}
                maxLength={120}
                disabled={disabled}
                placeholder={t('policy.nameExample')}
                onChange={(event) => put({ name: event.target.value })}
              />
            </Field>
            <Field name={t('policy.calendar')} as="div">
              <Select
                aria-label={t('policy.calendar')}
                disabled={disabled}
                value={draft.calendarId ?? ''}
                options={[
                  { value: '', label: t('policy.defaultCalendar', { name: standard?.name ?? '' }) },
                  ...calendars.map((one) => ({ value: one.id as string, label: one.name })),
                ]}
                onChange={(value: string) => put({ calendarId: (value || null) as PolicyDraft['calendarId'] })}
              />
            </Field>
            <Field name={t('policy.warn')} note={t('policy.warnNote')}>
              <SpanField
                label={t('policy.warn')}
                placeholder={t('policy.noWarn')}
                disabled={disabled}
                value={draft.warnMs || undefined}
                onChange={(warnMs) => put({ warnMs: warnMs ?? 0 })}
              />
            </Field>
          </div>
          <Checkbox
            checked={draft.enabled}
            disabled={disabled}
            onChange={(event) => put({ enabled: event.target.checked })}
            style={{ marginTop: 12 }}
          >
            {t('policy.enabled')}
          </Checkbox>
        </Section>
        <Section title={t('policy.conditions')} sentence={t('policy.conditionsSentence')}>
          <div className="hy-fields">
            <Field name={t('clocks:condition.channels')} as="div">
              <ChannelPicker
                label={t('clocks:condition.channels')}
                placeholder={any}
                disabled={disabled}
                value={conditions.channels}
                onChange={(channels) => ask({ channels })}
              />
            </Field>
            <Field name={t('clocks:condition.priorities')} as="div">
              <PriorityPicker
                label={t('clocks:condition.priorities')}
                placeholder={any}
                disabled={disabled}
                value={conditions.priorities}
                onChange={(priorities) => ask({ priorities: priorities as PolicyDraft['conditions']['priorities'] })}
              />
            </Field>
            <Field name={t('clocks:condition.themeIds')} as="div">
              <ThemePicker
                label={t('clocks:condition.themeIds')}
                placeholder={any}
                disabled={disabled}
                value={conditions.themeIds}
                onChange={(themeIds) => ask({ themeIds })}
              />
            </Field>
            <Field name={t('clocks:condition.productIds')} as="div">
              <ProductPicker
                label={t('clocks:condition.productIds')}
                placeholder={any}
                disabled={disabled}
                value={conditions.productIds}
                onChange={(productIds) => ask({ productIds })}
              />
            </Field>
            <Field name={t('clocks:condition.vip')} as="div">
              <Select
                aria-label={t('clocks:condition.vip')}
                disabled={disabled}
                value={conditions.vip === undefined ? 'any' : String(conditions.vip)}
                options={[
                  { value: 'any', label: any },
                  { value: 'true', label: t('clocks:condition.vipOnly') },
                  { value: 'false', label: t('clocks:condition.vipNot') },
                ]}
                onChange={(value: string) => ask({ vip: value === 'any' ? undefined : value === 'true' })}
              />
            </Field>
          </div>
        </Section>
        <Section title={t('targets.title')} sentence={t('targets.sentence')}>
          <TargetsTable draft={draft} disabled={disabled} onChange={put} />
        </Section>
        <Section title={t('stages.title')} sentence={t('stages.sentence')}>
          <StageEditor stages={draft.stages} disabled={disabled} onChange={(stages) => put({ stages })} />
        </Section>
        <Section title={t('ladder.title')} sentence={t('ladder.sentence')}>
          <EscalationEditor
            steps={draft.escalation}
            disabled={disabled}
            onChange={(escalation) => put({ escalation })}
          />
        </Section>
      </PageBody>
      {!disabled && (
        <SaveBar
          isNew={!view}
          isDirty={JSON.stringify(draft) !== saved}
          isSaving={verb.isPending}
          onSave={() => {
            if (view) change.mutate({ params: { id: view.id }, body: draft });
            else create.mutate({ body: draft });
          }}
          onReset={() => {
            verb.reset();
            setDraft(start);
          }}
          {...(trouble ? { trouble } : {})}
        />
      )}
    </>
  );
}
