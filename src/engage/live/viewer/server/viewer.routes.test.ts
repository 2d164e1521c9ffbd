// The public side of a room in the whole product: who gets in, what goes round, what is refused, and secret addresses.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { liveRoom, type TestLiveRoom } from '../../../../../test/harness/live-room.ts';
import { editRoomRoute } from '../../rooms/core/room.contract.ts';
import { moderateRoute } from '../core/hide-reason.contract.ts';
import { createLinkRoute, listLinksRoute, revokeLinkRoute } from '../core/link.contract.ts';
import * as contract from '../core/viewer.contract.ts';
import { identityProof } from './viewer-token.ts';

let app: TestApp;
let live: TestLiveRoom;
let origin: string;

beforeAll(async () => {
  app = await testApp();
  live = await liveRoom(app);
  origin = await app.product.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

interface Guest {
  socket: WebSocket;
  heard: any[];
  until(wanted: (message: any) => boolean): Promise<any>;
  send(message: object): void;
}

function enter(path: string, headers: Record<string, string> = {}): Guest {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers });
  const heard: any[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const one of waiting) one();
  };
  socket.on('message', (data) => {
    heard.push(JSON.parse(data.toString()));
    wake();
  });
  socket.on('close', (code, reason) => {
    heard.push({ closed: code, reason: reason.toString() });
    wake();
  });
  socket.on('error', () => {});
  return {
    socket,
    heard,
    send: (message) => socket.send(JSON.stringify(message)),
    until: (wanted) =>
      new Promise((done) => {
        const look = () => {
          const found = heard.find(wanted);
          if (!found) return;
          waiting.delete(look);
          done(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
const room = () => `/watch/${live.slug}`;

describe('a room', () => {
  it('is a page without a word of script in it, with a policy of its own', async () => {
    const page = await app.nobody.call(contract.livePageRoute, { params: { slug: live.slug } });
    expect(page.status).toBe(200);
    const text = page.body as unknown as string;
    expect(text).toContain(`<huiyin-live room="${live.slug}"`);
    expect(text).toContain('山茶花修护面霜');
    expect(text).not.toMatch(/<script(?! src="\/live\.js" defer>)/);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'self'/);
  });

  it('tells nobody of a room that is closed to viewers', async () => {
    const other = await liveRoom(app, { title: '内部', slug: 'inside' });
    await app.as.admin.call(editRoomRoute, { params: { id: other.roomId }, body: { isOpen: false } });
    app.clock.now = new Date(app.clock.now.getTime() + 5_000);
    expect((await app.nobody.call(contract.liveInfoRoute, { params: { slug: 'inside' } })).status).toBe(404);
    expect((await app.nobody.call(contract.liveInfoRoute, { params: { slug: 'nothing' } })).status).toBe(404);
    const info = await app.nobody.call(contract.liveInfoRoute, { params: { slug: live.slug } });
    expect(info.body).toMatchObject({ phase: 'live', slug: live.slug });
    expect(JSON.stringify(info.body)).not.toMatch(/ws_|secret/i);
  });

  it('shows the sender his own line at once and everybody the same frame', async () => {
    const [anna, bo] = [enter(`${room()}/socket`), enter(`${room()}/socket`)];
    const hello = await anna.until((one) => one.me);
    await bo.until((one) => one.snap);
    anna.send({ n: 'abcd-1', k: 'say', text: '羊毛开衫会起球吗' });
    const ack = await anna.until((one) => one.a === 'abcd-1');
    expect(ack.id).toBeGreaterThan(0);
    const frame = await bo.until((one) => one.c?.some((line: any[]) => line[0] === ack.id));
    expect(frame.c[0]).toEqual([ack.id, '羊毛开衫会起球吗', null, 1, 1]);
    // Sent again it is the same message.
    anna.send({ n: 'abcd-1', k: 'say', text: '羊毛开衫会起球吗' });
    await anna.until((one) => one.a === 'abcd-1' && one.id === undefined);
    // Who comes back with his token is the same viewer.
    anna.socket.close();
    const again = enter(`${room()}/socket?viewer=${hello.me.token}`);
    const back = await again.until((one) => one.me);
    expect(back.me.token).toBe(hello.me.token);
    expect(back.asks.map((ask: any) => ask.text)).toEqual(['羊毛开衫会起球吗']);
    again.socket.close();
    bo.socket.close();
  });

  it('refuses with a reason what is too much, too long or unreadable', async () => {
    const guest = enter(`${room()}/socket`);
    await guest.until((one) => one.snap);
    guest.send({ n: 'long-1', k: 'say', text: '啊'.repeat(101) });
    expect(await guest.until((one) => one.a === 'long-1')).toMatchObject({ no: 'too_long' });
    guest.send({ n: 'what-1', k: 'dance' });
    expect(await guest.until((one) => one.a === 'what-1')).toMatchObject({ no: 'bad_message' });
    guest.socket.send('{');
    expect(await guest.until((one) => one.a === '')).toMatchObject({ no: 'bad_message' });
    for (let said = 0; said < 6; said += 1) guest.send({ n: `fast-${said}`, k: 'say', text: `第${said}句` });
    expect(await guest.until((one) => one.a === 'fast-5')).toMatchObject({ no: 'too_fast', wait: 1_000 });
    guest.send({ n: 'none-1', k: 'enter', interactionId: 'nothing' });
    expect(await guest.until((one) => one.a === 'none-1')).toMatchObject({ no: 'no_such_interaction' });
    guest.socket.close();
  });

  it('takes the same by HTTP, answers a waiting snapshot when there is more, and streams events', async () => {
    const post = (path: string, body: unknown) =>
      fetch(`${origin}${room()}${path}`, { method: 'POST', body: JSON.stringify(body) });
    const me = (await (await post('/viewer', { name: '小鹿' })).json()) as any;
    expect(me).toMatchObject({ name: '小鹿', signed: false });
    const snapshot = (await (await fetch(`${origin}${room()}/snapshot`)).json()) as any;
    const waiting = fetch(`${origin}${room()}/snapshot?after=${snapshot.n}`).then((answer) => answer.json() as any);
    const stream = await fetch(`${origin}${room()}/stream?viewer=${me.token}`);
    const reader = stream.body!.getReader();
    const sent = (await (
      await post('/messages', { viewer: me.token, n: 'http-1', k: 'say', text: '用网页发的' })
    ).json()) as any;
    expect(sent.id).toBeGreaterThan(0);
    expect((await waiting).n).toBeGreaterThan(snapshot.n);
    let text = '';
    while (!text.includes('用网页发的')) text += new TextDecoder().decode((await reader.read()).value);
    expect(text).toMatch(/^retry: 3000\n\ndata: \{"me"/);
    await reader.cancel();
    expect((await post('/messages', { viewer: 'hyv1.x', n: 'http-2', k: 'say', text: 'x' })).status).toBe(409);
    expect((await post('/messages', 'x')).status).toBe(409);
  });

  it('tells the asker, and everybody, what the host answered', async () => {
    const guest = enter(`${room()}/socket`);
    await guest.until((one) => one.snap);
    guest.send({ n: 'ask-1', k: 'ask', text: '保温杯的容量是多少毫升' });
    await guest.until((one) => one.a === 'ask-1');
    await live.settle();
    const group = live.room.state().groups.find((one) => one.title.includes('多少毫升'))!;
    await live.accept([{ type: 'host.answer', ts: app.clock.now.getTime(), groupId: group.groupId, text: '500 毫升' }]);
    expect(await guest.until((one) => one.told)).toEqual({
      told: { text: '保温杯的容量是多少毫升', answer: '500 毫升' },
    });
    expect((await guest.until((one) => one.h?.length > 0)).h[0][1]).toBe('500 毫升');
    guest.socket.close();
  });

  it('hides a line only for a reason that counts, and says how many', async () => {
    const guest = enter(`${room()}/socket`);
    await guest.until((one) => one.snap);
    guest.send({ n: 'spam-1', k: 'say', text: '加微信领低价包' });
    const { id } = await guest.until((one) => one.a === 'spam-1');
    const target = await eventIdOf('加微信领低价包');
    const hide = (reasonCode: string) =>
      app.as.host.call(moderateRoute, {
        params: { id: live.roomId },
        body: { action: 'hide', targetId: target, reasonCode },
      });
    expect((await hide('negative_opinion')).status).toBe(422);
    expect((await hide('advertising')).body).toMatchObject({ hidden: { advertising: 1 } });
    expect((await guest.until((one) => one.x)).x).toEqual([id]);
    const snapshot = (await (await fetch(`${origin}${room()}/snapshot`)).json()) as any;
    expect(snapshot.hidden).toEqual({ advertising: 1 });
    expect(JSON.stringify(snapshot.c)).not.toContain('加微信');
    guest.socket.close();
  });

  it('stands only on the sites the shop named, and believes only its signature', async () => {
    const at = 'https://shop.example';
    const info = (from: string) => fetch(`${origin}${room()}/info`, { headers: { origin: from } });
    expect((await info(at)).status).toBe(403);
    const saved = await app.as.admin.call(contract.saveEmbedRoute, {
      params: { id: live.roomId },
      body: { origins: [`${at}/`] },
    });
    expect(saved.body.origins).toEqual([at]);
    expect(saved.body.snippet).toContain(`data-room="${live.slug}"`);
    const answer = await info(at);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, at]);
    expect((await info('https://evil.example')).status).toBe(403);
    const foreign = enter(`${room()}/socket`, { origin: 'https://evil.example' });
    expect(await foreign.until((one) => one.closed)).toMatchObject({ closed: 4403, reason: 'foreign_origin' });
    const { secret } = (await app.as.admin.call(contract.renewIdentitySecretRoute, { params: { id: live.roomId } }))
      .body;
    const identity = { user: 'customer-42', at: Math.floor(app.clock.now.getTime() / 1000) };
    const vouch = (sig: string) =>
      fetch(`${origin}${room()}/viewer`, { method: 'POST', body: JSON.stringify({ identity: { ...identity, sig } }) });
    expect(await (await vouch(identityProof(secret, identity))).json()).toMatchObject({ signed: true });
    expect((await vouch('0'.repeat(64))).status).toBe(409);
    expect(
      (await app.as.agent.call(contract.saveEmbedRoute, { params: { id: live.roomId }, body: { origins: [] } })).status,
    ).toBe(403);
  });
});

describe('a secret address', () => {
  it('is shown once, opens the overlay, and is closed at once', async () => {
    const made = await app.as.host.call(createLinkRoute, {
      params: { id: live.roomId },
      body: { kind: 'overlay', name: 'OBS' },
    });
    expect(made.status).toBe(201);
    const path = new URL(made.body.url).pathname;
    const rows = await app.db.asOwner<{ token_hash: string }>('SELECT token_hash FROM live_links');
    expect(path).not.toContain(rows[0]!.token_hash);
    const page = await fetch(`${origin}${path}`);
    expect([page.status, page.headers.get('x-robots-tag')]).toEqual([200, 'noindex, nofollow']);
    const overlay = enter(`${path}/socket`);
    const snapshot = await overlay.until((one) => one.snap);
    expect(overlay.heard.some((one) => one.me)).toBe(false);
    expect(snapshot.room.slug).toBe(live.slug);
    const listed = await app.as.host.call(listLinksRoute, { params: { id: live.roomId } });
    expect(JSON.stringify(listed.body)).not.toContain(path.split('/').at(-1));
    await app.as.host.call(revokeLinkRoute, { params: { id: made.body.id } });
    expect(await overlay.until((one) => one.closed)).toMatchObject({ closed: 4403, reason: 'revoked' });
    expect((await fetch(`${origin}${path}`)).status).toBe(404);
    expect((await app.stranger.call(revokeLinkRoute, { params: { id: made.body.id } })).status).toBe(404);
  });
});

/** Id of the newest event of record with these words. */
async function eventIdOf(text: string): Promise<string> {
  let found = '';
  for await (const events of app.product.rooms.hub.journal.read(app.db.workspaceA, live.showId))
    for (const event of events) if (event.type === 'comment' && event.text === text) found = event.id;
  return found;
}
