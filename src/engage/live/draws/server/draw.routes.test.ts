// A lucky bag from its form to its claims: in a running show, with both checks, void when late, and nothing to be changed on the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../../../../../test/harness/live-room.ts';
import { interactionsIn } from '../../interactions/server/door.ts';
import { CHECK_FAULTS } from '../core/check.contract.ts';
import * as contract from '../core/draw.contract.ts';
import type { DrawFile, DrawReceipt } from '../core/draw-file.contract.ts';
import { checkDraw } from '../web/check/check-draw.ts';
import { wholeDraft } from '../whole-draw.fixture.ts';
import { verifyDraw } from './verify/verify-draw.ts';

let app: TestApp;
let live: TestLiveRoom;
beforeAll(async () => {
  app = await testApp();
  live = await liveRoom(app, { slug: 'bags' });
});
afterAll(() => app.close());

const forward = async (seconds: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + seconds * 1000);
  await live.settle();
};
const by = () => app.as.manager;
const create = async (change: object = {}) =>
  (await by().call(contract.createDrawRoute, { body: { ...wholeDraft, roomId: live.roomId, ...change } })).body;
const read = async (id: string) => (await by().call(contract.readDrawRoute, { params: { id } })).body;
const open = (id: string) => by().call(contract.openDrawRoute, { params: { id } });
const fileOf = async (id: string) =>
  JSON.parse((await app.product.app.inject({ method: 'GET', url: `/live/draws/${id}/file.json` })).body) as DrawFile;
const enter = (id: string, uid: string, name = uid, messageName = `m-${uid}`) =>
  interactionsIn(app.db.workspaceA, live.roomId)!.enter({
    interactionId: id,
    viewer: { uid, name },
    messageName,
    at: app.clock.now.getTime(),
  });

describe('a lucky bag', () => {
  it('cannot open before its form is complete, above the limit, or without a show', async () => {
    const draw = await create({ claimHow: '', isStaffListWhole: false });
    const refused = await open(draw.id);
    expect(refused.body).toMatchObject({ code: 'rules_incomplete' });
    const prizes = [{ ...wholeDraft.prizes[0]!, value: { minor: 5_000_100, currency: 'CNY' } }];
    const saved = await by().call(contract.saveDrawRoute, { params: { id: draw.id }, body: { ...wholeDraft, prizes } });
    expect(saved.body.faults).toEqual([{ path: 'prizes.0.value', code: 'prize_over_limit' }]);
    expect((await open(draw.id)).body).toMatchObject({ code: 'rules_incomplete' });
    const page = await app.product.app.inject({ method: 'GET', url: `/live/draws/${draw.id}` });
    expect(page.statusCode).toBe(404);
  });

  it('runs from the opening to the last claim, and both checks find it sound', async () => {
    const staff = [{ source: 'own', uid: 'cousin', reason: 'related' }];
    const draw = await create({ staff });
    const opened = (await open(draw.id)).body;
    expect(opened).toMatchObject({ state: 'open', chance: 'host' });
    expect((await by().call(contract.saveDrawRoute, { params: { id: draw.id }, body: wholeDraft })).body).toMatchObject(
      {
        code: 'rules_fixed',
      },
    );

    await forward(5);
    const first = await enter(draw.id, 'viewer-one', '林小北');
    expect(first).toMatchObject({ ok: true, value: { state: 'counted', receipt: { index: 0, drawId: draw.id } } });
    expect(await enter(draw.id, 'viewer-one')).toMatchObject({ ok: true, value: { state: 'same' } });
    expect(await enter(draw.id, 'viewer-one', 'x', 'another')).toMatchObject({ ok: true, value: { state: 'same' } });
    expect(await enter(draw.id, 'cousin')).toMatchObject({ ok: false, reason: 'excluded' });
    for (let at = 0; at < 30; at += 1) await live.say(`typer-${at}`, at % 2 === 0 ? '福袋' : '扣福袋！！');
    await live.say('talker', '福袋怎么抽啊');
    await live.settle();
    const room = interactionsIn(app.db.workspaceA, live.roomId)!;
    await room.drained();
    expect(room.views().find((view) => view.interactionId === draw.id)).toMatchObject({ people: 31, rejected: 2 });

    const receipt = (first as unknown as { value: { receipt: DrawReceipt } }).value.receipt;
    await by().call(contract.excludeEntryRoute, {
      params: { id: draw.id },
      body: { pid: room.plays.draw(draw.id)!.play!.list.row(3)![0], reason: 'same_person' },
    });
    await forward(61);
    expect(await read(draw.id)).toMatchObject({ state: 'closed', entries: 31, waitsForSeed: true });
    expect(await enter(draw.id, 'too-late')).toMatchObject({ ok: false, reason: 'late' });
    const cancel = await by().call(contract.cancelDrawRoute, {
      params: { id: draw.id },
      body: { reason: 'other wish' },
    });
    expect(cancel.body).toMatchObject({ code: 'wrong_state' });
    expect(verifyDraw(await fileOf(draw.id), { receipts: [receipt] }).verdict).toBe('unfinished');

    await forward(30);
    const revealed = await by().call(contract.giveSeedRoute, { params: { id: draw.id }, body: { seed: '42' } });
    expect(revealed.body).toMatchObject({ state: 'final', winners: 8 });
    const claim = (position: number, what: string) =>
      by().call(contract.claimPrizeRoute, { params: { id: draw.id }, body: { position, what } });
    expect((await claim(0, 'lapsed')).body).toMatchObject({ code: 'claim_not_due' });
    await forward(3600);
    expect((await claim(1, 'claimed')).status).toBe(200);
    await forward(24 * 3600);
    expect((await claim(0, 'lapsed')).body.winners).toBe(9);
    expect((await claim(1, 'declined')).body).toMatchObject({ code: 'claim_not_due' });

    const file = await fileOf(draw.id);
    const known = { receipts: [receipt], commitment: opened.commitment, publicKey: file.opened.publicKey };
    expect(verifyDraw(file, known)).toMatchObject({ verdict: 'sound', faults: [] });
    expect(await checkDraw(file, known)).toMatchObject({ verdict: 'sound', faults: [] });
    expect(file.closed!.rejected).toEqual({ late: 0, second: 1, excluded: 1 });
    expect(JSON.stringify(file)).not.toContain('林小北');
    const proof = await app.product.app.inject({ method: 'GET', url: `/live/draws/${draw.id}/proof/0` });
    expect(proof.json()).toMatchObject({ root: file.closed!.root, chain: receipt.chain, entryHash: receipt.entryHash });
    const page = await app.product.app.inject({ method: 'GET', url: `/live/draws/${draw.id}?lang=zh-CN` });
    expect(page.body).toContain(file.opened.commitment);
    expect(page.body).toContain('主播念出的数字');
  });

  it('is void for ever when nobody reveals it in time, and counted for all to see', async () => {
    const draw = await create();
    await open(draw.id);
    await forward(5);
    await enter(draw.id, 'viewer-a');
    await forward(61);
    expect(await read(draw.id)).toMatchObject({ state: 'closed' });
    await forward(301);
    expect(await read(draw.id)).toMatchObject({ state: 'void' });
    const late = await by().call(contract.giveSeedRoute, { params: { id: draw.id }, body: { seed: '7' } });
    expect(late.body).toMatchObject({ code: 'wrong_state' });
    const [shop] = await app.db.asOwner<{ slug: string }>('SELECT slug FROM workspaces WHERE id = $1', [
      app.db.workspaceA,
    ]);
    const list = await app.product.app.inject({ method: 'GET', url: `/p/${shop!.slug}/draws?lang=en` });
    expect(list.body).toContain('1 drawn, 1 void');
    expect(verifyDraw(await fileOf(draw.id)).verdict).toBe('unfinished');
    expect((await checkDraw(await fileOf(draw.id))).verdict).toBe('unfinished');
  });

  it('leaves out whom its rules leave out: not vouched for, or one too many of a network', async () => {
    const draw = await create({ signedOnly: true });
    const opened = (await open(draw.id)).body;
    expect(opened.rules.entry).toMatchObject({ signedOnly: true, perNetworkAndMinute: 300 });
    expect(await enter(draw.id, 'stranger')).toMatchObject({ ok: false, reason: 'not_signed' });
    const signed = { uid: 'known', name: null, isSigned: true };
    const entry = { interactionId: draw.id, viewer: signed, messageName: 'm-known', at: app.clock.now.getTime() };
    expect(await interactionsIn(app.db.workspaceA, live.roomId)!.enter(entry)).toMatchObject({ ok: true });
    await forward(wholeDraft.runSeconds + 1);
    await by().call(contract.giveSeedRoute, { params: { id: draw.id }, body: { seed: '7' } });
    const file = await fileOf(draw.id);
    expect(file.closed).toMatchObject({ count: 1, rejected: { excluded: 1 } });
    for (const checked of [verifyDraw(file), await checkDraw(file)]) expect(checked.verdict).toBe('sound');
  });

  it('can be cancelled while it is open, and says why', async () => {
    const draw = await create();
    await open(draw.id);
    await by().call(contract.cancelDrawRoute, { params: { id: draw.id }, body: { reason: '奖品缺货' } });
    expect(await read(draw.id)).toMatchObject({ state: 'cancelled', endReason: '奖品缺货' });
    expect(verifyDraw(await fileOf(draw.id)).verdict).toBe('unfinished');
    expect(await enter(draw.id, 'viewer-b')).toMatchObject({ ok: false, reason: 'late' });
  });

  it('stands on the last comments where the host cannot speak', async () => {
    const draw = await create({ withoutNetwork: 'comments' });
    await open(draw.id);
    await forward(5);
    for (let at = 0; at < 12; at += 1) await enter(draw.id, `c-${at}`);
    await live.say('talker', '主播加油');
    await forward(61);
    expect(await read(draw.id)).toMatchObject({ state: 'final', winners: 8 });
    const file = await fileOf(draw.id);
    expect(file.closed!.comments!.at(-1)!.text).toBe('主播加油');
    expect(verifyDraw(file)).toMatchObject({ verdict: 'sound', faults: [] });
    expect(await checkDraw(file)).toMatchObject({ verdict: 'sound', faults: [] });
  });

  it('closes with the show, and is no business of strangers', async () => {
    const draw = await create({ withoutNetwork: 'comments' });
    await open(draw.id);
    await forward(5);
    await enter(draw.id, 'last-viewer');
    await app.product.rooms.hub.end(app.db.workspaceA, live.roomId);
    expect(await read(draw.id)).toMatchObject({ state: 'closed', entries: 1 });
    await forward(61);
    expect(await read(draw.id)).toMatchObject({ state: 'final' });
    expect(verifyDraw(await fileOf(draw.id))).toMatchObject({ verdict: 'sound', faults: [] });
    expect((await app.stranger.call(contract.readDrawRoute, { params: { id: draw.id } })).status).toBe(404);
    expect((await app.as.host.call(contract.openDrawRoute, { params: { id: draw.id } })).status).toBe(403);
    expect((await app.stranger.call(contract.listDrawsRoute)).body).toMatchObject({ items: [], voided: 0 });
  });

  it('has a word for every fault', () => {
    expect(new Set(CHECK_FAULTS).size).toBe(CHECK_FAULTS.length);
  });
});
