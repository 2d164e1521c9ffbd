// What makes a resolved case a verified one, and who is asked for a rating.
import { Button, InputNumber, Select, Switch } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useThemeNames } from '../../../act/cases/web/names.part.tsx';
import { Field } from '../../../act/clocks/web/form-parts.part.tsx';
import {
  getRatingSettingsRoute,
  type RatingSettings,
  setRatingSettingsRoute,
} from '../../ratings/core/rating.contract.ts';
import { type GateSettings, getGateSettingsRoute, setGateSettingsRoute } from '../core/gate.contract.ts';
import './verify.css';

export function RulesPage() {
  const { t } = useTranslation('pageverify');
  const gate = useRead(getGateSettingsRoute, {}, { on: ['gate.settings_changed'] });
  const ratings = useRead(getRatingSettingsRoute, {}, { on: ['rating.settings_changed'] });
  const failed = [gate, ratings].find((read) => read.error && !read.data);
  if (failed) return <ErrorPlace error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!gate.data || !ratings.data) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('rules.title')} sentence={t('rules.sentence')} back={{ to: '/verify', label: t('title') }} />
      <PageBody>
        <div className="verify-rules">
          <GateRules settings={gate.data} />
          <RatingRules settings={ratings.data} />
        </div>
      </PageBody>
    </>
  );
}

/** A draft that follows what is saved until it is changed here. */
function useDraft<T>(saved: T): [T, (patch: Partial<T>) => void, boolean] {
  const [draft, setDraft] = useState(saved);
  useEffect(() => setDraft(saved), [saved]);
  return [draft, (patch) => setDraft({ ...draft, ...patch }), JSON.stringify(draft) !== JSON.stringify(saved)];
}

function GateRules({ settings }: { settings: GateSettings }) {
  const { t } = useTranslation('pageverify');
  const toast = useToast();
  const { themes } = useThemeNames();
  const locked = !useCan('verify.edit');
  const [draft, change, isDirty] = useDraft(settings);
  const save = useVerb(setGateSettingsRoute, {
    refresh: [getGateSettingsRoute],
    onDone: () => toast.done(t('rules.saved')),
    onProblem: (problem) => toast.problem(problem),
  });
  const setWindow = (index: number, patch: Partial<GateSettings['themeWindows'][number]>) =>
    change({ themeWindows: draft.themeWindows.map((one, at) => (at === index ? { ...one, ...patch } : one)) });
  const free = themes.filter((theme) => !draft.themeWindows.some((one) => one.theme === theme.value));
  const first = free[0];
  return (
    <Section
      title={t('rules.gate')}
      sentence={t('rules.gateSentence')}
      end={isDirty && <SaveButton busy={save.isPending} onSave={() => save.mutate({ body: draft })} />}
    >
      <div className="verify-fields">
        <Toggle
          label={t('rules.byPerson')}
          checked={draft.byPerson}
          locked={locked}
          onChange={(byPerson) => change({ byPerson })}
        />
        <Toggle
          label={t('rules.byRating')}
          checked={draft.byRating}
          locked={locked}
          onChange={(byRating) => change({ byRating })}
        />
        <Toggle
          label={t('rules.byCallback')}
          checked={draft.byCallback}
          locked={locked}
          onChange={(byCallback) => change({ byCallback })}
        />
        <Toggle
          label={t('rules.byWindow')}
          checked={draft.windowDays !== null}
          locked={locked}
          onChange={(on) => change({ windowDays: on ? 7 : null })}
        >
          {draft.windowDays !== null && (
            <Days
              label={t('rules.window')}
              value={draft.windowDays}
              max={90}
              locked={locked}
              onChange={(windowDays) => change({ windowDays })}
            />
          )}
        </Toggle>
        {draft.windowDays !== null && (
          <Field name={t('rules.themes')} note={t('rules.themesNote')} as="div">
            <ul className="verify-windows">
              {draft.themeWindows.map((one, index) => (
                <li key={one.theme}>
                  <Select
                    aria-label={t('by.theme')}
                    showSearch={{ optionFilterProp: 'label' }}
                    disabled={locked}
                    value={one.theme}
                    options={themes.filter((theme) => theme.value === one.theme || free.includes(theme))}
                    onChange={(theme) => setWindow(index, { theme })}
                  />
                  <Days
                    label={t('rules.window')}
                    value={one.days}
                    max={180}
                    locked={locked}
                    onChange={(days) => setWindow(index, { days })}
                  />
                  <Button
                    type="text"
                    disabled={locked}
                    icon={<Icon name="close" size={16} />}
                    aria-label={t('rules.removeTheme')}
                    onClick={() => change({ themeWindows: draft.themeWindows.filter((_, at) => at !== index) })}
                  />
                </li>
              ))}
            </ul>
            <div>
              <Button
                size="small"
                disabled={locked || !first}
                icon={<Icon name="plus" size={14} />}
                onClick={() =>
                  first && change({ themeWindows: [...draft.themeWindows, { theme: first.value, days: 14 }] })
                }
              >
                {t('rules.addTheme')}
              </Button>
            </div>
          </Field>
        )}
        <Toggle
          label={t('rules.close')}
          checked={draft.closeAfterDays !== null}
          locked={locked}
          onChange={(on) => change({ closeAfterDays: on ? 30 : null })}
        >
          {draft.closeAfterDays !== null && (
            <Days
              label={t('rules.closeAfter')}
              value={draft.closeAfterDays}
              min={0}
              max={365}
              locked={locked}
              onChange={(closeAfterDays) => change({ closeAfterDays })}
            />
          )}
        </Toggle>
        <Field name={t('rules.repeat')} note={t('rules.repeatNote')} as="div">
          <Days
            label={t('rules.repeat')}
            value={draft.repeatDays}
            max={180}
            locked={locked}
            onChange={(repeatDays) => change({ repeatDays })}
          />
        </Field>
      </div>
      <p className="verify-note">{t('rules.nameless')}</p>
    </Section>
  );
}

function RatingRules({ settings }: { settings: RatingSettings }) {
  const { t } = useTranslation('pageverify');
  const toast = useToast();
  const locked = !useCan('verify.edit');
  const [draft, change, isDirty] = useDraft(settings);
  const save = useVerb(setRatingSettingsRoute, {
    refresh: [getRatingSettingsRoute],
    onDone: () => toast.done(t('rules.saved')),
    onProblem: (problem) => toast.problem(problem),
  });
  return (
    <Section
      title={t('rules.ratings')}
      sentence={t('rules.ratingsSentence')}
      end={isDirty && <SaveButton busy={save.isPending} onSave={() => save.mutate({ body: draft })} />}
    >
      <div className="verify-fields">
        <Toggle
          label={t('rules.ask')}
          checked={draft.enabled}
          locked={locked}
          onChange={(enabled) => change({ enabled })}
        />
        {draft.enabled && (
          <>
            <Field name={t('rules.cooldown')} note={t('rules.cooldownNote')} as="div">
              <Days
                label={t('rules.cooldown')}
                value={draft.cooldownDays}
                min={0}
                max={365}
                locked={locked}
                onChange={(cooldownDays) => change({ cooldownDays })}
              />
            </Field>
            <Field name={t('rules.expiry')} note={t('rules.expiryNote')} as="div">
              <Days
                label={t('rules.expiry')}
                value={draft.expiryDays}
                max={60}
                locked={locked}
                onChange={(expiryDays) => change({ expiryDays })}
              />
            </Field>
          </>
        )}
      </div>
    </Section>
  );
}

function SaveButton({ busy, onSave }: { busy: boolean; onSave: () => void }) {
  const { t } = useTranslation('pageverify');
  return (
    <Button type="primary" size="small" loading={busy} onClick={onSave}>
      {t('rules.save')}
    </Button>
  );
}

function Toggle(props: {
  label: string;
  checked: boolean;
  locked: boolean;
  onChange: (on: boolean) => void;
  children?: ReactNode;
}) {
  return (
    <div className="verify-toggle">
      <Switch
        size="small"
        aria-label={props.label}
        disabled={props.locked}
        checked={props.checked}
        onChange={props.onChange}
      />
      <span>{props.label}</span>
      {props.children}
    </div>
  );
}

function Days(props: {
  label: string;
  value: number;
  min?: number;
  max: number;
  locked: boolean;
  onChange: (days: number) => void;
}) {
  const { t } = useTranslation('pageverify');
  return (
    <InputNumber
      aria-label={props.label}
      min={props.min ?? 1}
      max={props.max}
      precision={0}
      disabled={props.locked}
      value={props.value}
      onChange={(value) => value !== null && props.onChange(value)}
      suffix={t('rules.days')}
      style={{ width: 112 }}
    />
  );
}
