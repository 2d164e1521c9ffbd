import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestCaller } from '../../../../../test/harness/app.ts';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import type { RouteSpec } from '../../../../kit/route.ts';
import {
  createRoomRoute,
  endShowRoute,
  ingestRoute,
  saveShelfRoute,
  startShowRoute,
} from '../../rooms/core/room.contract.ts';
import type { ShowRecord } from '../core/show-record.contract.ts';
import * as contract from '../core/show-report.contract.ts';

let app: TestApp;
/** Calls a route that must say yes. */
async function ok(caller: TestCaller, spec: RouteSpec, input: Parameters<TestCaller['call']>[1] = {}) {
  const answer = await caller.call(spec, input);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}
let showId: string;

const ASKERS = 7;

beforeAll(async () => {
  app = await testApp();
  const { owner } = app.as;
  const room = await ok(owner, createRoomRoute, { body: { title: '秋冬新品' } });
  await ok(owner, saveShelfRoute, {
    params: { id: room.id },
    body: {
      items: [{ index: 1, title: '羊绒围巾', price: { minor: 9900, currency: 'CNY' }, aliases: ['围巾'], facts: [] }],
    },
  });
  const show = await ok(owner, startShowRoute, { params: { id: room.id }, body: { title: '周五专场' } });
  showId = show.id;
  const now = app.clock.now.getTime();
  const events = Array.from({ length: 120 }, (_, at) => ({
    id: `c${at}`,
    type: 'comment',
    ts: now + at * 1000,
    text: at < ASKERS ? '1号链接围巾会起球吗' : at % 2 === 0 ? `颜色很好看${at}` : `手机号13800138000 ${at}`,
    user: { uid: `u${at}`, name: `客人${at}` },
  }));
  const answer = await ok(owner, ingestRoute, { params: { id: room.id }, body: { source: 'api', events } });
  expect(answer.taken).toBe(120);
  await ok(owner, endShowRoute, { params: { id: room.id } });
  await app.settle();
});
afterAll(() => app.close());

describe('the report of a show', () => {
  it('is there once the show has ended and work is done', async () => {
    const found = await ok(app.as.viewer, contract.readShowReportRoute, { params: { id: showId } });
    expect(found.state).toBe('ready');
    const record = found.record as unknown as ShowRecord;
    expect(record.title).toBe('周五专场');
    expect(record.events.comment).toBe(120);
    expect(JSON.stringify(record)).not.toContain('13800138000');
  });

  it.each(contract.FILE_KINDS)('comes as a file: %s', async (kind) => {
    const { secret } = app.as.analyst;
    const answer = await app.product.app.inject({
      url: `/api/v1/live/shows/${showId}/report/${kind}`,
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.rawPayload.length).toBeGreaterThan(40);
    expect(answer.payload).not.toContain('13800138000');
  });

  it('shows what was said around a second', async () => {
    const found = await ok(app.as.host, contract.readShowLinesRoute, {
      params: { id: showId },
      query: { second: 0, seconds: 300 },
    });
    expect(found.lines.filter((line: { type: string }) => line.type === 'comment').length).toBe(120);
    const times = found.lines.map((line: { at: number }) => line.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const some = await ok(app.as.host, contract.readShowLinesRoute, {
      params: { id: showId },
      query: { second: 100, seconds: 10 },
    });
    expect(some.lines.length).toBeLessThanOrEqual(11);
  });

  it('leaves what is not in it', async () => {
    const answer = await ok(app.as.agent, contract.followUpRoute, {
      params: { id: showId },
      body: { refs: ['nothing'] },
    });
    expect(answer).toEqual({ followups: [], left: [{ ref: 'nothing', code: 'unknown_reference' }] });
  });

  it('turns a question into one case whose reporters are all who asked, however often it is asked for', async () => {
    const found = await ok(app.as.agent, contract.readShowReportRoute, { params: { id: showId } });
    const record = found.record as unknown as ShowRecord;
    const group = record.groups.find((one) => one.title.includes('起球'))!;
    expect(group.askers).toBe(ASKERS);
    const follow = () =>
      ok(app.as.agent, contract.followUpRoute, { params: { id: showId }, body: { refs: [group.groupId] } });
    const [first, second] = [await follow(), await follow()];
    expect(first.left).toEqual([]);
    expect(first.followups[0]!.voices).toBe(ASKERS);
    expect(second.followups[0]!.caseId).toBe(first.followups[0]!.caseId);
    const again = await ok(app.as.agent, contract.readShowReportRoute, { params: { id: showId } });
    expect(again.followups).toEqual(first.followups);
  });

  it('is for those who may work cases to follow up, and for nobody of another shop to see', async () => {
    const denied = await app.as.viewer.call(contract.followUpRoute, { params: { id: showId }, body: { refs: ['x'] } });
    expect(denied.status).toBe(403);
    const stranger = await app.stranger.call(contract.readShowReportRoute, { params: { id: showId } });
    expect(stranger.status).toBe(404);
  });
});
