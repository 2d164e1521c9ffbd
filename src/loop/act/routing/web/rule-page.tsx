// One rule: which feedback it takes, what it does with the case, and a dry run before it is switched on.
import { Checkbox, Input, Select, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { useGo, usePathParam } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { PRIORITIES } from '../../cases/core/case.contract.ts';
import { TeamPicker } from '../../clocks/web/condition-pickers.part.tsx';
import { Field, SaveBar } from '../../clocks/web/form-parts.part.tsx';
import {
  changeRuleRoute,
  createRuleRoute,
  listRulesRoute,
  type RuleActions,
  type RuleDraft,
  type RuleView,
  removeRuleRoute,
} from '../core/rule.contract.ts';
import { ConditionFields } from './condition-fields.tsx';
import { DryRunPanel } from './dry-run-panel.tsx';
import { draftOf, newDraft, withoutGaps } from './rule-draft.ts';
import { ruleName } from './rule-words.ts';

export function RulePage() {
  const { t } = useTranslation('pagerules');
  const id = usePathParam('ruleId');
  const read = useRead(listRulesRoute, {}, { on: ['rule.*'] });
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const rule = read.data.items.find((one) => one.id === id);
  if (!rule && id !== 'new') return <EmptyPlace level={1} mood="search" title={t('gone')} />;
  return <RuleForm key={id} start={rule ? draftOf(rule, ruleName(t, rule)) : newDraft()} rule={rule} />;
}

function RuleForm({ start, rule }: { start: RuleDraft; rule: RuleView | undefined }) {
  const { t } = useTranslation('pagerules');
  const go = useGo();
  const toast = useToast();
  const disabled = !useCan('rule.edit');
  const saved = JSON.stringify(start);
  const [draft, setDraft] = useState(start);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer saved state replaces the draft
  useEffect(() => setDraft(start), [saved]);
  const put = (patch: Partial<RuleDraft>) => setDraft((now) => withoutGaps({ ...now, ...patch }));
  const act = (patch: Partial<RuleActions>) => put({ actions: { ...draft.actions, ...patch } });
  const create = useVerb(createRuleRoute, {
    refresh: [listRulesRoute],
    onDone: (made) => {
      toast.done(t('created', { name: made.name }));
      go(`/rules/${made.id}`, {}, { replace: true });
    },
  });
  const change = useVerb(changeRuleRoute, { refresh: [listRulesRoute], onDone: () => toast.done(t('saved')) });
  const remove = useVerb(removeRuleRoute, {
    refresh: [listRulesRoute],
    onDone: () => {
      toast.done(t('removed', { name: start.name }));
      go('/rules');
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const verb = rule ? change : create;
  const texts = verb.error ? fieldTexts(t, verb.error) : {};
  const trouble = verb.error ? (Object.values(texts)[0] ?? problemText(t, verb.error)) : undefined;
  return (
    <>
      <PageHeader
        title={rule ? ruleName(t, rule) : t('new')}
        sentence={rule?.builtIn ? t(`routing:ruleHelp.${rule.builtIn}`) : t('ruleSentence')}
        back={{ to: '/rules', label: t('title') }}
        beside={rule?.builtIn && <PlainTag>{t('builtIn')}</PlainTag>}
        action={
          rule &&
          !rule.builtIn &&
          !disabled && (
            <ConfirmButton
              danger
              question={t('removeQuestion', { name: start.name })}
              detail={t('removeDetail')}
              deed={t('remove')}
              onConfirm={() => remove.mutate({ params: { id: rule.id } })}
            >
              {t('remove')}
            </ConfirmButton>
          )
        }
      />
      <PageBody>
        <div className="hy-edit">
          <div>
            <Section title={t('what')}>
              {!rule?.builtIn && (
                <Field name={t('name')} {...(texts.name ? { trouble: texts.name } : {})}>
                  <Input
                    value={draft.name}
                    maxLength={80}
                    disabled={disabled}
                    placeholder={t('nameExample')}
                    onChange={(event) => put({ name: event.target.value })}
                  />
                </Field>
              )}
              <div className="hy-rule-on" style={rule?.builtIn ? { marginTop: 0 } : {}}>
                <Switch
                  aria-label={t('enabled', { name: draft.name })}
                  checked={draft.enabled}
                  disabled={disabled}
                  onChange={(enabled) => put({ enabled })}
                />
                <span>{t(draft.enabled ? 'isOn' : 'isOff')}</span>
              </div>
            </Section>
            <Section title={t('when')} sentence={t('whenSentence')}>
              <ConditionFields
                conditions={draft.conditions}
                disabled={disabled}
                onChange={(patch) => put({ conditions: { ...draft.conditions, ...patch } })}
              />
            </Section>
            <Section title={t('then')} sentence={t('thenSentence')}>
              <div className="hy-fields">
                <Field name={t('routing:action.priority')} as="div">
                  <Select
                    aria-label={t('routing:action.priority')}
                    disabled={disabled}
                    value={draft.actions.priority ?? ''}
                    options={[
                      { value: '', label: t('reckoned') },
                      ...PRIORITIES.filter((one) => one !== 'none').map((value) => ({
                        value: value as string,
                        label: t(`ui:priority.${value}`),
                      })),
                    ]}
                    onChange={(value: string) => act({ priority: (value || null) as RuleActions['priority'] })}
                  />
                </Field>
                <Field name={t('routing:action.teamId')} as="div">
                  <TeamPicker
                    label={t('routing:action.teamId')}
                    none={t('noTeam')}
                    disabled={disabled}
                    value={draft.actions.teamId}
                    onChange={(teamId) => act({ teamId })}
                  />
                </Field>
              </div>
              <Checkbox
                style={{ marginTop: 12 }}
                disabled={disabled}
                checked={draft.actions.assign === 'auto'}
                onChange={(event) => act({ assign: event.target.checked ? 'auto' : 'none' })}
              >
                {t('auto')}
              </Checkbox>
            </Section>
          </div>
          <div className="hy-edit-aside">
            <DryRunPanel rule={{ ...draft, name: draft.name.trim() || t('new') }} />
          </div>
        </div>
      </PageBody>
      {!disabled && (
        <SaveBar
          isNew={!rule}
          isDirty={JSON.stringify(draft) !== saved}
          isSaving={verb.isPending}
          onSave={() => {
            if (rule) change.mutate({ params: { id: rule.id }, body: draft });
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
