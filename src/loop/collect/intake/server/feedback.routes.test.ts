// What comes to the gate is recorded once, masked, and answered truthfully; what is wrong is named and harms nothing else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import * as contract from '../core/feedback.contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const rows = () => app.db.asOwner<Record<string, unknown>>('SELECT * FROM feedback ORDER BY id');
const post = (body: unknown, headers: Record<string, string> = {}) =>
  app.as.agent.call(contract.recordFeedbackRoute, { body, headers });

describe('one feedback', () => {
  it('is recorded once for each channel and external id', async () => {
    const draft = {
      channel: 'review',
      externalId: 'r-1',
      text: '面料很软，尺码偏小',
      rating: 4,
      product: { name: '丝巾' },
      person: { externalId: 'u1' },
    };
    const first = await post(draft);
    expect([first.status, first.body.outcome]).toEqual([201, 'recorded']);
    const again = await post({ ...draft, text: '别的话' });
    expect(again.body).toMatchObject({ outcome: 'duplicate', id: first.body.id });
    const elsewhere = await post({ ...draft, channel: 'chat' });
    expect(elsewhere.body.outcome).toBe('recorded');
    const people = await app.db.asOwner('SELECT * FROM people');
    expect(people).toHaveLength(1);
  });

  it('sent twice with one Idempotency-Key is one voice, also without an external id', async () => {
    const draft = { channel: 'widget', text: '付款页面打不开' };
    const first = await post(draft, { 'idempotency-key': 'k-1' });
    const again = await post(draft, { 'idempotency-key': 'k-1' });
    expect(again.body.id).toBe(first.body.id);
    const another = await post(draft);
    expect(another.body.id).not.toBe(first.body.id);
  });

  it('keeps no personal data in clear anywhere', async () => {
    const secrets = [
      '13800138000',
      'li.na@example.com',
      '11010519491231002X',
      '6222021234567890128',
      'SF20260301998877',
    ];
    const made = await post({
      channel: 'chat',
      text: `我的电话${secrets[0]}，邮箱${secrets[1]}，身份证${secrets[2]}，卡号${secrets[3]}，赶紧退款`,
      orderNo: secrets[4],
      person: { phone: secrets[0], email: secrets[1] },
      meta: { agentNote: `call ${secrets[0]}` },
    });
    const stored = JSON.stringify([
      await rows(),
      await app.db.asOwner('SELECT * FROM feedback_originals'),
      await app.db.asOwner('SELECT * FROM identities'),
      await app.db.asOwner('SELECT * FROM events'),
    ]);
    for (const secret of secrets) expect(stored).not.toContain(secret);
    const params = { id: made.body.id };
    expect(
      (await app.as.viewer.call(contract.revealFeedbackRoute, { params, body: { reason: '核对订单' } })).status,
    ).toBe(403);
    expect(
      (await app.stranger.call(contract.revealFeedbackRoute, { params, body: { reason: '核对订单' } })).status,
    ).toBe(404);
    expect((await app.as.agent.call(contract.revealFeedbackRoute, { params, body: { reason: '' } })).status).toBe(422);
    const shown = await app.as.agent.call(contract.revealFeedbackRoute, { params, body: { reason: '核对订单' } });
    expect(shown.body.text).toContain(secrets[2]);
    expect(shown.body.orderNo).toBe(secrets[4]);
    const [event] = await app.db.asOwner<{ data: object; actor_name: string }>(
      "SELECT * FROM events WHERE type = 'feedback.revealed'",
    );
    expect(event!.data).toEqual({ reason: '核对订单' });
    const plain = await post({ channel: 'chat', text: '没有隐私' });
    const nothing = await app.as.agent.call(contract.revealFeedbackRoute, {
      params: { id: plain.body.id },
      body: { reason: '核对订单' },
    });
    expect(nothing.body.code).toBe('nothing_masked');
  });
});

describe('a batch', () => {
  it('answers for each item and names field and row', async () => {
    const items = [
      { channel: 'review', externalId: 'b-1', text: '好' },
      { channel: 'fax', text: '好' },
      { channel: 'review', text: 12 },
      'words',
      { channel: 'review', externalId: 'b-1', text: '好' },
      { channel: 'review', text: '  \u0000 ' },
      { channel: 'review', text: '半个字\ud83d在这里\u0000' },
    ];
    const answer = await app.as.agent.call(contract.recordFeedbackBatchRoute, { body: { items } });
    expect(answer.body).toMatchObject({ recorded: 2, duplicates: 1, rejected: 4 });
    expect(answer.body.results.map((one: { outcome: string }) => one.outcome)).toEqual([
      'recorded',
      'rejected',
      'rejected',
      'rejected',
      'duplicate',
      'rejected',
      'recorded',
    ]);
    expect(answer.body.results[1].errors[0].path).toBe('channel');
    expect((await app.as.agent.call(contract.recordFeedbackBatchRoute, { body: { items: [] } })).status).toBe(422);
    const many = Array.from({ length: 1001 }, () => ({ channel: 'api', text: 'x' }));
    expect((await app.as.agent.call(contract.recordFeedbackBatchRoute, { body: { items: many } })).status).toBe(422);
  });

  it('takes the records of Formbricks Hub', async () => {
    const record = {
      submission_id: 's1',
      field_id: 'why',
      field_label: '为什么',
      field_type: 'text',
      value_text: '客服态度很差',
      language: 'zh-Hans',
      user_id: 'u9',
    };
    const score = { submission_id: 's1', field_id: 'nps', field_label: '推荐', field_type: 'nps', value_number: 3 };
    const answer = await app.as.agent.call(contract.recordHubRoute, { body: [record, score] });
    expect(answer.body).toMatchObject({ recorded: 2 });
    const again = await app.as.agent.call(contract.recordHubRoute, { body: record });
    expect(again.body).toMatchObject({ duplicates: 1 });
    const [, stored] = await app.db.asOwner<{ rating: number; channel: string }>(
      "SELECT rating, channel FROM feedback WHERE external_id LIKE 's1:%' ORDER BY external_id DESC",
    );
    expect(stored).toEqual({ rating: 2.2, channel: 'questionnaire' });
  });
});

describe('quarantine', () => {
  it('holds advertising back until somebody lets it through', async () => {
    const made = await post({
      channel: 'live',
      text: '兼职刷单日结300，加微信 vx8899001 领取，点击链接 http://t.cn/abcd 免费送手机',
    });
    expect(made.body.outcome).toBe('quarantined');
    const list = await app.as.agent.call(contract.listQuarantineRoute);
    expect(list.body.items[0]).toMatchObject({ id: made.body.id, step: 'spam' });
    expect((await app.stranger.call(contract.listQuarantineRoute)).body.items).toEqual([]);
    const params = { id: made.body.id };
    expect((await app.stranger.call(contract.releaseFeedbackRoute, { params })).status).toBe(404);
    expect((await app.as.viewer.call(contract.releaseFeedbackRoute, { params })).status).toBe(403);
    expect((await app.as.agent.call(contract.releaseFeedbackRoute, { params })).status).toBe(200);
    expect((await app.as.agent.call(contract.releaseFeedbackRoute, { params })).body.code).toBe('not_quarantined');
  });
});

describe('bad requests', () => {
  const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.product.app.inject({
      method: 'POST',
      url: contract.recordFeedbackRoute.path,
      headers: {
        authorization: `Bearer ${app.as.agent.secret}`,
        'content-type': 'application/json',
        'accept-language': 'zh-CN',
        ...headers,
      },
      payload,
    });

  it('get the right problem in the caller’s language and change nothing', async () => {
    const before = (await rows()).length;
    const cases: [string | Buffer, Record<string, string>, number, string][] = [
      ['{"channel":', {}, 400, 'bad_json'],
      [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), {}, 400, 'bad_json'],
      ['{"channel":"review","text":"a","__proto__":{"x":1}}', {}, 201, ''],
      [JSON.stringify({ channel: 'review', text: 'x'.repeat(10 * 1024 * 1024) }), {}, 413, 'payload_too_large'],
      [JSON.stringify({ channel: 'review', text: 'x'.repeat(20_001) }), {}, 422, 'invalid'],
      [JSON.stringify({ channel: 'review', text: 'a', rating: '5' }), {}, 422, 'invalid'],
      [JSON.stringify({ channel: 'review', text: 'a', occurredAt: 'yesterday' }), {}, 422, 'invalid'],
      [JSON.stringify({ channel: 'review', text: 'a', meta: { big: 'x'.repeat(9000) } }), {}, 422, 'invalid'],
      ['<feedback/>', { 'content-type': 'application/xml' }, 415, 'unsupported_media_type'],
      ['[]', {}, 422, 'invalid'],
      ['null', {}, 422, 'invalid'],
    ];
    for (const [payload, headers, status, code] of cases) {
      const answer = await send(payload, headers);
      const label = String(payload).slice(0, 60);
      expect([label, answer.statusCode]).toEqual([label, status]);
      if (status === 201) continue;
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect([label, answer.json().code]).toEqual([label, code]);
      expect(answer.json().title).toMatch(/[\u4e00-\u9fff]/);
    }
    expect((await rows()).length).toBe(before + 1);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('keep script as words', async () => {
    const text = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const made = await post({
      channel: 'review',
      text,
      product: { name: text },
      person: { externalId: text, name: text },
    });
    expect(made.status).toBe(201);
    const stored = (await rows()).find((row) => row.id === made.body.id);
    expect(stored!.text).toBe(text);
  });

  it('without or with a wrong key get nothing', async () => {
    expect((await app.nobody.call(contract.recordFeedbackRoute, { body: {} })).status).toBe(401);
    expect(
      (
        await app.nobody.call(contract.recordFeedbackRoute, {
          body: {},
          headers: { authorization: 'Bearer hyk_wrong' },
        })
      ).status,
    ).toBe(401);
    expect(
      (await app.as.viewer.call(contract.recordFeedbackRoute, { body: { channel: 'api', text: 'a' } })).status,
    ).toBe(403);
  });
});
