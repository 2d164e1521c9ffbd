// Promises between departments: which stage, who has it, and for how long.
import { AutoComplete, Button } from 'antd';
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
    onChange([...stages, { stage: next ?? '', teamId: null, targetMs: (next ? KNOWN[next] : 24) * HOUR }]);
  };
  return (
    <div>
      {stages.map((stage, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
        <div className="hy-steps" key={index}>
          <AutoComplete
            aria-label={t('stages.name', { place: index + 1 })}
            disabled={disabled}
            value={stage.stage}
            placeholder={t('stages.example')}
            options={KNOWN_STAGES.map((value) => ({ value, label: `${t(`clocks:stage.${value}`)} (${value})` }))}
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
      {!disabled && stages.length < 20 && (
        <Button size="small" onClick={add}>
          {t('stages.add')}
        </Button>
      )}
    </div>
  );
}
