// What becomes of interactions when a show breaks off or somebody is forgotten: no job without an end, no words that stay.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../../../../../test/harness/live-room.ts';
import { systemEnv } from '../../../../ground/env.ts';
import { erasePersonRoute } from '../../../../ground/privacy/core/privacy.contract.ts';
import { recordFeedbackRoute } from '../../../../loop/collect/intake/core/feedback.contract.ts';
import { canonicalJson } from '../../draws/server/door.ts';
import { endShow, type JournalReader, type LiveHub } from '../../rooms/server/door.ts';
import * as contract from '../core/interaction-routes.contract.ts';
import { findInteraction } from './interaction.reads.ts';
import { recoverPlay } from './recover-play.ts';
import { interactionsIn } from './rooms-open.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const room = (live: TestLiveRoom) => interactionsIn(app.db.workspaceA, live.roomId)!;
const open = async (live: TestLiveRoom, body: object): Promise<string> =>
  (await app.as.host.call(contract.openInteractionRoute, { params: { id: live.roomId }, body })).body.interactionId;
const enter = (live: TestLiveRoom, interactionId: string, uid: string, more: { choice?: string; answer?: string }) =>
  room(live).enter({
    interactionId,
    viewer: { uid, name: `观众${uid}` },
    messageName: `m-${uid}`,
    at: app.clock.now.getTime(),
    ...more,
  });
const later = (ms: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
};
const shown = async (id: string) => {
  const { status, body } = await app.nobody.call(contract.publicResultRoute, { params: { id } });
  if (status === 200)
    expect(createHash('sha256').update(canonicalJson(body.result)).digest('hex')).toBe(body.resultHash);
  return { status, result: body.result };
};
const jobs = () => app.db.asOwner("SELECT id FROM jobs WHERE kind LIKE 'interaction.%'");

/** The show is marked as ended, and the process dies before its room was closed. */
async function breakOff(live: TestLiveRoom): Promise<void> {
  const { hub } = app.product.rooms;
  const dying = { room: () => live.room, end: async () => {} } as unknown as LiveHub;
  const ended = await endShow(systemEnv(app.db.a, app.clock.now, 'test'), dying, { roomId: live.roomId });
  expect(ended.ok).toBe(true);
  await hub.close();
  await hub.start();
  expect(hub.room(app.db.workspaceA, live.roomId)).toBeNull();
}

describe('a show that broke off', () => {
  it('has its results all the same, counted from the journal, and leaves no job behind', async () => {
    const live = await liveRoom(app, { slug: 'broken' });
    const timed = await open(live, { kind: 'poll', title: '下一件', options: ['白', '黑'], seconds: 7200 });
    const untimed = await open(live, { kind: 'checkin', title: '签到' });
    for (const uid of ['a', 'b', 'c']) await enter(live, timed, uid, { choice: uid === 'a' ? '1' : '2' });
    await enter(live, untimed, 'a', {});
    await breakOff(live);
    await app.settle();
    later(3000);
    await app.settle();
    expect((await shown(timed)).status).toBe(404);
    later(60_000);
    await app.settle();
    expect((await shown(timed)).result).toMatchObject({ people: 3, options: [{ votes: 1 }, { votes: 2 }] });
    expect((await shown(untimed)).result).toMatchObject({ people: 1 });
    later(7_200_000);
    await app.settle();
    expect(await jobs()).toEqual([]);
  });

  it('leaves an interaction void, with the reason for all to see, when its journal is gone', async () => {
    const live = await liveRoom(app, { slug: 'lost' });
    const id = await open(live, { kind: 'poll', title: '下一件', options: ['白', '黑'] });
    const row = (await app.db.a.read((tx) => findInteraction(tx, id)))!;
    await breakOff(live);
    const journal: JournalReader = { async *read() {}, find: async () => [] };
    const sealer = { open: () => '{"salt":"","codeKey":""}', seal: () => '' } as never;
    const deps = { sealer, now: () => app.clock.now, hub: { journal } as unknown as LiveHub };
    expect(await recoverPlay(deps, app.db.a, row, app.clock.now)).toBeNull();
    expect((await shown(id)).result).toMatchObject({ state: 'void', reason: 'journal_gone', interactionId: id });
    later(120_000);
    await app.settle();
    expect(await jobs()).toEqual([]);
  });
});

describe('somebody who is forgotten', () => {
  /** A viewer whom the shop knows, since something he said became feedback. */
  async function known(live: TestLiveRoom, uid: string): Promise<string> {
    const text = `${uid} 说物流太慢`;
    const body = { channel: 'review', text, person: { externalId: `${live.slug}-${uid}` } };
    await app.as.agent.call(recordFeedbackRoute, { body });
    const [row] = await app.db.asOwner<{ person_id: string }>('SELECT person_id FROM feedback WHERE text = $1', [text]);
    await app.db.asOwner(
      'INSERT INTO live_known_people (workspace_id, uid, person_id, show_id, created_at) VALUES ($1,$2,$3,$4,$5)',
      [app.db.workspaceA, live.room.uidOf('own', uid), row!.person_id, live.showId, app.clock.now],
    );
    return row!.person_id;
  }

  it('has his questions taken out of published results and out of the running show, and the result says so', async () => {
    const live = await liveRoom(app, { slug: 'forgetful' });
    const closed = await open(live, { kind: 'qna', title: '问主播' });
    await enter(live, closed, 'him', { answer: '孕妇能用吗' });
    await enter(live, closed, 'her', { answer: '几天发货' });
    const personId = await known(live, 'him');
    await app.as.host.call(contract.closeInteractionRoute, { params: { id: closed } });
    const before = await shown(closed);
    expect(JSON.stringify(before.result)).toContain('孕妇');
    const running = await open(live, { kind: 'qna', title: '再问' });
    await enter(live, running, 'him', { answer: '我在哺乳期可以吗' });
    const erased = await app.as.owner.call(erasePersonRoute, { params: { id: personId }, body: { reason: 'asked' } });
    expect(erased.status).toBe(200);

    const { result } = await shown(closed);
    expect(JSON.stringify(result)).not.toContain('孕妇');
    expect(result.questions.map((one: { text: string }) => one.text).sort()).toEqual(['—', '几天发货'].sort());
    expect(result).toMatchObject({ people: 2, forgotten: { questions: 1 }, entriesHash: before.result.entriesHash });
    await live.settle();
    expect(JSON.stringify(room(live).views())).not.toMatch(/孕妇|哺乳/);
    await app.as.host.call(contract.closeInteractionRoute, { params: { id: running } });
    expect((await shown(running)).result).toMatchObject({ questions: [], hidden: { personal_data: 1 } });
    const [left] = await app.db.asOwner<{ n: number }>(
      'SELECT count(*)::int AS n FROM live_interactions WHERE $1 = ANY(askers)',
      [live.room.uidOf('own', 'him')],
    );
    expect(left!.n).toBe(0);
  });
});
