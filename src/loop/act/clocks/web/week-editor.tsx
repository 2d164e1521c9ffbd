// The working hours of a week: what is typed on the left is drawn on the right.
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import type { Weekday } from '../../../../kit/calendar/civil-date.ts';
import { Icon } from '../../../../ui/icons.tsx';
import { ShiftFields } from './shift-fields.tsx';
import { reachOf, ShiftTrack, TrackScale, WEEKDAYS } from './shift-track.tsx';

/** A weekday's name in the reader's language. */
export function weekdayName(day: Weekday, language: string, width: 'short' | 'long' | 'narrow' = 'short'): string {
  // 2024-01-01 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}

export function WeekEditor(props: {
  week: Calendar['week'];
  disabled: boolean;
  /** sentence for a weekday at fault */
  troubles: Partial<Record<Weekday, string>>;
  onChange: (week: Calendar['week']) => void;
}) {
  const { t, i18n } = useTranslation('pageclocks');
  const { week, disabled, onChange } = props;
  const reach = reachOf(WEEKDAYS.map((day) => week[day]));
  const copy = (from: Weekday, to: readonly Weekday[]) =>
    onChange({ ...week, ...Object.fromEntries(to.map((day) => [day, week[from].map((shift) => ({ ...shift }))])) });
  return (
    <div>
      {WEEKDAYS.map((day) => {
        const name = weekdayName(day, i18n.language);
        return (
          <div className="hy-week-day" key={day}>
            <span className="hy-week-name">{name}</span>
            <div>
              <ShiftFields
                day={weekdayName(day, i18n.language, 'long')}
                shifts={week[day]}
                disabled={disabled}
                onChange={(shifts) => onChange({ ...week, [day]: shifts })}
              />
              {props.troubles[day] && (
                <span className="hy-field-trouble" role="alert">
                  {props.troubles[day]}
                </span>
              )}
            </div>
            <ShiftTrack shifts={week[day]} reach={reach} />
            {disabled ? (
              <span />
            ) : (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    { key: 'workdays', label: t('calendar.copyToWorkdays') },
                    { key: 'all', label: t('calendar.copyToAll') },
                    { key: 'clear', label: t('calendar.clearDay'), disabled: week[day].length === 0 },
                  ],
                  onClick: ({ key }) => {
                    if (key === 'clear') onChange({ ...week, [day]: [] });
                    else copy(day, key === 'all' ? WEEKDAYS : WEEKDAYS.slice(0, 5));
                  },
                }}
              >
                <button type="button" className="hy-quiet-button" aria-label={t('calendar.dayMenu', { day: name })}>
                  <Icon name="more" size={16} />
                </button>
              </Dropdown>
            )}
          </div>
        );
      })}
      <div className="hy-week-day hy-week-scale">
        <span />
        <span className="hy-field-note">{disabled ? '' : t('calendar.weekNote')}</span>
        <TrackScale reach={reach} nextDay={(hour) => t('calendar.nextDayHour', { hour })} />
        <span />
      </div>
    </div>
  );
}
