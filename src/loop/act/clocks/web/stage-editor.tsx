// Promises between departments: which stage, who has it, and for how long.
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PolicyDraft } from '../core/clock.contract.ts';
import { TeamPicker } from './condition-pickers.part.tsx';
import { QuietButton } from './form-parts.part.tsx';
import { SpanField } from './span-field.tsx';

const HOUR = 3_600_000;
/** Stages the house has words for, with the hours they usually take. */
const KNOWN = { collect: 24, classify: 48, handle: 48, confirm: 24 } as const;
const KNOWN_STAGES = Object.keys(KNOWN) as (keyof typeof KNOWN)[];

export function StageEditor(props: {
  stages: PolicyDraft['stages'];
  disabled: boolean;
  onChange: (stages: PolicyDraft['stages']) => void;
}) {
  const { t } = useTranslation('pageclocks');
  const { stages, disabled, onChange } = props;
  const change = (index: number, patch: Partial<PolicyDraft['stages'][number]>) =>
    onChange(stages.map((stage, at) => (at === index ? { ...stage, ...patch } : stage)));
  const add = () => {
    const next = KNOWN_STAGES.find((name) => !stages.some((one) => one.stage === name));
    if (next) onChange([...stages, { stage: next, teamId: null, targetMs: KNOWN[next] * HOUR }]);
  };
  return (
    <div>
      {stages.map((stage, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
        <div className="hy-steps" key={index}>
          <Select
            aria-label={t('stages.name', { place: index + 1 })}
            disabled={disabled}
            value={stage.stage}
            options={[...new Set([...KNOWN_STAGES, stage.stage])].map((value) => ({
              value,
              label: t(`clocks:stage.${value}`, { defaultValue: value }),
              disabled: value !== stage.stage && stages.some((one) => one.stage === value),
            }))}
            onChange={(value: string) => change(index, { stage: value })}
          />
          <TeamPicker
            label={t('stages.team', { place: index + 1 })}
            none={t('stages.anyTeam')}
            disabled={disabled}
            value={stage.teamId}
            onChange={(teamId) => change(index, { teamId })}
          />
          <SpanField
            label={t('stages.target', { place: index + 1 })}
            disabled={disabled}
            value={stage.targetMs}
            onChange={(targetMs) => targetMs && change(index, { targetMs })}
          />
          {!disabled && (
            <QuietButton
              icon="close"
              label={t('stages.remove', { place: index + 1 })}
              onClick={() => onChange(stages.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {stages.length === 0 && <p className="hy-faint">{t('stages.none')}</p>}
      {!disabled && KNOWN_STAGES.some((name) => !stages.some((one) => one.stage === name)) && (
        <Button size="small" onClick={add}>
          {t('stages.add')}
        </Button>
      )}
    </div>
  );
}
