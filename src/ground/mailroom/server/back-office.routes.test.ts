// Proves the back office beside the answering room: letters, dead letters and the audit log, each with its refusals and walls.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/harness/app.ts';
import { newId } from '../../../kit/ids.ts';
import { saveDeadLetter } from '../../../platform/events/dead-letter.store.ts';
import { queueMail } from '../../../platform/mail/mail.store.ts';
import { listAuditRoute } from '../../audit/core/audit.contract.ts';
import {
  discardDeadLetterRoute,
  listDeadLettersRoute,
  replayDeadLetterRoute,
} from '../../deadletters/core/dead-letter.contract.ts';
import { tell } from '../../env.ts';
import { getMailRoute, listMailsRoute, mailSentAgain, sendMailAgainRoute } from '../core/mailroom.contract.ts';

let app: TestApp;
/** The same product with a mail server set (nobody listens there; nothing is sent in these tests). */
let mailing: TestApp;
beforeAll(async () => {
  app = await testApp();
  mailing = await testApp({ environment: { SMTP_URL: 'smtp://127.0.0.1:9' } });
});
afterAll(async () => {
  await app.close();
  await mailing.close();
});

async function letter(on: TestApp, state: string): Promise<string> {
  const id = await on.env.db.write((tx) =>
    queueMail(
      tx,
      on.product.tools.sealer,
      {
        dedupeKey: newId('msg'),
        to: 'lin@example.com',
        subject: '关于您的反馈',
        text: '<b>您好</b>',
        subjectId: 'case_x',
      },
      on.clock.now,
      true,
    ),
  );
  await on.db.asOwner('UPDATE mails SET state = $1, attempts = 8, last_error = $2 WHERE id = $3', [
    state,
    'no route',
    id,
  ]);
  return id;
}

describe('letters', () => {
  it('are listed by state with a masked address, and opened with their words', async () => {
    const ids = [await letter(app, 'kept'), await letter(app, 'failed'), await letter(app, 'unconfirmed')];
    const all = (await app.as.manager.call(listMailsRoute)).body;
    expect(all.items.map((mail: { id: string }) => mail.id)).toEqual([...ids].reverse());
    expect(all).toMatchObject({ canSend: false, states: { kept: 1, failed: 1, unconfirmed: 1, queued: 0, sent: 0 } });
    expect(JSON.stringify(all)).not.toMatch(/lin@|您好/);
    expect((await app.as.manager.call(listMailsRoute, { query: { state: 'failed' } })).body.items).toHaveLength(1);
    expect((await app.as.manager.call(listMailsRoute, { query: { subjectId: 'case_y' } })).body.items).toEqual([]);
    const page = (await app.as.manager.call(listMailsRoute, { query: { limit: 2 } })).body;
    const rest = (await app.as.manager.call(listMailsRoute, { query: { cursor: page.nextCursor } })).body;
    expect([...page.items, ...rest.items]).toEqual(all.items);
    const one = await app.as.manager.call(getMailRoute, { params: { id: ids[0] } });
    expect(one.body).toMatchObject({ toHint: 'l***@example.com', text: '<b>您好</b>', state: 'kept' });
    expect((await app.stranger.call(getMailRoute, { params: { id: ids[0] } })).status).toBe(404);
    expect((await app.stranger.call(listMailsRoute)).body.items).toEqual([]);
    expect((await app.as.agent.call(listMailsRoute)).status).toBe(403);
    expect((await app.as.agent.call(getMailRoute, { params: { id: ids[0] } })).status).toBe(403);
  });

  it('are sent again only where that can help', async () => {
    const again = (on: TestApp, id: string, role: 'owner' | 'manager' = 'owner') =>
      on.as[role].call(sendMailAgainRoute, { params: { id } });
    expect((await again(app, await letter(app, 'kept'))).body.code).toBe('no_mail_server');
    for (const state of ['failed', 'kept', 'unconfirmed', 'queued']) {
      const id = await letter(mailing, state);
      expect((await again(mailing, id)).body).toMatchObject({ state: 'queued', attempts: 0, error: null });
      expect(await mailing.db.asOwner('SELECT data FROM events WHERE subject = $1', [id])).toEqual([
        { data: { from: state } },
      ]);
    }
    expect((await again(mailing, await letter(mailing, 'sent'))).body.code).toBe('already_sent');
    expect((await again(mailing, await letter(mailing, 'sending'))).body.code).toBe('on_its_way');
    const id = await letter(mailing, 'failed');
    expect((await again(mailing, id, 'manager')).status).toBe(403);
    expect((await mailing.stranger.call(sendMailAgainRoute, { params: { id } })).status).toBe(404);
    expect(await mailing.db.asOwner('SELECT state FROM mails WHERE id = $1', [id])).toEqual([{ state: 'failed' }]);
  });
});

async function dead(source: 'reaction' | 'job' | 'mail', name: string, payload: unknown): Promise<string> {
  await app.product.tools.database.machine.write((tx) =>
    saveDeadLetter(tx, {
      workspaceId: app.db.workspaceA,
      source,
      name,
      payload,
      error: 'boom',
      attempts: 5,
      now: app.clock.now,
    }),
  );
  return (await app.db.asOwner<{ id: string }>('SELECT id FROM dead_letters ORDER BY id DESC LIMIT 1'))[0]!.id;
}

describe('dead letters', () => {
  const replay = (id: string, caller = app.as.owner) => caller.call(replayDeadLetterRoute, { params: { id } });

  it('are replayed: a job waits again, once', async () => {
    const id = await dead('job', 'test.work', { a: 1 });
    const answers = await Promise.all([replay(id), replay(id)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const jobs = await app.db.asOwner(`SELECT payload FROM jobs WHERE kind = 'test.work'`);
    expect(jobs).toEqual([{ payload: { a: 1 } }]);
    await app.db.asOwner(`DELETE FROM jobs WHERE kind = 'test.work'`);
    expect((await app.as.owner.call(listDeadLettersRoute, { query: { state: 'settled' } })).body.items).toMatchObject([
      { id, outcome: 'replayed', settledBy: expect.any(String) },
    ]);
  });

  it('stay, with the new error, when they fail again', async () => {
    const id = await dead('reaction', 'nobody.reacts', { eventId: 'evt_none' });
    expect((await replay(id)).body).toMatchObject({ status: 409, code: 'replay_failed' });
    const [row] = (await app.as.owner.call(listDeadLettersRoute, { query: { source: 'reaction' } })).body.items;
    expect(row).toMatchObject({ id, attempts: 6, settledAt: null, error: expect.stringContaining('nobody.reacts') });
    const discarded = await app.as.owner.call(discardDeadLetterRoute, { params: { id } });
    expect(discarded.body.outcome).toBe('discarded');
    expect((await app.as.owner.call(discardDeadLetterRoute, { params: { id } })).body.code).toBe('already_settled');
    expect((await replay(id)).body.code).toBe('already_settled');
  });

  it('run their reaction again for its event', async () => {
    await app.env.db.write((tx) =>
      tell(
        tx,
        app.env,
        { type: 'case.resolved', data: mailSentAgain.data } as never,
        {
          subject: 'case_gone',
          data: { note: null, resolution: 'fixed', message: null, tell: true },
        } as never,
      ),
    );
    const [event] = await app.db.asOwner<{ id: string }>(`SELECT id FROM events WHERE subject = 'case_gone'`);
    const id = await dead('reaction', 'notices.tell_reporters', { eventId: event!.id });
    expect((await replay(id)).body.outcome).toBe('replayed');
  });

  it('are for chiefs of this shop; what cannot be replayed says so', async () => {
    const id = await dead('mail', 'mail', {});
    expect((await replay(id)).body.code).toBe('not_replayable');
    expect((await replay(id, app.stranger)).status).toBe(404);
    expect((await app.stranger.call(discardDeadLetterRoute, { params: { id } })).status).toBe(404);
    expect((await app.stranger.call(listDeadLettersRoute)).body).toMatchObject({ items: [], open: 0 });
    expect((await replay(id, app.as.manager)).status).toBe(403);
    expect((await app.as.agent.call(listDeadLettersRoute)).status).toBe(403);
    expect((await app.as.owner.call(listDeadLettersRoute)).body.open).toBe(1);
  });
});

describe('the audit log', () => {
  it('shows who did what, newest first, filtered and paged, and only of this shop', async () => {
    const read = async (query: object = {}, caller = app.as.manager) =>
      (await caller.call(listAuditRoute, { query })).body;
    const all = await read({ limit: 200 });
    const seqs = all.items.map((row: { seq: number }) => row.seq);
    expect(seqs).toEqual([...seqs].sort((one: number, other: number) => other - one));
    const settled = await read({ type: 'dead_letter.settled' });
    expect(settled.items.length).toBeGreaterThan(1);
    expect(settled.items[0]).toMatchObject({ type: 'dead_letter.settled', actor: { kind: 'key' } });
    const mine = await read({ actorId: settled.items[0].actor.id });
    expect(new Set(mine.items.map((row: { actor: { id: string } }) => row.actor.id)).size).toBe(1);
    expect((await read({ type: 'dead_letter.settled,case.resolved', limit: 200 })).items.length).toBe(
      settled.items.length + 1,
    );
    expect((await read({ subject: 'case_gone' })).items).toHaveLength(1);
    expect((await read({ actorKind: 'member' })).items).toEqual([]);
    expect((await read({ from: '2030-01-01T00:00:00Z' })).items).toEqual([]);
    const page = await read({ limit: 2 });
    const next = await read({ limit: 200, cursor: page.nextCursor });
    expect([...page.items, ...next.items].map((row: { seq: number }) => row.seq)).toEqual(seqs);
    expect((await read({}, app.stranger)).items.every((row: { subject: string }) => row.subject !== 'case_gone')).toBe(
      true,
    );
    expect((await app.as.agent.call(listAuditRoute)).status).toBe(403);
    expect((await app.as.manager.call(listAuditRoute, { query: { from: 'yesterday' } })).status).toBe(422);
  });

  it('cuts what is long', async () => {
    const ids = Array.from({ length: 300 }, () => newId('fb'));
    await app.env.db.write((tx) =>
      tell(
        tx,
        app.env,
        { type: 'feedback.received', data: mailSentAgain.data } as never,
        {
          subject: null,
          data: { feedbackIds: ids },
        } as never,
      ),
    );
    const [row] = (await app.as.manager.call(listAuditRoute, { query: { type: 'feedback.received' } })).body.items;
    expect(row.data).toEqual({ feedbackIds: { count: 300, first: ids.slice(0, 5) } });
  });
});
