// Proves the way from resolved to verified with the whole product: confirmations, disputes, ratings, repeats, windows, hands.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { addJudged } from '../../../../../test/harness/judged-feedback.ts';
import { type ReporterInput, reportCase, resolve } from '../../../../../test/harness/reported-case.ts';
import { tell } from '../../../../ground/env.ts';
import { closeCaseRoute, reopenCaseRoute, verifyCaseRoute } from '../../../act/cases/core/case-routes.contract.ts';
import { envInside } from '../../../act/cases/server/door.ts';
import { callbackDone } from '../../../answer/callbacks/core/callback.contract.ts';
import { shareStatusLinkRoute } from '../../../answer/links/core/link.contract.ts';
import { feedbackJudged } from '../../../understand/judgement/core/judgement.contract.ts';
import { closeQuestions } from '../../ratings/server/rating.jobs.ts';
import { ratingToken } from '../../ratings/server/token.ts';
import {
  type CaseRounds,
  caseRoundsRoute,
  gateSummaryRoute,
  getGateSettingsRoute,
  listRepeatsRoute,
  listRoundsRoute,
  setGateSettingsRoute,
} from '../core/gate.contract.ts';
import { gateKeeper } from './door.ts';
import { sweepGate } from './gate.jobs.ts';

const DAY = 86_400_000;
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const later = (ms: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
};
let address = 0;
const post = (url: string, form: Record<string, string>) => {
  address += 1;
  return app.product.app.inject({
    method: 'POST',
    url,
    remoteAddress: `10.2.${Math.floor(address / 250)}.${address % 250}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(form).toString(),
  });
};
async function resolved(reporters: ReporterInput[] = [{ email: `g${Math.random()}@example.com` }], theme?: string) {
  const made = await reportCase(app, reporters, theme);
  await resolve(app, made.caseId);
  await app.settle();
  later(60_000);
  return made;
}
async function pageOf(caseId: string, reporter: string): Promise<string> {
  return (await app.as.agent.call(shareStatusLinkRoute, { params: { id: caseId }, body: { reporter } })).body.path;
}
async function ratingPath(caseId: string, reporter: string): Promise<string> {
  const [row] = await app.db.asOwner<{ id: string }>(
    'SELECT id FROM ratings WHERE case_id = $1 AND reporter = $2 ORDER BY resolution DESC LIMIT 1',
    [caseId, reporter],
  );
  return `/r/${ratingToken(app.product.tools.sealer, app.db.workspaceA, row!.id).token}`;
}
async function rounds(id: string): Promise<CaseRounds['rounds']> {
  return (await app.as.agent.call(caseRoundsRoute, { params: { id } })).body.rounds;
}
const statusOf = async (caseId: string) =>
  (await app.db.asOwner<{ status: string }>('SELECT status FROM cases WHERE id = $1', [caseId]))[0]!.status;
const told = async (caseId: string, type: string) =>
  (
    await app.db.asOwner<{ data: Record<string, unknown> }>(
      'SELECT data FROM events WHERE subject = $1 AND type = $2 ORDER BY seq',
      [caseId, type],
    )
  ).map((row) => row.data);
const sweep = () => sweepGate(app.product.tools.database, app.clock.now);

describe('confirmed', () => {
  it('by the one who reported it: verified at once, and his page says so', async () => {
    const { caseId, personIds } = await resolved();
    const path = await pageOf(caseId, personIds[0]!);
    await post(`${path}/verdict`, { solved: 'yes' });
    await app.settle();
    expect(await statusOf(caseId)).toBe('verified');
    expect(await told(caseId, 'fix.verified')).toMatchObject([{ round: 1, how: 'person' }]);
    expect(await told(caseId, 'case.verified')).toHaveLength(1);
    const page = await app.product.app.inject({ url: `${path}?lang=en` });
    expect(page.body).toContain('Resolved, and checked');
    const [round] = await rounds(caseId);
    expect(round).toMatchObject({ round: 1, state: 'verified', how: 'person', known: 1, needed: 1 });
    expect(round!.evidence.map((one) => one.kind)).toEqual(['confirmed']);
    expect(round!.evidence[0]!.who).toBe('林小满');
  });

  it('by a good score, once', async () => {
    const { caseId, personIds } = await resolved();
    const path = await ratingPath(caseId, personIds[0]!);
    await post(path, { score: '4' });
    await post(path, { score: '5' });
    await app.settle();
    expect(await statusOf(caseId)).toBe('verified');
    expect(await told(caseId, 'fix.verified')).toMatchObject([{ round: 1, how: 'rating' }]);
  });

  it('by a call-back; one that reached nobody decides nothing', async () => {
    const { caseId, personIds } = await resolved();
    const call = (outcome: 'fixed' | 'not_fixed' | 'unreachable') =>
      app.env.db.write((tx) =>
        tell(tx, envInside(tx, app.clock.now, 'test'), callbackDone, {
          subject: caseId,
          data: {
            callbackId: 'cbk',
            outcome,
            personId: personIds[0]!,
            resolution: 1,
            note: '听起来很满意',
            feedbackId: null,
          },
        }),
      );
    await call('unreachable');
    await app.settle();
    expect(await statusOf(caseId)).toBe('resolved');
    await call('fixed');
    await app.settle();
    expect(await told(caseId, 'fix.verified')).toMatchObject([{ how: 'callback' }]);
    later(1000);
    await call('not_fixed');
    await app.settle();
    expect(await statusOf(caseId)).toBe('open');
    expect((await rounds(caseId))[0]).toMatchObject({ state: 'disputed', how: 'callback' });
  });

  it('by half of several, not by one of three', async () => {
    const { caseId, personIds } = await resolved([
      { email: 'm1@example.com' },
      { email: 'm2@example.com' },
      { email: 'm3@example.com' },
    ]);
    await post(`${await pageOf(caseId, personIds[0]!)}/verdict`, { solved: 'yes' });
    await app.settle();
    expect(await statusOf(caseId)).toBe('resolved');
    expect((await rounds(caseId))[0]).toMatchObject({ state: 'waiting', confirmations: 1, needed: 2, reporters: 3 });
    await post(await ratingPath(caseId, personIds[1]!), { score: '5' });
    await app.settle();
    expect(await statusOf(caseId)).toBe('verified');
  });
});

describe('disputed', () => {
  it('opens the case again; the second round can be verified', async () => {
    const { caseId, personIds } = await resolved();
    const path = await pageOf(caseId, personIds[0]!);
    await post(`${path}/verdict`, { solved: 'no', text: '还是漏' });
    await app.settle();
    expect(await statusOf(caseId)).toBe('open');
    expect(await told(caseId, 'fix.disputed')).toMatchObject([{ round: 1, how: 'person', carriedOnId: null }]);
    await sweep();
    later(DAY);
    await resolve(app, caseId);
    await app.settle();
    later(60_000);
    await post(`${path}/verdict`, { solved: 'yes' });
    await app.settle();
    expect(await statusOf(caseId)).toBe('verified');
    expect((await rounds(caseId)).map(({ round, state, how }) => [round, state, how])).toEqual([
      [1, 'disputed', 'person'],
      [2, 'verified', 'person'],
    ]);
    expect(await told(caseId, 'fix.verified')).toMatchObject([{ round: 2 }]);
  });

  it('by a low score: opened again and alarmed once, however often it is sent', async () => {
    const { caseId, personIds } = await resolved();
    const path = await ratingPath(caseId, personIds[0]!);
    await post(path, { score: '1', comment: '根本没解决，电话 13812345678' });
    await post(path, { score: '2', comment: '根本没解决，电话 13812345678' });
    await app.settle();
    expect(await statusOf(caseId)).toBe('open');
    expect(await told(caseId, 'case.reopened')).toMatchObject([{ by: 'rating' }]);
    expect(await told(caseId, 'rating.alarmed')).toMatchObject([{ score: 1, reopened: true }]);
    expect(await told(caseId, 'fix.disputed')).toMatchObject([{ how: 'rating' }]);
    const bells = await app.db.asOwner<{ member_id: string }>(
      `SELECT member_id FROM notifications WHERE case_id = $1 AND kind = 'rated_low'`,
      [caseId],
    );
    expect(bells.length).toBeGreaterThan(0);
    expect(new Set(bells.map((row) => row.member_id)).size).toBe(bells.length);
    const words = await app.db.asOwner<{ body: string }>(
      `SELECT body FROM messages WHERE case_id = $1 AND kind = 'message'`,
      [caseId],
    );
    expect(words.map((row) => row.body)).toEqual(['根本没解决，电话 [phone]']);
    // His words joined the conversation and opened nothing of their own.
    const cases = await app.db.asOwner('SELECT 1 FROM cases WHERE person_id = $1', [personIds[0]!]);
    expect(cases).toHaveLength(1);
  });

  it('by the same complaint of the same person within the window, in the case or in the one that carries on', async () => {
    const theme = 'logistics.late';
    const made = await resolved([{ email: 'again@example.com' }], theme);
    await complain(made.personIds[0]!, theme);
    // Either he was heard before a rule opened a case for it, or that case carries on: one open case in the end.
    const open = await app.db.asOwner<{ id: string }>('SELECT id FROM cases WHERE person_id = $1 AND is_open', [
      made.personIds[0]!,
    ]);
    expect(open).toHaveLength(1);
    expect((await rounds(open[0]!.id))[0]).toMatchObject({ round: 1, state: 'disputed', how: 'repeat' });

    const other = await resolved([{ email: 'twin@example.com' }], theme);
    const twin = await reportAgain(other.personIds[0]!, theme);
    await complain(other.personIds[0]!, theme);
    const [row] = await app.db.asOwner<{ merged_into: string }>('SELECT merged_into FROM cases WHERE id = $1', [
      other.caseId,
    ]);
    expect(row!.merged_into).toBe(twin);
    expect(await told(other.caseId, 'fix.disputed')).toMatchObject([{ how: 'repeat', carriedOnId: twin }]);
    await resolve(app, twin);
    await app.settle();
    expect((await rounds(twin)).map(({ round, state }) => [round, state])).toEqual([
      [1, 'disputed'],
      [2, 'waiting'],
    ]);
  });

  it('not by praise, by another theme, by what was said before, or after the window', async () => {
    const theme = 'quality.defect';
    const made = await resolved([{ email: 'calm@example.com' }], theme);
    const person = made.personIds[0]!;
    await complain(person, 'price.high');
    await complain(person, theme, { sentiment: 'positive', class: 'positive', intents: ['praise'] });
    await complain(person, theme, { occurredAt: new Date(app.clock.now.getTime() - 2 * DAY) });
    expect(await statusOf(made.caseId)).toBe('resolved');
    later(8 * DAY);
    await sweep();
    await app.settle();
    expect(await statusOf(made.caseId)).toBe('verified');
    await complain(person, theme);
    expect(await statusOf(made.caseId)).toBe('verified');
    // It counts as a repeat all the same.
    const repeats = await app.as.agent.call(listRepeatsRoute, { query: { theme } });
    expect(repeats.body.items).toMatchObject([{ case: { id: made.caseId }, daysAfter: 8 }]);
    expect(repeats.body.items[0].feedback.text).toContain('又坏了');
  });
});

async function complain(personId: string, theme: string, more: object = {}) {
  const ids = await addJudged(app.db, [
    {
      channel: 'email',
      personId,
      text: '又坏了',
      themes: [theme],
      sentiment: 'negative',
      class: 'negative',
      intents: ['complain'],
      occurredAt: app.clock.now,
      ...more,
    } as never,
  ]);
  await app.env.db.write((tx) =>
    tell(tx, envInside(tx, app.clock.now, 'test'), feedbackJudged, {
      subject: null,
      data: { feedbackIds: ids, engine: 'test', again: false },
    }),
  );
  await app.settle();
}

async function reportAgain(personId: string, theme: string): Promise<string> {
  const { openCase } = await import('../../../act/cases/server/door.ts');
  const [id] = await addJudged(app.db, [
    { channel: 'email', personId, text: '又来了', themes: [theme], occurredAt: app.clock.now },
  ]);
  const opened = await app.env.db.write((tx) => openCase(tx, app.env, { feedbackIds: [id!], theme }));
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value.id;
}

describe('time', () => {
  it('verifies when the window passed with no repeat, by the rules of the day of resolution', async () => {
    const early = await resolved();
    await app.as.manager.call(setGateSettingsRoute, {
      body: { ...(await settings()), windowDays: 2, themeWindows: [{ theme: 'logistics.lost', days: 20 }] },
    });
    const short = await resolved();
    const long = await resolved([{ email: 'slow@example.com' }], 'logistics.lost');
    later(3 * DAY);
    await sweep();
    expect([await statusOf(early.caseId), await statusOf(short.caseId), await statusOf(long.caseId)]).toEqual([
      'resolved',
      'verified',
      'resolved',
    ]);
    later(5 * DAY);
    expect(await sweep()).toBeGreaterThan(0);
    expect(await sweep()).toBe(0);
    expect([await statusOf(early.caseId), await statusOf(long.caseId)]).toEqual(['verified', 'resolved']);
    expect(await told(early.caseId, 'fix.verified')).toMatchObject([{ how: 'window' }]);
    await app.as.manager.call(setGateSettingsRoute, {
      body: { ...(await settings()), windowDays: 7, themeWindows: [] },
    });
  });

  it('closes what was verified long enough ago, if that is wanted', async () => {
    await app.as.manager.call(setGateSettingsRoute, { body: { ...(await settings()), closeAfterDays: 3 } });
    const { caseId, personIds } = await resolved();
    await app.as.manager.call(setGateSettingsRoute, { body: { ...(await settings()), closeAfterDays: null } });
    await post(`${await pageOf(caseId, personIds[0]!)}/verdict`, { solved: 'yes' });
    await app.settle();
    later(2 * DAY);
    await sweep();
    expect(await statusOf(caseId)).toBe('verified');
    later(2 * DAY);
    await sweep();
    await app.settle();
    expect(await statusOf(caseId)).toBe('closed');
    expect((await rounds(caseId))[0]).toMatchObject({ state: 'verified' });
  });

  it('cannot tell where nobody is known and others said the same again', async () => {
    const theme = 'fake';
    const silent = await resolved([{ channel: 'review', unknown: true, text: '没发货' }], 'logistics.slow');
    const loud = await resolved([{ channel: 'review', unknown: true, text: '假货' }], theme);
    const [{ product_id }] = (await app.db.asOwner<{ product_id: string }>(
      'SELECT product_id FROM cases WHERE id = $1',
      [loud.caseId],
    )) as [{ product_id: string }];
    const again = await reportCase(app, [{ channel: 'review', unknown: true, text: '也是假货' }], theme);
    await app.db.asOwner('UPDATE cases SET product_id = $1 WHERE id = $2', [product_id, again.caseId]);
    later(8 * DAY);
    await sweep();
    await app.settle();
    expect(await statusOf(silent.caseId)).toBe('verified');
    expect(await statusOf(loud.caseId)).toBe('resolved');
    expect((await rounds(loud.caseId))[0]).toMatchObject({ state: 'unclear', known: 0 });
    expect((await rounds(loud.caseId))[0]!.evidence).toMatchObject([{ kind: 'said_again', note: '1' }]);
    expect(await told(loud.caseId, 'fix.unclear')).toHaveLength(1);
    await app.as.manager.call(verifyCaseRoute, {
      params: { id: loud.caseId },
      body: { reason: '抽查了三件，都是真的' },
    });
    await app.settle();
    expect((await rounds(loud.caseId))[0]).toMatchObject({ state: 'verified', how: 'member' });
  });
});

describe('members', () => {
  it('verify by hand only with a reason, which stays with their name', async () => {
    const { caseId } = await resolved();
    const hand = (role: 'agent' | 'manager', body: unknown) =>
      app.as[role].call(verifyCaseRoute, { params: { id: caseId }, body });
    expect((await hand('agent', { reason: '问过' })).status).toBe(403);
    expect((await hand('manager', {})).status).toBe(422);
    expect((await hand('manager', { reason: '  ' })).status).toBe(422);
    expect((await hand('manager', { reason: '电话问过，好了' })).body).toMatchObject({ status: 'verified' });
    expect((await hand('manager', { reason: '再来' })).body).toMatchObject({ code: 'already_verified' });
    await app.settle();
    expect(await told(caseId, 'fix.verified')).toMatchObject([{ how: 'member', reason: '电话问过，好了' }]);
    const [round] = await rounds(caseId);
    expect(round!.evidence).toMatchObject([{ kind: 'verified_by_member', note: '电话问过，好了' }]);
  });

  it('withdraw a round by opening or closing the case', async () => {
    const opened = await resolved();
    await app.as.agent.call(reopenCaseRoute, { params: { id: opened.caseId }, query: { reason: '点错了' } });
    const closed = await resolved();
    await app.as.manager.call(closeCaseRoute, { params: { id: closed.caseId } });
    await app.settle();
    expect((await rounds(opened.caseId))[0]).toMatchObject({ state: 'withdrawn' });
    expect((await rounds(closed.caseId))[0]).toMatchObject({ state: 'withdrawn' });
    expect(await told(opened.caseId, 'fix.disputed')).toEqual([]);
  });
});

describe('two at once', () => {
  it('a yes on the page and a low score leave one honest state', async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const { caseId, personIds } = await resolved([{ email: `race${turn}@example.com` }]);
      const page = await pageOf(caseId, personIds[0]!);
      const rating = await ratingPath(caseId, personIds[0]!);
      await Promise.all([post(`${page}/verdict`, { solved: 'yes' }), post(rating, { score: '1' })]);
      await app.settle();
      expect(await statusOf(caseId)).toBe('open');
      expect((await rounds(caseId)).map((round) => round.state)).toEqual(['disputed']);
    }
  });
});

describe('figures', () => {
  it('equal a recount of the rows', async () => {
    await closeQuestions(app.product.tools.database, app.clock.now);
    const sums = await app.db.asOwner<Record<string, string>>(
      `SELECT kind, sum(resolved) AS resolved, sum(verified) AS verified, sum(disputed) AS disputed, sum(unclear) AS unclear,
        sum(withdrawn) AS withdrawn, sum(repeated) AS repeated FROM verify_daily GROUP BY kind ORDER BY kind`,
    );
    const [recount] = await app.db.asOwner<Record<string, string>>(
      `SELECT count(*) AS resolved, count(*) FILTER (WHERE state = 'verified') AS verified,
        count(*) FILTER (WHERE state = 'disputed') AS disputed, count(*) FILTER (WHERE state = 'unclear') AS unclear,
        count(*) FILTER (WHERE state = 'withdrawn') AS withdrawn, count(*) FILTER (WHERE repeated) AS repeated FROM verify_rounds`,
    );
    expect(sums.find((row) => row.kind === 'all')).toEqual({ kind: 'all', ...recount });
    const answer = await app.as.analyst.call(gateSummaryRoute, {
      query: { from: '2026-03-01', to: '2026-12-31', by: 'theme' },
    });
    expect(answer.body).toMatchObject({
      resolved: Number(recount!.resolved),
      verified: { count: Number(recount!.verified) },
      repeats: { count: Number(recount!.repeated), of: Number(recount!.resolved) },
      waiting: (await app.as.analyst.call(listRoundsRoute, { query: {} })).body.waiting,
    });
    expect(answer.body.groups.length).toBeGreaterThan(3);
    const refused = await app.as.analyst.call(gateSummaryRoute, { query: { from: '2026-03-02', to: '2026-03-01' } });
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid_period']);
  });

  it('are paged, and the lists filter', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await app.as.viewer.call(listRoundsRoute, {
        query: { limit: 4, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...body.items.map((one: { id: string }) => one.id));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    const [{ count }] = (await app.db.asOwner<{ count: string }>('SELECT count(*) FROM verify_rounds')) as [
      { count: string },
    ];
    expect(seen.length).toBe(Number(count));
    const waiting = await app.as.viewer.call(listRoundsRoute, { query: { state: 'waiting', limit: 2 } });
    const next = await app.as.viewer.call(listRoundsRoute, {
      query: { state: 'waiting', limit: 2, ...(waiting.body.nextCursor ? { cursor: waiting.body.nextCursor } : {}) },
    });
    expect(waiting.body.items.every((one: { state: string }) => one.state === 'waiting')).toBe(true);
    if (waiting.body.nextCursor)
      expect(next.body.items.map((one: { id: string }) => one.id)).not.toContain(waiting.body.items[0].id);
    expect((await app.as.viewer.call(listRoundsRoute, { query: { theme: 'fake' } })).body.items).toHaveLength(1);
  });
});

async function settings() {
  return (await app.as.manager.call(getGateSettingsRoute)).body;
}

describe('a person', () => {
  it('is handed what is kept of him, and taken out of it twice without harm, counts left as they are', async () => {
    const { caseId, personIds } = await resolved([{ email: 'leaves@example.com' }], 'quality.poor');
    const person = personIds[0]!;
    await post(`${await pageOf(caseId, person)}/verdict`, { solved: 'no', text: '请联系我' });
    await app.settle();
    await complain(person, 'quality.poor');
    const kept = await app.env.db.read((tx) => gateKeeper.export(tx, person));
    expect(kept.map((section) => section.section)).toEqual(['verifications', 'repeats']);
    const sums = () => app.db.asOwner('SELECT * FROM verify_daily ORDER BY kind, day, item');
    const before = await sums();
    for (let turn = 0; turn < 2; turn += 1) {
      await app.env.db.write((tx) => gateKeeper.erase(tx, person, app.clock.now));
    }
    expect(await app.env.db.read((tx) => gateKeeper.export(tx, person))).toEqual([]);
    expect(await sums()).toEqual(before);
    for (const table of ['verify_reporters', 'verify_evidence', 'verify_repeats', 'verify_rounds']) {
      const rows = await app.db.asOwner(`SELECT 1 FROM ${table} t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%'`, [
        person,
      ]);
      expect(rows, table).toEqual([]);
    }
    expect((await rounds(caseId))[0]).toMatchObject({ round: 1, state: 'disputed' });
  });
});

describe('refusals', () => {
  it('name what is wrong', async () => {
    const unknown = await app.as.manager.call(setGateSettingsRoute, {
      body: { ...(await settings()), themeWindows: [{ theme: 'no.such', days: 3 }] },
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown_theme']);
    expect((await app.as.agent.call(setGateSettingsRoute, { body: await settings() })).status).toBe(403);
    expect((await app.as.manager.call(setGateSettingsRoute, { body: { windowDays: 0 } })).status).toBe(422);
    const none = await app.as.agent.call(caseRoundsRoute, { params: { id: 'case_none' } });
    expect([none.status, none.body.code]).toEqual([404, 'not_found']);
    const { caseId } = await resolved();
    expect((await app.stranger.call(caseRoundsRoute, { params: { id: caseId } })).status).toBe(404);
    const stranger = await app.stranger.call(verifyCaseRoute, { params: { id: caseId }, body: { reason: 'x' } });
    expect(stranger.status).toBe(404);
    expect((await app.stranger.call(listRoundsRoute, { query: {} })).body.items).toEqual([]);
    const none2 = await app.as.manager.call(verifyCaseRoute, { params: { id: 'case_none' }, body: { reason: 'x' } });
    expect(none2.status).toBe(404);
  });
});
