// Every route of rules: what it answers, what it refuses, what strangers get, and that a dry run changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { addJudged, addPerson, addTeam } from '../../../../../test/harness/judged-feedback.ts';
import { type Permission, ROLES, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import type { RouteSpec } from '../../../../kit/route.ts';
import * as routes from '../core/rule.contract.ts';
import { ruleRoutes } from './rule.routes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const refused = (answer: { status: number; body: { code?: string } }) => `${answer.status} ${answer.body.code}`;
const draft = { name: '破损上报', conditions: { themes: ['quality'] }, actions: { priority: 'high' } };
const list = async () => (await app.as.manager.call(routes.listRulesRoute)).body;

describe('rules', () => {
  it('start with three and can be added, changed, switched off, ordered and removed', async () => {
    expect((await list()).items.map((rule: { builtIn: string }) => rule.builtIn)).toEqual([
      'urgent',
      'low_rating',
      'complaint',
    ]);
    const made = await app.as.manager.call(routes.createRuleRoute, { body: draft });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      position: 4,
      name: '破损上报',
      builtIn: null,
      enabled: true,
      actions: { priority: 'high', assign: 'none' },
    });
    const { id } = made.body;
    const ids = (await list()).items.map((rule: { id: string }) => rule.id);
    expect((await app.as.manager.call(routes.reorderRulesRoute, { body: { ids: [...ids].reverse() } })).status).toBe(
      200,
    );
    expect((await list()).items[0]).toMatchObject({ id, position: 1 });
    expect(refused(await app.as.manager.call(routes.reorderRulesRoute, { body: { ids: ids.slice(1) } }))).toBe(
      '409 order_incomplete',
    );
    expect(refused(await app.as.manager.call(routes.reorderRulesRoute, { body: { ids: [...ids, ids[0]] } }))).toBe(
      '409 order_incomplete',
    );
    const low = ids[1];
    const off = { ...draft, name: '改名', enabled: false, conditions: { maxRating: 1 } };
    expect((await app.as.manager.call(routes.changeRuleRoute, { params: { id: low }, body: off })).body).toMatchObject({
      name: null,
      builtIn: 'low_rating',
      enabled: false,
      conditions: { maxRating: 1 },
    });
    expect(refused(await app.as.manager.call(routes.removeRuleRoute, { params: { id: low } }))).toBe(
      '409 rule_is_built_in',
    );
    expect((await app.as.manager.call(routes.removeRuleRoute, { params: { id } })).status).toBe(200);
    expect(refused(await app.as.manager.call(routes.removeRuleRoute, { params: { id } }))).toBe('404 not_found');
    expect(refused(await app.as.manager.call(routes.changeRuleRoute, { params: { id }, body: draft }))).toBe(
      '404 not_found',
    );
    await app.as.manager.call(routes.changeRuleRoute, {
      params: { id: low },
      body: { ...off, enabled: true, conditions: { maxRating: 2 } },
    });
  });

  it('refuse what makes no sense', async () => {
    const create = (body: unknown) => app.as.manager.call(routes.createRuleRoute, { body });
    expect((await create({ ...draft, conditions: {} })).body.errors).toMatchObject([{ code: 'conditions_empty' }]);
    expect(refused(await create({ ...draft, conditions: { maxRating: 9 } }))).toBe('422 invalid');
    expect(refused(await create({ ...draft, name: ' ' }))).toBe('422 invalid');
    expect(refused(await create({ ...draft, actions: { teamId: 'team_x' } }))).toBe('422 unknown_team');
    const team = await addTeam(app.db, '质检', []);
    const made = await create({ ...draft, actions: { teamId: team, assign: 'auto' } });
    expect(made.status).toBe(201);
    expect(
      refused(
        await app.as.manager.call(routes.changeRuleRoute, {
          params: { id: made.body.id },
          body: { ...draft, actions: { teamId: 'team_x' } },
        }),
      ),
    ).toBe('422 unknown_team');
    for (let count = 4; count < 100; count += 1) await create({ ...draft, enabled: false });
    expect(refused(await create(draft))).toBe('409 too_many_rules');
  });

  it('keep their settings', async () => {
    expect((await list()).settings).toEqual({ maxAgeDays: 30, unknownPeople: 'group' });
    const settings = { maxAgeDays: null, unknownPeople: 'ignore' };
    expect((await app.as.manager.call(routes.setRuleSettingsRoute, { body: settings })).body).toEqual(settings);
    expect((await list()).settings).toEqual(settings);
    expect(
      (await app.as.manager.call(routes.setRuleSettingsRoute, { body: { maxAgeDays: 0, unknownPeople: 'ignore' } }))
        .status,
    ).toBe(422);
    await app.as.manager.call(routes.setRuleSettingsRoute, { body: { maxAgeDays: 30, unknownPeople: 'group' } });
  });

  it('are tried on the past without touching it', async () => {
    const [anna, bert] = [await addPerson(app.db, '安'), await addPerson(app.db, '贝')];
    const calm = { class: 'positive', sentimentScore: 0.9, intents: ['praise'] };
    await addJudged(app.db, [
      { personId: anna, rating: 1, occurredAt: new Date('2026-03-01T00:00:00Z') },
      { personId: anna, rating: 1, occurredAt: new Date('2026-03-01T01:00:00Z') },
      { personId: bert, rating: 2, themes: ['quality.broken'] },
      { personId: bert, rating: 5, ...calm },
      { personId: bert, rating: 1, occurredAt: new Date('2026-01-01T00:00:00Z') },
    ]);
    const before = JSON.stringify(await app.db.asOwner('SELECT * FROM cases'));
    const all = await app.as.analyst.call(routes.dryRunRulesRoute, { body: { days: 7 } });
    expect(all.body).toMatchObject({
      scanned: 4,
      truncated: false,
      matched: 3,
      wouldOpen: 2,
      wouldJoin: 1,
      passedOver: 0,
    });
    expect(all.body.samples.map((sample: { would: string }) => sample.would)).toEqual(['open', 'join', 'open']);
    const one = await app.as.analyst.call(routes.dryRunRulesRoute, { body: { days: 7, rule: draft } });
    expect(one.body).toMatchObject({
      matched: 1,
      wouldOpen: 1,
      byRule: [{ ruleId: null, matched: 1 }],
      samples: [{ ruleId: null, theme: 'quality.broken' }],
    });
    expect(JSON.stringify(await app.db.asOwner('SELECT * FROM cases'))).toBe(before);
    expect((await app.as.analyst.call(routes.dryRunRulesRoute, { body: { days: 0 } })).status).toBe(422);
  });
});

describe('walls', () => {
  it('keep strangers and roles apart', async () => {
    const [rule] = (await list()).items;
    expect(
      (await app.stranger.call(routes.listRulesRoute)).body.items.map((one: { id: string }) => one.id),
    ).not.toContain(rule.id);
    expect(refused(await app.stranger.call(routes.changeRuleRoute, { params: { id: rule.id }, body: draft }))).toBe(
      '404 not_found',
    );
    expect(refused(await app.stranger.call(routes.removeRuleRoute, { params: { id: rule.id } }))).toBe('404 not_found');
    expect(refused(await app.stranger.call(routes.reorderRulesRoute, { body: { ids: [rule.id] } }))).toBe(
      '409 order_incomplete',
    );
    expect((await app.stranger.call(routes.dryRunRulesRoute, { body: {} })).body.scanned).toBe(0);
    for (const { spec } of ruleRoutes() as { spec: RouteSpec }[]) {
      expect((await app.nobody.call(spec, { params: { id: rule.id }, body: {} })).status, spec.id).toBe(401);
      for (const role of ROLES) {
        if (roleHas(role, spec.access as Permission)) continue;
        expect(
          (await app.as[role].call(spec, { params: { id: rule.id }, body: {} })).status,
          `${role} ${spec.id}`,
        ).toBe(403);
      }
    }
  });
});
