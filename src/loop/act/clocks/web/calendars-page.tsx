// All business calendars: how each week looks, who counts by it, and which one is the default.
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useList, useVerb } from '../../../../ui/client/hooks.ts';
import { useCan } from '../../../../ui/client/session.tsx';
import { GoLink, useGo } from '../../../../ui/go.tsx';
import { Icon } from '../../../../ui/icons.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { EmptyPlace, ErrorPlace } from '../../../../ui/places.tsx';
import { PageBody, Section } from '../../../../ui/section.tsx';
import { RowsSkeleton } from '../../../../ui/skeletons.tsx';
import { PlainTag } from '../../../../ui/tags.tsx';
import { useToast } from '../../../../ui/toasts.tsx';
import { type CalendarView, listCalendarsRoute, setDefaultCalendarRoute } from '../core/calendar.contract.ts';
import { ClockUpdates } from './clock-updates.tsx';
import { TinyWeek } from './shift-track.tsx';
import './order.css';

export function CalendarsPage() {
  const { t } = useTranslation('pageclocks');
  const go = useGo();
  const mayEdit = useCan('clock.edit');
  const list = useList(listCalendarsRoute, {}, { on: ['calendar.*', 'policy.*'] });
  return (
    <>
      <PageHeader
        title={t('calendars.title')}
        sentence={t('calendars.sentence')}
        action={
          mayEdit && (
            <Button type="primary" onClick={() => go('/calendars/new')}>
              {t('calendars.add')}
            </Button>
          )
        }
      />
      <PageBody>
        <Section title={t('calendars.list')} flush>
          {list.status === 'loading' && <RowsSkeleton rows={3} height={72} columns={3} />}
          {list.status === 'error' && <ErrorPlace error={list.error} onRetry={list.retry} />}
          {list.status === 'ready' && list.items.length === 0 && (
            <EmptyPlace title={t('calendars.empty')} text={t('calendars.sentence')} />
          )}
          <ul className="hy-rows">
            {list.items.map((calendar) => (
              <CalendarRow key={calendar.id} calendar={calendar} mayEdit={mayEdit} />
            ))}
          </ul>
        </Section>
        <ClockUpdates />
      </PageBody>
    </>
  );
}

function CalendarRow({ calendar, mayEdit }: { calendar: CalendarView; mayEdit: boolean }) {
  const { t } = useTranslation('pageclocks');
  const go = useGo();
  const toast = useToast();
  const setDefault = useVerb(setDefaultCalendarRoute, {
    refresh: [listCalendarsRoute],
    onDone: () => toast.done(t('calendars.madeDefault', { name: calendar.name })),
    onProblem: (problem) => toast.problem(problem),
  });
  return (
    <li className="hy-calendar-row">
      <div>
        <div className="hy-order-name">
          <GoLink to={`/calendars/${calendar.id}`} className="hy-link">
            {calendar.name}
          </GoLink>
          {calendar.isDefault && <PlainTag>{t('calendars.default')}</PlainTag>}
        </div>
        <div className="hy-order-line">{calendar.hours.timeZone}</div>
      </div>
      <TinyWeek week={calendar.hours.week} />
      <span className="hy-order-line hy-calendar-use">{t('calendars.use', { count: calendar.policyCount })}</span>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            { key: 'open', label: t(mayEdit ? 'calendars.edit' : 'calendars.open') },
            ...(mayEdit
              ? [
                  { key: 'default', label: t('calendars.makeDefault'), disabled: calendar.isDefault },
                  { key: 'copy', label: t('calendars.copy') },
                ]
              : []),
          ],
          onClick: ({ key }) => {
            if (key === 'open') go(`/calendars/${calendar.id}`);
            if (key === 'copy') go('/calendars/new', { from: calendar.id });
            if (key === 'default') setDefault.mutate({ body: { calendarId: calendar.id } });
          },
        }}
      >
        <button type="button" className="hy-quiet-button" aria-label={t('calendars.menu', { name: calendar.name })}>
          <Icon name="more" size={16} />
        </button>
      </Dropdown>
    </li>
  );
}
