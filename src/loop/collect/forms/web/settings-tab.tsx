// Who may answer, when, how many, and what happens to answers that are left lying.
import { Checkbox, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { PlainField } from '../../../../ground/members/web/settings-parts.part.tsx';
import { Section } from '../../../../ui/section.tsx';
import { quotaValues } from '../core/check-form.ts';
import type { FormSettings } from '../core/form.contract.ts';
import { inWords, questionName } from './form-words.ts';
import type { PartProps } from './use-form-draft.ts';

export function SettingsTab({ draft, disabled }: PartProps) {
  const { t } = useTranslation(['pageforms', 'problems']);
  const { settings } = draft;
  const trouble = (path: string) => {
    const fault = draft.problems.find((one) => one.path.startsWith(`settings.${path}`));
    return fault ? { trouble: t(`problems:issue.${fault.code}`) } : {};
  };
  const when = (key: 'opensAt' | 'closesAt') => (
    <PlainField name={t(`settings.${key}`)} group {...trouble(key)}>
      <DatePicker
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        aria-label={t(`settings.${key}`)}
        placeholder={t('settings.anyTime')}
        value={settings[key] ? dayjs(settings[key]) : null}
        disabled={disabled}
        onChange={(at) => draft.set({ [key]: at ? at.toISOString() : null })}
      />
    </PlainField>
  );
  return (
    <div className="fm-columns">
      <Section title={t('settings.basics')}>
        <div className="fm-fields">
          <PlainField name={t('settings.name')} note={t('settings.nameNote')}>
            <Input
              value={draft.name}
              maxLength={100}
              disabled={disabled}
              onChange={(event) => draft.put({ name: event.target.value })}
            />
          </PlainField>
          <PlainField name={t('settings.language')} note={t('settings.languageNote')} group {...trouble('language')}>
            <Select
              aria-label={t('settings.language')}
              value={settings.language}
              disabled={disabled}
              options={draft.definition.languages.map((value) => ({ value, label: t(`language.${value}`) }))}
              onChange={(language: FormSettings['language']) => draft.set({ language })}
            />
          </PlainField>
        </div>
      </Section>
      <Section title={t('settings.who')}>
        <div className="fm-fields">
          <Checkbox
            checked={settings.once}
            disabled={disabled}
            onChange={(event) => draft.set({ once: event.target.checked })}
          >
            {t('settings.once')}
          </Checkbox>
          <p className="hy-quiet fm-note">{t('settings.onceNote')}</p>
          <div className="fm-line">
            {when('opensAt')}
            {when('closesAt')}
          </div>
          <PlainField name={t('settings.dropAfterHours')} note={t('settings.dropNote')}>
            <InputNumber
              min={1}
              max={720}
              value={settings.dropAfterHours}
              disabled={disabled}
              onChange={(hours) => draft.set({ dropAfterHours: hours ?? 24 })}
            />
          </PlainField>
        </div>
      </Section>
      <Section title={t('settings.quotas')} sentence={t('settings.quotasNote')}>
        <div className="fm-fields">
          <PlainField name={t('settings.quota')}>
            <InputNumber
              min={1}
              max={10_000_000}
              value={settings.quota}
              disabled={disabled}
              placeholder={t('settings.noLimit')}
              onChange={(quota) => draft.set({ quota: quota ?? null })}
            />
          </PlainField>
          <AnswerQuota draft={draft} disabled={disabled} />
        </div>
      </Section>
      <Section title={t('settings.embed')} sentence={t('settings.embedNote')}>
        <PlainField name={t('settings.origins')} note={t('settings.originsNote')}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={settings.origins.join('\n')}
            disabled={disabled}
            placeholder="https://shop.example"
            onChange={(event) => draft.set({ origins: event.target.value.split('\n') })}
            onBlur={() => draft.set({ origins: settings.origins.map((one) => one.trim()).filter((one) => one !== '') })}
          />
        </PlainField>
      </Section>
    </div>
  );
}

function AnswerQuota({ draft, disabled }: Pick<PartProps, 'draft' | 'disabled'>) {
  const { t, i18n } = useTranslation('pageforms');
  const quota = draft.settings.answerQuota;
  const { questions } = draft.definition;
  const question = questions.find((one) => one.id === quota?.question);
  const name = (value: string) => {
    if (value === 'other') return t('option.otherShort');
    return inWords(question?.options.find((option) => option.id === value)?.text, i18n.language) || value;
  };
  const put = (value: string, max: number | null) => {
    const rest = (quota?.limits ?? []).filter((limit) => limit.value !== value);
    const limits = max === null ? rest : [...rest, { value, max }];
    draft.set({
      answerQuota:
        quota && limits.length > 0 ? { question: quota.question, limits } : quota && { ...quota, limits: rest },
    });
  };
  return (
    <>
      <PlainField name={t('settings.answerQuota')} group>
        <Select
          aria-label={t('settings.answerQuota')}
          value={quota?.question ?? ''}
          disabled={disabled}
          options={[
            { value: '', label: t('settings.none') },
            ...questions
              .filter((one) => quotaValues(one).length > 0)
              .map((one) => ({ value: one.id, label: questionName(t, questions, one.id, i18n.language) })),
          ]}
          onChange={(id: string) => {
            const first = questions.find((one) => one.id === id);
            const value = first && quotaValues(first)[0];
            draft.set({ answerQuota: value === undefined ? null : { question: id, limits: [{ value, max: 100 }] } });
          }}
        />
      </PlainField>
      {question && (
        <div className="fm-limits">
          {quotaValues(question).map((value) => (
            <div key={value}>
              <span>{name(value)}</span>
              <InputNumber
                aria-label={name(value)}
                size="small"
                min={0}
                value={quota?.limits.find((limit) => limit.value === value)?.max ?? null}
                disabled={disabled}
                placeholder={t('settings.noLimit')}
                onChange={(max) => put(value, max)}
              />
            </div>
          ))}
        </div>
      )}
    </>
  );
}
