// Guessing passwords, riding on somebody's session, keys that would grow: what an attacker tries at the door.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setPassword, type TestApp, testApp } from '../../../../test/harness/app.ts';
import * as contract from '../core/member.contract.ts';
import { FAILURE_WINDOW_MS, MAX_FAILURES } from '../core/sign-in-guard.ts';
import { memberSweeps } from './member.jobs.ts';
import { SESSION_MS } from './verbs/sign-in.ts';

let app: TestApp;
const PASSWORD = 'a long enough password';
beforeAll(async () => {
  app = await testApp({ environment: { HUIYIN_PUBLIC_URL: 'https://voice.example' } });
});
afterAll(() => app.close());

let lastByte = 0;
/** Every try comes from another address, so that only the name can slow it down. */
const signIn = (email: string, password: string, headers: Record<string, string> = {}) => {
  lastByte += 1;
  return app.product.app.inject({
    method: 'POST',
    url: contract.signInRoute.path,
    remoteAddress: `203.0.113.${lastByte % 250}`,
    headers: { 'accept-language': 'en', ...headers },
    payload: { email, password },
  });
};
const emailOf = async (id: string) =>
  (await app.db.asOwner<{ email: string }>('SELECT email FROM members WHERE id = $1', [id]))[0]!.email;
const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0]!;
const session = (cookie: string) => app.nobody.call(contract.readSessionRoute, { headers: { cookie } });

describe('guessing', () => {
  it('one member’s password from many addresses is slowed down, for that member only, and not for ever', async () => {
    const { memberId } = app.as.agent;
    const email = await emailOf(memberId);
    await setPassword(app, memberId, PASSWORD);
    for (let index = 0; index < MAX_FAILURES; index += 1)
      expect((await signIn(index % 2 ? email : ` ${email.toUpperCase()}`, 'wrong')).statusCode).toBe(401);
    const slowed = await signIn(email, PASSWORD);
    expect([slowed.statusCode, slowed.json().code]).toEqual([429, 'too_many_requests']);
    expect(Number(slowed.headers['retry-after'])).toBe(FAILURE_WINDOW_MS / 1000);
    await setPassword(app, app.as.manager.memberId, PASSWORD);
    expect((await signIn(await emailOf(app.as.manager.memberId), PASSWORD)).statusCode).toBe(200);
    app.clock.now = new Date(app.clock.now.getTime() + FAILURE_WINDOW_MS);
    expect((await signIn(email, PASSWORD)).statusCode).toBe(200);
  });

  it('names that do not exist is slowed down as well, so that nobody learns which do', async () => {
    for (let index = 0; index < MAX_FAILURES; index += 1)
      expect((await signIn('ghost@example.com', 'wrong')).statusCode).toBe(401);
    expect((await signIn('ghost@example.com', 'wrong')).statusCode).toBe(429);
  });

  it('many at once gets no more tries than one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: MAX_FAILURES + 10 }, () => signIn('many@example.com', 'wrong')),
    );
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(MAX_FAILURES);
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(10);
  });

  it('costs the same time for a name that exists and one that does not', async () => {
    const email = await emailOf(app.as.analyst.memberId);
    await setPassword(app, app.as.analyst.memberId, PASSWORD);
    const spend = async (name: string) => {
      const times: number[] = [];
      for (let index = 0; index < 5; index += 1) {
        const started = performance.now();
        await signIn(name, 'wrong');
        times.push(performance.now() - started);
      }
      return times.sort((one, other) => one - other)[2]!;
    };
    await spend('warm-up@example.com');
    const [known, unknown] = [await spend(email), await spend('unknown@example.com')];
    // Without the dummy check the unknown name would be answered some fifty times faster; noise does not do that.
    expect(unknown / known).toBeGreaterThan(0.1);
    expect(unknown / known).toBeLessThan(10);
  });

  it('the current password at an open screen is slowed down too', async () => {
    const { memberId } = app.as.host;
    await setPassword(app, memberId, PASSWORD);
    const cookie = cookieOf((await signIn(await emailOf(memberId), PASSWORD)).headers);
    const change = (current: string) =>
      app.nobody.call(contract.changeOwnRoute, {
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body: { password: { current, next: 'another long password' } },
      });
    for (let index = 0; index < MAX_FAILURES; index += 1) expect((await change('guess')).status).toBe(401);
    expect((await change(PASSWORD)).status).toBe(429);
  });

  it('takes a password of 200 characters and refuses longer ones before they cost anything', async () => {
    const { memberId } = app.as.admin;
    const long = '密'.repeat(200);
    await setPassword(app, memberId, long);
    const email = await emailOf(memberId);
    expect((await signIn(email, long)).statusCode).toBe(200);
    expect((await signIn(email, `${long}x`)).statusCode).toBe(422);
    expect((await signIn(email, `${long.slice(0, -1)}蜜`)).statusCode).toBe(401);
    expect((await signIn('\0', '\0')).statusCode).toBe(401);
  });
});

describe('a session', () => {
  it('is never the one the browser came with, and is sent only over TLS where the address says so', async () => {
    const email = await emailOf(app.as.manager.memberId);
    await setPassword(app, app.as.manager.memberId, PASSWORD);
    const planted = `huiyin_session=${'p'.repeat(43)}`;
    const answer = await signIn(email, PASSWORD, { cookie: planted, 'sec-fetch-site': 'same-origin' });
    expect(answer.statusCode).toBe(200);
    expect(cookieOf(answer.headers)).not.toBe(planted);
    expect(String(answer.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax/);
    expect((await session(planted)).status).toBe(401);
    const key = await app.nobody.call(contract.readSessionRoute, {
      headers: { cookie: `huiyin_session=${app.as.owner.secret}` },
    });
    expect(key.status).toBe(401);
  });

  it('cannot be started by another site, whatever it posts', async () => {
    const email = await emailOf(app.as.manager.memberId);
    const foreign = await signIn(email, PASSWORD, { 'sec-fetch-site': 'cross-site' });
    expect([foreign.statusCode, foreign.json().code]).toEqual([403, 'foreign_origin']);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await app.product.app.inject({
        method: 'POST',
        url: contract.signInRoute.path,
        headers: { 'content-type': type },
        payload: type === 'text/plain' ? JSON.stringify({ email, password: PASSWORD }) : `email=${email}&password=x`,
      });
      expect([type, answer.statusCode]).toEqual([type, 415]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('ends by the clock, by a lost place, and for good when swept', async () => {
    const { memberId } = app.as.manager;
    const cookie = cookieOf((await signIn(await emailOf(memberId), PASSWORD)).headers);
    expect((await session(cookie)).status).toBe(200);
    const start = app.clock.now.getTime();
    app.clock.now = new Date(start + SESSION_MS - 1);
    expect((await session(cookie)).status).toBe(200);
    app.clock.now = new Date(start + SESSION_MS);
    expect((await session(cookie)).status).toBe(401);
    const fresh = cookieOf((await signIn(await emailOf(memberId), PASSWORD)).headers);
    await memberSweeps(app.db.database)[0]!.run(new Date(app.clock.now.getTime() + 1));
    expect((await session(fresh)).status).toBe(200);
    const [left] = await app.db.asOwner<{ n: number }>(
      'SELECT count(*)::int AS n FROM sessions WHERE expires_at < $1',
      [app.clock.now],
    );
    expect(left!.n).toBe(0);
    await app.db.asOwner("UPDATE members SET state = 'disabled' WHERE id = $1", [memberId]);
    app.clock.now = new Date(app.clock.now.getTime() + 3000);
    expect((await session(fresh)).status).toBe(401);
    expect((await signIn(await emailOf(memberId), PASSWORD)).statusCode).toBe(401);
    await app.db.asOwner("UPDATE members SET state = 'active' WHERE id = $1", [memberId]);
  });
});

describe('a key', () => {
  const make = async (body: object) =>
    (await app.as.admin.call(contract.createKeyRoute, { body })).body.secret as string;
  const withKey = (secret: string) => ({ headers: { authorization: `Bearer ${secret}` } });

  it('ends by the clock and at once when revoked, although callers are remembered for a moment', async () => {
    const expiresAt = new Date(app.clock.now.getTime() + 1000).toISOString();
    const secret = await make({ name: 'short', role: 'agent', expiresAt });
    expect((await app.nobody.call(contract.readSessionRoute, withKey(secret))).status).toBe(200);
    app.clock.now = new Date(app.clock.now.getTime() + 1000);
    expect((await app.nobody.call(contract.readSessionRoute, withKey(secret))).status).toBe(401);
    const made = await app.as.admin.call(contract.createKeyRoute, { body: { name: 'x', role: 'agent' } });
    expect((await app.nobody.call(contract.readSessionRoute, withKey(made.body.secret))).status).toBe(200);
    await app.db.asOwner('UPDATE api_keys SET revoked_at = $1 WHERE id = $2', [app.clock.now, made.body.key.id]);
    expect((await app.nobody.call(contract.readSessionRoute, withKey(made.body.secret))).status).toBe(200);
    app.clock.now = new Date(app.clock.now.getTime() + 3000);
    expect((await app.nobody.call(contract.readSessionRoute, withKey(made.body.secret))).status).toBe(401);
  });

  it('narrowed to a few things cannot make a wider one, invite, promote or reset anybody above itself', async () => {
    const secret = await make({ name: 'narrow', role: 'admin', scopes: ['key.*', 'member.*', 'feedback.read'] });
    const create = (body: object) =>
      app.nobody.call(contract.createKeyRoute, { body: { name: 'n', ...body }, ...withKey(secret) });
    for (const body of [
      { role: 'admin' },
      { role: 'agent' },
      { role: 'admin', scopes: ['*'] },
      { role: 'admin', scopes: ['case.work'] },
    ])
      expect([body, (await create(body)).body.code]).toEqual([body, 'role_above_own']);
    expect((await create({ role: 'admin', scopes: ['feedback.read'] })).status).toBe(201);
    const invite = { email: 'friend@example.com', name: 'F', role: 'admin' };
    const invited = await app.nobody.call(contract.inviteMemberRoute, { body: invite, ...withKey(secret) });
    expect(invited.body.code).toBe('role_above_own');
    const params = { id: app.as.viewer.memberId };
    const promoted = await app.nobody.call(contract.changeMemberRoute, {
      params,
      body: { role: 'admin' },
      ...withKey(secret),
    });
    expect(promoted.body.code).toBe('role_above_own');
    const reset = await app.nobody.call(contract.resetMemberRoute, {
      params: { id: app.as.admin.memberId },
      ...withKey(secret),
    });
    expect(reset.body.code).toBe('role_above_own');
  });
});

describe('an address', () => {
  it('is the same member however it is written, and another where it only looks the same', async () => {
    const invite = (email: string) =>
      app.as.admin.call(contract.inviteMemberRoute, { body: { email, name: 'N', role: 'viewer' } });
    expect((await invite('Wang@Example.com')).status).toBe(201);
    expect((await invite('wang@example.COM')).body.code).toBe('email_taken');
    for (const odd of [
      'ｗang@example.com',
      'w\u0430ng@example.com',
      'wang@example.com\n',
      'wang@exa mple.com',
      'wang@example.com, x@y.z',
    ])
      expect([odd, (await invite(odd)).status]).toEqual([odd, 422]);
  });
});
