// Promises by kind of clock and by priority; an empty field falls back to the row above all.
import { useTranslation } from 'react-i18next';
import { CLOCK_PRIORITIES, type PolicyDraft, type PolicyTargets } from '../core/clock.contract.ts';
import { SpanField } from './span-field.tsx';

const KINDS = ['frt', 'nrt', 'rt'] as const;
const PRIORITIES = [...CLOCK_PRIORITIES].reverse();

export function TargetsTable(props: {
  draft: PolicyDraft;
  disabled: boolean;
  onChange: (patch: Pick<PolicyDraft, 'targets'> | Pick<PolicyDraft, 'targetsByPriority'>) => void;
}) {
  const { t } = useTranslation('pageclocks');
  const { draft, disabled, onChange } = props;
  const set = (targets: PolicyTargets, kind: (typeof KINDS)[number], ms: number | undefined): PolicyTargets => {
    const { [`${kind}Ms` as const]: _gone, ...rest } = targets;
    return ms === undefined ? rest : { ...rest, [`${kind}Ms`]: ms };
  };
  const byPriority = draft.targetsByPriority ?? {};
  return (
    <div className="hy-scroll-x">
      <table className="hy-targets">
        <thead>
          <tr>
            <th scope="col">{t('targets.priority')}</th>
            {KINDS.map((kind) => (
              <th scope="col" key={kind} title={t(`clocks:kindHelp.${kind}`)}>
                {t(`clocks:kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('targets.every')}</th>
            {KINDS.map((kind) => (
              <td key={kind}>
                <SpanField
                  label={`${t('targets.every')} ${t(`clocks:kind.${kind}`)}`}
                  value={draft.targets[`${kind}Ms`]}
                  disabled={disabled}
                  onChange={(ms) => onChange({ targets: set(draft.targets, kind, ms) })}
                />
              </td>
            ))}
          </tr>
          {PRIORITIES.map((priority) => (
            <tr key={priority}>
              <th scope="row">{t(`ui:priority.${priority}`)}</th>
              {KINDS.map((kind) => (
                <td key={kind}>
                  <SpanField
                    label={`${t(`ui:priority.${priority}`)} ${t(`clocks:kind.${kind}`)}`}
                    value={byPriority[priority]?.[`${kind}Ms`]}
                    inherited={draft.targets[`${kind}Ms`]}
                    disabled={disabled}
                    onChange={(ms) => {
                      const own = set(byPriority[priority] ?? {}, kind, ms);
                      const { [priority]: _gone, ...others } = byPriority;
                      onChange({
                        targetsByPriority: Object.keys(own).length > 0 ? { ...others, [priority]: own } : others,
                      });
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
