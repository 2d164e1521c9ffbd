// Proves the import routes: every answer and refusal, and that another shop's owner sees none of it.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, type TestCaller, testApp } from '../../../../../test/harness/app.ts';
import * as contract from '../core/import.contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const CSV = [
  '评价内容,星级,商品名称,订单编号,手机号',
  '鞋子很舒服，物流也快,5,轻跑鞋,20260101000000001,13800138000',
  '"穿了一天就开胶了，非常失望",1,轻跑鞋,20260101000000002,',
  '"=HYPERLINK(""http://x"")",9,轻跑鞋,=1+1,13900139000',
  '一般,3,轻跑鞋,20260101000000003,',
  '"没关,3,轻跑鞋,1,',
  '',
].join('\r\n');

async function upload(
  caller: TestCaller,
  content: string | Buffer,
  fileName: string,
  headers: Record<string, string> = {},
) {
  const boundary = 'huiyin-test-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const answer = await app.product.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: {
      authorization: `Bearer ${caller.secret}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'accept-language': 'en',
      ...headers,
    },
    payload,
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}

const filesOnDisk = () => {
  const folder = path.join(app.product.tools.config.dataDir, 'files', app.db.workspaceA);
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
};

describe('bulk import over HTTP', () => {
  let id: string;

  it('takes a file, guesses its columns and says so', async () => {
    const { status, body } = await upload(app.as.analyst, CSV, '三月评价.csv');
    expect(status).toBe(201);
    expect(contract.importView.parse(body)).toMatchObject({
      fileName: '三月评价.csv',
      format: 'csv',
      encoding: 'utf-8',
      state: 'mapped',
      mappingSource: 'guessed',
      progress: 0,
      errorRows: 0,
      failure: null,
      mapping: {
        profile: 'marketplace_zh',
        columns: { text: '评价内容', rating: '星级', product: '商品名称', orderNo: '订单编号', phone: '手机号' },
      },
    });
    id = body.id;
  });

  it('shows what would be recorded', async () => {
    const { status, body } = await app.as.agent.call(contract.previewImportRoute, {
      params: { id },
      query: { rows: 4 },
    });
    expect(status).toBe(200);
    expect(body.rows).toHaveLength(4);
    expect(body.rows[0].feedback[0]).toMatchObject({
      text: '鞋子很舒服，物流也快',
      rating: 5,
      product: { name: '轻跑鞋' },
    });
    expect(body.rows[2]).toMatchObject({ feedback: [], errors: [{ field: '星级', code: 'rating_unreadable' }] });
  });

  it('keeps a mapping set by hand and refuses one that cannot be', async () => {
    const put = (body: unknown) => app.as.analyst.call(contract.setImportMappingRoute, { params: { id }, body });
    expect(await put({ columns: { rating: '星级' } })).toMatchObject({
      status: 422,
      body: { code: 'missing_text_column' },
    });
    expect(await put({ columns: { text: '没有这列' } })).toMatchObject({
      status: 422,
      body: { code: 'unknown_column', errors: [{ path: 'columns.text' }] },
    });
    expect(await put({ columns: { nonsense: 'x' } })).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const { status, body } = await put({
      columns: { text: '评价内容', rating: '星级', product: '商品名称', orderNo: '订单编号', phone: '手机号' },
      channel: 'review',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'mapped', mappingSource: 'set', mapping: { ratingScale: 'stars' } });
  });

  it('is closed to strangers and to roles without the permission', async () => {
    const params = { id };
    const routes = [
      contract.getImportRoute,
      contract.previewImportRoute,
      contract.startImportRoute,
      contract.cancelImportRoute,
      contract.downloadImportErrorsRoute,
    ];
    for (const spec of routes) expect((await app.stranger.call(spec, { params })).status).toBe(404);
    expect(
      (await app.stranger.call(contract.setImportMappingRoute, { params, body: { columns: { text: 'x' } } })).status,
    ).toBe(404);
    expect((await app.stranger.call(contract.listImportsRoute)).body).toEqual({ items: [], nextCursor: null });
    for (const spec of [...routes, contract.listImportsRoute])
      expect((await app.nobody.call(spec, { params })).status).toBe(401);
    expect((await app.as.viewer.call(contract.getImportRoute, { params })).status).toBe(403);
    expect((await app.as.agent.call(contract.startImportRoute, { params })).status).toBe(403);
    expect((await upload(app.as.agent, CSV, 'a.csv')).status).toBe(403);
    expect((await upload(app.nobody, CSV, 'a.csv')).status).toBe(401);
  });

  it('runs, reports and cleans up', async () => {
    const started = await app.as.manager.call(contract.startImportRoute, { params: { id } });
    expect(started).toMatchObject({ status: 202, body: { state: 'running' } });
    expect(await app.as.manager.call(contract.startImportRoute, { params: { id } })).toMatchObject({
      status: 409,
      body: { code: 'already_running' },
    });
    await app.product.work.jobs.drain();
    const { body } = await app.as.manager.call(contract.getImportRoute, { params: { id } });
    expect(body).toMatchObject({
      state: 'done',
      progress: 1,
      errorRows: 2,
      counts: { read: 5, recorded: 3, duplicates: 0, rejected: 2, quarantined: 0 },
    });
    expect(filesOnDisk()).toBe(0);
    expect(await app.as.manager.call(contract.startImportRoute, { params: { id } })).toMatchObject({
      status: 409,
      body: { code: 'already_done' },
    });
    expect(await app.as.manager.call(contract.cancelImportRoute, { params: { id } })).toMatchObject({
      status: 409,
      body: { code: 'not_running' },
    });
  });

  it('hands out the rows not taken, harmless to spreadsheets and audited', async () => {
    const { status, body, headers } = await app.as.manager.call(contract.downloadImportErrorsRoute, {
      params: { id },
      query: { locale: 'en' },
    });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="errors.csv"; filename*=UTF-8''${encodeURIComponent('三月评价-rows-not-taken.csv')}`,
    );
    const lines = (body as unknown as string).split('\r\n');
    expect(lines[0]).toBe('\ufeffrow,line in file,reason,评价内容,星级,商品名称,订单编号,手机号,as it came');
    expect(lines[1]).toBe(
      `3,4,星级: The rating cannot be read,"'=HYPERLINK(""http://x"")",9,轻跑鞋,'=1+1,13900139000,`,
    );
    expect(lines[2]).toBe('5,6,A quotation mark is never closed,,,,,,"""没关,3,轻跑鞋,1,"');
    const zh = await app.as.manager.call(contract.downloadImportErrorsRoute, {
      params: { id },
      query: { locale: 'zh-CN' },
    });
    expect(zh.body as unknown as string).toContain('星级：看不懂这个评分');
    const events = await app.db.asOwner(
      `SELECT 1 FROM events WHERE type = 'import.errors_downloaded' AND subject = $1`,
      [id],
    );
    expect(events).toHaveLength(2);
  });

  it('remembers the mapping and records nothing twice', async () => {
    const { body } = await upload(app.as.analyst, CSV, 'again.csv');
    expect(body).toMatchObject({ state: 'mapped', mappingSource: 'remembered' });
    await app.as.manager.call(contract.startImportRoute, { params: { id: body.id } });
    await app.product.work.jobs.drain();
    const after = await app.as.manager.call(contract.getImportRoute, { params: { id: body.id } });
    expect(after.body.counts).toEqual({ read: 5, recorded: 0, duplicates: 3, rejected: 2, quarantined: 0 });
  });

  it('can be cancelled before it runs, and go on after', async () => {
    const { body } = await upload(app.as.analyst, 'text,id\nhello there,c1\nwell done,c2\n', 'c.csv');
    const params = { id: body.id };
    await app.as.manager.call(contract.startImportRoute, { params });
    expect(await app.as.manager.call(contract.cancelImportRoute, { params })).toMatchObject({
      status: 200,
      body: { state: 'cancelled' },
    });
    await app.product.work.jobs.drain();
    expect((await app.as.manager.call(contract.getImportRoute, { params })).body.counts.read).toBe(0);
    await app.as.manager.call(contract.startImportRoute, { params });
    await app.product.work.jobs.drain();
    expect((await app.as.manager.call(contract.getImportRoute, { params })).body).toMatchObject({
      state: 'done',
      counts: { recorded: 2 },
    });
  });

  it('lists newest first, a page at a time', async () => {
    const first = await app.as.viewer.call(contract.listImportsRoute, { query: { limit: 2 } });
    expect(first.status).toBe(403);
    const page = await app.as.owner.call(contract.listImportsRoute, { query: { limit: 2 } });
    expect(page.body.items).toHaveLength(2);
    const rest = await app.as.owner.call(contract.listImportsRoute, {
      query: { limit: 2, cursor: page.body.nextCursor },
    });
    expect(rest.body.items.map((item: { id: string }) => item.id)).toEqual([id]);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'file_empty'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'format_unknown'],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), 'xls_not_supported'],
    ['a torn ZIP', Buffer.from('PK\u0003\u0004torn'), 'file_damaged'],
  ])('refuses %s and keeps nothing of it', async (_name, content, code) => {
    const before = filesOnDisk();
    const { status, body } = await upload(app.as.owner, content, 'x.csv');
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'file_unreadable', errors: [{ path: 'file', code }] });
    expect(filesOnDisk()).toBe(before);
  });

  it('takes names for names, never for paths', async () => {
    const { body } = await upload(app.as.owner, 'text\nhello\n', '../../../etc/<script>alert(1)</script>.csv');
    expect(body.fileName).not.toMatch(/[<>/\\]|\.\./);
    await app.as.owner.call(contract.cancelImportRoute, { params: { id: body.id } });
  });

  it('refuses what is no form with a file', async () => {
    expect(await app.as.owner.call(contract.uploadImportRoute, { body: { file: 'x' } })).toMatchObject({ status: 415 });
  });
});
