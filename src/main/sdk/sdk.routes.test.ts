// The client against the real product over a real port: typed calls, paging, problems, repeats, and webhooks it can trust.
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { type TestApp, testApp } from '../../../test/harness/app.ts';
import { type Client, createClient, Problem, resources, verifyWebhook } from './sdk.ts';

let app: TestApp;
let client: Client;
let url: string;

beforeAll(async () => {
  app = await testApp();
  url = await app.product.app.listen({ port: 0, host: '127.0.0.1' });
  client = createClient({ url: `${url}/`, key: app.as.agent.secret });
});
afterAll(() => app.close());

describe('the client', () => {
  it('records a voice and reads what became of it, typed by the contract', async () => {
    const done = await client.feedback.record({ body: { channel: 'review', text: '客服态度很好', rating: 5 } });
    expectTypeOf(done.outcome).toEqualTypeOf<'recorded' | 'duplicate' | 'quarantined' | 'rejected'>();
    expect(done.outcome).toBe('recorded');
    await app.settle();
    const read = await client.feedback.get({ params: { id: done.id! } });
    expect(read.judgement?.sentiment).toBe('positive');
    // @ts-expect-error a channel that does not exist is no call
    await expect(client.feedback.record({ body: { channel: 'pigeon', text: 'x' } })).rejects.toBeInstanceOf(Problem);
  });

  it('walks through a list page after page', async () => {
    const items = Array.from({ length: 25 }, (_, at) => ({
      channel: 'review',
      text: `第 ${at} 条，物流很快`,
      externalId: `w${at}`,
    }));
    await client.feedback.recordBatch({ body: { items } });
    await app.settle();
    const seen = new Set<string>();
    for await (const one of client.each(resources.feedback.list, { query: { limit: 10, q: '物流' } })) {
      expectTypeOf(one.id).toEqualTypeOf<string>();
      seen.add(one.id);
    }
    expect(seen.size).toBe(25);
  });

  it('says what was refused, by field, in the language asked for', async () => {
    const refused = client.feedback.record({ body: { channel: 'review', text: '' } }, { language: 'zh-CN' });
    const problem = await refused.catch((error: unknown) => error as Problem);
    expect(problem).toMatchObject({ status: 422, details: [{ path: 'text' }] });
    await expect(createClient({ url, key: 'hyk_wrong' }).cases.list()).rejects.toMatchObject({ status: 401 });
    await expect(client.webhooks.list()).rejects.toMatchObject({ status: 403 });
  });

  it('tries again with the same key, so that a lost answer does not double what was done', async () => {
    let lost = 0;
    const unsteady = createClient({
      url,
      key: app.as.agent.secret,
      fetch: async (address, init) => {
        const answer = await globalThis.fetch(address as string, init);
        lost += 1;
        if (lost > 2) return answer;
        await answer.arrayBuffer();
        if (lost === 1) throw new TypeError('connection lost');
        return new Response('', { status: 503 });
      },
    });
    const done = await unsteady.feedback.record({ body: { channel: 'chat', text: '请问什么时候发货' } });
    expect([lost, done.outcome]).toEqual([3, 'recorded']);
    const [count] = await app.db.asOwner<{ n: number }>(
      `SELECT count(*)::int AS n FROM feedback WHERE text = '请问什么时候发货'`,
    );
    expect(count!.n).toBe(1);
  });

  it('trusts a message only with a signature that fits, within five minutes', async () => {
    const secret = `whsec_${Buffer.from('a secret of thirty two bytes ....').toString('base64')}`;
    const now = new Date('2026-03-02T02:00:00Z');
    const body = JSON.stringify({ id: 'evt_1', type: 'case.opened', createdAt: now.toISOString(), data: {} });
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(now.getTime() / 1000),
      'webhook-signature': `v1,AAAA ${new Webhook(secret).sign('msg_1', now, body)}`,
    };
    expect((await verifyWebhook(secret, headers, body, now)).type).toBe('case.opened');
    await expect(verifyWebhook(secret, headers, body.replace('opened', 'closed'), now)).rejects.toThrow('does not fit');
    await expect(verifyWebhook(secret, { ...headers, 'webhook-id': 'msg_2' }, body, now)).rejects.toThrow(
      'does not fit',
    );
    await expect(verifyWebhook(secret, headers, body, new Date(now.getTime() + 301_000))).rejects.toThrow('too old');
    await expect(verifyWebhook(secret, {}, body, now)).rejects.toThrow('missing');
  });
});
