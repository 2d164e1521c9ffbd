// Proves that the columns of real-world files are understood, and that a row gives what a person would expect.
import { describe, expect, it } from 'vitest';
import { completeMapping, guessMapping, headerFingerprint } from './guess-mapping.ts';
import { type ImportMapping, importMapping } from './import.contract.ts';
import { mapRow } from './map-row.ts';

const SHANGHAI = { timeZone: 'Asia/Shanghai' };
const mapping = (columns: ImportMapping['columns'], more: Partial<ImportMapping> = {}) =>
  importMapping.parse({ columns, ...more });

describe('guessMapping', () => {
  const marketplace = {
    评价ID: '88001',
    评价内容: '鞋子很舒服，就是物流有点慢',
    '评分(星)': '4',
    商品名称: '轻跑鞋',
    'SKU/规格': '黑色 42',
    订单编号: '20260102030405060708',
    追评: '穿了一个月开胶了',
    追评时间: '2026/2/3 10:00',
    商家回复: '亲，可以联系客服换货',
    评价时间: '2026-01-02 03:04',
    用户昵称: 't***6',
    是否有图: '是',
  };

  it('knows a Chinese marketplace export', () => {
    const { mapping: guessed, confidence } = guessMapping(Object.keys(marketplace), [marketplace]);
    expect(guessed.profile).toBe('marketplace_zh');
    expect(confidence).toBe(1);
    expect(guessed.columns).toMatchObject({
      text: '评价内容',
      rating: '评分(星)',
      product: '商品名称',
      sku: 'SKU/规格',
      orderNo: '订单编号',
      followUp: '追评',
      followUpAt: '追评时间',
      sellerReply: '商家回复',
      occurredAt: '评价时间',
      customer: '用户昵称',
      externalId: '评价ID',
    });
    const mapped = mapRow(guessed, marketplace, SHANGHAI);
    expect(mapped).toEqual({
      ok: true,
      drafts: [
        {
          channel: 'review',
          externalId: '88001',
          text: '鞋子很舒服，就是物流有点慢',
          rating: 4,
          occurredAt: '2026-01-01T19:04:00.000Z',
          product: { name: '轻跑鞋', sku: '黑色 42' },
          person: { name: 't***6' },
          orderNo: '20260102030405060708',
          meta: { sellerReply: '亲，可以联系客服换货', columns: { 是否有图: '是' } },
        },
        {
          channel: 'review',
          externalId: '88001',
          text: '穿了一个月开胶了',
          occurredAt: '2026-02-03T02:00:00.000Z',
          product: { name: '轻跑鞋', sku: '黑色 42' },
          person: { name: 't***6' },
          orderNo: '20260102030405060708',
          meta: { followUp: true },
        },
      ],
    });
  });

  it('finds the text by what is in it, and takes 0 and 1 for a mood, not for stars', () => {
    const rows = ['这本书写得真好，孩子很喜欢看', '物流太慢了，等了一个星期才到', '包装破损，里面的杯子碎了一个'].map(
      (t, index) => ({ t, y: String(index % 2), cat: '书籍' }),
    );
    const { mapping: guessed } = guessMapping(['t', 'y', 'cat'], rows);
    expect(guessed.columns).toEqual({ text: 't', product: 'cat', sentimentHint: 'y' });
    expect(mapRow(guessed, rows[0]!, SHANGHAI)).toEqual({
      ok: true,
      drafts: [
        {
          channel: 'review',
          text: rows[0]!.t,
          product: { name: '书籍' },
          meta: { sentimentHint: 'negative', columns: { y: '0' } },
        },
      ],
    });
    const said = completeMapping({ text: 't', rating: 'y', product: 'cat' }, ['t', 'y', 'cat'], rows, 'review').mapping;
    expect(said.ratingScale).toBe('binary');
    expect(said.columns.sentimentHint).toBeUndefined();
    expect(mapRow(said, rows[1]!, SHANGHAI)).toMatchObject({ drafts: [{ rating: 5 }] });
  });

  it('finds an unnamed text column among numbers, links and addresses', () => {
    const rows = [1, 2, 3].map((n) => ({
      a: String(n),
      b: `https://example.test/${n}/aaaaaaaaaaaaaaaaaaaaaaaa`,
      c: `the sleeve came apart after ${n} washes, very sad`,
      d: `${n}@example.test`,
    }));
    expect(guessMapping(['a', 'b', 'c', 'd'], rows).mapping.columns.text).toBe('c');
  });

  it('knows English exports', () => {
    const row = {
      reviewerID: 'A1',
      asin: 'B00',
      reviewerName: 'Ann',
      reviewText: 'Broke after a day.',
      overall: '1.0',
      summary: 'Bad',
      unixReviewTime: '1767300000',
    };
    expect(guessMapping(Object.keys(row), [row]).mapping.columns).toEqual({
      text: 'reviewText',
      title: 'summary',
      rating: 'overall',
      sku: 'asin',
      customer: 'reviewerName',
      customerId: 'reviewerID',
      occurredAt: 'unixReviewTime',
    });
  });

  it('gives up a claim that the values contradict', () => {
    const rows = [
      { 内容: '东西不错啊', 评分: '蓝色', 日期: '很快', 编号: '1' },
      { 内容: '东西一般般', 评分: '红色', 日期: '慢', 编号: '1' },
    ];
    const { columns } = guessMapping(['内容', '评分', '日期', '编号'], rows).mapping;
    expect(columns).toEqual({ text: '内容' });
  });

  it('knows the Formbricks Hub format', () => {
    const row = {
      submission_id: 's1',
      collected_at: '2026-01-02T03:04:05Z',
      source_type: 'survey',
      source_id: 'q',
      source_name: 'NPS',
      field_id: 'f1',
      field_label: 'Why?',
      field_type: 'text',
      value_text: '送货太慢',
      value_number: '',
      language: 'zh',
      user_id: 'u7',
      'metadata.page': '/cart',
    };
    const { mapping: guessed } = guessMapping(Object.keys(row), [row]);
    expect(guessed.profile).toBe('formbricks_hub');
    expect(mapRow(guessed, row, SHANGHAI)).toMatchObject({
      ok: true,
      drafts: [
        {
          channel: 'questionnaire',
          externalId: 's1:f1',
          text: '送货太慢',
          occurredAt: '2026-01-02T03:04:05.000Z',
          person: { externalId: 'u7' },
          locale: 'zh-CN',
          meta: { columns: { 'metadata.page': '/cart' } },
        },
      ],
    });
    expect(mapRow(guessed, { ...row, field_type: 'nps', value_text: '', value_number: '10' }, SHANGHAI)).toMatchObject({
      drafts: [{ text: 'Why?: 10', rating: 5 }],
    });
    expect(mapRow(guessed, { ...row, value_text: '' }, SHANGHAI)).toMatchObject({
      ok: false,
      errors: [{ code: 'text_missing' }],
    });
  });

  it('remembers files by their columns, not by case and spaces', () => {
    expect(headerFingerprint(['评价 内容', 'Order_No'])).toBe(headerFingerprint(['评价内容', 'order no']));
    expect(headerFingerprint(['a', 'b'])).not.toBe(headerFingerprint(['b', 'a']));
  });
});

describe('mapRow', () => {
  it('says what is wrong, column by column', () => {
    const map = mapping({ text: 't', rating: 'r', occurredAt: 'd', externalId: 'i' });
    expect(mapRow(map, { t: ' ', r: '9', d: '2026-02-30', i: 'x'.repeat(400) }, SHANGHAI)).toEqual({
      ok: false,
      errors: [
        { field: 't', code: 'text_missing' },
        { field: 'r', code: 'rating_unreadable' },
        { field: 'd', code: 'date_unreadable' },
        { field: 'i', code: 'external_id_too_long' },
      ],
    });
  });

  it('takes blanks written in words as blanks', () => {
    const map = mapping({ text: 't', rating: 'r', occurredAt: 'd', externalId: 'i', followUp: 'f' });
    expect(mapRow(map, { t: '好', r: '-', d: 'N/A', i: '无', f: '暂无' }, SHANGHAI)).toEqual({
      ok: true,
      drafts: [{ channel: 'review', text: '好' }],
    });
  });

  it('keeps scripts and formulas as plain words', () => {
    const text = '<script>alert(1)</script>=HYPERLINK("http://x")';
    expect(mapRow(mapping({ text: 't' }), { t: text }, SHANGHAI)).toMatchObject({ drafts: [{ text }] });
  });

  it('keeps an address that is none beside the feedback, within 8 KB', () => {
    const map = mapping({ text: 't', email: 'e', phone: 'p' }, { product: '杯子' });
    const fields = { t: '好', e: 'nobody', p: '13800138000', long: '长'.repeat(9_000), other: 'x' };
    const mapped = mapRow(map, fields, SHANGHAI);
    if (!mapped.ok) throw new Error('refused');
    const { meta, person, product } = mapped.drafts[0]!;
    expect(person).toEqual({ phone: '13800138000' });
    expect(product).toEqual({ name: '杯子' });
    expect(meta).toMatchObject({ email: 'nobody', cut: true });
    expect(Buffer.byteLength(JSON.stringify(meta))).toBeLessThanOrEqual(8 * 1024);
  });

  it('uses the title or the follow-up where the text is missing', () => {
    const map = mapping({ text: 't', title: 'h', followUp: 'f' });
    expect(mapRow(map, { t: '', h: '差', f: '' }, SHANGHAI)).toEqual({
      ok: true,
      drafts: [{ channel: 'review', text: '差' }],
    });
    expect(mapRow(map, { t: '', h: '', f: '后来坏了' }, SHANGHAI)).toEqual({
      ok: true,
      drafts: [{ channel: 'review', text: '后来坏了' }],
    });
  });
});
