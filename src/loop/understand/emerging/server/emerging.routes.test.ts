// Rises over HTTP: shown to who may read themes, dismissed by who may edit them, rung for who may open a problem.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { ROLES, roleHas } from '../../../../ground/members/core/permission.contract.ts';
import { recordFeedbackBatchRoute } from '../../../collect/intake/core/feedback.contract.ts';
import * as contract from '../core/emerging.contract.ts';
import { sweepEmerging } from './emerging.jobs.ts';

const DAY_MS = 86_400_000;
let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  const items = [];
  for (let back = 80; back >= 1; back -= 1) {
    const occurredAt = new Date(app.clock.now.getTime() - back * DAY_MS).toISOString();
    const one = (text: string, at: number) => ({
      channel: 'review',
      externalId: `${back}-${at}`,
      text: `${text}，第${back}天${at}`,
      occurredAt,
      product: { sku: 'S1', name: '保湿精华' },
    });
    items.push(one('质量不错，会回购', 0), one('质量不错，会回购', 1));
    if (back <= 4) for (let at = 2; at < 9; at += 1) items.push(one('包装破损，瓶口漏液', at));
  }
  await app.as.agent.call(recordFeedbackBatchRoute, { body: { items } });
  await app.settle();
  expect(await sweepEmerging(app.db.database, app.clock.now)).toBeGreaterThan(0);
  await app.settle();
});
afterAll(() => app.close());

const list = (caller = app.as.viewer, state = 'rising') =>
  caller.call(contract.listEmergingRoute, { query: { state } });

describe('rises', () => {
  it('are shown with product, words and voices, and to no stranger', async () => {
    const { items } = (await list()).body;
    expect(items[0]).toMatchObject({ product: { name: '保湿精华' }, polarity: -1, state: 'rising' });
    expect(items[0].samples.length).toBeGreaterThan(0);
    expect((await list(app.stranger)).body.items).toEqual([]);
  });

  it('ring for those who may open a problem', async () => {
    const rung = await app.db.asOwner<{ role: string; about: { path: string; title: string } }>(
      `SELECT m.role, n.about FROM notifications n JOIN members m ON m.id = n.member_id WHERE n.kind = 'emerging'`,
    );
    expect(rung.length).toBeGreaterThan(0);
    for (const { role, about } of rung) {
      expect(roleHas(role as never, 'problem.edit')).toBe(true);
      expect(about).toMatchObject({ path: '/themes' });
      expect(about.title).toContain('保湿精华');
    }
  });

  it('are dismissed and brought back', async () => {
    const [one] = (await list()).body.items;
    const dismiss = (caller: TestApp['stranger'], id = one.id) =>
      caller.call(contract.dismissEmergingRoute, { params: { id }, body: { reason: '已换快递' } });
    const revive = (caller: TestApp['stranger']) =>
      caller.call(contract.reviveEmergingRoute, { params: { id: one.id } });
    expect((await dismiss(app.stranger)).status).toBe(404);
    expect((await dismiss(app.as.manager)).body).toMatchObject({ state: 'dismissed', reason: '已换快递' });
    expect((await dismiss(app.as.manager)).body.code).toBe('not_rising');
    expect((await list(app.as.viewer, 'dismissed')).body.items).toHaveLength(1);
    expect((await revive(app.stranger)).status).toBe(404);
    expect((await revive(app.as.manager)).body).toMatchObject({ state: 'rising' });
    expect((await revive(app.as.manager)).body.code).toBe('not_dismissed');
  });

  it('are left alone by who may not', async () => {
    for (const spec of contract.emergingRoutesList)
      for (const role of ROLES) {
        if (roleHas(role, spec.access as never)) continue;
        const answer = await app.as[role].call(spec, { params: { id: 'emg_x' }, body: {} });
        expect(answer.status, `${role} ${spec.id}`).toBe(403);
      }
  });
});
