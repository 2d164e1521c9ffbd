// Proves the reporter's page and its link: what it shows, what it hides, and that guessing teaches nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { type ReporterInput, reportCase, resolve } from '../../../../../test/harness/reported-case.ts';
import { addNote } from '../../../act/cases/server/verbs/add-note.ts';
import { caseConversationRoute, sendReplyRoute } from '../../conversations/core/conversation.contract.ts';
import { revokeStatusLinkRoute, shareStatusLinkRoute } from '../../links/core/link.contract.ts';
import { statusLinkFor } from '../../links/server/door.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function reported(reporters: ReporterInput[] = [{ email: `s${Math.random()}@example.com` }]) {
  const made = await reportCase(app, reporters);
  const reporter = made.personIds[0] ?? made.feedbackIds[0]!;
  const shared = await app.as.agent.call(shareStatusLinkRoute, { params: { id: made.caseId }, body: { reporter } });
  return { ...made, reporter, path: shared.body.path as string };
}
const get = (path: string, headers: Record<string, string> = {}) =>
  app.product.app.inject({ url: path, headers: { 'accept-language': 'zh-CN', ...headers } });
// Each form comes from an address of its own, so that the limit for one address shows only where it is tested.
let address = 0;
const nextAddress = () => {
  address += 1;
  return `10.1.${Math.floor(address / 250)}.${address % 250}`;
};
const post = (
  path: string,
  form: Record<string, string> | string,
  headers: Record<string, string> = {},
  remoteAddress = nextAddress(),
) =>
  app.product.app.inject({
    method: 'POST',
    url: path,
    remoteAddress,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'zh-CN',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    payload: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
  });
const statusOf = async (caseId: string) =>
  (await app.db.asOwner<{ status: string }>('SELECT status FROM cases WHERE id = $1', [caseId]))[0]!.status;
const messages = (caseId: string) =>
  app.db.asOwner<{ body: string; kind: string }>('SELECT body, kind FROM messages WHERE case_id = $1 ORDER BY id', [
    caseId,
  ]);
const later = (ms = 60_000) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
};

describe('the page', () => {
  it('says in plain words where it stands, in his language or the one he chose', async () => {
    const { path, caseId } = await reported([{ email: 'p@example.com', text: '羽绒被漏毛，很失望', rating: 1 }]);
    const page = await get(path);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const text of ['<html lang="zh-CN">', '羽绒被漏毛，很失望', '甲店', '云朵羽绒被', '收到']) {
      expect(page.body).toContain(text);
    }
    expect((await get(path, { 'accept-language': 'en-GB,en' })).body).toContain('<html lang="en">');
    expect((await get(`${path}?lang=en`)).body).toContain('What you told us first');
    const [{ number }] = (await app.db.asOwner<{ number: number }>('SELECT number FROM cases WHERE id = $1', [
      caseId,
    ])) as [{ number: number }];
    expect(page.body).toContain(`编号 ${number}`);
    expect(page.body).toMatch(/<li class="next">已解决/);
    const english = await reported([{ email: 'en@example.com', locale: 'en' }]);
    expect((await get(english.path)).body).toContain('<html lang="en">');
  });

  it('needs no script and allows none; it is not framed, cached or indexed', async () => {
    const { path } = await reported();
    const page = await get(path);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['x-robots-tag']).toContain('noindex');
    expect(page.headers['referrer-policy']).toBe('same-origin');
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(page.body).not.toMatch(/<script|javascript:|(src|href|action)="https?:/);
  });

  it('shows nothing of other reporters, notes, owners or masks', async () => {
    const { path, caseId, feedbackIds } = await reported([
      { email: 'mine@example.com', text: '我的话' },
      { email: 'other@example.com', text: '别人的话', name: '王别人' },
      { channel: 'review', unknown: true, text: '路人的话' },
    ]);
    await app.env.db.write((tx) => addNote(tx, app.env, { caseId, text: '内部备注不能外泄', mentions: [] } as never));
    await app.as.agent.call(sendReplyRoute, {
      params: { id: caseId },
      body: { text: '只给别人的回复', to: await keyOf('other') },
    });
    await app.as.agent.call(sendReplyRoute, {
      params: { id: caseId },
      body: { text: '给我的回复', to: await keyOf('mine') },
    });
    const { body } = await get(path);
    expect(body).toContain('我的话');
    expect(body).toContain('给我的回复');
    for (const secret of [
      '别人的话',
      '王别人',
      '路人的话',
      '内部备注',
      '只给别人的回复',
      'example.com',
      ...feedbackIds,
      caseId,
    ]) {
      expect(body).not.toContain(secret);
    }
    async function keyOf(who: string) {
      const rows = await app.db.asOwner<{ person_id: string }>(`SELECT person_id FROM feedback WHERE text = $1`, [
        who === 'mine' ? '我的话' : '别人的话',
      ]);
      return rows[0]!.person_id;
    }
  });

  it('escapes whatever was said', async () => {
    const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>"'</textarea>`;
    const { path, caseId } = await reported([{ email: 'evil@example.com', text: evil, name: evil }]);
    await app.as.agent.call(sendReplyRoute, { params: { id: caseId }, body: { text: evil } });
    await post(`${path}/messages`, { text: evil });
    const tooLong = await post(`${path}/messages`, { text: evil + 'x'.repeat(3000) });
    for (const body of [(await get(path)).body, tooLong.body]) {
      expect(body).not.toMatch(/<script|<img|onerror=alert\(1\)>/i);
      expect(body).toContain('&lt;script&gt;');
    }
  });

  it('shows our words as they were written, his own masked', async () => {
    const { path, caseId } = await reported();
    await app.as.agent.call(sendReplyRoute, { params: { id: caseId }, body: { text: '请寄到 400 客服 13900001111' } });
    await post(`${path}/messages`, { text: '我的电话是 13812345678' });
    const { body } = await get(path);
    expect(body).toContain('13900001111');
    expect(body).not.toContain('13812345678');
    expect(body).toContain('我的电话是 ［电话已隐去］');
  });

  it('follows the case: waiting, resolved, verified', async () => {
    const { path, caseId } = await reported();
    await app.as.agent.call(sendReplyRoute, {
      params: { id: caseId },
      body: { text: '请发照片', nextStatus: 'pending' },
    });
    expect((await get(path)).body).toContain('<h1>等您回复</h1>');
    later();
    await post(`${path}/messages`, { text: '照片发了' });
    expect(await statusOf(caseId)).toBe('open');
    expect((await get(path)).body).toContain('<h1>正在处理</h1>');
    later();
    await resolve(app, caseId);
    await app.settle();
    const { body } = await get(path);
    expect(body).toContain('<h1>已解决，您看好了吗？</h1>');
    expect(body).toContain('name="solved" value="yes"');
  });

  it('keeps its promise in sight and admits being late', async () => {
    const { path } = await reported();
    const { body } = await get(path);
    expect(body).toMatch(/class="promise">我们会在.+前答复您。/);
    later(30 * 86_400_000);
    expect((await get(path)).body).toMatch(/class="promise late">我们答应在/);
  });
});

describe('a link', () => {
  it('that is wrong, expired or revoked gives one and the same kind page', async () => {
    const { path, caseId, reporter } = await reported();
    const token = path.slice(3);
    const flipped = token[0] === 'a' ? `b${token.slice(1)}` : `a${token.slice(1)}`;
    const wrong = await get(`/s/${flipped}`);
    expect(wrong.statusCode).toBe(404);
    expect(wrong.body).toContain('这个链接打不开了');
    const pages = new Set([wrong.body]);
    for (const odd of ['x', '%00', '..%2f..%2fetc', `${token}x`, "'%20OR%201=1--", 'A'.repeat(200)]) {
      const page = await get(`/s/${odd}`);
      expect(page.statusCode).toBe(404);
      pages.add(page.body);
    }
    const revoked = await app.as.agent.call(revokeStatusLinkRoute, { params: { id: caseId, reporter } });
    expect(revoked.status).toBe(204);
    expect((await app.as.agent.call(revokeStatusLinkRoute, { params: { id: caseId, reporter } })).status).toBe(404);
    pages.add((await get(path)).body);
    expect((await post(`${path}/messages`, { text: 'x' })).statusCode).toBe(404);
    const again = await app.as.agent.call(shareStatusLinkRoute, { params: { id: caseId }, body: { reporter } });
    expect(again.body.path).not.toBe(path);
    expect((await get(again.body.path)).statusCode).toBe(200);
    later(181 * 86_400_000);
    pages.add((await get(again.body.path)).body);
    expect((await post(`${again.body.path}/verdict`, { solved: 'yes' })).statusCode).toBe(404);
    expect(pages.size).toBe(1);
    expect(await messages(caseId)).toEqual([]);
  });

  it('is the same each time, long, and kept only as a hash', async () => {
    const { path, caseId, reporter } = await reported();
    const again = await app.as.agent.call(shareStatusLinkRoute, { params: { id: caseId }, body: { reporter } });
    expect(again.body.path).toBe(path);
    expect(path).toMatch(/^\/s\/[\w-]{32}$/);
    const rows = await app.db.asOwner('SELECT * FROM status_links WHERE subject = $1', [caseId]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(path.slice(3));
  });

  it('is handed out only to who may, for who reported, in this shop', async () => {
    const { caseId, reporter } = await reported();
    const share = (caller: typeof app.stranger, who = reporter) =>
      caller.call(shareStatusLinkRoute, { params: { id: caseId }, body: { reporter: who } });
    expect((await share(app.stranger)).status).toBe(404);
    expect((await share(app.as.viewer)).status).toBe(403);
    expect((await share(app.nobody)).status).toBe(401);
    expect((await share(app.as.agent, 'per_somebody')).body.code).toBe('unknown_reporter');
    expect((await app.stranger.call(revokeStatusLinkRoute, { params: { id: caseId, reporter } })).status).toBe(404);
  });

  it('made for a voice before there is a case shows it, and the case once it is one', async () => {
    const { feedbackIds, caseId } = await reportCase(app, [{ channel: 'portal', unknown: true, text: '还没成为工单' }]);
    const subject = feedbackIds[0]!;
    const { path } = await app.env.db.write((tx) =>
      statusLinkFor(tx, app.product.tools.sealer, { subject, reporter: subject, now: app.clock.now, days: 10 }),
    );
    await app.db.asOwner('DELETE FROM case_feedback WHERE feedback_id = $1', [subject]);
    const before = await get(path);
    expect(before.body).toContain('还没成为工单');
    expect(before.body).not.toContain('<form');
    expect((await post(`${path}/messages`, { text: 'x' })).statusCode).toBe(404);
    await app.db.asOwner(
      `INSERT INTO case_feedback (workspace_id, case_id, feedback_id, how, joined_at) VALUES ($1, $2, $3, 'manual', now())`,
      [app.db.workspaceA, caseId, subject],
    );
    expect((await get(path)).body).toContain('<form');
  });

  it('shown to a reader marks what waited on the page as seen', async () => {
    const { path, caseId } = await reported([{ channel: 'portal' }]);
    await get(path);
    later();
    const reply = await app.as.agent.call(sendReplyRoute, { params: { id: caseId }, body: { text: '在页面上看' } });
    expect(reply.body.replies[0].way).toBe('page');
    const state = async () =>
      (await app.as.agent.call(caseConversationRoute, { params: { id: caseId } })).body.items[0].delivery.state;
    expect(await state()).toBe('waiting');
    await get(path);
    expect(await state()).toBe('seen');
  });
});
