// The ladder: what happens at the warning, at the breach, and some working time after either.
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EscalationStep, PolicyDraft } from '../core/clock.contract.ts';
import { CLOCK_KINDS, type ClockKind } from '../core/clock-history.contract.ts';
import { TeamPicker } from './condition-pickers.part.tsx';
import { QuietButton } from './form-parts.part.tsx';
import { SpanField } from './span-field.tsx';

type Action = EscalationStep['action'];
const ACTIONS = ['notify_owner', 'notify_manager', 'raise_priority', 'reassign_team'] as const;

export function EscalationEditor(props: {
  steps: PolicyDraft['escalation'];
  disabled: boolean;
  onChange: (steps: PolicyDraft['escalation']) => void;
}) {
  const { t } = useTranslation('pageclocks');
  const { steps, disabled, onChange } = props;
  const change = (index: number, patch: Partial<EscalationStep>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...patch } : step)));
  const actionOf = (type: Action['type']): Action => (type === 'reassign_team' ? { type, teamId: '' } : { type });
  return (
    <div>
      {steps.map((step, index) => {
        const place = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rung is its place on the ladder
          <div className="hy-steps hy-rung" key={index}>
            <Select
              aria-label={t('ladder.on', { place })}
              disabled={disabled}
              value={step.on}
              options={(['warn', 'breach'] as const).map((value) => ({
                value,
                label: t(`clocks:escalation.on.${value}`),
              }))}
              onChange={(on: EscalationStep['on']) => change(index, { on })}
            />
            <SpanField
              label={t('ladder.after', { place })}
              placeholder={t('ladder.atOnce')}
              disabled={disabled}
              value={step.afterMs || undefined}
              onChange={(afterMs) => change(index, { afterMs: afterMs ?? 0 })}
            />
            <Select
              aria-label={t('ladder.clocks', { place })}
              mode="multiple"
              maxTagCount="responsive"
              disabled={disabled}
              placeholder={t('ladder.allClocks')}
              value={step.clocks ?? []}
              options={CLOCK_KINDS.map((value) => ({ value, label: t(`clocks:kind.${value}`) }))}
              onChange={(clocks: ClockKind[]) => change(index, { clocks: clocks.length > 0 ? clocks : undefined })}
            />
            <Select
              aria-label={t('ladder.action', { place })}
              disabled={disabled}
              value={step.action.type}
              options={ACTIONS.map((value) => ({ value, label: t(`ladder.do.${value}`) }))}
              onChange={(type: Action['type']) => change(index, { action: actionOf(type) })}
            />
            {step.action.type === 'reassign_team' && (
              <TeamPicker
                label={t('ladder.team', { place })}
                none={t('ladder.pickTeam')}
                disabled={disabled}
                value={step.action.teamId || null}
                onChange={(teamId) => change(index, { action: { type: 'reassign_team', teamId: teamId ?? '' } })}
              />
            )}
            {!disabled && (
              <QuietButton
                icon="close"
                label={t('ladder.remove', { place })}
                onClick={() => onChange(steps.filter((_, at) => at !== index))}
              />
            )}
          </div>
        );
      })}
      {steps.length === 0 && <p className="hy-faint">{t('ladder.none')}</p>}
      {!disabled && steps.length < 20 && (
        <Button
          size="small"
          onClick={() => onChange([...steps, { on: 'breach', afterMs: 0, action: { type: 'notify_manager' } }])}
        >
          {t('ladder.add')}
        </Button>
      )}
    </div>
  );
}
