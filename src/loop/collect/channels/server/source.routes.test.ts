// Signed messages are taken once; anything else changes nothing.
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import * as contract from '../core/source.contract.ts';

let app: TestApp;
let id: string;
let secret: string;
beforeAll(async () => {
  app = await testApp();
  const made = await app.as.admin.call(contract.createSourceRoute, { body: { name: '小程序', channel: 'chat' } });
  id = made.body.source.id;
  secret = made.body.secret;
});
afterAll(() => app.close());

function signed(body: string, messageId: string, at = app.clock.now, key = secret) {
  return {
    'content-type': 'application/json',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign(messageId, at, body),
  };
}

async function deliver(body: string, headers: Record<string, string>, to = id) {
  const answer = await app.product.app.inject({ method: 'POST', url: `/api/v1/hooks/${to}`, headers, payload: body });
  return { status: answer.statusCode, body: answer.json() };
}

const rows = async () => Number((await app.db.asOwner<{ n: string }>('SELECT count(*) AS n FROM feedback'))[0]!.n);

describe('a signed message', () => {
  it('is recorded once, however often it comes', async () => {
    const body = JSON.stringify({ text: '发货太慢了，等了十天', rating: 2 });
    const first = await deliver(body, signed(body, 'msg_1'));
    expect([first.status, first.body.recorded]).toEqual([200, 1]);
    const again = await deliver(body, signed(body, 'msg_1'));
    expect(again.body).toEqual(first.body);
    expect(await rows()).toBe(1);
    const list = await app.as.admin.call(contract.listDeliveriesRoute, { params: { id } });
    expect(list.body.items).toMatchObject([{ messageId: 'msg_1', recorded: 1 }]);
  });

  it('loses only its bad items', async () => {
    const body = JSON.stringify({ items: [{ text: '很好' }, { text: '' }, { text: 5 }, { text: '不错', rating: 9 }] });
    const answer = await deliver(body, signed(body, 'msg_2'));
    expect(answer.body).toMatchObject({ recorded: 1, rejected: 3 });
    expect(answer.body.results[3].errors[0].path).toBe('rating');
  });
});

describe('a foreign message', () => {
  it('whose fields are no texts is refused by field, not by accident', async () => {
    const made = await app.as.admin.call(contract.createSourceRoute, {
      body: { name: '外部系统', mapping: { text: 'body', title: 'head', email: 'who.mail', personId: 'who.id' } },
    });
    const odd = { toString: 1, valueOf: 1 };
    const body = JSON.stringify({
      items: [
        { body: '好', head: odd, who: { mail: [odd], id: 7 } },
        { body: '好', who: odd },
      ],
    });
    const answer = await deliver(body, signed(body, 'odd', app.clock.now, made.body.secret), made.body.source.id);
    expect(answer.body).toMatchObject({ recorded: 1, rejected: 1 });
    expect(answer.body.results[0].errors.map((one: { path: string }) => one.path)).toEqual(['title', 'person.email']);
  });
});

describe('anything else', () => {
  const body = JSON.stringify({ text: '不该进来' });

  it('is refused by its right name and changes nothing', async () => {
    const before = await rows();
    const { now } = app.clock;
    const other = `whsec_${Buffer.from('another secret of twenty').toString('base64')}`;
    const wrapped = `${'{"type":"a","data":'.repeat(20_000)}{"text":"a"}${'}'.repeat(20_000)}`;
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const cases: [string, Record<string, string>, string, number, string][] = [
      ['another secret', signed(body, 'm', now, other), body, 401, 'bad_signature'],
      ['a changed body', signed(body, 'm'), `${body} `, 401, 'bad_signature'],
      ['another message id', { ...signed(body, 'm'), 'webhook-id': 'n' }, body, 401, 'bad_signature'],
      ['no signature', { 'content-type': 'application/json' }, body, 401, 'bad_signature'],
      ['an old time', signed(body, 'm', new Date(now.getTime() - 6 * 60_000)), body, 401, 'stale_signature'],
      ['a time to come', signed(body, 'm', new Date(now.getTime() + 6 * 60_000)), body, 401, 'stale_signature'],
      ['no JSON', signed('{', 'm'), '{', 400, 'bad_json'],
      ['a wrapping without end', signed(wrapped, 'm'), wrapped, 400, 'bad_json'],
      ['a list without end', signed(deep, 'm'), deep, 400, 'bad_json'],
      ['no items', signed('[]', 'm'), '[]', 409, 'empty_batch'],
    ];
    for (const [name, headers, sent, status, code] of cases) {
      const answer = await deliver(sent, headers);
      expect([name, answer.status, answer.body.code]).toEqual([name, status, code]);
    }
    const many = JSON.stringify({ items: Array.from({ length: 1001 }, () => ({ text: 'x' })) });
    expect((await deliver(many, signed(many, 'm'))).body.code).toBe('too_large_batch');
    const huge = JSON.stringify({ text: 'x'.repeat(9 * 1024 * 1024) });
    expect((await deliver(huge, signed(huge, 'm'))).status).toBe(413);
    expect((await deliver(body, signed(body, 'm'), 'hook_00000000000000000000000000')).status).toBe(404);
    expect(await rows()).toBe(before);
  });

  it('ends with the secret it was signed with, and with a source that is off', async () => {
    const turned = await app.as.admin.call(contract.rotateSecretRoute, { params: { id } });
    expect((await deliver(body, signed(body, 'old'))).body.code).toBe('bad_signature');
    secret = turned.body.secret;
    expect((await deliver(body, signed(body, 'new'))).status).toBe(200);
    await app.as.admin.call(contract.changeSourceRoute, { params: { id }, body: { enabled: false } });
    expect((await deliver(body, signed(body, 'off'))).status).toBe(404);
  });

  it('strangers and lesser roles reach no source', async () => {
    for (const [route, input] of [
      [contract.changeSourceRoute, { params: { id }, body: { enabled: true } }],
      [contract.rotateSecretRoute, { params: { id } }],
    ] as const) {
      expect((await app.stranger.call(route, input)).status).toBe(404);
      expect((await app.as.agent.call(route, input)).status).toBe(403);
    }
    expect((await app.stranger.call(contract.listDeliveriesRoute, { params: { id } })).body.items).toEqual([]);
    const taken = await app.as.admin.call(contract.createSourceRoute, { body: { name: '小程序' } });
    expect(taken.body.code).toBe('name_taken');
    const [row] = await app.db.asOwner<{ secret_sealed: string }>(
      'SELECT secret_sealed FROM webhook_sources WHERE id = $1',
      [id],
    );
    expect(row!.secret_sealed).not.toContain(secret.slice(6));
  });
});
