// Proves that a reporter gives and takes back the name he is thanked by, on his own page and nowhere else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { reportCase } from '../../../../../test/harness/reported-case.ts';
import { shareStatusLinkRoute } from '../../links/core/link.contract.ts';

let app: TestApp;
let path: string;
let personId: string;
beforeAll(async () => {
  app = await testApp();
  const made = await reportCase(app, [{ email: 'thanks@example.com' }]);
  personId = made.personIds[0]!;
  const body = { reporter: personId };
  path = (await app.as.agent.call(shareStatusLinkRoute, { params: { id: made.caseId }, body })).body.path as string;
});
afterAll(() => app.close());

let seen = 0;
const post = (form: Record<string, string>, site = 'same-origin', where = path) => {
  seen += 1;
  return app.product.app.inject({
    method: 'POST',
    url: `${where}/thanks?lang=en`,
    remoteAddress: `10.2.0.${seen}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': site },
    payload: new URLSearchParams(form).toString(),
  });
};
const kept = async () =>
  (
    await app.db.asOwner<{ nickname: string | null; at: Date | null }>(
      'SELECT nickname, thanks_consent_at AS at FROM people WHERE id = $1',
      [personId],
    )
  )[0]!;

describe('thanks', () => {
  it('are offered, agreed to and taken back', async () => {
    expect((await app.product.app.inject({ url: `${path}?lang=en` })).body).toContain('May we thank you in public?');
    const given = await post({ nickname: ' Little  Cloud ' });
    expect(given.statusCode).toBe(303);
    expect(given.headers.location).toBe(`${path}?thanks=thanked&lang=en#thanks`);
    expect((await kept()).nickname).toBe('Little Cloud');
    const page = (await app.product.app.inject({ url: `${path}?lang=en&thanks=thanked` })).body;
    expect(page).toContain('We thank you as Little Cloud');
    expect(page).toContain('This is how we will call you.');
    expect((await post({ withdraw: 'yes' })).headers.location).toContain('thanks=unthanked');
    expect(await kept()).toEqual({ nickname: null, at: null });
    const told = await app.db.asOwner<{ data: object }>(
      `SELECT data FROM events WHERE subject = $1 AND type = 'thanks.consented' ORDER BY seq`,
      [personId],
    );
    expect(told.map((event) => event.data)).toEqual([{ consented: true }, { consented: false }]);
  });

  it('are refused under a name that would find him, insult others or speak for the shop', async () => {
    for (const [nickname, code] of [
      ['13800138000', 'personal_nickname'],
      ['官方客服', 'reserved_nickname'],
      ['<script>', 'invalid_nickname'],
      ['', 'missing_nickname'],
    ] as const) {
      expect((await post({ nickname })).headers.location, nickname).toContain(`thanks=${code}`);
    }
    expect((await kept()).nickname).toBeNull();
    const page = (await app.product.app.inject({ url: `${path}?lang=en&thanks=personal_nickname` })).body;
    expect(page).toContain('This looks like a phone number');
  });

  it('take no word from another site or a wrong link', async () => {
    expect((await post({ nickname: 'Mia' }, 'cross-site')).statusCode).toBe(403);
    expect((await post({ nickname: 'Mia' }, 'same-origin', '/s/wrong')).statusCode).toBe(404);
    expect((await kept()).nickname).toBeNull();
  });
});
