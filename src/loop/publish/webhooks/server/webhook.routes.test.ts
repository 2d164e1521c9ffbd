// A receiver on this machine hears what happens, checks each signature, fails in every way receivers fail, and misses nothing.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { recordFeedbackRoute } from '../../../collect/intake/core/feedback.contract.ts';
import { PAUSES_MS } from '../core/next-attempt.ts';
import * as contract from '../core/webhook.contract.ts';

interface Heard {
  id: string;
  type: string;
  headers: Record<string, string>;
  body: string;
}

let app: TestApp;
let server: Server;
let heard: Heard[] = [];
let answer: (message: Heard) => { status: number; headers?: Record<string, string> } = () => ({ status: 204 });
let url: string;

beforeAll(async () => {
  app = await testApp({ environment: { HUIYIN_PRIVATE_HOSTS: '127.0.0.1' } });
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      const message = { id: headers['webhook-id']!, type: JSON.parse(body).type, headers, body };
      heard.push(message);
      const { status, headers: more } = answer(message);
      response.writeHead(status, more).end('thanks');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  await app.close();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  heard = [];
  answer = () => ({ status: 204 });
});

const create = (body: object) => app.as.owner.call(contract.createEndpointRoute, { body });
const messages = async (id: string) =>
  (await app.as.owner.call(contract.listMessagesRoute, { params: { id }, query: { limit: 100 } })).body
    .items as contract.MessageView[];
const say = async (text: string) => {
  await app.as.agent.call(recordFeedbackRoute, { body: { channel: 'review', text, rating: 5 } });
  await app.settle();
};
const pass = async (ms: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
  await app.settle();
};

describe('webhooks out', () => {
  it('sends what was asked for, signed so that the published library accepts it', async () => {
    const made = await create({ url, note: '仓库系统', types: ['feedback.received'] });
    expect(made.status).toBe(201);
    await say('包装很好');
    expect(heard.map((one) => one.type)).toEqual(['feedback.received']);
    const [one] = heard;
    // The library allows five minutes around its own clock; the product's clock here is a test's.
    const at = Number(one!.headers['webhook-timestamp']);
    const signature = new Webhook(made.body.secret).sign(one!.id, new Date(at * 1000), one!.body);
    expect(one!.headers['webhook-signature']).toBe(signature);
    expect(contract.envelope.parse(JSON.parse(one!.body)).data).toHaveProperty('feedbackIds');
    expect(await messages(made.body.endpoint.id)).toMatchObject([{ state: 'delivered', attempts: 1, lastStatus: 204 }]);
    await app.as.owner.call(contract.removeEndpointRoute, { params: { id: made.body.endpoint.id } });
  });

  it('tries again after growing pauses under the same id, then gives up, and sends again when told to', async () => {
    const made = await create({ url, types: ['feedback.received'] });
    const id = made.body.endpoint.id;
    answer = () => ({ status: 500 });
    await say('一直失败');
    for (const pause of PAUSES_MS) await pass(pause * 1.2 + 61_000);
    expect(new Set(heard.map((one) => one.id)).size).toBe(1);
    expect(heard).toHaveLength(PAUSES_MS.length + 1);
    expect(await messages(id)).toMatchObject([{ state: 'gave_up', lastStatus: 500, nextAt: null }]);
    const listed = (await app.as.admin.call(contract.listEndpointsRoute)).body.items[0];
    expect(listed).toMatchObject({ state: 'failing', gaveUp: 1, waiting: 0 });
    answer = () => ({ status: 200 });
    const replayed = await app.as.owner.call(contract.replayMessagesRoute, { params: { id }, body: {} });
    expect(replayed.body).toEqual({ messages: 1 });
    await app.settle();
    expect(await messages(id)).toMatchObject([{ state: 'delivered' }]);
    expect((await app.as.admin.call(contract.listEndpointsRoute)).body.items[0]).toMatchObject({
      state: 'active',
      failingSince: null,
    });
    await app.as.owner.call(contract.removeEndpointRoute, { params: { id } });
  });

  it('lets an address rest that fails, and loses nothing of what waits', async () => {
    const made = await create({ url, types: ['feedback.received'] });
    const id = made.body.endpoint.id;
    answer = () => ({ status: 503, headers: { 'retry-after': '300' } });
    for (let at = 0; at < 12; at += 1) await say(`第${at}条，很喜欢`);
    answer = () => ({ status: 200 });
    await pass(10_000);
    expect((await messages(id)).some((one) => one.state === 'waiting')).toBe(true);
    for (let at = 0; at < 6; at += 1) await pass(301_000);
    const all = await messages(id);
    expect(all).toHaveLength(12);
    expect(all.every((one) => one.state === 'delivered')).toBe(true);
    await app.as.owner.call(contract.removeEndpointRoute, { params: { id } });
  });

  it('stops sending to an address that says it is gone, keeps what waits, and goes on when resumed', async () => {
    const made = await create({ url, types: ['feedback.received'] });
    const id = made.body.endpoint.id;
    answer = () => ({ status: 410 });
    await say('地址没了');
    expect((await app.as.owner.call(contract.listEndpointsRoute)).body.items[0].state).toBe('paused');
    answer = () => ({ status: 200 });
    await pass(60_000);
    expect(heard).toHaveLength(1);
    await app.as.owner.call(contract.changeEndpointRoute, { params: { id }, body: { state: 'active' } });
    await pass(61_000);
    expect(await messages(id)).toMatchObject([{ state: 'delivered' }]);
    await app.as.owner.call(contract.removeEndpointRoute, { params: { id } });
  });

  it('signs with both secrets for a day after a change', async () => {
    const made = await create({ url, types: ['feedback.received'] });
    const id = made.body.endpoint.id;
    const rotated = await app.as.owner.call(contract.rotateEndpointSecretRoute, { params: { id } });
    await say('换密钥');
    const signed = (secret: string) => {
      const one = heard.at(-1)!;
      const at = new Date(Number(one.headers['webhook-timestamp']) * 1000);
      return one.headers['webhook-signature']!.split(' ').includes(new Webhook(secret).sign(one.id, at, one.body));
    };
    expect([signed(made.body.secret), signed(rotated.body.secret)]).toEqual([true, true]);
    await pass(25 * 3_600_000);
    await say('过了一天');
    expect([signed(made.body.secret), signed(rotated.body.secret)]).toEqual([false, true]);
    await app.as.owner.call(contract.removeEndpointRoute, { params: { id } });
  });

  it('sends a test through the same queue', async () => {
    const made = await create({ url });
    const id = made.body.endpoint.id;
    const tested = await app.as.admin.call(contract.testEndpointRoute, { params: { id } });
    expect(tested.status).toBe(202);
    await app.settle();
    expect(heard.at(-1)!.type).toBe('webhook.tested');
    await app.as.owner.call(contract.removeEndpointRoute, { params: { id } });
  });

  it.each([
    ['not an address', 'bad_url'],
    ['ftp://example.com/x', 'bad_url'],
    ['https://name:word@example.com/', 'bad_url'],
    ['http://example.com/hook', 'not_secure'],
    ['https://10.0.0.8/hook', 'host_private'],
    ['https://[::1]/hook', 'host_private'],
    ['https://169.254.169.254/latest/meta-data', 'host_private'],
    ['https://no-such-host.invalid/', 'host_unknown'],
  ])('refuses %s and says why', async (bad, code) => {
    const made = await create({ url: bad });
    expect(made.status).toBe(422);
    expect(made.body.errors).toMatchObject([{ path: 'url', code }]);
  });

  it('is for those who keep the house, and for nobody else', async () => {
    const made = await create({ url });
    const id = made.body.endpoint.id;
    expect((await app.as.manager.call(contract.listEndpointsRoute)).status).toBe(403);
    expect((await app.stranger.call(contract.listMessagesRoute, { params: { id } })).status).toBe(404);
    expect(
      (await app.stranger.call(contract.changeEndpointRoute, { params: { id }, body: { note: 'x' } })).status,
    ).toBe(404);
    expect((await app.stranger.call(contract.testEndpointRoute, { params: { id } })).status).toBe(404);
    expect((await app.stranger.call(contract.rotateEndpointSecretRoute, { params: { id } })).status).toBe(404);
    expect((await app.stranger.call(contract.replayMessagesRoute, { params: { id }, body: {} })).status).toBe(404);
    expect((await app.stranger.call(contract.removeEndpointRoute, { params: { id } })).status).toBe(404);
    expect((await app.as.owner.call(contract.removeEndpointRoute, { params: { id } })).status).toBe(204);
    const rows = await app.db.asOwner('SELECT id FROM webhook_messages');
    expect(rows).toEqual([]);
  });
});
