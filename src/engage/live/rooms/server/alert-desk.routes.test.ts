// A red alarm of a room becomes a case with its proof, once, whatever happens in between.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../../../../../test/harness/live-room.ts';
import { systemEnv } from '../../../../ground/env.ts';
import { permissionsOf } from '../../../../ground/members/core/permission.contract.ts';
import { newId } from '../../../../kit/ids.ts';
import type { LiveAlert } from '../../analysis/core/analysis.contract.ts';
import type { LiveEvent } from '../../stream/core/live-event.contract.ts';
import { openAlertCase } from './verbs/open-alert-case.ts';

let app: TestApp;
let live: TestLiveRoom;
beforeAll(async () => {
  app = await testApp();
  live = await liveRoom(app);
});
afterAll(() => app.close());

it('opens one case with what was said, by whom, about what and at which price', async () => {
  const heard: LiveEvent[] = [];
  live.room.onEvents((events) => heard.push(...events));
  const at = app.clock.now.getTime();
  await live.say('u1', '这个面霜我用了过敏，脸都肿了', { name: '小林', id: 'r1', ts: at });
  await live.say('u2', '面霜用完脸上起红疹，去医院了', { name: '阿青', id: 'r2', ts: at + 500 });
  await live.settle();
  const alert: LiveAlert = {
    alertId: 'a-risk-1',
    kind: 'risk',
    level: 'red',
    class: 'risk.safety',
    word: null,
    productId: live.shelf[0]!.productId,
    since: at,
    lastAt: at + 500,
    raisedAt: at + 500,
    people: 2,
    count: 2,
    z: null,
    reasons: [],
    samples: [],
    evidence: heard.map((event) => event.id),
    price: { minor: 12900, currency: 'CNY' },
    state: 'open',
    caseId: null,
  };
  const env = systemEnv(live.room.db, app.clock.now, 'live');
  const input = { alert, events: heard, product: live.shelf[0]!, room: live.room };
  const caseId = await openAlertCase(env, app.product.rooms.gate, input);
  expect(caseId).toMatch(/^case_/);
  expect(await openAlertCase(env, app.product.rooms.gate, input)).toBe(caseId);
  await app.settle();
  const [row] = await app.db.asOwner<{ priority: string; voices: number }>(
    'SELECT priority, voices FROM cases WHERE id = $1',
    [caseId],
  );
  expect(row).toMatchObject({ priority: 'urgent', voices: 2 });
  const said = await app.db.asOwner<{ meta: { live: Record<string, unknown> }; person_id: string; channel: string }>(
    `SELECT f.meta, f.person_id, f.channel FROM feedback f JOIN case_feedback m ON m.feedback_id = f.id WHERE m.case_id = $1 ORDER BY f.id`,
    [caseId],
  );
  expect(said).toHaveLength(2);
  expect(new Set(said.map((one) => one.person_id)).size).toBe(2);
  expect(said[0]!.meta.live).toMatchObject({
    alertId: 'a-risk-1',
    people: 2,
    price: { minor: 12900 },
    product: { index: 1 },
  });
  const known = await app.db.asOwner<{ n: number }>(
    'SELECT count(*)::int AS n FROM live_known_people WHERE show_id = $1',
    [live.showId],
  );
  expect(known[0]!.n).toBe(2);
  const events = await app.db.asOwner<{ n: number }>(
    "SELECT count(*)::int AS n FROM events WHERE type = 'live_alert.raised'",
  );
  expect(events[0]!.n).toBe(1);
});

it('opens the case of a milder alarm when an operator asks for it, and tells who did', async () => {
  const heard: LiveEvent[] = [];
  const stop = live.room.onEvents((events) => heard.push(...events));
  const at = app.clock.now.getTime() + 30_000;
  await live.say('q1', '快递太慢了，等了一周', { name: '小禾', id: 'q1', ts: at });
  await live.settle();
  stop();
  const alert: LiveAlert = {
    alertId: 'a-complaint-1',
    kind: 'complaint',
    level: 'amber',
    class: 'complain.shipping',
    word: null,
    productId: null,
    since: at,
    lastAt: at,
    raisedAt: at,
    people: 1,
    count: 1,
    z: null,
    reasons: [],
    samples: [],
    evidence: heard.map((event) => event.id),
    price: null,
    state: 'open',
    caseId: null,
  };
  const permissions = permissionsOf('host');
  const actor = { kind: 'member', id: newId('mem'), name: '阿声', role: 'host', permissions } as const;
  const env = { ...systemEnv(live.room.db, app.clock.now, 'live'), actor };
  const caseId = await openAlertCase(env, app.product.rooms.gate, {
    alert,
    events: heard,
    product: null,
    room: live.room,
  });
  expect(caseId).toMatch(/^case_/);
  const told = await app.db.asOwner<{ actor_name: string }>(
    "SELECT actor_name FROM events WHERE type = 'live_alert.raised' AND data->>'alertId' = 'a-complaint-1'",
  );
  expect(told[0]!.actor_name).toBe('阿声');
});

it('hears three people say so, opens the case by itself, and links it to the alarm', async () => {
  const at = app.clock.now.getTime() + 60_000;
  const words = [
    '这个面霜我用了过敏，脸肿了',
    '面霜用了之后脸过敏起疹子',
    '同样，面霜过敏去医院了',
    '我也过敏了，面霜有问题',
  ];
  for (const [index, text] of words.entries())
    await live.say(`p${index}`, text, { ts: at + index * 1000, name: `人${index}` });
  await live.settle();
  await vi.waitFor(
    async () => {
      await live.settle();
      const red = live.room.state().alerts.filter((alert) => alert.level === 'red' && alert.kind === 'risk');
      expect(red.length).toBeGreaterThan(0);
      for (const alert of red) expect(alert.caseId).toMatch(/^case_/);
    },
    { timeout: 10_000 },
  );
});
