// The whole way: a voice comes in by the API, is judged, becomes a case, its clock runs out, and somebody hears of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { addMember } from '../../../../../test/harness/judged-feedback.ts';
import { recordFeedbackBatchRoute } from '../../../collect/intake/core/feedback.contract.ts';
import { sweepClocks } from '../../clocks/server/verbs/sweep-clocks.ts';
import { getCaseRoute, getCaseTimelineRoute, listCasesRoute } from '../core/case-routes.contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

it('goes from a review to an alarm', async () => {
  const items = [
    {
      channel: 'review',
      externalId: 'r1',
      text: '用了洗发水头皮过敏起红疹，去医院了，要投诉',
      rating: 1,
      person: { externalId: 'c1', name: '安' },
    },
    {
      channel: 'review',
      externalId: 'r2',
      text: '物流太慢了，等了半个月才到',
      rating: 2,
      person: { externalId: 'c2' },
    },
    { channel: 'review', externalId: 'r3', text: '很好用，会回购', rating: 5, person: { externalId: 'c3' } },
    { channel: 'review', externalId: 'r4', text: '质量太差了，用一次就坏', rating: 1, product: { name: '榨汁机' } },
    { channel: 'review', externalId: 'r5', text: '质量很差，用两次就坏了', rating: 1, product: { name: '榨汁机' } },
  ];
  await addMember(app.db, '小林');
  const recorded = await app.as.owner.call(recordFeedbackBatchRoute, { body: { items } });
  expect(recorded.body).toMatchObject({ recorded: 5 });
  await app.settle();
  const cases = (await app.as.agent.call(listCasesRoute, { query: { sort: 'oldest' } })).body.items;
  expect(cases.length).toBeGreaterThanOrEqual(3);
  const urgent = cases.find((row: { priority: string }) => row.priority === 'urgent');
  expect(urgent).toMatchObject({ person: { name: '安' }, openedBy: 'urgent', stage: 'handle' });
  expect(urgent.nextDue.at).not.toBeNull();
  const nameless = cases.filter((row: { person: unknown }) => row.person === null);
  expect(nameless.reduce((sum: number, row: { voices: number }) => sum + row.voices, 0)).toBe(2);
  expect(cases.some((row: { person: { name: string } | null }) => row.person?.name === '很好用')).toBe(false);
  // Nobody answers for a week.
  app.clock.now = new Date(app.clock.now.getTime() + 7 * 86_400_000);
  await sweepClocks(app.db.database, app.clock.now);
  await app.settle();
  const late = await app.as.agent.call(getCaseRoute, { params: { id: urgent.id } });
  expect(late.body.nextDue.state).toBe('late');
  const history = await app.as.agent.call(getCaseTimelineRoute, { params: { id: urgent.id } });
  expect(history.body.items.map((item: { type: string }) => item.type)).toEqual(
    expect.arrayContaining(['case.opened', 'clock.breached', 'clock.escalated']),
  );
  const rings = await app.db.asOwner<{ kind: string }>('SELECT kind FROM notifications WHERE case_id = $1', [
    urgent.id,
  ]);
  expect(rings.map((one) => one.kind)).toEqual(expect.arrayContaining(['assigned', 'escalated']));
  const lateOnes = await app.as.agent.call(listCasesRoute, { query: { view: 'late' } });
  expect(lateOnes.body.items.map((row: { id: string }) => row.id)).toContain(urgent.id);
});
