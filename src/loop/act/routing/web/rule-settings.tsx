// What holds for all rules: how old feedback may be, and what happens when nobody knows who said it.
import { Button, Checkbox, InputNumber, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { Field } from '../../clocks/web/form-parts.part.tsx';
import { listRulesRoute, type RuleSettings, setRuleSettingsRoute } from '../core/rule.contract.ts';

export function RuleSettingsSection({ settings }: { settings: RuleSettings }) {
  const { t } = useTranslation('pagerules');
  const toast = useToast();
  const disabled = !useCan('rule.edit');
  const [draft, setDraft] = useState(settings);
  useEffect(() => setDraft(settings), [settings]);
  const save = useVerb(setRuleSettingsRoute, {
    refresh: [listRulesRoute],
    onDone: () => toast.done(t('settings.saved')),
    onProblem: (problem) => toast.problem(problem),
  });
  const isDirty = draft.maxAgeDays !== settings.maxAgeDays || draft.unknownPeople !== settings.unknownPeople;
  return (
    <Section
      title={t('settings.title')}
      end={
        isDirty && (
          <Button type="primary" size="small" loading={save.isPending} onClick={() => save.mutate({ body: draft })}>
            {t('settings.save')}
          </Button>
        )
      }
    >
      <div className="hy-fields">
        <Field name={t('settings.age')} note={t('settings.ageNote')} as="div">
          <span className="hy-row-line">
            <InputNumber
              aria-label={t('settings.age')}
              min={1}
              max={3650}
              disabled={disabled || draft.maxAgeDays === null}
              value={draft.maxAgeDays}
              onChange={(maxAgeDays) => maxAgeDays && setDraft({ ...draft, maxAgeDays })}
              suffix={t('settings.days')}
              style={{ width: 120 }}
            />
            <Checkbox
              disabled={disabled}
              checked={draft.maxAgeDays === null}
              onChange={(event) => setDraft({ ...draft, maxAgeDays: event.target.checked ? null : 30 })}
            >
              {t('settings.anyAge')}
            </Checkbox>
          </span>
        </Field>
        <Field name={t('routing:settings.unknownPeople')} as="div">
          <Radio.Group
            aria-label={t('routing:settings.unknownPeople')}
            disabled={disabled}
            value={draft.unknownPeople}
            options={(['group', 'ignore'] as const).map((value) => ({ value, label: t(`routing:settings.${value}`) }))}
            onChange={(event) =>
              setDraft({ ...draft, unknownPeople: event.target.value as RuleSettings['unknownPeople'] })
            }
          />
        </Field>
      </div>
    </Section>
  );
}
