// Proves replies end to end: the way out, one transaction, who may, who may not, and what is kept of the words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { reportCase } from '../../../../../test/harness/reported-case.ts';
import { listTasksRoute, revealTaskContactRoute, settleTaskRoute } from '../../deliveries/core/delivery.contract.ts';
import * as contract from '../core/conversation.contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const count = async (table: string) =>
  (await app.db.asOwner<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;
const mails = (caseId: string) =>
  app.db.asOwner<{ subject: string; body_text: string; in_reply_to: string | null; state: string; message_id: string }>(
    'SELECT subject, body_text, in_reply_to, state, message_id FROM mails WHERE subject_id = $1 ORDER BY id',
    [caseId],
  );
const send = (caseId: string, body: object, caller = app.as.agent) =>
  caller.call(contract.sendReplyRoute, { params: { id: caseId }, body });

describe('sending a reply', () => {
  it('writes a letter to whoever came by email, in his language, threaded, with his link', async () => {
    const { caseId, personIds } = await reportCase(app, [{ email: 'mia@example.com', name: 'Mia', locale: 'en' }]);
    const first = await send(caseId, { text: 'We are on it.', nextStatus: 'pending' });
    expect(first).toMatchObject({
      status: 201,
      body: { replies: [{ way: 'email', reason: null, personId: personIds[0], text: 'We are on it.' }] },
    });
    const second = await send(caseId, { text: 'Still on it.' });
    expect(second.status).toBe(201);
    const letters = await mails(caseId);
    expect(letters).toHaveLength(2);
    expect(letters[0]).toMatchObject({ state: 'kept', in_reply_to: null });
    expect(letters[0]!.subject).toContain('About your feedback');
    expect(letters[0]!.body_text).toMatch(
      /^We are on it\.\n\nSee where it stands.*\nhttps?:\/\/[^/]+\/s\/[\w-]{32}\n/s,
    );
    expect(letters[1]!.in_reply_to).toBe(letters[0]!.message_id);
    expect(letters[1]!.subject).toMatch(/^Re: /);
    const [found] = await app.db.asOwner<{ status: string; first_reply_at: Date }>(
      'SELECT status, first_reply_at FROM cases WHERE id = $1',
      [caseId],
    );
    expect(found).toMatchObject({ status: 'pending', first_reply_at: app.clock.now });
    const events = await app.db.asOwner('SELECT 1 FROM events WHERE subject = $1 AND type = $2', [
      caseId,
      'reply.sent',
    ]);
    expect(events).toHaveLength(2);
  });

  it('makes a task where there is no way back, which somebody settles', async () => {
    const { caseId, feedbackIds } = await reportCase(app, [
      { channel: 'review', unknown: true, text: '用了三天就坏了' },
    ]);
    const reply = await send(caseId, { text: '很抱歉，请联系客服 400-123-4567。' });
    expect(reply.body.replies[0]).toMatchObject({ way: 'task', reason: 'no_person', personId: null, mailId: null });
    expect(await mails(caseId)).toHaveLength(0);
    const list = await app.as.agent.call(listTasksRoute, { query: { caseId } });
    expect(list.body.items).toMatchObject([
      {
        channel: 'review',
        text: '很抱歉，请联系客服 400-123-4567。',
        state: 'open',
        feedback: { id: feedbackIds[0], excerpt: '用了三天就坏了' },
      },
    ]);
    const params = { id: list.body.items[0].id };
    const settle = (body: object, caller = app.as.agent) => caller.call(settleTaskRoute, { params, body });
    expect((await settle({ outcome: 'done' }, app.stranger)).status).toBe(404);
    expect((await settle({ outcome: 'done' }, app.as.viewer)).status).toBe(403);
    expect((await settle({ outcome: 'perhaps' })).status).toBe(422);
    expect((await settle({ outcome: 'failed', note: '平台关闭了回复' })).body).toMatchObject({
      state: 'failed',
      note: '平台关闭了回复',
    });
    expect((await settle({ outcome: 'done' })).body).toMatchObject({ state: 'done', settledBy: expect.any(String) });
    expect(await settle({ outcome: 'failed' })).toMatchObject({ status: 409, body: { code: 'already_settled' } });
    const talk = await app.as.agent.call(contract.caseConversationRoute, { params: { id: caseId } });
    expect(talk.body.items[0]).toMatchObject({ kind: 'reply', delivery: { way: 'task', state: 'task_done' } });
    expect(await app.as.agent.call(revealTaskContactRoute, { params, body: { reason: '回电' } })).toMatchObject({
      status: 422,
    });
    const contact = await app.as.agent.call(revealTaskContactRoute, { params, body: { reason: '需要回电' } });
    expect(contact).toMatchObject({ status: 409, body: { code: 'nothing_known' } });
  });

  it('answers everybody once, each by his own way', async () => {
    const { caseId, personIds } = await reportCase(app, [
      { email: 'a@example.com' },
      { email: 'a@example.com', channel: 'widget' },
      { channel: 'hotline', phone: '13800138000' },
      { channel: 'review', unknown: true },
    ]);
    const reporters = await app.as.agent.call(contract.caseReportersRoute, { params: { id: caseId } });
    expect(reporters.body.total).toBe(3);
    expect(reporters.body.items.map((one: { way: string }) => one.way).sort()).toEqual(['email', 'task', 'task']);
    const all = await send(caseId, { text: '已经在补发。', to: 'all' });
    const ways = all.body.replies.map((one: { way: string }) => one.way).sort();
    expect(ways).toEqual(['email', 'task', 'task']);
    expect(await mails(caseId)).toHaveLength(1);
    const one = await send(caseId, { text: '单独回复。', to: personIds[0]! });
    expect(one.body.replies).toHaveLength(1);
    const task = (await app.as.agent.call(listTasksRoute, { query: { caseId, channel: 'hotline' } })).body.items[0];
    const contact = await app.as.agent.call(revealTaskContactRoute, {
      params: { id: task.id },
      body: { reason: '回电给顾客' },
    });
    expect(contact.body).toEqual({ email: null, phone: '13800138000' });
    const seen = await app.db.asOwner('SELECT data FROM events WHERE type = $1', ['delivery_task.contact_revealed']);
    expect(JSON.stringify(seen)).toContain('回电给顾客');
  });

  it('masks what is kept, seals the original, and opens it with a trace', async () => {
    const { caseId } = await reportCase(app, [{ email: 'b@example.com' }]);
    const text = '请打 13912345678 找我 <script>alert(1)</script>';
    const id = (await send(caseId, { text })).body.replies[0].id;
    const [row] = await app.db.asOwner<{ body: string; body_sealed: string }>(
      'SELECT body, body_sealed FROM messages WHERE id = $1',
      [id],
    );
    expect(row!.body).not.toContain('13912345678');
    expect(row!.body_sealed).not.toContain('13912345678');
    expect((await mails(caseId))[0]!.body_text).toContain('13912345678');
    const reveal = (caller: typeof app.stranger, reason = '核对号码') =>
      caller.call(contract.revealMessageRoute, { params: { id }, body: { reason } });
    expect((await reveal(app.as.agent)).body).toEqual({ text });
    expect((await reveal(app.as.viewer)).status).toBe(403);
    expect((await reveal(app.stranger)).status).toBe(404);
    expect((await reveal(app.as.agent, 'x')).status).toBe(422);
    const plain = (await send(caseId, { text: '好的' })).body.replies[0].id;
    const refused = await app.as.agent.call(contract.revealMessageRoute, {
      params: { id: plain },
      body: { reason: '核对号码' },
    });
    expect(refused.body.code).toBe('nothing_masked');
  });

  it('never carries the secret link to a public place, nor into the record', async () => {
    const { caseId } = await reportCase(app, [{ channel: 'review', name: '买家甲' }]);
    const template = await app.db.asOwner<{ id: string }>('SELECT id FROM templates WHERE starter = $1', ['ask_more']);
    const templateId = template[0]?.id ?? (await starters()).find((one) => one.shortcut === 'ask')!.id;
    const posted = (await send(caseId, { templateId })).body.replies[0];
    expect(posted.way).toBe('task');
    expect(posted.text).not.toContain('/s/');
    const mailed = await reportCase(app, [{ email: 'c@example.com' }]);
    const letter = (await send(mailed.caseId, { templateId, variables: { 'agent.name': '小周' } })).body.replies[0];
    expect(letter.text).toMatch(/我是小周.*\/s\/[\w-]{32}$/s);
    const kept = await app.db.asOwner<{ body: string }>('SELECT body FROM messages WHERE id = $1', [letter.id]);
    expect(kept[0]!.body).not.toContain('/s/');
  });

  it('leaves nothing behind when the case says no, and for bad input', async () => {
    const { caseId } = await reportCase(app, [{ email: 'd@example.com' }]);
    await app.db.asOwner(`UPDATE cases SET status = 'closed' WHERE id = $1`, [caseId]);
    const before = [await count('messages'), await count('mails'), await count('deliveries'), await count('events')];
    expect((await send(caseId, { text: 'hi' })).status).toBe(409);
    for (const [body, code] of [
      [{}, 'invalid'],
      [{ text: '  ' }, 'invalid'],
      [{ text: 3 }, 'invalid'],
      [{ text: 'a', templateId: 'b' }, 'invalid'],
      [{ text: 'x'.repeat(8001) }, 'invalid'],
      [{ text: 'a', way: 'pigeon' }, 'invalid'],
      [{ text: 'a', nextStatus: 'closed' }, 'invalid'],
      [{ templateId: 'tpl_nothing' }, 'unknown_template'],
      [{ text: 'a', variables: { 'person.age': '3' } }, 'unknown_variable'],
      [{ text: 'a', to: 'per_stranger' }, 'unknown_reporter'],
    ] as const) {
      const answer = await send(caseId, body);
      expect([answer.status, answer.body.code]).toEqual([code === 'unknown_template' ? 422 : 422, code]);
    }
    expect([await count('messages'), await count('mails'), await count('deliveries'), await count('events')]).toEqual(
      before,
    );
  });

  it('is for those who may, of this shop, and once for one key', async () => {
    const { caseId } = await reportCase(app, [{ email: 'e@example.com' }]);
    expect((await send(caseId, { text: 'hi' }, app.stranger)).status).toBe(404);
    expect((await send(caseId, { text: 'hi' }, app.nobody)).status).toBe(401);
    for (const role of ['analyst', 'host', 'viewer'] as const) {
      expect((await send(caseId, { text: 'hi' }, app.as[role])).status).toBe(403);
    }
    const headers = { 'idempotency-key': 'once' };
    const one = await app.as.agent.call(contract.sendReplyRoute, {
      params: { id: caseId },
      body: { text: 'a' },
      headers,
    });
    const two = await app.as.agent.call(contract.sendReplyRoute, {
      params: { id: caseId },
      body: { text: 'a' },
      headers,
    });
    expect(two.body).toEqual(one.body);
    expect(await mails(caseId)).toHaveLength(1);
  });
});

async function starters(): Promise<{ id: string; shortcut: string | null }[]> {
  const { listTemplatesRoute } = await import('../../templates/core/template.contract.ts');
  return (await app.as.agent.call(listTemplatesRoute)).body.items;
}

describe('a conversation', () => {
  it('is one for a person, across channels and cases, newest first, paged', async () => {
    const one = await reportCase(app, [{ email: 'f@example.com', channel: 'email', text: '第一句' }]);
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    const two = await reportCase(app, [{ email: 'f@example.com', channel: 'review', text: '第二句', rating: 1 }]);
    expect(two.personIds).toEqual(one.personIds);
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    await send(one.caseId, { text: '第一次回复' });
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    await send(two.caseId, { text: '第二次回复' });
    const read = (query: object, caller = app.as.agent) =>
      caller.call(contract.personConversationRoute, { params: { id: one.personIds[0]! }, query });
    const all = (await read({})).body;
    expect(all.items.map((item: { text: string }) => item.text)).toEqual([
      '第二次回复',
      '第一次回复',
      '第二句',
      '第一句',
    ]);
    expect(all.items.map((item: { case: { id: string } }) => item.case.id)).toEqual([
      two.caseId,
      one.caseId,
      two.caseId,
      one.caseId,
    ]);
    expect(all.items[2]).toMatchObject({
      kind: 'feedback',
      direction: 'in',
      rating: 1,
      product: { id: expect.any(String) },
    });
    expect(await count(`conversations WHERE person_id = '${one.personIds[0]}'`)).toBe(1);
    const page = (await read({ limit: 3 })).body;
    const rest = (await read({ limit: 3, cursor: page.nextCursor })).body;
    expect([...page.items, ...rest.items]).toEqual(all.items);
    expect((await read({}, app.stranger)).status).toBe(404);
    expect((await read({}, app.as.host)).status).toBe(403);
    const byCase = (caller: typeof app.stranger, query = {}) =>
      caller.call(contract.caseConversationRoute, { params: { id: two.caseId }, query });
    expect((await byCase(app.as.viewer)).body.items).toEqual(all.items);
    expect((await byCase(app.stranger)).status).toBe(404);
    expect((await byCase(app.as.agent, { reporter: 'per_x' })).body.code).toBe('unknown_reporter');
  });
});
