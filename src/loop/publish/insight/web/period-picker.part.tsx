// A period in the address: so many days up to today, or any two days.
import { DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../ui/client/session.tsx';
import { type Period, periodOf, todayIn } from '../../../../ui/period.ts';
import { useFilters } from '../../../../ui/use-filters.ts';
import { useNow } from '../../../../ui/use-now.ts';

const KINDS = ['7', '30', '90', '365'];

/** The period the address speaks of; the 30 days up to today when it says nothing usable. */
export function usePeriod(): Period {
  const { workspace } = useSession();
  return periodOf(useFilters().values, todayIn(workspace.timeZone, useNow('minute')), KINDS);
}

export function PeriodPicker() {
  const { t } = useTranslation('insight');
  const filters = useFilters();
  const period = usePeriod();
  return (
    <div className="hy-insight-period">
      <Segmented
        value={period.kind}
        aria-label={t('period.label')}
        options={[
          ...KINDS.map((value) => ({ value, label: t('period.days', { count: Number(value) }) })),
          { value: 'own', label: t('period.own'), disabled: period.kind !== 'own' },
        ]}
        onChange={(value) =>
          value !== 'own' && filters.step({ days: value === '30' ? undefined : value, from: undefined, to: undefined })
        }
      />
      <DatePicker.RangePicker
        aria-label={t('period.label')}
        allowClear={false}
        value={[dayjs(period.from), dayjs(period.to)]}
        onChange={(range) =>
          range?.[0] &&
          range[1] &&
          filters.step({ from: range[0].format('YYYY-MM-DD'), to: range[1].format('YYYY-MM-DD'), days: undefined })
        }
      />
    </div>
  );
}
