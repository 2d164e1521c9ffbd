// The shifts of one day as times one can type: add, change, take away.
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../../../../kit/calendar/calendar.ts';
import { QuietButton } from './form-parts.part.tsx';
import { endHour } from './shift-track.tsx';
import { readTime } from './time-text.ts';

export function ShiftFields(props: {
  /** which day, for readers of the screen */
  day: string;
  shifts: readonly Shift[];
  disabled: boolean;
  onChange: (shifts: Shift[]) => void;
}) {
  const { t } = useTranslation('pageclocks');
  const { shifts, day, disabled, onChange } = props;
  const change = (index: number, patch: Partial<Shift>) =>
    onChange(shifts.map((shift, at) => (at === index ? { ...shift, ...patch } : shift)));
  const add = () => {
    const last = shifts.at(-1);
    const from = last && endHour(last) < 23 ? hourText(Math.ceil(endHour(last)) + 1) : '09:00';
    onChange([...shifts, { from, to: last ? hourText(Math.min(24, Number(from.slice(0, 2)) + 4)) : '18:00' }]);
  };
  return (
    <div className="hy-shifts">
      {shifts.length === 0 && <span className="hy-faint">{t('calendar.dayOff')}</span>}
      {shifts.map((shift, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two shifts may be alike while somebody types
        <span className="hy-shift" key={index}>
          <TimeField
            label={t('calendar.shiftFrom', { day, place: index + 1 })}
            value={shift.from}
            disabled={disabled}
            onChange={(from) => change(index, { from })}
          />
          –
          <TimeField
            endOfDay
            label={t('calendar.shiftTo', { day, place: index + 1 })}
            value={shift.to}
            disabled={disabled}
            onChange={(to) => change(index, { to })}
          />
          {endHour(shift) > 24 && <span className="hy-faint">{t('calendar.nextDay')}</span>}
          {!disabled && (
            <QuietButton
              icon="close"
              label={t('calendar.removeShift', { day, place: index + 1 })}
              onClick={() => onChange(shifts.filter((_, at) => at !== index))}
            />
          )}
        </span>
      ))}
      {!disabled && <QuietButton icon="plus" label={t('calendar.addShift', { day })} onClick={add} />}
    </div>
  );
}

function hourText(hour: number): string {
  return `${String(Math.min(24, hour)).padStart(2, '0')}:00`;
}

/** A time of day; what was typed is read when the field is left. */
function TimeField(props: {
  label: string;
  value: string;
  endOfDay?: boolean;
  disabled: boolean;
  onChange: (time: string) => void;
}) {
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const read = readTime(text, props.endOfDay);
  const leave = () => {
    if (read) {
      setText(read);
      if (read !== props.value) props.onChange(read);
    } else setText(props.value);
  };
  return (
    <Input
      size="small"
      aria-label={props.label}
      inputMode="numeric"
      disabled={props.disabled}
      status={read ? '' : 'error'}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  );
}
