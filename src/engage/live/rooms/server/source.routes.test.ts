// Sources of a room: sealed settings, the address platforms call, and what happens to a call that comes twice or unsigned.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../../../../../test/harness/live-room.ts';
import * as contract from '../../connectors/core/source.contract.ts';

let app: TestApp;
let live: TestLiveRoom;
beforeAll(async () => {
  app = await testApp();
  live = await liveRoom(app);
});
afterAll(() => app.close());

const add = (body: object) => app.as.admin.call(contract.createSourceRoute, { params: { id: live.roomId }, body });

describe('a pushed source', () => {
  let source: contract.SourceView;
  let secret = '';
  const push = async (id: string, events: object[], sign = true) => {
    const body = JSON.stringify({ events });
    const at = Math.floor(app.clock.now.getTime() / 1000);
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const mac = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
    return app.product.app.inject({
      method: 'POST',
      url: new URL(source.pushUrl!).pathname,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(at),
        'webhook-signature': `v1,${sign ? mac : mac.replace(/./, '_')}`,
      },
      payload: body,
    });
  };

  it('is made with a secret of ours, shown once and sealed', async () => {
    const made = await add({ kind: 'webhook', name: '桥接', settings: {}, isOn: true });
    expect(made.status).toBe(201);
    source = made.body.source;
    secret = made.body.secret;
    expect(secret).toMatch(/^whsec_/);
    expect(source).toMatchObject({
      kind: 'webhook',
      isOn: true,
      state: 'waiting',
      secretsSet: ['secret'],
      settings: {},
    });
    const [row] = await app.db.asOwner<{ secrets_sealed: string }>(
      'SELECT secrets_sealed FROM live_sources WHERE id = $1',
      [source.id],
    );
    expect(row!.secrets_sealed).not.toContain(secret);
    const listed = await app.as.viewer.call(contract.listSourcesRoute, { params: { id: live.roomId } });
    expect(JSON.stringify(listed.body)).not.toContain(secret.slice(6));
    expect((await app.stranger.call(contract.listSourcesRoute, { params: { id: live.roomId } })).status).toBe(404);
    expect((await app.stranger.call(contract.removeSourceRoute, { params: { id: source.id } })).status).toBe(404);
  });

  it('takes a signed call when it is on disk, the same call once, and an unsigned one never', async () => {
    const line = { type: 'comment', ts: app.clock.now.getTime(), text: '有没有红色', user: { uid: 'b-1' } };
    const before = live.room.state().figures.session.comments;
    const first = await push('msg_1', [line, { type: 'comment' }]);
    expect(first.statusCode).toBe(200);
    expect(first.json()).toMatchObject({ taken: 1 });
    expect((await push('msg_1', [line, { type: 'comment' }])).statusCode).toBe(200);
    expect((await push('msg_2', [line], false)).statusCode).toBe(401);
    await live.settle();
    expect(live.room.state().figures.session.comments).toBe(before + 1);
    expect(
      (
        await app.product.app.inject({
          method: 'POST',
          url: '/live/push/nobody-knows-this-one',
          payload: '{}',
          headers: { 'content-type': 'application/json' },
        })
      ).statusCode,
    ).toBe(404);
  });

  it('is deaf when it is off, and keeps its secret when its name is changed', async () => {
    const edit = (body: object) => app.as.admin.call(contract.editSourceRoute, { params: { id: source.id }, body });
    expect((await edit({ isOn: false, name: '桥' })).body).toMatchObject({
      name: '桥',
      state: 'off',
      secretsSet: ['secret'],
    });
    expect((await push('msg_3', [{ type: 'like', ts: 1_700_000_000_000, count: 1 }])).statusCode).toBe(404);
    await edit({ isOn: true });
    expect((await push('msg_4', [{ type: 'like', ts: 1_700_000_000_000, count: 1 }])).statusCode).toBe(200);
  });
});

describe('adding a source', () => {
  it('refuses unknown kinds, wrong settings, and an unofficial reader nobody accepted', async () => {
    expect((await add({ kind: 'nothing', settings: {} })).body).toMatchObject({ code: 'unknown_source' });
    expect((await add({ kind: 'shopify', settings: {} })).body).toMatchObject({ code: 'bad_settings' });
    const kinds = (await app.as.agent.call(contract.listSourceKindsRoute)).body.items as contract.SourceKind[];
    const unofficial = kinds.find((kind) => !kind.isOfficial)!;
    const refused = await add({ kind: unofficial.kind, settings: {}, isOn: true });
    expect(refused.body).toMatchObject({ code: 'notice_not_accepted' });
    expect(
      (
        await app.as.agent.call(contract.createSourceRoute, {
          params: { id: live.roomId },
          body: { kind: 'webhook', settings: {} },
        })
      ).status,
    ).toBe(403);
  });
});
