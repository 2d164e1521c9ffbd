// Letters leave once, come back when refused for now, and wait for a person when nobody knows.
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { createLog } from '../log/log.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { createSealer } from '../secrets/seal.ts';
import { queueMail } from './mail.store.ts';
import { createMailRunner } from './mail-runner.ts';

let db: TestDatabase;
let server: SMTPServer;
let answers: (Error | null)[];
let received: string[];
let port: number;
let now: Date;
const sealer = createSealer('x'.repeat(40));

beforeEach(async () => {
  db = await testDatabase();
  now = new Date('2026-03-02T02:00:00Z');
  answers = [];
  received = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        const answer = answers.shift() ?? null;
        if (!answer) received.push(text);
        done(answer);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.server.address() as { port: number }).port;
});
afterEach(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await db.drop();
});

const runnerOf = (smtpUrl: string | null = `smtp://127.0.0.1:${port}`) =>
  createMailRunner({
    database: db.database,
    sealer,
    smtpUrl,
    from: '回音 <desk@example.com>',
    log: createLog('silent'),
    metrics: createMetrics(false),
    now: () => now,
  });
const queue = (key: string, keep = false) =>
  db.a.write((tx) =>
    queueMail(
      tx,
      sealer,
      {
        dedupeKey: key,
        to: 'li.na@example.com',
        subject: '您的反馈有回音了',
        text: '我们已经处理。',
        inReplyTo: '<first@huiyin>',
      },
      now,
      keep,
    ),
  );
const mails = () =>
  db.asOwner<{ state: string; attempts: number; to_sealed: string; next_at: Date; last_error: string | null }>(
    'SELECT * FROM mails ORDER BY id',
  );

describe('letters', () => {
  it('leave once, threaded, and their address is nowhere in clear', async () => {
    await queue('one');
    await queue('one');
    const runner = runnerOf();
    await runner.drain();
    await runner.drain();
    await runner.stop();
    expect(received).toHaveLength(1);
    expect(received[0]).toContain('In-Reply-To: <first@huiyin>');
    const [mail] = await mails();
    expect(mail).toMatchObject({ state: 'sent', attempts: 1 });
    expect(JSON.stringify(await mails())).not.toContain('li.na@example.com');
  });

  it('come back when refused for now, give up when refused for good', async () => {
    const later = Object.assign(new Error('busy'), { responseCode: 451 });
    answers = [later];
    await queue('later');
    const runner = runnerOf();
    await runner.drain();
    expect(await mails()).toMatchObject([{ state: 'queued', attempts: 1 }]);
    now = new Date((await mails())[0]!.next_at.getTime() + 1);
    await runner.drain();
    expect(await mails()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    answers = [Object.assign(new Error('no such box'), { responseCode: 550 })];
    await queue('never');
    await runner.drain();
    await runner.stop();
    expect((await mails())[1]).toMatchObject({ state: 'failed', attempts: 1 });
    expect(received).toHaveLength(1);
  });

  it('refused by a server that repeats the address still show it to nobody', async () => {
    answers = [Object.assign(new Error('<li.na@example.com>: no such box'), { responseCode: 550 })];
    await queue('repeat');
    const runner = runnerOf();
    await runner.drain();
    await runner.stop();
    const [mail] = await mails();
    expect(mail!.last_error).toContain('<l***@example.com>: no such box');
    expect(JSON.stringify(mail)).not.toContain('li.na@example.com');
  });

  it('that left stay left when writing that down fails: nobody gets one twice', async () => {
    await queue('blip');
    await db.asOwner(`CREATE FUNCTION no_sent() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.state = 'sent' THEN RAISE EXCEPTION 'blip'; END IF; RETURN NEW; END $$`);
    await db.asOwner('CREATE TRIGGER no_sent BEFORE UPDATE ON mails FOR EACH ROW EXECUTE FUNCTION no_sent()');
    const runner = runnerOf();
    await expect(runner.drain()).rejects.toThrow('blip');
    await db.asOwner('DROP TRIGGER no_sent ON mails');
    now = new Date(now.getTime() + 24 * 3_600_000);
    await runner.drain();
    await runner.stop();
    expect(received).toHaveLength(1);
    expect(await mails()).toMatchObject([{ state: 'sending' }]);
  });

  it('carry no header and no reader that somebody wrote into a name', async () => {
    await db.a.write((tx) =>
      queueMail(
        tx,
        sealer,
        {
          dedupeKey: 'smuggled',
          to: 'li.na@example.com',
          subject: '回音\r\nBcc: thief@example.com\r\n\r\nother words',
          text: 'words',
          replyTo: 'desk@example.com\r\nX-Smuggled: yes',
        },
        now,
        false,
      ),
    );
    const runner = runnerOf();
    await runner.drain();
    await runner.stop();
    const [head] = received[0]!.split('\r\n\r\n');
    expect(head).not.toMatch(/^(Bcc|X-Smuggled):/im);
    expect(received[0]!.split('\r\n\r\n')[1]).toMatch(/^words/);
  });

  it('are kept to be read when no mail server is set', async () => {
    await queue('kept', true);
    const runner = runnerOf(null);
    await runner.drain();
    await runner.stop();
    expect(await mails()).toMatchObject([{ state: 'kept' }]);
  });

  it('caught in mid-air by a crash wait for a person instead of going twice', async () => {
    await queue('lost');
    await db.asOwner(
      `UPDATE mails SET state = 'sending', attempts = 1, next_at = clock_timestamp() - interval '1 hour'`,
    );
    const runner = runnerOf();
    await runner.start();
    await expect.poll(async () => (await mails())[0]!.state, { timeout: 10_000 }).toBe('unconfirmed');
    await runner.stop();
    expect(received).toHaveLength(0);
  });
});
