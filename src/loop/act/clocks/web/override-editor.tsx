// Dates with hours of their own: a sale that runs into the night, a half day before a holiday.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { isDate } from '../../../../kit/calendar/civil-date.ts';
import { QuietButton } from './form-parts.part.tsx';
import { dayText } from './month-editor.tsx';
import { ShiftFields } from './shift-fields.tsx';

export function OverrideEditor(props: { hours: Calendar; disabled: boolean; onChange: (hours: Calendar) => void }) {
  const { t, i18n } = useTranslation('pageclocks');
  const [date, setDate] = useState('');
  const { hours, disabled, onChange } = props;
  const overrides = hours.overrides ?? {};
  const put = (next: NonNullable<Calendar['overrides']>) => onChange({ ...hours, overrides: next });
  const add = () => {
    put({ ...overrides, [date]: overrides[date] ?? [{ from: '09:00', to: '18:00' }] });
    setDate('');
  };
  const dates = Object.keys(overrides).sort();
  return (
    <div>
      {dates.length === 0 && <p className="hy-faint">{t('special.none')}</p>}
      {dates.map((one) => (
        <div className="hy-row-line" key={one} style={{ minHeight: 44 }}>
          <span style={{ minWidth: 132 }}>{`${one.slice(0, 4)} ${dayText(one, i18n.language)}`}</span>
          <ShiftFields
            day={dayText(one, i18n.language)}
            shifts={overrides[one] ?? []}
            disabled={disabled}
            onChange={(shifts) => put({ ...overrides, [one]: shifts })}
          />
          {!disabled && (
            <QuietButton
              icon="trash"
              label={t('special.remove', { date: dayText(one, i18n.language) })}
              onClick={() => put(Object.fromEntries(Object.entries(overrides).filter(([key]) => key !== one)))}
            />
          )}
        </div>
      ))}
      {!disabled && (
        <div className="hy-row-line" style={{ marginTop: 8 }}>
          <Input
            type="date"
            aria-label={t('special.date')}
            value={date}
            onChange={(event) => setDate(event.target.value)}
            style={{ width: 160 }}
          />
          <Button disabled={!isDate(date)} onClick={add}>
            {t('special.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
