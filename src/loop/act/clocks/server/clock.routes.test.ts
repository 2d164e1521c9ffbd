// Proves every route of clocks: what it answers, who may not call it, what a stranger sees, and every refusal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, type TestCaller, testApp } from '../../../../../test/harness/app.ts';
import { ROLES, type Role, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import { aroundTheClock } from '../../../../kit/calendar/calendar.ts';
import { newId } from '../../../../kit/ids.ts';
import type { RouteSpec } from '../../../../kit/route.ts';
import * as calendars from '../core/calendar.contract.ts';
import * as contract from '../core/clock.contract.ts';
import * as updates from '../core/clock-update.contract.ts';
import { noteClockEvent } from './door.ts';

let app: TestApp;
let owner: TestCaller;
let caseId: string;
let calendarId: string;
let policyId: string;
const HOURS = aroundTheClock('Asia/Shanghai');
const POLICY = { name: 'P', targets: { frtMs: 3_600_000 } };
const HOUR = 3_600_000;

beforeAll(async () => {
  app = await testApp();
  owner = app.as.owner;
  caseId = newId('case');
  await app.db.a.write((tx) =>
    noteClockEvent(tx, app.env, {
      caseId,
      facts: { channel: null, priority: 'medium', themeIds: [], productIds: [], vip: false },
      event: { type: 'opened', atMs: app.clock.now.getTime() },
    }),
  );
  calendarId = (await owner.call(calendars.listCalendarsRoute)).body.items.find(
    (one: { name: string }) => one.name === '7×24',
  ).id;
  policyId = (await owner.call(contract.listPoliciesRoute)).body.items[0].id;
});
afterAll(() => app.close());

type Input = Parameters<TestCaller['call']>[1];
const everyRoute = (): [RouteSpec, Input][] => [
  [calendars.listCalendarsRoute, {}],
  [calendars.getCalendarRoute, { params: { id: calendarId } }],
  [calendars.createCalendarRoute, { body: { name: 'X', hours: HOURS } }],
  [calendars.changeCalendarRoute, { params: { id: calendarId }, body: { name: 'X', hours: HOURS } }],
  [calendars.removeCalendarRoute, { params: { id: calendarId } }],
  [calendars.setDefaultCalendarRoute, { body: { calendarId } }],
  [calendars.getChinaHolidaysRoute, { query: { fromYear: 2026, toYear: 2026 } }],
  [updates.previewCalendarRoute, { body: { hours: HOURS, startAt: '2026-03-02T02:00:00Z', targetMs: HOUR } }],
  [contract.listPoliciesRoute, {}],
  [contract.getPolicyRoute, { params: { id: policyId } }],
  [contract.createPolicyRoute, { body: POLICY }],
  [contract.changePolicyRoute, { params: { id: policyId }, body: POLICY }],
  [contract.removePolicyRoute, { params: { id: policyId } }],
  [contract.reorderPoliciesRoute, { body: { ids: [policyId] } }],
  [updates.simulatePoliciesRoute, { body: { facts: {}, openedAt: '2026-03-02T02:00:00Z' } }],
  [updates.listClockUpdatesRoute, {}],
  [contract.listCaseClocksRoute, { params: { id: caseId } }],
];

/** Everything a route could have changed in workspace A. */
async function contents(): Promise<unknown> {
  return app.db.asOwner(
    `SELECT (SELECT json_agg(c ORDER BY id) FROM calendars c WHERE workspace_id = $1) AS calendars,
            (SELECT json_agg(p ORDER BY id) FROM clock_policies p WHERE workspace_id = $1) AS policies,
            (SELECT json_agg(u ORDER BY id) FROM clock_updates u WHERE workspace_id = $1) AS updates`,
    [app.db.workspaceA],
  );
}

describe('who may not', () => {
  it('answers 401 to nobody and changes nothing', async () => {
    const before = await contents();
    for (const [spec, input] of everyRoute()) {
      expect((await app.nobody.call(spec, input)).status, spec.id).toBe(401);
    }
    expect(await contents()).toEqual(before);
  });

  it('answers 403 to every role without the permission and changes nothing', async () => {
    const before = await contents();
    for (const role of ROLES) {
      for (const [spec, input] of everyRoute()) {
        if (roleHas(role, spec.access as never)) continue;
        expect((await app.as[role as Role].call(spec, input)).status, `${role} ${spec.id}`).toBe(403);
      }
    }
    expect(await contents()).toEqual(before);
  });

  it('shows a stranger nothing of this workspace and lets him change nothing', async () => {
    const before = await contents();
    const answers: Record<string, number> = {};
    for (const [spec, input] of everyRoute()) {
      const answer = await app.stranger.call(spec, input);
      answers[spec.id] = answer.status;
      expect(JSON.stringify(answer.body), spec.id).not.toContain(calendarId);
      if (spec !== contract.reorderPoliciesRoute) expect(JSON.stringify(answer.body), spec.id).not.toContain(policyId);
    }
    for (const id of [
      'getCalendar',
      'changeCalendar',
      'removeCalendar',
      'setDefaultCalendar',
      'getClockPolicy',
      'changeClockPolicy',
      'removeClockPolicy',
      'listCaseClocks',
    ]) {
      expect(answers[id], id).toBe(404);
    }
    expect(answers.reorderClockPolicies).toBe(409);
    expect(await contents()).toEqual(before);
  });
});

describe('calendars', () => {
  const create = (name: string, hours: unknown = HOURS) =>
    owner.call(calendars.createCalendarRoute, { body: { name, hours } });

  it('are made, read, changed, paged, made the default and removed', async () => {
    const made = await create('Night');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Night', isDefault: false, policyCount: 0, hours: HOURS });
    const id = made.body.id;
    const changed = await owner.call(calendars.changeCalendarRoute, {
      params: { id },
      body: { name: 'Nights', hours: { ...HOURS, holidays: ['2026-10-01'] } },
    });
    expect(changed.body).toMatchObject({ name: 'Nights', hours: { holidays: ['2026-10-01'] } });
    const read = await owner.call(calendars.getCalendarRoute, { params: { id } });
    expect(read.body).toEqual(changed.body);
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await owner.call(calendars.listCalendarsRoute, { query: { limit: 1, cursor } });
      expect(page.body.items).toHaveLength(1);
      names.push(page.body.items[0].name);
      cursor = page.body.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(names)).toEqual(new Set(['7×24', 'Nights', '标准工作日', '直播排班']));
    expect(names).toHaveLength(4);
    const first = (await owner.call(calendars.listCalendarsRoute)).body.items.find(
      (one: { isDefault: boolean }) => one.isDefault,
    );
    expect(first.policyCount).toBe(1);
    expect((await owner.call(calendars.setDefaultCalendarRoute, { body: { calendarId: id } })).body).toMatchObject({
      isDefault: true,
      policyCount: 1,
    });
    await owner.call(calendars.setDefaultCalendarRoute, { body: { calendarId: first.id } });
    expect((await owner.call(calendars.removeCalendarRoute, { params: { id } })).status).toBe(200);
    expect((await owner.call(calendars.getCalendarRoute, { params: { id } })).status).toBe(404);
    const events = await app.db.asOwner<{ type: string }>('SELECT type FROM events WHERE subject = $1 ORDER BY seq', [
      id,
    ]);
    expect(events.map((event) => event.type)).toEqual([
      'calendar.created',
      'calendar.changed',
      'calendar.made_default',
      'calendar.removed',
    ]);
  });

  it('refuse a taken name, the default and one in use', async () => {
    const taken = await create('7×24');
    expect([taken.status, taken.body.code, taken.body.errors[0].path]).toEqual([409, 'name_taken', 'name']);
    expect(taken.body.title).toBe('That name is taken; choose another');
    const used = (await create('Used')).body.id;
    const renamed = await owner.call(calendars.changeCalendarRoute, {
      params: { id: used },
      body: { name: '7×24', hours: HOURS },
    });
    expect(renamed.body.code).toBe('name_taken');
    const policy = await owner.call(contract.createPolicyRoute, {
      body: { ...POLICY, name: 'Uses it', calendarId: used },
    });
    const inUse = await owner.call(calendars.removeCalendarRoute, { params: { id: used } });
    expect([inUse.status, inUse.body.code]).toEqual([409, 'calendar_in_use']);
    await owner.call(contract.removePolicyRoute, { params: { id: policy.body.id } });
    expect((await owner.call(calendars.removeCalendarRoute, { params: { id: used } })).status).toBe(200);
    const items = (await owner.call(calendars.listCalendarsRoute)).body.items;
    const standing = items.find((one: { isDefault: boolean }) => one.isDefault);
    const isDefault = await owner.call(calendars.removeCalendarRoute, { params: { id: standing.id } });
    expect([isDefault.status, isDefault.body.code]).toEqual([409, 'calendar_is_default']);
    const gone = newId('cal');
    expect((await owner.call(calendars.setDefaultCalendarRoute, { body: { calendarId: gone } })).status).toBe(404);
    expect((await owner.call(calendars.removeCalendarRoute, { params: { id: gone } })).status).toBe(404);
    const missing = await owner.call(calendars.changeCalendarRoute, {
      params: { id: gone },
      body: { name: 'Y', hours: HOURS },
    });
    expect(missing.status).toBe(404);
  });

  const week = (shifts: unknown) => ({ ...HOURS, week: { 1: shifts } });
  it.each([
    ['time_invalid', week([{ from: '9:00', to: '12:00' }])],
    ['shift_empty', week([{ from: '09:00', to: '09:00' }])],
    [
      'shifts_overlap',
      week([
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '13:00' },
      ]),
    ],
    ['too_many_shifts', week(Array.from({ length: 25 }, () => ({ from: '09:00', to: '10:00' })))],
    ['date_invalid', { ...HOURS, holidays: ['2026-02-30'] }],
    ['time_zone_unknown', { ...HOURS, timeZone: 'Asia/Nowhere' }],
    ['holiday_and_workday', { ...HOURS, holidays: ['2026-10-01'], workdays: ['2026-10-01'] }],
    ['never_open', { ...HOURS, week: {} }],
  ])('refuse bad hours: %s', async (code, hours) => {
    const answer = await create(`Bad ${code}`, hours);
    expect(answer.status).toBe(422);
    const error = answer.body.errors.find((item: { code: string }) => item.code === code);
    expect(error?.message).toBeTruthy();
    expect(error?.message).not.toBe('This value is not accepted.');
  });

  it('give China’s announced days and refuse an absurd range', async () => {
    const days = await owner.call(calendars.getChinaHolidaysRoute, { query: { fromYear: 2026, toYear: 2026 } });
    expect(days.body.holidays).toContain('2026-10-01');
    const bad = await owner.call(calendars.getChinaHolidaysRoute, { query: { fromYear: 2026, toYear: 2025 } });
    expect([bad.status, bad.body.errors[0].code]).toEqual([422, 'range_invalid']);
  });

  it('explain a due instant on hours that are not saved yet', async () => {
    const hours = {
      timeZone: 'Asia/Shanghai',
      week: {
        1: [
          { from: '09:00', to: '12:00' },
          { from: '13:30', to: '18:00' },
        ],
      },
    };
    const preview = await owner.call(updates.previewCalendarRoute, {
      body: { hours, startAt: '2026-03-02T10:00:00+08:00', targetMs: 4 * HOUR },
    });
    expect(preview.body).toEqual({
      dueAt: '2026-03-02T07:30:00.000Z',
      warnAt: '2026-03-02T07:15:00.000Z',
      stretches: [
        { from: '2026-03-02T02:00:00.000Z', to: '2026-03-02T04:00:00.000Z', ms: 2 * HOUR },
        { from: '2026-03-02T05:30:00.000Z', to: '2026-03-02T07:30:00.000Z', ms: 2 * HOUR },
      ],
      moreStretches: false,
    });
    const once = { timeZone: 'Asia/Shanghai', week: {}, overrides: { '2026-03-02': [{ from: '09:00', to: '12:00' }] } };
    const never = await owner.call(updates.previewCalendarRoute, {
      body: { hours: once, startAt: '2026-03-02T10:00:00+08:00', targetMs: 4 * HOUR },
    });
    expect(never.body).toMatchObject({ dueAt: null, stretches: [] });
    const absurd = await owner.call(updates.previewCalendarRoute, {
      body: { hours, startAt: '9999-03-02T10:00:00Z', targetMs: 4 * HOUR },
    });
    expect(absurd.status).toBe(422);
  });
});

describe('policies', () => {
  const create = (body: object) => owner.call(contract.createPolicyRoute, { body });

  it('are made at the end, read, changed, reordered, brought to running cases and removed', async () => {
    const made = await create({ ...POLICY, name: 'Second' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      position: 2,
      enabled: true,
      calendarId: null,
      escalation: contract.DEFAULT_ESCALATION,
    });
    const id = made.body.id;
    const changed = await owner.call(contract.changePolicyRoute, {
      params: { id },
      body: { ...POLICY, name: 'Second', targets: { frtMs: 600_000 }, warnMs: 0 },
    });
    expect(changed.body).toMatchObject({ targets: { frtMs: 600_000 }, position: 2 });
    expect((await owner.call(contract.getPolicyRoute, { params: { id } })).body).toEqual(changed.body);
    const order = await owner.call(contract.reorderPoliciesRoute, { body: { ids: [id, policyId] } });
    expect(order.body).toEqual({ ids: [id, policyId] });
    await app.settle();
    const clocks = await owner.call(contract.listCaseClocksRoute, { params: { id: caseId } });
    expect(clocks.body.items[0]).toMatchObject({ kind: 'frt', targetMs: 600_000, policyId: id, state: 'active' });
    const [update] = (await owner.call(updates.listClockUpdatesRoute)).body.items;
    expect(update).toMatchObject({ cause: 'policies', state: 'done', total: 1, lookedAt: 1, changed: 1 });
    const pages = await owner.call(contract.listPoliciesRoute, { query: { limit: 1 } });
    expect(pages.body.items[0].id).toBe(id);
    const rest = await owner.call(contract.listPoliciesRoute, { query: { limit: 1, cursor: pages.body.nextCursor } });
    expect(rest.body).toMatchObject({ items: [{ id: policyId, position: 2 }], nextCursor: null });
    expect((await owner.call(contract.removePolicyRoute, { params: { id } })).status).toBe(200);
    expect((await owner.call(contract.getPolicyRoute, { params: { id } })).status).toBe(404);
    const events = await app.db.asOwner<{ type: string }>('SELECT type FROM events WHERE subject = $1 ORDER BY seq', [
      id,
    ]);
    expect(events.map((event) => event.type)).toEqual(['policy.created', 'policy.changed', 'policy.removed']);
  });

  it('refuse a taken name, an unknown calendar, unknown teams and an incomplete order', async () => {
    expect((await create({ ...POLICY, name: '标准时限' })).body.code).toBe('name_taken');
    const calendar = await create({ ...POLICY, calendarId: newId('cal') });
    expect([calendar.status, calendar.body.code]).toEqual([422, 'unknown_calendar']);
    const team = await create({
      ...POLICY,
      stages: [{ stage: 'collect', teamId: 'team_gone', targetMs: HOUR }],
      escalation: [{ on: 'breach', action: { type: 'reassign_team', teamId: 'team_gone' } }],
    });
    expect([team.status, team.body.code]).toEqual([422, 'unknown_team']);
    expect(team.body.errors.map((error: { path: string }) => error.path)).toEqual([
      'stages.0.teamId',
      'escalation.0.action.teamId',
    ]);
    for (const ids of [[], [policyId, policyId], [newId('pol')]]) {
      const order = await owner.call(contract.reorderPoliciesRoute, { body: { ids } });
      expect([order.status, order.body.code]).toEqual([409, 'incomplete_order']);
    }
    const changes = { params: { id: policyId } };
    expect(
      (await owner.call(contract.changePolicyRoute, { ...changes, body: { ...POLICY, calendarId: newId('cal') } })).body
        .code,
    ).toBe('unknown_calendar');
    const gone = { params: { id: newId('pol') } };
    expect((await owner.call(contract.changePolicyRoute, { ...gone, body: POLICY })).status).toBe(404);
    expect((await owner.call(contract.removePolicyRoute, gone)).status).toBe(404);
  });

  it.each([
    ['stage_invalid', { stages: [{ stage: 'Bad Stage', targetMs: HOUR }] }],
    [
      'stage_repeated',
      {
        stages: [
          { stage: 'collect', targetMs: HOUR },
          { stage: 'collect', targetMs: HOUR },
        ],
      },
    ],
    ['too_small', { targets: { frtMs: 10 } }],
    ['invalid_type', { targets: null }],
  ])('refuse a bad form: %s', async (code, part) => {
    const answer = await create({ ...POLICY, ...part });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { code: string }) => error.code)).toContain(code);
  });

  it('show what a case would be promised', async () => {
    const answer = await owner.call(updates.simulatePoliciesRoute, {
      body: { facts: { priority: 'urgent' }, openedAt: '2026-03-02T02:00:00Z' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ policyName: '标准时限', policyId });
    expect(answer.body.clocks[0]).toEqual({
      kind: 'frt',
      stage: null,
      targetMs: 1_800_000,
      warnAt: '2026-03-02T02:15:00.000Z',
      dueAt: '2026-03-02T02:30:00.000Z',
    });
  });
});

describe('clocks of a case', () => {
  it('are unknown for a case nobody clocked', async () => {
    expect((await owner.call(contract.listCaseClocksRoute, { params: { id: newId('case') } })).status).toBe(404);
    expect((await owner.call(contract.listCaseClocksRoute, { params: { id: "x' OR 1=1" } })).status).toBe(404);
  });
});
