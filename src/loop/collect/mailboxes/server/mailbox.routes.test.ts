// Letters by a real SMTP client and from an IMAP server: taken once, threaded by signature only, attachments held, nobody's wall crossed.
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import { type TestImap, testImap } from '../../../../../test/harness/imap-server.ts';
import { guardHost, isPrivateAddress } from '../../../../platform/egress/guard-host.ts';
import { createLog } from '../../../../platform/log/log.ts';
import { caseConversationRoute, sendReplyRoute } from '../../../answer/conversations/core/conversation.contract.ts';
import * as contract from '../core/mailbox.contract.ts';
import { mailboxKeeper } from './door.ts';
import { type FetchDeps, fetchLetters, nextLook } from './fetch-letters.ts';
import { createListener, type Listener } from './listener.ts';
import { askForLetters } from './mailbox.jobs.ts';

let app: TestApp;
let imap: TestImap;
let listener: Listener;
let deps: FetchDeps;
let mailboxId: string;

beforeAll(async () => {
  app = await testApp({ environment: { HUIYIN_PRIVATE_HOSTS: '127.0.0.1' } });
  imap = await testImap();
  const { database, files } = app.product.tools;
  deps = { database, files, gate: app.product.rooms.gate, privateHosts: ['127.0.0.1'] };
  listener = createListener(deps, {
    at: { host: '127.0.0.1', port: 0 },
    now: () => app.clock.now,
    log: createLog('silent'),
    limits: { bytes: 200_000, perMinute: 60, fromOne: 3 },
  });
  await listener.start();
  const made = await app.as.admin.call(contract.addMailboxRoute, {
    body: { address: 'Service@Shop.test', name: '客服', way: 'smtp' },
  });
  expect(made.status).toBe(201);
  mailboxId = made.body.id;
});
afterAll(async () => {
  await listener.close();
  await imap.close();
  await app.close();
});

type Letter = Parameters<ReturnType<typeof nodemailer.createTransport>['sendMail']>[0];
async function deliver(letter: Letter): Promise<string> {
  const at = listener.address()!;
  const transport = nodemailer.createTransport({ host: at.host, port: at.port, secure: false, ignoreTLS: true });
  try {
    const sent = await transport.sendMail({ from: '李四 <li@example.com>', to: 'service@shop.test', ...letter });
    return sent.response;
  } finally {
    transport.close();
  }
}
const codeOf = (letter: Letter) =>
  deliver(letter).then(
    (answer) => Number(answer.slice(0, 3)),
    (error: { responseCode?: number }) => error.responseCode,
  );
const letters = async (id = mailboxId) =>
  (await app.as.manager.call(contract.listLettersRoute, { params: { id } })).body.items as contract.LetterView[];
const feedback = () =>
  app.db.asOwner<{
    id: string;
    text: string;
    title: string | null;
    person_id: string | null;
    follows_id: string | null;
  }>("SELECT id, text, title, person_id, follows_id FROM feedback WHERE channel = 'email' ORDER BY id");

describe('a delivered letter', () => {
  it('becomes feedback of its sender, once, without quote and signature', async () => {
    const letter = {
      messageId: '<first@example.com>',
      date: new Date('2026-03-02T01:30:00Z'),
      subject: '回复：被子漏毛，要投诉',
      text: '收到的被子漏毛，孩子过敏脸都肿了，要投诉到12315。\n\n发自我的iPhone\n\n------------------ 原始邮件 ------------------\n发件人: 店\n发送时间: 周一\n收件人: 我\n主题: 被子',
      attachments: [
        { filename: '被子.png', content: Buffer.from('89504e470d0a1a0a0000', 'hex') },
        { filename: 'photo.jpg.exe', content: Buffer.from('MZ..') },
        { filename: 'page.html', content: '<script>alert(1)</script>' },
      ],
    };
    expect(await deliver(letter)).toMatch(/^250/);
    expect(await deliver(letter)).toMatch(/^250/);
    const [row, ...more] = await feedback();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ text: '收到的被子漏毛，孩子过敏脸都肿了，要投诉到12315。', title: '被子漏毛，要投诉' });
    expect(row!.person_id).toBeTruthy();
    const [listed] = await letters();
    expect(listed).toMatchObject({ kind: 'feedback', from: 'l***@example.com', feedbackId: row!.id });
    expect(listed!.attachments.map((one) => [one.name, one.held])).toEqual([
      ['被子.png', null],
      ['photo.jpg.exe', 'program'],
      ['page.html', 'active_page'],
    ]);
    const about = await app.as.viewer.call(contract.attachmentsRoute, { query: { about: row!.id } });
    expect(about.body.items).toHaveLength(3);
    const [picture, program] = about.body.items;
    const file = await app.as.agent.call(contract.openAttachmentRoute, { params: { id: picture.id } });
    expect(file.status).toBe(200);
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    expect(String(file.headers['content-disposition'])).toMatch(/^attachment/);
    expect((await app.as.agent.call(contract.openAttachmentRoute, { params: { id: program.id } })).status).toBe(404);
    expect((await app.as.viewer.call(contract.openAttachmentRoute, { params: { id: picture.id } })).status).toBe(403);
    expect((await app.stranger.call(contract.openAttachmentRoute, { params: { id: picture.id } })).status).toBe(404);
    expect(await app.db.asOwner("SELECT 1 FROM files WHERE purpose = 'mail_attachment'")).toHaveLength(1);
    expect(await app.db.asOwner("SELECT 1 FROM events WHERE type = 'attachment.opened'")).toHaveLength(1);
  });

  it('that no person wrote is listed and nothing more', async () => {
    const before = await feedback();
    await deliver({ subject: '自动回复：被子', text: '我休假了', messageId: '<auto1@example.com>' });
    await deliver({
      subject: 'x',
      text: 'y',
      headers: { 'Auto-Submitted': 'auto-replied' },
      messageId: '<auto2@example.com>',
    });
    await deliver({ subject: 'x', text: 'y', from: 'service@shop.test', messageId: '<own@shop.test>' });
    await deliver({
      subject: 'x',
      text: 'bounce',
      envelope: { from: '', to: 'service@shop.test' },
      messageId: '<b@x>',
    } as Letter);
    await deliver({ subject: '', text: '', messageId: '<nothing@example.com>' });
    expect((await letters()).slice(0, 5).map((one) => [one.kind, one.reason])).toEqual([
      ['empty', null],
      ['automatic', 'null_sender'],
      ['automatic', 'own_address'],
      ['automatic', 'auto_submitted'],
      ['automatic', 'out_of_office'],
    ]);
    expect(await feedback()).toEqual(before);
  });

  it('is refused for addresses nobody has, when too large, too often or from too many lines at once', async () => {
    expect(await codeOf({ to: 'nobody@shop.test', text: 'x' })).toBe(550);
    expect(await codeOf({ text: 'x'.repeat(300_000) })).toBe(552);
    const last = app.clock.now;
    app.clock.now = new Date(last.getTime() + 120_000);
    const codes = [];
    for (let count = 0; count < 63; count += 1) codes.push(await codeOf({ to: 'nobody@shop.test', text: 'x' }));
    expect([codes[0], codes.at(-1)]).toEqual([550, 451]);
    app.clock.now = new Date(last.getTime() + 240_000);
  });
});

describe('an answer to our letter', () => {
  let caseId: string;
  let replyTo: string;
  let ourId: string;
  beforeAll(async () => {
    await app.settle();
    const [row] = await app.db.asOwner<{ case_id: string }>(
      'SELECT case_id FROM case_feedback JOIN feedback f ON f.id = feedback_id WHERE f.channel = $1 LIMIT 1',
      ['email'],
    );
    caseId = row!.case_id;
    const sent = await app.as.agent.call(sendReplyRoute, {
      params: { id: caseId },
      body: { text: '您好，我们马上给您换一床。', nextStatus: 'pending' },
    });
    expect(sent.status).toBe(201);
    const [mail] = await app.db.asOwner<{ reply_to: string; message_id: string; in_reply_to: string }>(
      'SELECT reply_to, message_id, in_reply_to FROM mails ORDER BY id DESC LIMIT 1',
    );
    expect(mail!.reply_to).toMatch(/^service\+r-[0-9a-f]{32}@shop\.test$/);
    expect(mail!.message_id).toMatch(/^<mail_\w+\.[0-9a-f]{32}@shop\.test>$/);
    expect(mail!.in_reply_to).toBe('<first@example.com>');
    replyTo = mail!.reply_to;
    ourId = mail!.message_id;
  });
  const messages = async () =>
    (await app.as.agent.call(caseConversationRoute, { params: { id: caseId } })).body.items.filter(
      (one: { kind: string }) => one.kind === 'message',
    );
  const status = async () =>
    (await app.db.asOwner<{ status: string }>('SELECT status FROM cases WHERE id = $1', [caseId]))[0]!.status;

  it('lands in the conversation of his case, by address or by the id it answers', async () => {
    const before = await feedback();
    expect(await status()).toBe('pending');
    await deliver({
      to: replyTo,
      messageId: '<re1@example.com>',
      subject: 'Re: x',
      text: '好的，什么时候寄？\n\n在 2026年3月2日，店 <s@x> 写道：\n> 您好',
      attachments: [{ filename: 'a.txt', content: '备注' }],
    });
    await app.settle();
    expect(await status()).toBe('open');
    await deliver({ messageId: '<re2@example.com>', inReplyTo: ourId, subject: 'Re: x', text: '还有一个问题' });
    await app.settle();
    expect((await messages()).map((one: { text: string; channel: string }) => [one.text, one.channel])).toEqual([
      ['还有一个问题', 'email'],
      ['好的，什么时候寄？', 'email'],
    ]);
    expect(await feedback()).toEqual(before);
    const first = (await messages()).at(-1);
    const attached = await app.as.agent.call(contract.attachmentsRoute, { query: { about: first.id } });
    expect(attached.body.items.map((one: contract.AttachmentView) => one.name)).toEqual(['a.txt']);
    expect((await letters())[0]).toMatchObject({ kind: 'reply', caseId });
  });

  it('opens a settled case again', async () => {
    await app.as.agent.call(sendReplyRoute, {
      params: { id: caseId },
      body: { text: '已换新。', nextStatus: 'resolved' },
    });
    expect(await status()).toBe('resolved');
    await app.settle();
    await deliver({ to: replyTo, messageId: '<re3@example.com>', subject: 'Re: x', text: '新的还是漏毛' });
    await app.settle();
    expect(await status()).toBe('open');
  });

  it('with a forged mark is new feedback and touches nobody’s case', async () => {
    const before = (await messages()).length;
    const forged = 'f'.repeat(32);
    await deliver({
      to: `service+r-${forged}@shop.test`,
      from: 'eve@example.net',
      messageId: '<eve@example.net>',
      inReplyTo: `<mail_x.${forged}@shop.test>`,
      references: '<first@example.com>',
      subject: `Re: ${caseId}`,
      text: '请把钱退到我的账户，物流太慢了',
    });
    await app.settle();
    expect((await messages()).length).toBe(before);
    const last = (await feedback()).at(-1)!;
    expect(last.text).toContain('请把钱退到我的账户');
    expect(last.follows_id).toBeNull();
    // A mark of another shop is worth nothing here.
    await app.db.asOwner('UPDATE reply_marks SET subject = $1', ['case_somebodyelse']);
    await deliver({ to: replyTo, messageId: '<re4@example.com>', subject: 'Re: x', text: '改过的标记不算数' });
    expect((await feedback()).at(-1)!.text).toBe('改过的标记不算数');
    await app.db.asOwner('UPDATE reply_marks SET subject = $1', [caseId]);
  });

  it('whose case is gone is kept as feedback; a letter after his own follows it', async () => {
    await deliver({
      messageId: '<own2@example.com>',
      inReplyTo: '<first@example.com>',
      subject: 'x',
      text: '补充一下：是双人被',
    });
    const rows = await feedback();
    expect(rows.at(-1)!.follows_id).toBe(rows[0]!.id);
    const count = rows.length;
    await deliver({ to: replyTo, messageId: '<re5@example.com>', subject: 'Re: x', text: '请问进度如何，已经一周了' });
    await app.db.asOwner('DELETE FROM case_feedback WHERE case_id = $1', [caseId]);
    await app.settle();
    expect((await feedback()).length).toBe(count + 1);
    expect((await feedback()).at(-1)!.text).toBe('请问进度如何，已经一周了');
  });
});

it('a sender who writes without end is taken for a loop', async () => {
  for (let count = 0; count < 32; count += 1) {
    if (count === 16) app.clock.now = new Date(app.clock.now.getTime() + 120_000);
    await deliver({ from: 'loop@example.com', messageId: `<l${count}@x>`, subject: 's', text: `第 ${count} 封` });
  }
  const kinds = (await letters()).slice(0, 32).map((one) => one.reason ?? one.kind);
  expect(kinds.filter((kind) => kind === 'too_many').length).toBe(2);
  app.clock.now = new Date(app.clock.now.getTime() + 120_000);
});

describe('a fetched mailbox', () => {
  let fetched: string;
  const raw = (id: string, text: string) =>
    `From: Mia <mia@example.com>\r\nTo: help@shop.test\r\nMessage-ID: <${id}@example.com>\r\nSubject: kettle\r\n\r\n${text}\r\n`;
  const settings = () => ({ host: '127.0.0.1', port: imap.port, tls: false, user: 'help', folder: 'INBOX' });
  const look = () => fetchLetters(deps, app.clock.now, { workspaceId: app.db.workspaceA, mailboxId: fetched });
  const view = async () =>
    (await app.as.admin.call(contract.listMailboxesRoute)).body.items.find(
      (one: contract.MailboxView) => one.id === fetched,
    ) as contract.MailboxView;

  it('begins with the letters to come, goes on after the last, marks and deletes nothing', async () => {
    imap.add(raw('old', 'An old letter that lay there before.'));
    const made = await app.as.admin.call(contract.addMailboxRoute, {
      body: { address: 'help@shop.test', name: 'Help', way: 'imap', imap: settings(), password: 'secret-1' },
    });
    expect(made.status).toBe(201);
    fetched = made.body.id;
    expect(JSON.stringify(made.body)).not.toContain('secret-1');
    const [row] = await app.db.asOwner<{ password_sealed: string }>(
      'SELECT password_sealed FROM mailboxes WHERE id = $1',
      [fetched],
    );
    expect(row!.password_sealed).not.toContain('secret-1');
    expect(await look()).toEqual({ taken: 0, error: null, more: false });
    imap.add(raw('k1', 'The kettle leaks from the lid.'));
    imap.add(raw('k2', 'And the handle is loose.'));
    expect(await askForLetters(deps, app.clock.now)).toBe(0);
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    await askForLetters(deps, app.clock.now);
    await app.settle();
    expect((await letters(fetched)).map((one) => one.kind)).toEqual(['feedback', 'feedback']);
    expect(await look()).toEqual({ taken: 0, error: null, more: false });
    expect(
      imap.commands.filter((one) => /^(UID )?(STORE|EXPUNGE|COPY|MOVE|APPEND|DELETE)|SELECT "?INBOX/i.test(one)),
    ).toEqual([]);
    expect(imap.commands.some((one) => /^EXAMINE/i.test(one))).toBe(true);
    expect(imap.commands.filter((one) => /BODY\[/i.test(one)).length).toBe(0);
  });

  it('whose line breaks loses nothing, shows it and waits longer each time', async () => {
    imap.add(raw('k3', 'The new one leaks as well.'));
    imap.breakFetches = 2;
    const first = await look();
    expect(first?.error).toBe('connect_failed');
    await look();
    const shown = await view();
    expect([shown.failures, shown.error]).toEqual([2, 'connect_failed']);
    expect(Date.parse(shown.nextCheckAt!) - app.clock.now.getTime()).toBe(240_000);
    expect(nextLook(new Date(0), 20).getTime()).toBe(3_600_000);
    expect(await look()).toMatchObject({ taken: 1, error: null });
    expect((await view()).failures).toBe(0);
    imap.refuse = true;
    expect((await look())?.error).toBe('wrong_password');
    expect((await view()).errorDetail).not.toContain('service@shop.test');
    const checked = await app.as.admin.call(contract.checkMailboxRoute, { params: { id: fetched } });
    expect(checked.body).toMatchObject({ works: false, error: 'wrong_password' });
    imap.refuse = false;
    expect((await app.as.admin.call(contract.checkMailboxRoute, { params: { id: fetched } })).body).toMatchObject({
      works: true,
      letters: 4,
    });
  });

  it('that is numbered anew takes nothing twice and misses nothing', async () => {
    imap.renumber();
    imap.add(raw('k4', 'Please answer me.'));
    const before = (await letters(fetched)).length;
    const done = await look();
    expect(done?.error).toBeNull();
    const texts = (await letters(fetched)).length;
    // The old letter that lay there from the start is new to us now; the three known ones are not taken again.
    expect(texts - before).toBe(2);
  });

  it('is changed with care', async () => {
    const change = (body: object, id = fetched) =>
      app.as.admin.call(contract.changeMailboxRoute, { params: { id }, body });
    expect((await change({ imap: { ...settings(), user: 'other' } })).body.code).toBe('missing_password');
    expect((await change({ imap: { ...settings(), host: '10.0.0.1', tls: true }, password: 'x' })).body.code).toBe(
      'invalid_host',
    );
    expect(
      (await change({ imap: { ...settings(), host: 'imap.example.com', tls: false }, password: 'x' })).body.code,
    ).toBe('tls_needed');
    expect((await change({ imap: settings() }, mailboxId)).body.code).toBe('not_fetched');
    expect((await change({ name: 'x' }, 'mbx_none')).status).toBe(404);
    expect((await change({ imap: { ...settings(), folder: 'Nowhere' } })).status).toBe(200);
    expect((await look())?.error).toBe('folder_missing');
    expect((await change({ takesReplies: true })).body.takesReplies).toBe(true);
    const all = (await app.as.admin.call(contract.listMailboxesRoute)).body.items as contract.MailboxView[];
    expect(all.filter((one) => one.takesReplies).map((one) => one.id)).toEqual([fetched]);
    expect((await change({ enabled: false })).body.nextCheckAt).toBeNull();
    expect(await look()).toBeNull();
  });

  it('refuses what it must', async () => {
    const add = (body: object, as = app.as.admin) => as.call(contract.addMailboxRoute, { body });
    const base = { address: 'new@shop.test', name: 'n', way: 'imap', password: 'x' };
    expect((await add({ ...base, address: 'help@shop.test', imap: settings() })).body.code).toBe('address_taken');
    expect((await add({ ...base, imap: { ...settings(), host: '192.168.1.1', tls: true } })).body.code).toBe(
      'invalid_host',
    );
    expect((await add({ ...base, imap: { ...settings(), host: 'imap.example.com' } })).body.code).toBe('tls_needed');
    expect((await add(base)).status).toBe(422);
    expect((await add({ ...base, imap: settings() }, app.as.manager)).status).toBe(403);
    for (const route of [contract.checkMailboxRoute, contract.removeMailboxRoute, contract.listLettersRoute]) {
      expect((await app.as.admin.call(route, { params: { id: 'mbx_none' } })).status).toBe(404);
      expect((await app.stranger.call(route, { params: { id: fetched } })).status).toBe(404);
    }
    const [box] = (await app.as.admin.call(contract.listMailboxesRoute)).body.items;
    expect((await app.as.admin.call(contract.checkMailboxRoute, { params: { id: mailboxId } })).body).toMatchObject({
      works: false,
      error: 'listener_off',
    });
    expect((await app.as.admin.call(contract.removeMailboxRoute, { params: { id: box.id } })).status).toBe(204);
  });
});

it('private addresses are known in every writing', async () => {
  const inside = [
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.0.9',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '224.0.0.1',
  ];
  expect(inside.filter((one) => !isPrivateAddress(one))).toEqual([]);
  expect(['1.1.1.1', '8.8.8.8', '2606:4700::1111'].filter(isPrivateAddress)).toEqual([]);
  expect(await guardHost('127.0.0.1', [])).toMatchObject({ ok: false, reason: 'host_private' });
  expect(await guardHost('localhost', [])).toMatchObject({ ok: false, reason: 'host_private' });
  expect(await guardHost('127.0.0.1', ['127.0.0.1'])).toMatchObject({ ok: true });
});

it('letters are handed over and erased with their person', async () => {
  const [row] = await app.db.asOwner<{ person_id: string }>(
    'SELECT person_id FROM mail_letters WHERE person_id IS NOT NULL ORDER BY id LIMIT 1',
  );
  const [section] = await app.db.a.read((tx) => mailboxKeeper.export(tx, row!.person_id));
  expect(section!.rows[0]).toMatchObject({
    from: 'l***@example.com',
    attachments: ['被子.png', 'photo.jpg.exe', 'page.html'],
  });
  const rest = await app.db.a.write((tx) => mailboxKeeper.erase(tx, row!.person_id, app.clock.now));
  expect(rest.fileIds.length).toBeGreaterThanOrEqual(1);
  expect((await app.db.a.write((tx) => mailboxKeeper.erase(tx, row!.person_id, app.clock.now))).fileIds).toEqual([]);
  const left = await app.db.asOwner<{ row: string }>(
    'SELECT to_jsonb(l)::text AS row FROM mail_letters l WHERE person_id = $1 OR reply_reporter = $1',
    [row!.person_id],
  );
  expect(left).toEqual([]);
});
