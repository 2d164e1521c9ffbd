// Business calendars as others see them: the data, and the routes that keep it.
import { z } from 'zod';
import { route } from '../../../../ground/members/core/permission.contract.ts';
import { calendarSchema } from '../../../../kit/calendar/calendar.ts';
import { pageOf, pageQuery } from '../../../../kit/cursor.ts';

/** Schema of an id with a prefix, as text with a fixed form. */
export const idOf = <P extends string>(prefix: P) =>
  z.templateLiteral([`${prefix}_`, z.string().regex(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/)]);
export const calendarId = idOf('cal');
export type CalendarId = z.output<typeof calendarId>;
/** Name of a calendar or policy. */
export const shownName = z.string().trim().min(1).max(120);
/** ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true });

export const calendarDraft = z.object({ name: shownName, hours: calendarSchema });
export type CalendarDraft = z.output<typeof calendarDraft>;

export const calendarView = calendarDraft.extend({
  id: calendarId,
  /** Used by policies that name no calendar. */
  isDefault: z.boolean(),
  /** Policies that use it. */
  policyCount: z.number().int(),
  updatedAt: instant,
});
export type CalendarView = z.output<typeof calendarView>;

export const CALENDAR_REFUSALS = ['not_found', 'name_taken', 'calendar_in_use', 'calendar_is_default'] as const;

const calendarParams = z.object({ id: calendarId });
const nothing = z.object({});

export const listCalendarsRoute = route({
  id: 'listCalendars',
  method: 'GET',
  path: '/api/v1/calendars',
  summary: 'Business calendars by name',
  access: 'clock.read',
  query: pageQuery,
  ok: pageOf(calendarView),
});

export const getCalendarRoute = route({
  id: 'getCalendar',
  method: 'GET',
  path: '/api/v1/calendars/:id',
  summary: 'One business calendar',
  access: 'clock.read',
  params: calendarParams,
  ok: calendarView,
  refusals: ['not_found'],
});

export const createCalendarRoute = route({
  id: 'createCalendar',
  method: 'POST',
  path: '/api/v1/calendars',
  summary: 'Add a business calendar',
  access: 'clock.edit',
  body: calendarDraft,
  ok: calendarView,
  status: 201,
  refusals: ['name_taken'],
});

export const changeCalendarRoute = route({
  id: 'changeCalendar',
  method: 'PUT',
  path: '/api/v1/calendars/:id',
  summary: 'Change a business calendar; running clocks count by it from now on',
  access: 'clock.edit',
  params: calendarParams,
  body: calendarDraft,
  ok: calendarView,
  refusals: ['not_found', 'name_taken'],
});

export const removeCalendarRoute = route({
  id: 'removeCalendar',
  method: 'DELETE',
  path: '/api/v1/calendars/:id',
  summary: 'Remove a business calendar no policy uses',
  access: 'clock.edit',
  params: calendarParams,
  ok: nothing,
  refusals: ['not_found', 'calendar_in_use', 'calendar_is_default'],
});

export const setDefaultCalendarRoute = route({
  id: 'setDefaultCalendar',
  method: 'PUT',
  path: '/api/v1/default-calendar',
  summary: 'Choose the calendar of policies that name none',
  access: 'clock.edit',
  body: z.object({ calendarId }),
  ok: calendarView,
  refusals: ['not_found'],
});

export const getChinaHolidaysRoute = route({
  id: 'getChinaHolidays',
  method: 'GET',
  path: '/api/v1/calendar-seeds/china',
  summary: 'Official holidays and make-up workdays of China for a range of years, as far as they have been announced',
  access: 'clock.read',
  query: z
    .object({
      fromYear: z.coerce.number().int().min(2004).max(2100),
      toYear: z.coerce.number().int().min(2004).max(2100),
    })
    .refine((range) => range.toYear >= range.fromYear && range.toYear - range.fromYear < 20, {
      message: 'range_invalid',
    }),
  ok: z.object({
    holidays: z.array(z.string()),
    workdays: z.array(z.string()),
    /** Last year with an announcement; later years are plain weeks until then. */
    announcedThroughYear: z.number().int(),
  }),
});
