// Signals come in once, whatever their way, and are joined to customer, order and product; nothing foreign gets in.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../../test/harness/app.ts';
import * as shops from '../core/shop-source.contract.ts';
import * as shopify from '../core/shopify.fixture.ts';
import * as files from '../core/signal-import.contract.ts';
import * as contract from '../core/signal-routes.contract.ts';
import * as woo from '../core/woocommerce.fixture.ts';
import { signalKeeper } from './door.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const count = async (where = 'true') =>
  Number((await app.db.asOwner<{ n: string }>(`SELECT count(*) AS n FROM signals WHERE ${where}`))[0]!.n);
const sums = (day: string, productId = '') =>
  app.db
    .asOwner<Record<string, string>>(
      'SELECT orders, refunds, returns, exchanges, for_size FROM signal_daily WHERE day = $1 AND product_id = $2',
      [day, productId],
    )
    .then((rows) => rows[0] && Object.fromEntries(Object.entries(rows[0]).map(([key, value]) => [key, Number(value)])));

const order = {
  externalId: 'o-1',
  kind: 'order_placed',
  occurredAt: '2026-02-10T18:00:00Z',
  orderNo: '2026 0211-8899',
  person: { phone: '13800138000' },
  lines: [{ sku: 'DRESS', name: '连衣裙', qty: 1, amountMinor: 12900, currency: 'CNY', size: 'M' }],
  amountMinor: 12900,
  currency: 'CNY',
};

describe('one signal', () => {
  it('is recorded once, in the shop’s own day, and its order counts once', async () => {
    const first = await app.as.agent.call(contract.recordSignalRoute, { body: order });
    expect([first.status, first.body.outcome]).toEqual([201, 'recorded']);
    const again = await app.as.agent.call(contract.recordSignalRoute, { body: order });
    expect(again.body).toMatchObject({ outcome: 'duplicate', id: first.body.id });
    const paid = { ...order, externalId: 'o-1-paid', kind: 'order_paid', occurredAt: '2026-02-10T18:05:00Z' };
    await app.as.agent.call(contract.recordSignalRoute, { body: paid });
    // 02:00 of the 11th in Shanghai.
    expect(await sums('2026-02-11')).toMatchObject({ orders: 1 });
    const [row] = await app.db.asOwner<Record<string, unknown>>(`SELECT * FROM signals WHERE external_id = 'o-1'`);
    expect(JSON.stringify(row)).not.toContain('0211');
    expect(row!.order_hint).toBe('****8899');
  });

  it('gives its customer to what names only the order, before or after', async () => {
    const bare = {
      externalId: 'r-1',
      kind: 'refund',
      orderNo: '202602118899',
      occurredAt: '2026-02-12T03:00:00Z',
      amountMinor: 12900,
      currency: 'CNY',
    };
    await app.as.agent.call(contract.recordSignalRoute, { body: bare });
    await app.as.agent.call(contract.recordSignalRoute, {
      body: { externalId: 'ship-2', kind: 'shipped', orderAlias: 'internal-77', occurredAt: '2026-02-12T04:00:00Z' },
    });
    await app.as.agent.call(contract.recordSignalRoute, {
      body: {
        ...order,
        externalId: 'o-2',
        orderNo: '77-7',
        orderAlias: 'internal-77',
        occurredAt: '2026-02-11T04:00:00Z',
      },
    });
    const rows = await app.db.asOwner<{ external_id: string; person_id: string; order_hint: string }>(
      `SELECT external_id, person_id, order_hint FROM signals WHERE external_id IN ('o-1', 'r-1', 'ship-2', 'o-2') ORDER BY external_id`,
    );
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(1);
    expect(rows[0]!.person_id).toMatch(/^per_/);
    expect(rows.find((row) => row.external_id === 'ship-2')!.order_hint).toBe(
      rows.find((row) => row.external_id === 'o-2')!.order_hint,
    );
    const orders = await app.as.agent.call(contract.personOrdersRoute, { params: { id: rows[0]!.person_id } });
    expect(orders.body).toMatchObject({ orders: 2, refunds: 1, returns: 0 });
    expect(orders.body.items.map((one: { state: string }) => one.state).sort()).toEqual(['refund', 'shipped']);
    expect(orders.body.items.find((one: { state: string }) => one.state === 'refund').products).toEqual(['连衣裙']);
  });

  it('is refused by field', async () => {
    const bad = await app.as.agent.call(contract.recordSignalRoute, {
      body: { ...order, kind: 'teleported', currency: 'yuan' },
    });
    expect([bad.status, bad.body.errors.map((one: { path: string }) => one.path).sort()]).toEqual([
      422,
      ['currency', 'kind'],
    ]);
    const deep = await app.as.agent.call(contract.recordSignalRoute, {
      body: { ...order, externalId: 'deep', meta: { x: 'y'.repeat(5000) } },
    });
    expect([deep.status, deep.body.errors[0].code]).toEqual([422, 'meta_too_large']);
  });
});

describe('many signals', () => {
  it('lose only the bad ones, and many callers at once are all answered', async () => {
    const items = [
      { externalId: 'b-1', kind: 'view', person: { externalId: 'u-9' }, lines: [{ sku: 'DRESS' }] },
      { externalId: 'b-1', kind: 'view' },
      { kind: 'view' },
      {
        externalId: 'b-2',
        kind: 'exchange',
        lines: [{ sku: 'DRESS', size: 'M', sizeTo: 'L' }],
        occurredAt: '2026-02-13T03:00:00Z',
      },
    ];
    const answer = await app.as.agent.call(contract.recordSignalBatchRoute, { body: { items } });
    expect(answer.body).toMatchObject({ recorded: 2, duplicates: 1, rejected: 1 });
    expect(await sums('2026-02-13')).toMatchObject({ exchanges: 1, for_size: 1, orders: 0 });
    const many = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        app.as.agent.call(contract.recordSignalRoute, {
          body: { externalId: `m-${index % 40}`, kind: 'view', lines: [{ sku: `S${index % 3}` }] },
        }),
      ),
    );
    expect(many.filter((one) => one.body.outcome === 'recorded')).toHaveLength(40);
    expect(many.every((one) => one.status === 201 && one.body.id)).toBe(true);
    expect(await count(`external_id LIKE 'm-%'`)).toBe(40);
    const daily = await app.db.asOwner<{ n: string }>(
      `SELECT sum(visits) AS n FROM signal_daily WHERE product_id = ''`,
    );
    expect(Number(daily[0]!.n)).toBe(await count(`kind IN ('view', 'watch')`));
  });

  it('are found by kind, order, person, product and day, page by page', async () => {
    const list = (query: object) =>
      app.as.analyst.call(contract.listSignalsRoute, { query }).then((answer) => answer.body);
    expect((await list({ kind: 'exchange' })).items.map((one: { externalId: string }) => one.externalId)).toEqual([
      'b-2',
    ]);
    expect((await list({ order: '202602118899' })).items).toHaveLength(3);
    expect((await list({ order: '****8899' })).items).toHaveLength(3);
    expect((await list({ group: 'after_sale', from: '2026-02-12', to: '2026-02-12' })).items).toHaveLength(1);
    const first = await list({ limit: 20, group: 'visit' });
    const second = await list({ limit: 200, group: 'visit', cursor: first.nextCursor });
    const ids = [...first.items, ...second.items].map((one: { id: string }) => one.id);
    expect([new Set(ids).size, ids.length]).toEqual([41, 41]);
    const [{ product_id }] = (await app.db.asOwner<{ product_id: string }>(
      `SELECT product_id FROM signal_lines WHERE sku = 'DRESS' LIMIT 1`,
    )) as [{ product_id: string }];
    expect((await list({ product: product_id, kind: 'view' })).items).toHaveLength(1);
    const days = await app.as.viewer.call(contract.signalDaysRoute, {
      query: { from: '2026-02-01', to: '2026-02-28' },
    });
    expect(days.status).toBe(403);
    const known = await app.as.analyst.call(contract.signalDaysRoute, {
      query: { from: '2026-02-01', to: '2026-02-28' },
    });
    expect(known.body.days.map((day: { day: string }) => day.day)).toEqual(['2026-02-11', '2026-02-12', '2026-02-13']);
    const wrong = await app.as.analyst.call(contract.signalDaysRoute, {
      query: { from: '2026-02-28', to: '2026-02-01' },
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid_period']);
    const uses = await app.as.analyst.call(contract.listSignalSourcesInUseRoute);
    expect(uses.body.items).toMatchObject([{ source: 'api', name: null }]);
  });
});

describe('a shop that pushes', () => {
  const secret = 'hush-hush-hush-hush';
  const sign = (body: string, key = secret) => createHmac('sha256', key).update(body).digest('base64');
  const connect = async (platform: 'shopify' | 'woocommerce') => {
    const made = await app.as.admin.call(shops.createShopSourceRoute, { body: { name: platform, platform, secret } });
    return made.body.source.id as string;
  };
  const post = async (id: string, payload: string, headers: Record<string, string>) => {
    const answer = await app.product.app.inject({
      method: 'POST',
      url: `/api/v1/shop-hooks/${id}`,
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const tell = (id: string, topic: string, payload: unknown, delivery: string) => {
    const body = JSON.stringify(payload);
    return post(id, body, {
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': delivery,
      'x-shopify-hmac-sha256': sign(body),
    });
  };

  it('Shopify: a refund that comes before its order finds it all the same; a delivery counts once', async () => {
    const id = await connect('shopify');
    expect((await tell(id, 'refunds/create', shopify.shopifyRefund, 'd1')).body).toMatchObject({
      delivery: 'taken',
      recorded: 1,
    });
    expect((await tell(id, 'orders/create', shopify.shopifyOrder, 'd2')).body).toMatchObject({
      delivery: 'taken',
      recorded: 1,
    });
    expect((await tell(id, 'orders/create', shopify.shopifyOrder, 'd2')).body).toMatchObject({
      delivery: 'duplicate',
      recorded: 0,
    });
    expect((await tell(id, 'orders/create', shopify.shopifyOrder, 'd3')).body).toMatchObject({
      delivery: 'taken',
      duplicates: 1,
    });
    expect((await tell(id, 'orders/paid', shopify.shopifyOrder, 'd4')).body).toMatchObject({ recorded: 1 });
    expect((await tell(id, 'fulfillments/update', shopify.shopifyDelivered, 'd5')).body).toMatchObject({ recorded: 2 });
    expect((await tell(id, 'returns/approve', shopify.shopifyReturn, 'd6')).body).toMatchObject({ recorded: 1 });
    expect((await tell(id, 'themes/publish', {}, 'd7')).body).toMatchObject({ delivery: 'ignored' });
    const rows = await app.db.asOwner<{
      kind: string;
      person_id: string | null;
      order_hash: string;
      order_hint: string;
    }>('SELECT kind, person_id, order_hash, order_hint FROM signals WHERE source = $1', [id]);
    expect(rows.map((row) => row.kind).sort()).toEqual([
      'delivered',
      'exchange',
      'order_paid',
      'order_placed',
      'refund',
      'shipped',
    ]);
    expect(new Set(rows.map((row) => row.order_hash)).size).toBe(1);
    expect(new Set(rows.map((row) => row.order_hint))).toEqual(new Set(['****']));
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(1);
    expect(await sums('2026-02-20')).toMatchObject({ orders: 1 });
    const seen = await app.as.admin.call(shops.listShopDeliveriesRoute, { params: { id } });
    expect(seen.body.items).toHaveLength(6);
  });

  it('WooCommerce: tries the address unsigned, then tells whole orders', async () => {
    const id = await connect('woocommerce');
    const ping = await post(id, 'webhook_id=12', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([ping.status, ping.body.delivery]).toEqual([200, 'ping']);
    const say = (topic: string, payload: unknown, delivery: string) => {
      const body = JSON.stringify(payload);
      return post(id, body, {
        'x-wc-webhook-topic': topic,
        'x-wc-webhook-delivery-id': delivery,
        'x-wc-webhook-signature': sign(body),
      });
    };
    expect((await say('order.created', woo.wooOrder, 'w1')).body).toMatchObject({ recorded: 2 });
    expect((await say('order.updated', woo.wooRefunded, 'w2')).body).toMatchObject({ recorded: 2, duplicates: 2 });
    expect((await say('product.created', woo.wooProduct, 'w3')).body).toMatchObject({ delivery: 'taken', recorded: 0 });
    const [product] = await app.db.asOwner<{ name: string }>(`SELECT name FROM products WHERE sku = 'PREM-1'`);
    expect(product!.name).toBe('Premium Quality');
  });

  it('anything else is refused by its right name and changes nothing', async () => {
    const list = await app.as.admin.call(shops.listShopSourcesRoute);
    const id = list.body.items.find((one: { platform: string }) => one.platform === 'shopify').id as string;
    const before = await count();
    const body = JSON.stringify(shopify.shopifyOrder);
    const headers = { 'x-shopify-topic': 'orders/create', 'x-shopify-webhook-id': 'z' };
    const cases: [string, Record<string, string>, string, number, string][] = [
      [
        'another secret',
        { ...headers, 'x-shopify-hmac-sha256': sign(body, 'something else entirely') },
        body,
        401,
        'bad_signature',
      ],
      ['a changed body', { ...headers, 'x-shopify-hmac-sha256': sign(body) }, `${body} `, 401, 'bad_signature'],
      [
        'a hex signature',
        { ...headers, 'x-shopify-hmac-sha256': Buffer.from(sign(body), 'base64').toString('hex') },
        body,
        401,
        'bad_signature',
      ],
      ['none', headers, body, 401, 'bad_signature'],
      ['a ping for the wrong platform', headers, 'webhook_id=1', 401, 'bad_signature'],
      ['no JSON', { ...headers, 'x-shopify-hmac-sha256': sign('{') }, '{', 400, 'bad_json'],
    ];
    for (const [name, sent, payload, status, code] of cases) {
      const answer = await post(id, payload, sent);
      expect([name, answer.status, answer.body.code]).toEqual([name, status, code]);
    }
    expect((await post('shop_00000000000000000000000000', body, headers)).status).toBe(404);
    await app.as.admin.call(shops.changeShopSourceRoute, { params: { id }, body: { enabled: false } });
    expect((await tell(id, 'orders/create', shopify.shopifyOrder, 'off')).status).toBe(404);
    await app.as.admin.call(shops.changeShopSourceRoute, { params: { id }, body: { enabled: true } });
    const turned = await app.as.admin.call(shops.rotateShopSecretRoute, { params: { id }, body: {} });
    expect((await tell(id, 'orders/create', shopify.shopifyOrder, 'old')).status).toBe(401);
    expect(turned.body.secret).toMatch(/^[0-9a-f]{64}$/);
    const [row] = await app.db.asOwner<{ secret_sealed: string }>(
      'SELECT secret_sealed FROM shop_sources WHERE id = $1',
      [id],
    );
    expect(row!.secret_sealed).not.toContain(turned.body.secret);
    expect(await count()).toBe(before);
    const taken = await app.as.admin.call(shops.changeShopSourceRoute, {
      params: { id },
      body: { name: 'woocommerce' },
    });
    expect(taken.body.code).toBe('name_taken');
    expect(
      (await app.as.admin.call(shops.createShopSourceRoute, { body: { name: 'shopify', platform: 'shopify' } })).body
        .code,
    ).toBe('name_taken');
    for (const [route, input] of [
      [shops.changeShopSourceRoute, { params: { id }, body: { enabled: true } }],
      [shops.rotateShopSecretRoute, { params: { id }, body: {} }],
    ] as const) {
      expect((await app.stranger.call(route, input)).status).toBe(404);
      expect((await app.as.agent.call(route, input)).status).toBe(403);
    }
  });
});

describe('a file of signals', () => {
  const upload = async (text: string, name = '退款.csv') => {
    const boundary = 'xxyyzz';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`;
    const answer = await app.product.app.inject({
      method: 'POST',
      url: '/api/v1/signal-imports',
      headers: {
        authorization: `Bearer ${app.as.analyst.secret}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const csv = [
    '售后单号,订单编号,售后类型,退款金额,申请时间,商家编码,商品名称,退款原因,手机号',
    'A1,X-1001,退款,￥59.90,2026-02-14 10:00,TEE,T恤,不想要了,13900139000',
    'A2,X-1002,换货,0,2026-02-14 11:00,TEE,T恤,尺码偏小,13900139001',
    'A3,X-1003,消失,1,2026-02-14 11:00,TEE,T恤,,',
    'A4,X-1004,退款,abc,2026-02-14 11:00,TEE,T恤,,',
    'A1,X-1001,退款,￥59.90,2026-02-14 10:00,TEE,T恤,不想要了,13900139000',
  ].join('\n');

  it('is guessed, previewed, taken in row by row, and known when it comes again', async () => {
    const up = await upload(csv);
    expect([up.status, up.body.state]).toEqual([201, 'uploaded']);
    expect(up.body.mapping.columns).toMatchObject({
      externalId: '售后单号',
      kind: '售后类型',
      orderNo: '订单编号',
      reason: '退款原因',
    });
    expect(up.body.preview[0].signal).toMatchObject({ kind: 'refund', amountMinor: 5990 });
    expect(up.body.preview[2].code).toBe('kind_unreadable');
    const id = up.body.id as string;
    const started = await app.as.analyst.call(files.runSignalImportRoute, { params: { id }, body: up.body.mapping });
    expect([started.status, started.body.state]).toEqual([202, 'running']);
    expect(
      (await app.as.analyst.call(files.runSignalImportRoute, { params: { id }, body: up.body.mapping })).body.code,
    ).toBe('already_running');
    await app.settle();
    const done = await app.as.analyst.call(files.getSignalImportRoute, { params: { id } });
    expect(done.body).toMatchObject({ state: 'done', read: 5, recorded: 2, duplicates: 1, rejected: 2, progress: 1 });
    expect(done.body.errors).toEqual([
      { line: 4, field: '售后类型', code: 'kind_unreadable' },
      { line: 5, field: '退款金额', code: 'amount_unreadable' },
    ]);
    expect(
      (await app.as.analyst.call(files.runSignalImportRoute, { params: { id }, body: up.body.mapping })).body.code,
    ).toBe('already_done');
    const again = await upload(csv);
    await app.as.analyst.call(files.runSignalImportRoute, { params: { id: again.body.id }, body: again.body.mapping });
    await app.settle();
    const second = await app.as.analyst.call(files.getSignalImportRoute, { params: { id: again.body.id } });
    expect(second.body).toMatchObject({ recorded: 0, duplicates: 3 });
    expect((await app.stranger.call(files.getSignalImportRoute, { params: { id } })).status).toBe(404);
    expect((await app.as.analyst.call(files.listSignalImportsRoute)).body.items).toHaveLength(2);
  });

  it('says what it cannot do with a file or a mapping', async () => {
    expect((await upload('')).body.code).toBe('file_unreadable');
    expect((await upload('PK\u0003\u0004broken', 'x.xlsx')).body.code).toBe('file_unreadable');
    const up = await upload('a,b\n1,2');
    const params = { id: up.body.id };
    const run = (columns: object) => app.as.analyst.call(files.runSignalImportRoute, { params, body: { columns } });
    expect((await run({ orderNo: 'nowhere' })).body.code).toBe('unknown_column');
    expect((await run({ reason: 'a' })).body.code).toBe('missing_column');
    expect(
      (await app.as.viewer.call(files.runSignalImportRoute, { params, body: { columns: { orderNo: 'a' } } })).status,
    ).toBe(403);
    const plain = await app.as.analyst.call(files.uploadSignalsRoute, { body: {} });
    expect(plain.status).toBe(415);
  });
});

describe('a customer who asks to be forgotten', () => {
  it('is exported whole, then leaves only counts', async () => {
    const [row] = await app.db.asOwner<{ person_id: string }>(
      `SELECT person_id FROM signals WHERE external_id = 'o-1'`,
    );
    const personId = row!.person_id;
    const sections = await app.db.a.read((tx) => signalKeeper.export(tx, personId));
    expect(sections[0]!.rows.length).toBeGreaterThanOrEqual(4);
    const before = await sums('2026-02-11');
    await app.db.a.write((tx) => signalKeeper.erase(tx, personId, new Date()));
    await app.db.a.write((tx) => signalKeeper.erase(tx, personId, new Date()));
    expect(await count(`person_id = '${personId}'`)).toBe(0);
    expect(await sums('2026-02-11')).toEqual(before);
    const orders = await app.db.asOwner('SELECT 1 FROM signal_orders WHERE person_id = $1', [personId]);
    expect(orders).toEqual([]);
  });
});
