// Three months at a time: days off and make-up workdays are set by a click and told by a sign, not by colour alone.
import { Button, Select } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import { dateOfDay, dayNumber, type Weekday } from '../../../../kit/calendar/civil-date.ts';
import { useNarrow } from '../../../../ui/use-narrow.ts';
import { dayKind, likeWeekday, makeupDays, monthWeeks, toggleDay } from './calendar-days.ts';
import { QuietButton } from './form-parts.part.tsx';
import { WEEKDAYS } from './shift-track.tsx';
import { weekdayName } from './week-editor.tsx';

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export function MonthEditor(props: {
  hours: Calendar;
  today: string;
  disabled: boolean;
  onChange: (hours: Calendar) => void;
}) {
  const { t, i18n } = useTranslation('pageclocks');
  const { hours, today, disabled, onChange } = props;
  const shown = useNarrow() ? 1 : 3;
  const here = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const [first, setFirst] = useState(here);
  const [entry, setEntry] = useState(today);
  const grid = useRef<HTMLDivElement>(null);
  const months = Array.from({ length: shown }, (_, index) => first + index);
  const from = dateOfMonth(first);
  const to = dateOfMonth(first + shown, -1);
  const tabStop = entry >= from && entry <= to ? entry : from;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const at = (event.target as HTMLElement).dataset.date;
    if (!step || !at) return;
    event.preventDefault();
    const next = dateOfDay(dayNumber(at) + step);
    setEntry(next);
    if (next < from) setFirst(first - 1);
    if (next > to) setFirst(first + 1);
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus());
  };
  const makeups = makeupDays(hours, from, to);
  return (
    <div>
      <div className="hy-row-line" style={{ marginBottom: 12 }}>
        <QuietButton icon="back" label={t('month.before')} onClick={() => setFirst(first - shown)} />
        <QuietButton icon="forward" label={t('month.after')} onClick={() => setFirst(first + shown)} />
        <Button size="small" disabled={first === here} onClick={() => setFirst(here)}>
          {t('month.now')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside */}
      <div className="hy-months" ref={grid} onKeyDown={onKeyDown}>
        {months.map((month) => (
          <div className="hy-month" key={month}>
            <h3>{monthName(month, i18n.language)}</h3>
            <div className="hy-month-week hy-month-names" aria-hidden>
              {WEEKDAYS.map((day) => (
                <span key={day}>{weekdayName(day, i18n.language, 'narrow')}</span>
              ))}
            </div>
            {monthWeeks(Math.floor(month / 12), month % 12).map((week, index) => (
              <div className="hy-month-week" key={week.find(Boolean) ?? index}>
                {week.map((date, place) =>
                  date ? (
                    <DayButton
                      key={date}
                      date={date}
                      hours={hours}
                      isToday={date === today}
                      disabled={disabled}
                      isEntry={date === tabStop}
                      onToggle={() => {
                        setEntry(date);
                        onChange(toggleDay(hours, date));
                      }}
                    />
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has only its place
                    <span key={place} />
                  ),
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <ul className="hy-day-legend">
        {(['holiday', 'makeup', 'special'] as const).map((kind) => (
          <li key={kind}>
            <span className={`hy-day hy-day-${kind}`} aria-hidden>
              {t(`day.sign.${kind}`)}
            </span>
            {t(`day.kind.${kind}`)}
          </li>
        ))}
        <li className="hy-faint">{disabled ? '' : t('day.help')}</li>
      </ul>
      {makeups.length > 0 && (
        <div className="hy-makeups">
          {makeups.map(({ date, like }) => (
            <span key={date}>
              {t('day.like', { date: dayText(date, i18n.language) })}
              <Select
                size="small"
                disabled={disabled}
                value={like}
                options={WEEKDAYS.map((day) => ({ value: day, label: weekdayName(day, i18n.language) }))}
                onChange={(day: Weekday) => onChange(likeWeekday(hours, date, day))}
                aria-label={t('day.like', { date: dayText(date, i18n.language) })}
              />
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

function DayButton(props: {
  date: string;
  hours: Calendar;
  isToday: boolean;
  isEntry: boolean;
  disabled: boolean;
  onToggle: () => void;
}) {
  const { t, i18n } = useTranslation('pageclocks');
  const kind = dayKind(props.hours, props.date);
  const label = `${dayText(props.date, i18n.language)}, ${t(`day.kind.${kind}`)}`;
  const isSet = kind !== 'work' && kind !== 'off';
  return (
    <button
      type="button"
      data-date={props.date}
      tabIndex={props.isEntry ? 0 : -1}
      className={`hy-day hy-day-${kind}${props.isToday ? ' hy-day-today' : ''}`}
      aria-label={label}
      title={label}
      aria-pressed={isSet}
      aria-disabled={props.disabled || kind === 'special'}
      onClick={() => !props.disabled && props.onToggle()}
    >
      <b>{Number(props.date.slice(8))}</b>
      {isSet && <small aria-hidden data-sign={t(`day.sign.${kind}`)} />}
    </button>
  );
}

/** First day of a month counted in months since year 0, or a day off from it. */
function dateOfMonth(month: number, days = 0): string {
  return dateOfDay(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000 + days);
}

function monthName(month: number, language: string): string {
  const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(at);
}

/** A date as people say it, with its weekday. */
export function dayText(date: string, language: string): string {
  const style = { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, style).format(dayNumber(date) * 86_400_000);
}
