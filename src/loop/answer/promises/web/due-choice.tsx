// Says by when: a count and a unit, working time by the shop's hours.
import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { DUE_UNITS, type PromiseDue } from '../core/promise.contract.ts';

export interface DueDraft {
  count: number;
  unit: (typeof DUE_UNITS)[number];
  /** The due date that was heard; kept until another is chosen. */
  keep: string | null;
}

export const EMPTY_DUE: DueDraft = { count: 1, unit: 'working_days', keep: null };

export function dueOfDraft(draft: DueDraft): PromiseDue {
  return { in: draft.count, unit: draft.unit };
}

export function DueChoice({ value, onChange }: { value: DueDraft; onChange: (next: DueDraft) => void }) {
  const { t } = useTranslation('promises');
  return (
    <div className="prm-due">
      <span className="hy-quiet">{t('within')}</span>
      <InputNumber
        min={1}
        max={365}
        value={value.count}
        aria-label={t('count')}
        onChange={(count) => onChange({ ...value, count: Number(count ?? 1), keep: null })}
      />
      <Select
        value={value.unit}
        aria-label={t('unitLabel')}
        options={DUE_UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        onChange={(unit) => onChange({ ...value, unit, keep: null })}
      />
      {value.keep && (
        <span className="hy-quiet">
          {t('heardDue')} <RelativeTime at={value.keep} />
        </span>
      )}
    </div>
  );
}
