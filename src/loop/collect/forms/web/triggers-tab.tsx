// After which moments a questionnaire is sent by mail, and what became of the invitations.
import { InputNumber, Select, Switch } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { Section } from '../../../../ui/section.tsx';
import { TextSkeleton } from '../../../../ui/skeletons.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { listTriggersRoute, saveTriggerRoute } from '../core/form-use.contract.ts';
import {
  type FormTriggerDraft,
  type FormTriggerView,
  formTriggerDraft,
  TRIGGER_EVENTS,
  type TriggerEvent,
} from '../core/trigger.contract.ts';
import type { PartProps } from './use-form-draft.ts';

const DELAYS = [0, 60, 1440, 4320, 10_080, 20_160];

export function TriggersTab({ form, disabled }: PartProps) {
  const { t } = useTranslation('pageforms');
  const toast = useToast();
  const read = useRead(listTriggersRoute, { params: { id: form.id } }, { on: ['form.*'] });
  const save = useVerb(saveTriggerRoute, {
    refresh: [listTriggersRoute],
    onProblem: (problem) => toast.problem(problem),
  });
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  return (
    <Section title={t('sending.title')} sentence={t('sending.sentence')}>
      {read.data ? (
        <ul className="fm-triggers">
          {TRIGGER_EVENTS.map((event) => (
            <TriggerRow
              key={event}
              event={event}
              trigger={read.data.items.find((one) => one.event === event)}
              disabled={disabled}
              onSave={(body) => save.mutate({ params: { id: form.id }, body })}
            />
          ))}
        </ul>
      ) : (
        <TextSkeleton lines={6} />
      )}
      <p className="hy-quiet fm-note">{t(form.state === 'open' ? 'sending.coolNote' : 'sending.notOpen')}</p>
    </Section>
  );
}

function TriggerRow(props: {
  event: TriggerEvent;
  trigger: FormTriggerView | undefined;
  disabled: boolean;
  onSave: (draft: FormTriggerDraft) => void;
}) {
  const { t } = useTranslation('pageforms');
  const { event, trigger, disabled } = props;
  const name = t(`event.${event}`);
  const now = trigger ?? formTriggerDraft.parse({ event, enabled: false });
  const put = (change: Partial<FormTriggerDraft>) => {
    const { delayMinutes, sample, coolDownDays, enabled } = { ...now, ...change };
    props.onSave({ event, delayMinutes, sample, coolDownDays, enabled });
  };
  const delays = DELAYS.includes(now.delayMinutes) ? DELAYS : [...DELAYS, now.delayMinutes].sort((a, b) => a - b);
  return (
    <li>
      <div className="fm-trigger-head">
        <Switch
          size="small"
          aria-label={name}
          checked={now.enabled}
          disabled={disabled}
          onChange={(enabled) => put({ enabled })}
        />
        <strong>{name}</strong>
        <span className="hy-grow" />
        {trigger && (
          <span className="hy-quiet hy-figure">
            {t('sending.counts', { waiting: trigger.waiting, sent: trigger.sent, answered: trigger.answered })}
          </span>
        )}
      </div>
      {now.enabled && (
        <div className="fm-trigger">
          <div>
            <span>{t('sending.delay')}</span>
            <Select
              aria-label={`${name}: ${t('sending.delay')}`}
              value={now.delayMinutes}
              disabled={disabled}
              popupMatchSelectWidth={false}
              options={delays.map((value) => ({ value, label: delayText(t, value) }))}
              onChange={(delayMinutes: number) => put({ delayMinutes })}
            />
          </div>
          <div>
            <span>{t('sending.sample')}</span>
            <InputNumber
              aria-label={`${name}: ${t('sending.sample')}`}
              min={1}
              max={100}
              value={Math.round(now.sample * 100)}
              disabled={disabled}
              changeOnBlur
              onChange={(percent) => percent && put({ sample: percent / 100 })}
            />
            <span>%</span>
          </div>
          <div>
            <span>{t('sending.coolDown')}</span>
            <InputNumber
              aria-label={`${name}: ${t('sending.coolDown')}`}
              min={0}
              max={365}
              value={now.coolDownDays}
              disabled={disabled}
              changeOnBlur
              onChange={(days) => days !== null && put({ coolDownDays: days })}
            />
            <span>{t('sending.days')}</span>
          </div>
        </div>
      )}
      {trigger && trigger.skipped.length > 0 && (
        <p className="hy-faint fm-note">
          {t('sending.skipped')}{' '}
          {trigger.skipped.map(({ reason, count }) => `${t(`skip.${reason}`)} ${count}`).join(' · ')}
        </p>
      )}
    </li>
  );
}

function delayText(t: TFunction<'pageforms'>, minutes: number): string {
  if (minutes === 0) return t('sending.now');
  if (minutes % 1440 === 0) return t('sending.inDays', { count: minutes / 1440 });
  if (minutes % 60 === 0) return t('sending.inHours', { count: minutes / 60 });
  return t('sending.inMinutes', { count: minutes });
}
