// Greps for somebody who was erased: every table, every sealed value, every file, the log, the search, the audit and the public pages.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import nodemailer from 'nodemailer';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/harness/app.ts';
import type { RouteSpec } from '../../../kit/route.ts';
import {
  addNoteRoute,
  listCasesRoute,
  openCaseRoute,
  resolveCaseRoute,
} from '../../../loop/act/cases/core/case-routes.contract.ts';
import { addCauseRoute } from '../../../loop/act/problems/core/cause-routes.contract.ts';
import { openProblemRoute } from '../../../loop/act/problems/core/problem-routes.contract.ts';
import {
  planCallbackRoute,
  settleCallbackRoute,
} from '../../../loop/answer/callbacks/core/callback-routes.contract.ts';
import { sendReplyRoute } from '../../../loop/answer/conversations/core/conversation.contract.ts';
import { shareStatusLinkRoute } from '../../../loop/answer/links/core/link.contract.ts';
import { makePromiseRoute } from '../../../loop/answer/promises/core/promise.contract.ts';
import { createFormRoute, openFormRoute } from '../../../loop/collect/forms/core/form-routes.contract.ts';
import { inviteRoute } from '../../../loop/collect/forms/core/form-use.contract.ts';
import { recordFeedbackRoute } from '../../../loop/collect/intake/core/feedback.contract.ts';
import { addMailboxRoute } from '../../../loop/collect/mailboxes/core/mailbox.contract.ts';
import { createListener } from '../../../loop/collect/mailboxes/server/listener.ts';
import { recordSignalRoute } from '../../../loop/collect/signals/core/signal-routes.contract.ts';
import { recordTranscriptsRoute } from '../../../loop/collect/transcripts/core/transcript.contract.ts';
import { createSiteRoute } from '../../../loop/collect/widget/core/site.contract.ts';
import { readPortalRoute } from '../../../loop/publish/portal/core/portal.contract.ts';
import { addDecisionRoute, changePackRoute, makePackRoute } from '../../../loop/publish/review/core/review.contract.ts';
import {
  createRoadmapItemRoute,
  publishRoadmapItemRoute,
} from '../../../loop/publish/roadmap/core/roadmap.contract.ts';
import { createEndpointRoute } from '../../../loop/publish/webhooks/core/webhook.contract.ts';
import { getOverviewRoute } from '../../../loop/understand/overview/core/overview.contract.ts';
import { listFeedbackRoute } from '../../../loop/understand/search/core/search.contract.ts';
import { ratingToken } from '../../../loop/verify/ratings/server/token.ts';
import { createLog } from '../../../platform/log/log.ts';
import { listAuditRoute } from '../../audit/core/audit.contract.ts';
import { getPersonRoute } from '../../people/core/person.contract.ts';
import { erasePersonRoute, exportPersonRoute, personKeptRoute } from '../core/privacy.contract.ts';
import { FILES_JOB, LATE_MS } from './privacy.jobs.ts';

const HIM = { name: '林晚晴', email: 'wanqing.zqx@example.com', phone: '13877665544' };
const ORDER = 'ZQORD20260302778899';
/** Words nobody else says, each brought in by another way. */
const WORDS = {
  review: '羽绒被漏毛漏得满床都是枇杷色绒絮，三次没人理我，要投诉到12315',
  english: 'The quixotic marmalade kettle leaks from its vermilion lid and burned my hand',
  letter: '信里再说一遍：琥珀纹的拉链头第二天就断成两截了，我要退货',
  hotline: '我在电话里讲过了，孔雀蓝的那件掉色掉得厉害，白衬衫都毁了',
  portal: '门户留言：薄荷绿的水杯盖子拧不紧，漏了一包的水，很失望',
  widget: '挂件留言：珊瑚红的台灯一开就闪，眼睛都花了，怎么办',
  form: '问卷里写：鸢尾紫的围巾掉毛严重，黑大衣全是毛',
  comment: '评分留言：处理得像蜗牛爬藤一样慢，不满意',
  back: '回访时说：月牙白的枕套又起球了，还是没有解决',
  note: '内部备注：顾客情绪像雷暴，先安抚再说原因',
  reply: '林晚晴您好，琥珀纹拉链已经寄出新的，单号稍后给您',
  promise: '三天内把玳瑁色的新拉链寄到林晚晴家',
  decision: '会上念了“漏毛漏得满床都是枇杷色绒絮”，决定换供应商',
  nickname: '晚晴小鹿',
};
const OTHER = '另一位顾客说物流太慢，等了两周还没到，差评';

let app: TestApp;
let logFile: string;
let folder: string;
let address = 0;
const next = () => `10.9.${Math.floor(++address / 250)}.${address % 250}`;

async function must(spec: RouteSpec, input: object = {}, as = app.as.owner): Promise<any> {
  const answer = await as.call(spec, input);
  expect([spec.id, answer.status, answer.status < 300 ? '' : answer.body]).toEqual([spec.id, answer.status, '']);
  return answer.body;
}
const rows = <T = any>(text: string, values: unknown[] = []) => app.db.asOwner<T>(text, values);
const form = (url: string, fields: Record<string, string>) =>
  app.product.app.inject({
    method: 'POST',
    url,
    remoteAddress: next(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'zh-CN',
      'sec-fetch-site': 'same-origin',
    },
    payload: new URLSearchParams(fields).toString(),
  });
async function multipart(url: string, fields: Record<string, string>, files: [string, string, Buffer][], headers = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, fileName, bytes] of files) body.append(name, new Blob([new Uint8Array(bytes)]), fileName);
  const request = new Request('http://x/', { method: 'POST', body });
  const answer = await app.product.app.inject({
    method: 'POST',
    url,
    remoteAddress: next(),
    headers: { 'content-type': request.headers.get('content-type')!, 'accept-language': 'zh-CN', ...headers },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  expect([url, answer.statusCode < 400, answer.statusCode < 400 ? '' : answer.body]).toEqual([url, true, '']);
  return answer;
}
const asOwner = () => ({ authorization: `Bearer ${app.as.owner.secret}` });
const pass = async (ms: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + ms);
  await app.settle();
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'huiyin-log-'));
  logFile = path.join(folder, 'huiyin.log');
  app = await testApp({ logFile, environment: { HUIYIN_PRIVATE_HOSTS: '127.0.0.1' } });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function photo(): Promise<Buffer> {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#a52a2a' } });
  return picture
    .withExif({ IFD0: { Artist: 'EXIFZQMARK' } })
    .jpeg()
    .toBuffer();
}

/** He speaks by every way there is, is answered, called, asked and quoted. @returns his id */
async function liveThrough(): Promise<string> {
  await must(createEndpointRoute, { body: { url: 'http://127.0.0.1:9/hook', note: '', types: [] } });
  await must(addMailboxRoute, { body: { address: 'service@shop.test', name: '客服', way: 'smtp' } });
  await must(recordFeedbackRoute, {
    headers: { 'idempotency-key': 'privacy-1' },
    body: {
      channel: 'email',
      externalId: 'ext-zqx-778899',
      title: '枇杷色绒絮投诉',
      text: `${WORDS.review} 电话 ${HIM.phone}`,
      rating: 1,
      orderNo: ORDER,
      product: { name: '云朵羽绒被' },
      person: HIM,
    },
  });
  await must(recordFeedbackRoute, {
    body: {
      channel: 'review',
      text: WORDS.english,
      rating: 1,
      person: HIM,
      locale: 'en',
      product: { name: '电热水壶' },
    },
  });
  await must(recordFeedbackRoute, {
    body: { channel: 'review', text: OTHER, rating: 1, person: { email: 'other@example.com', name: '周子昂' } },
  });
  await app.settle();
  const [person] = await rows<{ person_id: string }>(
    `SELECT person_id FROM feedback WHERE external_id = 'ext-zqx-778899'`,
  );
  const personId = person!.person_id;
  const signal = { person: HIM, orderNo: ORDER, reason: '琥珀纹拉链断了', amountMinor: 9900, currency: 'CNY' };
  await must(recordSignalRoute, { body: { externalId: `${ORDER}-paid`, kind: 'order_placed', ...signal } });
  await must(recordSignalRoute, { body: { externalId: `${ORDER}-refund`, kind: 'refund', ...signal } });
  await must(recordTranscriptsRoute, {
    body: {
      items: [
        {
          id: 'call-zqx',
          channel: 'hotline',
          startedAt: app.clock.now.toISOString(),
          agent: '小王',
          customer: { phone: HIM.phone, name: HIM.name },
          turns: [
            { speaker: 'customer', text: WORDS.hotline },
            { speaker: 'agent', text: `${HIM.name}您好，我们24小时内给您回电` },
          ],
        },
      ],
    },
  });
  await byLetter();
  const portal = (await must(readPortalRoute)).path;
  await multipart(
    `${portal}/say`,
    { once: 'o'.repeat(24), topic: 'quality', text: WORDS.portal, ...HIM, order: ORDER },
    [['photos', 'IMG_zqx.jpg', await photo()]],
    { 'sec-fetch-site': 'same-origin' },
  );
  const site = await must(createSiteRoute, { body: { name: '官网', origins: ['https://shop.example'] } });
  const said = await app.product.app.inject({
    method: 'POST',
    url: `/api/v1/widget/${site.key}/voices`,
    remoteAddress: next(),
    headers: { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
    payload: JSON.stringify({
      browser: 'b'.repeat(24),
      voice: 'voice-9001',
      locale: 'zh-CN',
      text: WORDS.widget,
      contact: HIM,
    }),
  });
  expect([said.statusCode, said.body]).toEqual([201, said.body]);
  const questions = await must(createFormRoute, { body: { name: '试用', template: 'product_trial' } });
  await must(openFormRoute, { params: { id: questions.id } });
  const invited = await must(inviteRoute, { params: { id: questions.id }, body: { personId } });
  const token = new URL(invited.url).searchParams.get('t') ?? new URL(invited.url).searchParams.get('i');
  const answered = await app.product.app.inject({
    method: 'POST',
    url: `/api/v1/public/forms/${questions.key}/answers${new URL(invited.url).search}`,
    remoteAddress: next(),
    headers: { 'content-type': 'text/plain' },
    payload: JSON.stringify({
      invitation: token ?? undefined,
      person: { email: HIM.email },
      answers: { csat: 1, parts: { rows: { feel: 1 } }, trouble: { options: ['none'] }, wish: WORDS.form },
      finish: true,
    }),
  });
  expect([answered.statusCode < 300, answered.body]).toEqual([true, answered.body]);
  const table = `text,rating,email,phone,name\n${WORDS.review}（表格）,1,${HIM.email},${HIM.phone},${HIM.name}\n坏行,9,${HIM.email},,\n`;
  const uploaded = await multipart(
    '/api/v1/imports',
    {},
    [['file', `${HIM.name}的评价.csv`, Buffer.from(table)]],
    asOwner(),
  );
  await app.product.app.inject({
    method: 'POST',
    url: `/api/v1/imports/${uploaded.json().id}/run`,
    headers: asOwner(),
    payload: {},
  });
  await multipart('/api/v1/imports', {}, [['file', '未导入.csv', Buffer.from(table)]], asOwner());
  await app.settle();
  await workOn(personId);
  return personId;
}

async function byLetter(): Promise<void> {
  const { database, files } = app.product.tools;
  const deps = { database, files, gate: app.product.rooms.gate, privateHosts: ['127.0.0.1'] };
  const listener = createListener(deps, {
    at: { host: '127.0.0.1', port: 0 },
    now: () => app.clock.now,
    log: createLog('silent'),
    limits: { bytes: 200_000, perMinute: 60, fromOne: 3 },
  });
  await listener.start();
  const at = listener.address()!;
  const transport = nodemailer.createTransport({ host: at.host, port: at.port, secure: false, ignoreTLS: true });
  await transport.sendMail({
    from: `${HIM.name} <${HIM.email}>`,
    to: 'service@shop.test',
    subject: '琥珀纹拉链断了',
    text: WORDS.letter,
    messageId: '<zqx-letter@example.com>',
    attachments: [
      {
        filename: '拉链.png',
        content: await sharp(await photo())
          .png()
          .toBuffer(),
      },
    ],
  });
  transport.close();
  await listener.close();
}

async function workOn(personId: string): Promise<void> {
  const cases = (await must(listCasesRoute, { query: { personId, limit: 50 } })).items as { id: string }[];
  expect(cases.length).toBeGreaterThan(0);
  const [first] = await rows<{ case_id: string; id: string }>(
    `SELECT m.case_id, f.id FROM case_feedback m JOIN feedback f ON f.id = m.feedback_id WHERE f.external_id = 'ext-zqx-778899'`,
  );
  const params = { id: first!.case_id };
  const mentions = [app.as.agent.memberId];
  await must(addNoteRoute, { params, body: { text: `${WORDS.note} ${WORDS.review}`, mentions } });
  await must(sendReplyRoute, { params, body: { text: WORDS.reply } });
  await must(makePromiseRoute, { params, body: { text: WORDS.promise, personId, due: { in: 10, unit: 'hours' } } });
  const planned = await must(planCallbackRoute, { params, body: { personId, note: `给${HIM.name}打电话` } });
  await must(settleCallbackRoute, {
    params: { id: planned.id },
    body: { outcome: 'not_fixed', note: WORDS.back },
  });
  const problem = await must(openProblemRoute, {
    body: { title: '羽绒被漏毛', statement: `顾客说：${WORDS.review}`, caseIds: [params.id] },
  });
  await must(addCauseRoute, {
    params: { id: problem.id },
    body: { text: `“${WORDS.review.slice(0, 20)}”`, category: 'process', feedbackIds: [first!.id] },
  });
  await pass(60_000);
  await must(resolveCaseRoute, { params, body: { note: `${WORDS.note}，已换`, message: `${HIM.name}，已经为您换新` } });
  await app.settle();
  const [rating] = await rows<{ id: string }>('SELECT id FROM ratings WHERE person_id = $1 LIMIT 1', [personId]);
  expect(rating).toBeTruthy();
  const { token } = ratingToken(app.product.tools.sealer, app.db.workspaceA, rating!.id);
  const rated = await form(`/r/${token}`, { score: '1', comment: WORDS.comment });
  expect([rated.statusCode < 400, rated.body]).toEqual([true, rated.body]);
  const link = await must(shareStatusLinkRoute, { params, body: { reporter: personId } });
  const where = new URL(link.url ?? link.path, 'http://x').pathname;
  const thanked = await form(`${where}/thanks?lang=zh-CN`, { nickname: WORDS.nickname });
  expect(String(thanked.headers.location)).toContain('thanked');
  const day = app.clock.now.toISOString().slice(0, 10);
  const pack = await must(makePackRoute, { body: { day } });
  await must(changePackRoute, { params: { id: pack.id }, body: { notes: `念了：${WORDS.review}`, attendance: [] } });
  await must(addDecisionRoute, { params: { id: pack.id }, body: { text: WORDS.decision, caseId: params.id } });
  const item = await must(createRoadmapItemRoute, {
    body: {
      kind: 'problem',
      stage: 'open',
      title: { 'zh-CN': '羽绒被漏毛', en: 'Leaking duvet' },
      text: { 'zh-CN': '', en: '' },
      links: [{ kind: 'feedback', id: first!.id }],
    },
  });
  await must(publishRoadmapItemRoute, { params: { id: item.id } });
  await app.settle();
}

/** Everything there is, as text: name of the place → what lies there. */
async function everything(): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  const { sealer, config } = app.product.tools;
  const tables = await rows<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
  for (const { name } of tables) {
    const found = await rows<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
    const text = found.map((row) => row.row).join('\n');
    places.set(name, text);
    const opened = [...new Set(text.match(/v1\.[\w-]{38,}/g) ?? [])].flatMap((sealed) => {
      for (const workspace of [app.db.workspaceA, app.db.workspaceB]) {
        try {
          return [sealer.open(workspace, sealed)];
        } catch {
          // Sealed for another workspace, or not sealed by us.
        }
      }
      return [];
    });
    places.set(`${name} opened`, opened.join('\n'));
  }
  for (const entry of readdirSync(config.dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    places.set(`file ${entry.name}`, readFileSync(file).toString('utf8'));
  }
  places.set('log', readFileSync(logFile, 'utf8'));
  return places;
}

async function found(marks: readonly string[]): Promise<string[]> {
  const places = await everything();
  return [...places].flatMap(([place, text]) =>
    marks.filter((mark) => text.includes(mark)).map((mark) => `${place}: ${mark} … ${around(text, mark)}`),
  );
}

const around = (text: string, mark: string) =>
  text.slice(Math.max(0, text.indexOf(mark) - 160), text.indexOf(mark) + 40);

/** What stands of the other customer, to be the same before and after. */
async function ofOther(): Promise<string> {
  const [other] = await rows<{ person_id: string; id: string }>('SELECT person_id, id FROM feedback WHERE text = $1', [
    OTHER,
  ]);
  const parts: unknown[] = [];
  for (const table of [
    'feedback',
    'people',
    'identities',
    'judgements',
    'cases',
    'case_feedback',
    'evidence_leaves',
    'events',
  ]) {
    parts.push(
      await rows(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE to_jsonb(t)::text LIKE ANY($1)
           AND NOT to_jsonb(t)::text LIKE '%"feedback.received"%' AND NOT to_jsonb(t)::text LIKE '%"feedback.judged"%' ORDER BY 1`,
        [[`%${other!.person_id}%`, `%${other!.id}%`]],
      ),
    );
  }
  return JSON.stringify(parts);
}

describe('a customer who is erased', () => {
  let personId: string;
  let hashes: string[];
  let links: string[];

  beforeAll(async () => {
    personId = await liveThrough();
    hashes = (
      await rows<{ hash: string }>('SELECT value_hash AS hash FROM identities WHERE person_id = $1', [personId])
    )
      .map((row) => row.hash)
      .concat(
        (await rows<{ hash: string }>(`SELECT order_hash AS hash FROM feedback WHERE order_hash IS NOT NULL`)).map(
          (row) => row.hash,
        ),
      );
    expect(hashes.length).toBeGreaterThanOrEqual(3);
    const [own] = await rows<{ case_id: string }>(`SELECT case_id FROM notices WHERE person_id = $1`, [personId]);
    const link = await must(shareStatusLinkRoute, { params: { id: own!.case_id }, body: { reporter: personId } });
    links = [new URL(link.url ?? link.path, 'http://x').pathname];
  }, 120_000);

  it('is handed everything first, and who took it is recorded', async () => {
    const answer = await app.as.owner.call(exportPersonRoute, { params: { id: personId } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('.json');
    const text = JSON.stringify(answer.body);
    const { decision: _decision, ...his } = WORDS;
    for (const mark of [HIM.name, HIM.email, HIM.phone, ...Object.values(his)]) expect(text).toContain(mark);
    const sections = Object.keys((answer.body as unknown as { sections: object }).sections);
    for (const section of [
      'person',
      'identities',
      'feedback',
      'messages',
      'mails',
      'letters',
      'photos',
      'signals',
      'forms',
    ])
      expect(sections).toContain(section);
    const audit = await must(listAuditRoute, { query: { type: 'person.exported' } });
    expect(audit.items).toHaveLength(1);
  });

  it('may be asked for by few and touched by no stranger', async () => {
    for (const spec of [exportPersonRoute, personKeptRoute, erasePersonRoute]) {
      const input = { params: { id: personId }, ...(spec.method === 'POST' ? { body: { reason: 'asked' } } : {}) };
      expect([spec.id, (await app.stranger.call(spec, input)).status]).toEqual([spec.id, 404]);
      for (const role of ['manager', 'agent', 'analyst', 'viewer'] as const)
        expect([spec.id, role, (await app.as[role].call(spec, input)).status]).toEqual([spec.id, role, 403]);
    }
  });

  it('is found nowhere afterwards, while others and the counts stay', async () => {
    const period = { from: '2026-02-24', to: '2026-03-02' };
    const sums = () => rows('SELECT * FROM feedback_daily ORDER BY kind, day, item, channel, sentiment, class');
    const before = {
      sums: await sums(),
      other: await ofOther(),
      overview: await app.as.owner.call(getOverviewRoute, { query: period }),
    };
    const { sections } = await must(erasePersonRoute, { params: { id: personId }, body: { reason: 'asked' } });
    expect(sections).toEqual(expect.arrayContaining([{ section: 'person', rows: 1 }]));
    const waiting = await rows<{ files: string[] }>(`SELECT payload -> 'fileIds' AS files FROM jobs WHERE kind = $1`, [
      FILES_JOB,
    ]);
    const onDisk = (waiting[0]?.files ?? []).map((id) => app.product.tools.files.pathOf(app.db.workspaceA, id));
    // A photo and its small picture, an attachment, an upload; all are there until the work that was saved with it runs.
    expect(onDisk.length).toBeGreaterThanOrEqual(4);
    expect(onDisk.every((file) => existsSync(file))).toBe(true);
    await app.settle();
    expect(onDisk.filter((file) => existsSync(file))).toEqual([]);
    await pass(LATE_MS + 1000);
    const marks = [
      personId,
      ...hashes,
      ...Object.values(HIM),
      ORDER,
      'ext-zqx-778899',
      'EXIFZQMARK',
      ...Object.values(WORDS),
      ...[
        '枇杷色',
        'quixotic',
        '琥珀纹',
        '孔雀蓝',
        '薄荷绿',
        '珊瑚红',
        '鸢尾紫',
        '蜗牛爬藤',
        '月牙白',
        '像雷暴',
        '玳瑁色',
        '晚晴',
      ],
    ];
    expect(await found(marks)).toEqual([]);
    expect(await sums()).toEqual(before.sums);
    expect(await ofOther()).toBe(before.other);
    expect((await app.as.owner.call(getOverviewRoute, { query: period })).body.voices).toEqual(
      before.overview.body.voices,
    );
  });

  it('cannot be searched, read, audited or met on a public page', async () => {
    for (const q of ['枇杷色', 'quixotic', HIM.email, HIM.name]) {
      expect((await must(listFeedbackRoute, { query: { q } })).items).toEqual([]);
    }
    expect((await app.as.owner.call(getPersonRoute, { params: { id: personId } })).status).toBe(404);
    for (const spec of [exportPersonRoute, personKeptRoute]) {
      expect((await app.as.owner.call(spec, { params: { id: personId } })).status).toBe(404);
    }
    const audit = JSON.stringify((await must(listAuditRoute, { query: { limit: 200 } })).items);
    for (const mark of [personId, HIM.name, '琥珀纹', '像雷暴']) expect(audit).not.toContain(mark);
    const told = (await must(listAuditRoute, { query: { type: 'person.erased' } })).items;
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ subject: null, data: { reason: 'asked', sections: { person: 1 } } });
    const portal = (await must(readPortalRoute)).path;
    for (const url of [portal, `${portal}/roadmap`, `${portal}/changelog`, `${portal}/reports`, ...links]) {
      const page = await app.product.app.inject({
        url,
        remoteAddress: next(),
        headers: { 'accept-language': 'zh-CN' },
      });
      if (links.includes(url)) expect(page.statusCode).toBe(404);
      for (const mark of [HIM.name, '晚晴', '枇杷色', '漏毛漏得']) expect(page.body).not.toContain(mark);
    }
  });

  it('twice is refused and does no harm; coming back he is somebody new', async () => {
    const before = await rows('SELECT count(*)::int AS n FROM feedback');
    const again = await app.as.owner.call(erasePersonRoute, { params: { id: personId }, body: { reason: 'asked' } });
    expect(again.status).toBe(404);
    expect(await rows('SELECT count(*)::int AS n FROM feedback')).toEqual(before);
    await must(recordFeedbackRoute, { body: { channel: 'email', text: '我又来了，这次很好', person: HIM } });
    await app.settle();
    const [anew] = await rows<{ person_id: string }>(
      `SELECT person_id FROM identities WHERE kind = 'email' AND hint LIKE 'w%'`,
    );
    expect(anew!.person_id).not.toBe(personId);
  });
});

describe('somebody erased before anything could be made of his words', () => {
  it('does not come back by what was on its way, and nothing stumbles over him', async () => {
    const late = { name: '沈暮云', email: 'muyun.late@example.com', phone: '13712349876' };
    const text = '黛青色的雨伞一撑就散架，伞骨扎破了手，要投诉到12315';
    await app.settle();
    await must(recordFeedbackRoute, {
      body: { channel: 'email', externalId: 'late-1', text, rating: 1, person: late },
    });
    const [row] = await rows<{ id: string; person_id: string }>(
      `SELECT id, person_id FROM feedback WHERE external_id = 'late-1'`,
    );
    await must(erasePersonRoute, { params: { id: row!.person_id }, body: { reason: 'test_data' } });
    await pass(1000);
    // A reaction that had read him just before writes him down only now.
    await rows(
      `INSERT INTO conversations (id, workspace_id, person_id, created_at) VALUES ('conv_late', $1, $2, now())`,
      [app.db.workspaceA, row!.person_id],
    );
    await rows(
      `INSERT INTO messages (id, workspace_id, conversation_id, case_id, kind, channel, body, author_kind, at)
       VALUES ('msg_late', $1, 'conv_late', 'case_none', 'message', 'page', $2, 'person', now())`,
      [app.db.workspaceA, text],
    );
    await pass(LATE_MS + 1000);
    expect(await found([row!.person_id, ...Object.values(late), '黛青色', '伞骨'])).toEqual([]);
    expect(await rows('SELECT name, error FROM dead_letters')).toEqual([]);
  });
});

describe('a case of two', () => {
  it('loses what quotes the one who is erased and keeps what was said of the other', async () => {
    const one = { name: '顾明棠', email: 'mingtang@example.com' };
    const two = { name: '许安然', email: 'anran@example.com' };
    const said = '象牙白的窗帘缩水缩了一大截，完全挂不上去了';
    for (const [person, text] of [
      [one, said],
      [two, '窗帘尺寸和页面写的不一样'],
    ] as const) {
      await must(recordFeedbackRoute, {
        body: { channel: 'review', text, rating: 4, person, product: { name: '窗帘' } },
      });
    }
    await app.settle();
    const [his, hers] = await Promise.all(
      [one, two].map(async (person) => {
        const [row] = await rows<{ id: string; person_id: string }>(
          `SELECT f.id, f.person_id FROM feedback f JOIN people p ON p.id = f.person_id WHERE p.name = $1`,
          [person.name],
        );
        return row!;
      }),
    );
    const { id } = await must(openCaseRoute, {
      body: { feedbackIds: [his!.id, hers!.id], title: `${one.name}和另一位的窗帘` },
    });
    await must(addNoteRoute, { params: { id }, body: { text: `他说“${said.slice(0, 12)}”`, mentions: [] } });
    await must(addNoteRoute, { params: { id }, body: { text: '许安然的已经退款，尺寸页面要改', mentions: [] } });
    await must(erasePersonRoute, { params: { id: his!.person_id }, body: { reason: 'consent_withdrawn' } });
    await pass(LATE_MS + 1000);
    const notes = await rows<{ text: string }>('SELECT text FROM case_notes WHERE case_id = $1 ORDER BY id', [id]);
    expect(notes.map((note) => note.text)).toEqual(['—', '许安然的已经退款，尺寸页面要改']);
    expect((await rows('SELECT title FROM cases WHERE id = $1', [id]))[0]).toEqual({ title: '—' });
    expect(await found([his!.person_id, one.name, one.email, '象牙白'])).toEqual([]);
    expect((await app.as.owner.call(getPersonRoute, { params: { id: hers!.person_id } })).status).toBe(200);
  });
});
