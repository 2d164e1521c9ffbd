// The screens of clocks: business calendars and the policies that promise by them.
import { type PageDef, railOrder } from '../../../../ui/page.ts';

export const pages: readonly PageDef[] = [
  {
    path: '/clocks',
    titleKey: 'pageclocks:policies.title',
    permission: 'clock.read',
    load: () => import('./policies-page.tsx').then((m) => m.PoliciesPage),
    rail: { labelKey: 'pageclocks:policies.rail', icon: 'clock', order: railOrder.clocks, group: 'settings' },
  },
  {
    path: '/clocks/$policyId',
    titleKey: 'pageclocks:policy.title',
    permission: 'clock.read',
    load: () => import('./policy-page.tsx').then((m) => m.PolicyPage),
  },
  {
    path: '/calendars',
    titleKey: 'pageclocks:calendars.title',
    permission: 'clock.read',
    load: () => import('./calendars-page.tsx').then((m) => m.CalendarsPage),
    rail: { labelKey: 'pageclocks:calendars.rail', icon: 'calendar', order: railOrder.clocks + 2, group: 'settings' },
  },
  {
    path: '/calendars/$calendarId',
    titleKey: 'pageclocks:calendar.title',
    permission: 'clock.read',
    load: () => import('./calendar-page.tsx').then((m) => m.CalendarPage),
  },
];
