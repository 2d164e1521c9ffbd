// One business calendar: the week, the special days, and a place to try it before anybody counts by it.
import { Input, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../../kit/calendar/calendar.ts';
import type { Weekday } from '../../../../kit/calendar/civil-date.ts';
import { useRead, useVerb } from '../../../../ui/client/hooks.ts';
import { fieldTexts, problemText } from '../../../../ui/client/problem.ts';
import { useCan, useSession } from '../../../../ui/client/session.tsx';
import { ConfirmButton } from '../../../../ui/confirm-button.tsx';
import { useGo, usePathParam } from '../../../../ui/go.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { PageSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { useFilters } from '../../../../ui/use-filters.ts';
import {
  type CalendarDraft,
  type CalendarView,
  changeCalendarRoute,
  createCalendarRoute,
  getCalendarRoute,
  listCalendarsRoute,
  removeCalendarRoute,
} from '../core/calendar.contract.ts';
import { CalendarTester } from './calendar-tester.tsx';
import { AnnouncedNotice, FillChinaDays } from './china-days.tsx';
import { Field, SaveBar } from './form-parts.part.tsx';
import { MonthEditor } from './month-editor.tsx';
import { OverrideEditor } from './override-editor.tsx';
import { WEEKDAYS } from './shift-track.tsx';
import { WeekEditor } from './week-editor.tsx';
import { timeZones, wallText } from './zoned-time.ts';

type Id = CalendarView['id'];

function freshHours(timeZone: string): Calendar {
  const day = () => [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ];
  return {
    timeZone,
    week: { 1: day(), 2: day(), 3: day(), 4: day(), 5: day(), 6: [], 7: [] },
    holidays: [],
    workdays: [],
  };
}

export function CalendarPage() {
  const { t } = useTranslation('pageclocks');
  const id = usePathParam('calendarId');
  const filters = useFilters();
  const source = id === 'new' ? filters.get('from') : id;
  const { workspace } = useSession();
  const read = useRead(getCalendarRoute, { params: { id: source as Id } }, { enabled: source !== '' });
  if (read.error) return <ErrorPlace error={read.error} onRetry={() => void read.refetch()} />;
  if (source && read.data?.id !== source) return <PageSkeleton />;
  const start: CalendarDraft =
    id !== 'new' && read.data
      ? { name: read.data.name, hours: read.data.hours }
      : {
          name: read.data ? t('calendar.copyOf', { name: read.data.name }) : '',
          hours: read.data?.hours ?? freshHours(workspace.timeZone),
        };
  return <CalendarForm key={id} start={start} view={id === 'new' ? undefined : read.data} />;
}

function CalendarForm({ start, view }: { start: CalendarDraft; view: CalendarView | undefined }) {
  const { t } = useTranslation('pageclocks');
  const go = useGo();
  const toast = useToast();
  const disabled = !useCan('clock.edit');
  const saved = JSON.stringify(start);
  const [draft, setDraft] = useState(start);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer saved state replaces the draft
  useEffect(() => setDraft(start), [saved]);
  const { hours } = draft;
  const setHours = (next: Calendar) => setDraft((now) => ({ ...now, hours: next }));
  const zones = useMemo(() => timeZones(start.hours.timeZone).map((value) => ({ value, label: value })), [start]);
  const today = wallText(Date.now(), hours.timeZone).slice(0, 10);
  const refresh = [listCalendarsRoute, getCalendarRoute];
  const create = useVerb(createCalendarRoute, {
    refresh,
    onDone: (made) => {
      toast.done(t('calendar.created', { name: made.name }));
      go(`/calendars/${made.id}`, {}, { replace: true });
    },
  });
  const change = useVerb(changeCalendarRoute, { refresh, onDone: () => toast.done(t('calendar.saved')) });
  const remove = useVerb(removeCalendarRoute, {
    refresh: [listCalendarsRoute],
    onDone: () => {
      toast.done(t('calendars.removed', { name: start.name }));
      go('/calendars');
    },
    onProblem: (problem) => toast.problem(problem),
  });
  const verb = view ? change : create;
  const texts = verb.error ? fieldTexts(t, verb.error) : {};
  const troubles = Object.fromEntries(
    WEEKDAYS.flatMap((day) => {
      const path = Object.keys(texts).find((one) => one.startsWith(`hours.week.${day}`));
      return path ? [[day, texts[path]]] : [];
    }),
  ) as Partial<Record<Weekday, string>>;
  const save = () => {
    if (view) change.mutate({ params: { id: view.id }, body: draft });
    else create.mutate({ body: draft });
  };
  const trouble = verb.error ? (Object.values(texts)[0] ?? problemText(t, verb.error)) : undefined;
  return (
    <>
      <PageHeader
        title={view ? view.name : t('calendar.new')}
        sentence={t('calendar.sentence')}
        back={{ to: '/calendars', label: t('calendars.title') }}
        beside={view?.isDefault && <PlainTag>{t('calendars.default')}</PlainTag>}
        action={
          view &&
          !disabled &&
          !view.isDefault && (
            <ConfirmButton
              danger
              disabled={view.policyCount > 0}
              title={view.policyCount > 0 ? t('calendars.use', { count: view.policyCount }) : ''}
              question={t('calendars.removeQuestion', { name: view.name })}
              deed={t('calendars.remove')}
              onConfirm={() => remove.mutate({ params: { id: view.id } })}
            >
              {t('calendars.remove')}
            </ConfirmButton>
          )
        }
      />
      <PageBody>
        <div className="hy-edit">
          <div>
            <Section title={t('calendar.what')}>
              <div className="hy-fields">
                <Field name={t('calendar.name')} {...(texts.name ? { trouble: texts.name } : {})}>
                  <Input
                    value={draft.name}
                    maxLength={120}
                    disabled={disabled}
                    placeholder={t('calendar.nameExample')}
                    onChange={(event) => setDraft({ ...draft, name: event.target.value })}
                  />
                </Field>
                <Field name={t('calendar.zone')} as="div">
                  <Select
                    aria-label={t('calendar.zone')}
                    showSearch
                    disabled={disabled}
                    value={hours.timeZone}
                    options={zones}
                    onChange={(timeZone: string) => setHours({ ...hours, timeZone })}
                  />
                </Field>
              </div>
            </Section>
            <Section title={t('calendar.week')} sentence={t('calendar.weekSentence')}>
              <WeekEditor
                week={hours.week}
                disabled={disabled}
                troubles={troubles}
                onChange={(week) => setHours({ ...hours, week })}
              />
            </Section>
            <Section
              title={t('month.title')}
              sentence={t('month.sentence')}
              end={!disabled && <FillChinaDays hours={hours} today={today} onChange={setHours} />}
            >
              <MonthEditor hours={hours} today={today} disabled={disabled} onChange={setHours} />
              <AnnouncedNotice today={today} />
            </Section>
            <Section title={t('special.title')} sentence={t('special.sentence')}>
              <OverrideEditor hours={hours} disabled={disabled} onChange={setHours} />
            </Section>
          </div>
          <div className="hy-edit-aside">
            <CalendarTester hours={hours} />
          </div>
        </div>
      </PageBody>
      {!disabled && (
        <SaveBar
          isNew={!view}
          isDirty={JSON.stringify(draft) !== saved}
          isSaving={verb.isPending}
          onSave={save}
          onReset={() => {
            verb.reset();
            setDraft(start);
          }}
          {...(trouble ? { trouble } : {})}
        />
      )}
    </>
  );
}
