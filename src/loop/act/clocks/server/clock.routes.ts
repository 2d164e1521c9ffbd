// Binds the routes of calendars, clock policies and the clocks of a case.
import { on } from '../../../../ground/serve.ts';
import { ok, refuse } from '../../../../kit/result.ts';
import * as calendars from '../core/calendar.contract.ts';
import * as contract from '../core/clock.contract.ts';
import * as updates from '../core/clock-update.contract.ts';
import { previewCalendar } from '../core/preview-calendar.ts';
import { listCalendars, readCalendar } from './calendar.reads.ts';
import { chinaCalendar } from './china-calendar.ts';
import { clocksOf, simulate } from './clock.reads.ts';
import { listClockUpdates, listPolicies, readPolicyView } from './policy.reads.ts';
import { seedBeforeReading } from './seed-clocks.ts';
import { changeCalendar } from './verbs/change-calendar.ts';
import { changePolicy } from './verbs/change-policy.ts';
import { createCalendar } from './verbs/create-calendar.ts';
import { createPolicy } from './verbs/create-policy.ts';
import { removeCalendar } from './verbs/remove-calendar.ts';
import { removePolicy } from './verbs/remove-policy.ts';
import { reorderPolicies } from './verbs/reorder-policies.ts';
import { setDefaultCalendar } from './verbs/set-default-calendar.ts';

export function clockRoutes() {
  return [...calendarRoutes(), ...policyRoutes(), ...caseClockRoutes()];
}

function calendarRoutes() {
  return [
    on(calendars.listCalendarsRoute, async ({ env, query }) => {
      await seedBeforeReading(env.db, env.now);
      return ok(await env.db.read((tx) => listCalendars(tx, query)));
    }),
    on(calendars.getCalendarRoute, async ({ env, params }) => {
      const view = await env.db.read((tx) => readCalendar(tx, params.id));
      return view ? ok(view) : refuse('not_found');
    }),
    on(calendars.createCalendarRoute, ({ env, body }) => createCalendar(env, body)),
    on(calendars.changeCalendarRoute, ({ env, params, body }) =>
      changeCalendar(env, { ...body, calendarId: params.id }),
    ),
    on(calendars.removeCalendarRoute, async ({ env, params }) => removeCalendar(env, { calendarId: params.id })),
    on(calendars.setDefaultCalendarRoute, ({ env, body }) => setDefaultCalendar(env, body)),
    on(calendars.getChinaHolidaysRoute, async ({ query }) => ok(chinaCalendar(query.fromYear, query.toYear))),
    on(updates.previewCalendarRoute, async ({ body }) => {
      const { dueMs, warnMs, stretches, moreStretches } = previewCalendar(body.hours, Date.parse(body.startAt), body);
      return ok({
        dueAt: isoOf(dueMs),
        warnAt: isoOf(warnMs),
        stretches: stretches.map(({ fromMs, toMs }) => ({
          from: new Date(fromMs).toISOString(),
          to: new Date(toMs).toISOString(),
          ms: toMs - fromMs,
        })),
        moreStretches,
      });
    }),
  ];
}

function policyRoutes() {
  return [
    on(contract.listPoliciesRoute, async ({ env, query }) => {
      await seedBeforeReading(env.db, env.now);
      return ok(await env.db.read((tx) => listPolicies(tx, query)));
    }),
    on(contract.getPolicyRoute, async ({ env, params }) => {
      const view = await env.db.read((tx) => readPolicyView(tx, params.id));
      return view ? ok(view) : refuse('not_found');
    }),
    on(contract.createPolicyRoute, ({ env, body }) => createPolicy(env, body)),
    on(contract.changePolicyRoute, ({ env, params, body }) => changePolicy(env, { policyId: params.id, draft: body })),
    on(contract.removePolicyRoute, ({ env, params }) => removePolicy(env, { policyId: params.id })),
    on(contract.reorderPoliciesRoute, ({ env, body }) => reorderPolicies(env, body)),
    on(updates.simulatePoliciesRoute, async ({ env, body }) => {
      await seedBeforeReading(env.db, env.now);
      const { clocks, ...rest } = await env.db.read((tx) => simulate(tx, body.facts, new Date(body.openedAt)));
      const shown = clocks.map((clock) => ({
        ...clock,
        warnAt: clock.warnAt?.toISOString() ?? null,
        dueAt: clock.dueAt?.toISOString() ?? null,
      }));
      return ok({ ...rest, clocks: shown } as never);
    }),
    on(updates.listClockUpdatesRoute, async ({ env, query }) =>
      ok(await env.db.read((tx) => listClockUpdates(tx, query))),
    ),
  ];
}

function caseClockRoutes() {
  return [
    on(contract.listCaseClocksRoute, async ({ env, params }) => {
      const items = (await env.db.read((tx) => clocksOf(tx, [params.id], env.now))).get(params.id);
      return items ? ok({ items }) : refuse('not_found');
    }),
  ];
}

const isoOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
