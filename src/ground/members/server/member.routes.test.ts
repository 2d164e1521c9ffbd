// Signing in, links, roles and keys as callers meet them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setPassword, type TestApp, testApp } from '../../../../test/harness/app.ts';
import * as contract from '../core/member.contract.ts';
import { ensureWorkspace, ownerLink } from './first-run.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0]!;
const PASSWORD = 'a long enough password';

describe('the first owner', () => {
  it('comes in once by the printed link and by no other', async () => {
    const workspaceId = (await ensureWorkspace(app.db.database, 'fresh', app.clock.now, true))!;
    const spent = (await ownerLink(app.db.database, workspaceId, app.clock.now))!;
    const token = (await ownerLink(app.db.database, workspaceId, app.clock.now))!;
    const body = {
      email: 'Boss@Example.com',
      name: '林老板',
      password: PASSWORD,
      workspaceName: '林家铺子',
      locale: 'zh-CN',
    };
    const late = await app.nobody.call(contract.useInvitationRoute, { params: { token: spent }, body });
    expect([late.status, late.body.code]).toEqual([410, 'expired']);
    const short = await app.nobody.call(contract.useInvitationRoute, {
      params: { token },
      body: { ...body, password: 'short' },
    });
    expect([short.status, short.body.errors[0]]).toMatchObject([422, { path: 'password', code: 'password_too_short' }]);
    const nameless = await app.nobody.call(contract.useInvitationRoute, {
      params: { token },
      body: { ...body, email: undefined },
    });
    expect(nameless.body.code).toBe('missing_email');
    const seen = await app.nobody.call(contract.readInvitationRoute, { params: { token } });
    expect(seen.body).toMatchObject({ kind: 'first_owner' });
    const done = await app.nobody.call(contract.useInvitationRoute, { params: { token }, body });
    expect(done.body).toMatchObject({
      member: { role: 'owner', email: 'boss@example.com' },
      workspace: { name: '林家铺子' },
    });
    const again = await app.nobody.call(contract.useInvitationRoute, { params: { token }, body });
    expect(again.body.code).toBe('expired');
    expect(await ownerLink(app.db.database, workspaceId, app.clock.now)).toBeNull();
    const unknown = await app.nobody.call(contract.readInvitationRoute, { params: { token: 'x'.repeat(43) } });
    expect(unknown.status).toBe(404);
  });
});

describe('a session', () => {
  it('ends also the one that waits while its member is in the demo shop', async () => {
    const { memberId } = app.as.agent;
    const [row] = await app.db.asOwner<{ email: string }>('SELECT email FROM members WHERE id = $1', [memberId]);
    await setPassword(app, memberId, PASSWORD);
    const enter = () => app.nobody.call(contract.signInRoute, { body: { email: row!.email, password: PASSWORD } });
    const [inside, waiting] = [cookieOf((await enter()).headers), cookieOf((await enter()).headers)];
    const both = `${inside}; ${waiting.replace('huiyin_session', 'huiyin_home')}`;
    await app.nobody.call(contract.signOutRoute, { headers: { cookie: both, 'sec-fetch-site': 'same-origin' } });
    expect((await app.nobody.call(contract.readSessionRoute, { headers: { cookie: waiting } })).status).toBe(401);
  });

  it('starts with the right password and ends when asked', async () => {
    const { memberId } = app.as.agent;
    const [row] = await app.db.asOwner<{ email: string }>('SELECT email FROM members WHERE id = $1', [memberId]);
    await setPassword(app, memberId, PASSWORD);
    for (const body of [
      { email: row!.email, password: 'wrong' },
      { email: 'nobody@example.com', password: PASSWORD },
    ]) {
      const refused = await app.nobody.call(contract.signInRoute, { body });
      expect([refused.status, refused.body.code]).toEqual([401, 'wrong_credentials']);
    }
    const done = await app.nobody.call(contract.signInRoute, {
      body: { email: row!.email.toUpperCase(), password: PASSWORD },
    });
    expect(done.status).toBe(200);
    expect(String(done.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    const cookie = cookieOf(done.headers);
    const mine = await app.nobody.call(contract.readSessionRoute, { headers: { cookie } });
    expect(mine.body.member.id).toBe(memberId);
    const foreign = await app.nobody.call(contract.changeOwnRoute, {
      headers: { cookie, 'sec-fetch-site': 'cross-site' },
      body: { name: 'X' },
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_origin']);
    const silent = await app.nobody.call(contract.changeOwnRoute, { headers: { cookie }, body: { name: 'X' } });
    expect(silent.body.code).toBe('foreign_origin');
    const own = { cookie, 'sec-fetch-site': 'same-origin' };
    const renamed = await app.nobody.call(contract.changeOwnRoute, {
      headers: own,
      body: { name: '小周', locale: 'en' },
    });
    expect(renamed.body.member).toMatchObject({ name: '小周', locale: 'en' });
    const wrong = await app.nobody.call(contract.changeOwnRoute, {
      headers: own,
      body: { password: { current: 'no', next: 'another long password' } },
    });
    expect(wrong.body.code).toBe('wrong_credentials');
    expect((await app.nobody.call(contract.signOutRoute, { headers: own })).status).toBe(204);
    expect((await app.nobody.call(contract.readSessionRoute, { headers: { cookie } })).status).toBe(401);
  });
});

describe('members', () => {
  it('are invited by those who may, never above their own role', async () => {
    const body = { email: 'new@example.com', name: '新同事', role: 'agent', locale: 'zh-CN' };
    expect((await app.as.manager.call(contract.inviteMemberRoute, { body })).status).toBe(403);
    const above = await app.as.admin.call(contract.inviteMemberRoute, { body: { ...body, role: 'owner' } });
    expect(above.body.code).toBe('role_above_own');
    const made = await app.as.admin.call(contract.inviteMemberRoute, { body });
    expect(made.status).toBe(201);
    const twice = await app.as.admin.call(contract.inviteMemberRoute, { body });
    expect(twice.body.code).toBe('email_taken');
    const token = made.body.link.split('/').at(-1);
    const joined = await app.nobody.call(contract.useInvitationRoute, {
      params: { token },
      body: { password: PASSWORD },
    });
    expect(joined.body.member).toMatchObject({ email: 'new@example.com', role: 'agent' });
    const [letter] = await app.db.asOwner<{ state: string; to_sealed: string; to_hint: string }>(
      "SELECT * FROM mails WHERE dedupe_key LIKE 'invitation:%'",
    );
    expect(letter).toMatchObject({ state: 'kept', to_hint: 'n***@example.com' });
    expect(letter!.to_sealed).not.toContain('new@example.com');
  });

  it('keep at least one owner', async () => {
    const owners = (await app.as.owner.call(contract.listMembersRoute)).body.items.filter(
      (row: { role: string }) => row.role === 'owner',
    );
    expect(owners).toHaveLength(1);
    for (const body of [{ role: 'admin' }, { state: 'disabled' }]) {
      const answer = await app.as.owner.call(contract.changeMemberRoute, { params: { id: owners[0].id }, body });
      expect([answer.status, answer.body.code]).toEqual([409, 'last_owner']);
    }
    const above = await app.as.admin.call(contract.changeMemberRoute, {
      params: { id: owners[0].id },
      body: { state: 'disabled' },
    });
    expect(above.body.code).toBe('role_above_own');
  });

  it('lose their sessions with their place', async () => {
    const { memberId } = app.as.host;
    const reset = await app.as.admin.call(contract.resetMemberRoute, { params: { id: memberId } });
    const token = reset.body.link.split('/').at(-1);
    const signedIn = await app.nobody.call(contract.useInvitationRoute, {
      params: { token },
      body: { password: PASSWORD },
    });
    const cookie = cookieOf(signedIn.headers);
    expect((await app.nobody.call(contract.readSessionRoute, { headers: { cookie } })).status).toBe(200);
    await app.as.admin.call(contract.changeMemberRoute, { params: { id: memberId }, body: { state: 'disabled' } });
    expect((await app.nobody.call(contract.readSessionRoute, { headers: { cookie } })).status).toBe(401);
  });

  it('are not found across the wall', async () => {
    const id = app.as.agent.memberId;
    expect(
      (await app.stranger.call(contract.changeMemberRoute, { params: { id }, body: { state: 'disabled' } })).status,
    ).toBe(404);
    expect((await app.stranger.call(contract.resetMemberRoute, { params: { id } })).status).toBe(404);
    const list = await app.stranger.call(contract.listMembersRoute);
    expect(list.body.items.map((row: { id: string }) => row.id)).not.toContain(id);
  });
});

describe('keys', () => {
  it('work within role and scopes until revoked, and are shown once', async () => {
    const made = await app.as.admin.call(contract.createKeyRoute, {
      body: { name: '店铺同步', role: 'agent', scopes: ['feedback.*'] },
    });
    expect(made.body.secret).toMatch(/^hyk_/);
    const headers = { authorization: `Bearer ${made.body.secret}` };
    const session = await app.nobody.call(contract.readSessionRoute, { headers });
    expect(session.body.permissions).toContain('feedback.write');
    expect(session.body.permissions).not.toContain('case.work');
    const list = await app.as.admin.call(contract.listKeysRoute, { query: { limit: 200 } });
    expect(JSON.stringify(list.body)).not.toContain(made.body.secret);
    const [stored] = await app.db.asOwner<{ secret_hash: string }>('SELECT secret_hash FROM api_keys WHERE id = $1', [
      made.body.key.id,
    ]);
    expect(stored!.secret_hash).not.toContain(made.body.secret.slice(4, 20));
    expect((await app.stranger.call(contract.revokeKeyRoute, { params: { id: made.body.key.id } })).status).toBe(404);
    expect((await app.as.admin.call(contract.revokeKeyRoute, { params: { id: made.body.key.id } })).status).toBe(200);
    expect((await app.nobody.call(contract.readSessionRoute, { headers })).status).toBe(401);
    const again = await app.as.admin.call(contract.revokeKeyRoute, { params: { id: made.body.key.id } });
    expect(again.body.code).toBe('already_revoked');
    const odd = await app.as.admin.call(contract.createKeyRoute, { body: { name: 'x', scopes: ['everything'] } });
    expect([odd.status, odd.body.code, odd.body.errors[0].path]).toEqual([422, 'unknown_scope', 'scopes.0']);
  });
});

describe('the workspace', () => {
  it('is renamed by an admin, with a time zone that exists', async () => {
    const wrong = await app.as.admin.call(contract.changeWorkspaceRoute, { body: { timeZone: 'Mars/Olympus' } });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'unknown_time_zone']);
    const done = await app.as.admin.call(contract.changeWorkspaceRoute, {
      body: { name: '花间美妆', timeZone: 'Asia/Tokyo' },
    });
    expect(done.body).toMatchObject({ name: '花间美妆', timeZone: 'Asia/Tokyo' });
    expect((await app.as.agent.call(contract.changeWorkspaceRoute, { body: { name: 'x' } })).status).toBe(403);
    const theirs = await app.stranger.call(contract.readWorkspaceRoute);
    expect(theirs.body.name).not.toBe('花间美妆');
  });
});
