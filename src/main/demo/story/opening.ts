// The shop opens: who works there, the calendar with its make-up workdays, the clocks, the rule, the templates, the ways in.
import { ownerLink } from '../../../ground/members/server/first-run.ts';
import { useInvitation as acceptInvitation } from '../../../ground/members/server/verbs/use-invitation.ts';
import type { Tools } from '../../product.ts';
import { randomSecret } from '../random-secret.ts';
import type { Stage, Worker } from '../stage.ts';
import type { Staff, Tale } from '../tale.ts';
import { HOUR } from '../tale.ts';
import shop from '../words/shop.json' with { type: 'json' };

/** The owner moves in by the one-time link as every first owner does, and invites the others. */
export async function hireStaff(tools: Tools, stage: Stage, workspaceId: string): Promise<Staff> {
  const now = stage.clock.now;
  const join = async (token: string, more: object = {}) => {
    const password = randomSecret();
    const done = await acceptInvitation(tools.database, now, {
      token,
      password,
      locale: 'zh-CN',
      agent: null,
      ...more,
    });
    if (!done.ok) throw new Error(`nobody could join the demo shop: ${done.reason}`);
    return done.value.memberId;
  };
  const link = await ownerLink(tools.database, workspaceId, now);
  const id = await join(link!, { email: shop.owner.email, name: shop.owner.name, workspaceName: shop.name });
  const owner: Worker = { id, name: shop.owner.name, role: 'owner' };
  stage.workers.set(owner.id, owner);
  const staff: Worker[] = [];
  for (const { name, email, role } of shop.staff) {
    const invited = await stage.call(owner, 'inviteMember', { body: { name, email, role } });
    const worker = { id: await join(String(invited.link).split('/').at(-1)!), name, role } as Worker;
    stage.workers.set(worker.id, worker);
    staff.push(worker);
  }
  return {
    owner,
    manager: staff.find((one) => one.role === 'manager')!,
    analyst: staff.find((one) => one.role === 'analyst')!,
    agents: staff.filter((one) => one.role === 'agent'),
  };
}

export async function makeTeams(stage: Stage, staff: Staff): Promise<Tale['teams']> {
  const { owner, manager, analyst, agents } = staff;
  const team = async (name: string, department: string, members: readonly Worker[]) => {
    const made = await stage.call(owner, 'createTeam', { body: { name, department } });
    await stage.call(owner, 'setTeamMembers', {
      params: { id: made.id },
      body: { memberIds: members.map((member) => member.id) },
    });
    return String(made.id);
  };
  return {
    service: await team(shop.teams.service, 'customer_service', agents),
    quality: await team(shop.teams.quality, 'quality', [manager]),
    logistics: await team(shop.teams.logistics, 'logistics', [agents[1]!, manager]),
    analytics: await team(shop.teams.analytics, 'analytics', [analyst]),
  };
}

/** Calendar, clocks, rule, templates, and the settings of what follows a resolution. */
export async function setUpDesk(tale: Tale): Promise<void> {
  const { stage, staff, teams } = tale;
  const { owner } = staff;
  const fromYear = tale.dayStart(0).getUTCFullYear();
  const seeds = await stage.call(owner, 'getChinaHolidays', { query: { fromYear, toYear: fromYear + 1 } });
  const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '09:00', to: '22:30' }]]));
  const office = Object.fromEntries(
    [1, 2, 3, 4, 5].map((day) => [
      day,
      [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '18:30' },
      ],
    ]),
  );
  const { holidays, workdays } = seeds;
  const desk = await stage.call(owner, 'createCalendar', {
    body: { name: shop.calendars.desk, hours: { timeZone: 'Asia/Shanghai', week } },
  });
  await stage.call(owner, 'createCalendar', {
    body: { name: shop.calendars.office, hours: { timeZone: 'Asia/Shanghai', week: office, holidays, workdays } },
  });
  await stage.call(owner, 'setDefaultCalendar', { body: { calendarId: desk.id } });
  const usual = await stage.call(owner, 'listClockPolicies', { query: { limit: 50 } });
  const clocks = await stage.call(owner, 'createClockPolicy', {
    body: {
      name: shop.clocks,
      calendarId: desk.id,
      targets: { frtMs: 4 * HOUR, nrtMs: 8 * HOUR, rtMs: 72 * HOUR },
      targetsByPriority: { urgent: { frtMs: HOUR, nrtMs: 2 * HOUR, rtMs: 24 * HOUR } },
      warnMs: 15 * 60_000,
      escalation: [{ on: 'breach', afterMs: 0, clocks: ['frt', 'rt'], action: { type: 'notify_manager' } }],
    },
  });
  const ids = [clocks.id, ...usual.items.map((policy: { id: string }) => policy.id)];
  await stage.ask(owner, 'reorderClockPolicies', { body: { ids } });
  await stage.call(owner, 'createRule', {
    body: {
      name: shop.rule,
      conditions: { themes: ['packaging.leak'] },
      actions: { priority: 'high', teamId: teams.quality, assign: 'none' },
    },
  });
  for (const template of shop.templates) await stage.call(owner, 'createTemplate', { body: template });
  const reason = { on: true, scriptId: null };
  await stage.call(owner, 'setCallbackRules', {
    body: {
      reasons: { urgent: reason, vip: { on: false, scriptId: null }, low_rating: reason, disputed: reason },
      dueWorkingHours: 24,
      maxAttempts: 3,
      spacingHours: 4,
    },
  });
  await stage.call(owner, 'setRatingSettings', { body: { enabled: true, cooldownDays: 14, expiryDays: 7 } });
}

/** Questionnaires, the widget's place and the public pages. */
export async function openWaysIn(tale: Tale): Promise<void> {
  const { stage, staff, kept } = tale;
  await stage.call(staff.owner, 'createWidgetSite', {
    body: { name: shop.site, origins: ['https://shop.example.com'] },
  });
  await stage.call(staff.owner, 'changePortal', {
    body: {
      enabled: true,
      titleZh: shop.portal.titleZh,
      titleEn: shop.portal.titleEn,
      welcomeZh: shop.portal.welcomeZh,
      welcomeEn: shop.portal.welcomeEn,
    },
  });
  for (const { template, name } of shop.forms) {
    const form = await stage.call(staff.analyst, 'createForm', { body: { name, template } });
    await stage.call(staff.analyst, 'openForm', { params: { id: form.id } });
    const link = await stage.call(staff.analyst, 'shareForm', { params: { id: form.id }, body: {} });
    kept.set(`form:${template}`, new URL(String(link.path), 'http://shop.example.com').pathname.split('/').at(-1)!);
  }
}
