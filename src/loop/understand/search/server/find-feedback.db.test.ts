// Searching in the real database, behind the wall: everything that should be found, nothing of others, by the indexes.

import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { addPerson, addProduct } from '../../../../../test/harness/judged-feedback.ts';
import { addReceived, type ReceivedFeedback, receivedEvent } from '../../../../../test/harness/received-feedback.ts';
import { loadEngine } from '../../../../text/node/load-engine.ts';
import { markCases } from '../../judgement/server/door.ts';
import { judgementReactions } from '../../judgement/server/judgement.reactions.ts';
import { feedbackFilter } from '../core/search.contract.ts';
import { readFacets } from './facet.reads.ts';
import { detailOf, viewsOf } from './feedback-views.ts';
import { findFeedbackIds } from './find-feedback.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
const FILLER = ['物流很快', '质量不错', '包装一般', '客服热情', '价格合适', '颜色好看', '尺码偏小', '味道很香'];
let db: TestDatabase;
let special: string[];
let kettle: string;
let anna: string;
const COUNT = 6000;

beforeAll(async () => {
  db = await testDatabase();
  const engine = await loadEngine();
  const [reaction] = judgementReactions({ engine });
  kettle = await addProduct(db, '水壶');
  anna = await addPerson(db, '安');
  const day = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 600_000);
  const rows: ReceivedFeedback[] = Array.from({ length: COUNT }, (_, index) => ({
    text: `${FILLER[index % 8]}，${FILLER[(index * 3) % 7]}，要求退款第${index}次`,
    channel: index % 2 ? 'review' : 'chat',
    rating: index % 6 || null,
    occurredAt: day(index),
  }));
  const words: ReceivedFeedback[] = [
    { text: '房间卡打不开', occurredAt: day(10) },
    { text: '华为鸿蒙系统很流畅', occurredAt: day(20), productId: kettle, personId: anna, rating: 5 },
    { text: '这是虚假宣传', occurredAt: day(30), channel: 'social' },
    { text: '虚构的情节，假装宣布，宣传', occurredAt: day(40) },
    { text: '退貨太慢', title: '繁體標題', occurredAt: day(50) },
    { text: 'Refund was terribly slow', occurredAt: day(60), channel: 'email' },
    { text: '水壶漏电，太危险了', occurredAt: day(70), productId: kettle, rating: 1 },
    { text: '华为鸿蒙系统很流畅！', occurredAt: day(80), personId: anna, channel: 'chat' },
  ];
  special = await addReceived(db, words);
  const all = [...special, ...(await addReceived(db, rows))];
  for (let start = 0; start < all.length; start += 3000) {
    const event = receivedEvent(db.workspaceA, all.slice(start, start + 3000));
    await db.a.write((tx) => reaction!.run({ tx, events: [event], now: NOW }));
  }
  const foreign = await addReceived(db, [{ text: '鸿蒙鸿蒙', workspaceId: db.workspaceB }]);
  await db.b.write((tx) => reaction!.run({ tx, events: [receivedEvent(db.workspaceB, foreign)], now: NOW }));
  await db.asOwner('ANALYZE judgements');
}, 180_000);
afterAll(() => db.drop());

async function find(query: object, limit = 50) {
  return (await db.a.read((tx) => findFeedbackIds(tx, feedbackFilter.parse(query), { limit })))!.ids;
}
const at = (...indexes: number[]) => indexes.map((index) => special[index]!);

describe('words', () => {
  it.each([
    ['pairs that cross words', '间卡', [0]],
    ['a rare character', '鸿', [7, 1]],
    ['a phrase, not its scattered pairs', '虚假宣传', [2]],
    ['traditional for simplified', '退货', [4]],
    ['the title', '标题', [4]],
    ['the beginning of an English word', 'REFUN', [5]],
    ['two words', '鸿蒙 流畅', [7, 1]],
    ['full width', 'ｒｅｆｕｎｄ', [5]],
    ['nothing that was never said', '量子纠缠', []],
  ])('find %s: %s', async (_, q, expected) => {
    expect(await find({ q })).toEqual(at(...expected));
  });

  it('find a frequent single character newest first and page through all of a word without gaps', async () => {
    const one = await find({ q: '款' }, 20);
    expect(one).toHaveLength(20);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = (await db.a.read((tx) =>
        findFeedbackIds(tx, feedbackFilter.parse({ q: '退款', channel: 'chat' }), { limit: 200, cursor }),
      ))!;
      seen.push(...page.ids);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(COUNT / 2);
    expect(seen).toHaveLength(COUNT / 2);
    const order = await db.asOwner<{ id: string }>(
      `SELECT feedback_id AS id FROM judgements WHERE channel = 'chat' AND feedback_id = ANY($1) ORDER BY occurred_at DESC, feedback_id DESC`,
      [seen],
    );
    expect(seen).toEqual(order.map((row) => row.id));
  });

  it('answer null when nothing could be looked for', async () => {
    expect(await db.a.read((tx) => findFeedbackIds(tx, feedbackFilter.parse({ q: '？！' }), { limit: 5 }))).toBeNull();
  });
});

describe('filters', () => {
  it('combine: any of one key, all of several', async () => {
    expect(await find({ product: kettle })).toEqual(at(6, 1));
    expect(await find({ product: kettle, rating: ['1', '2'] })).toEqual(at(6));
    expect(await find({ class: 'urgent', product: kettle })).toEqual(at(6));
    expect(await find({ channel: ['social', 'email'] })).toEqual(at(5, 2));
    expect(await find({ person: anna })).toEqual(at(7, 1));
    expect(await find({ person: anna, q: '流畅', channel: 'chat' })).toEqual(at(7));
    expect(await find({ person: anna, duplicates: 'false' })).toEqual(at(1));
    expect(await find({ person: anna, duplicates: 'true' })).toEqual(at(7));
    expect(await find({ q: '鸿蒙', from: '2026-01-01T13:00:00Z' })).toEqual(at(7));
    expect(await find({ q: '鸿蒙', to: '2026-01-01T13:00:00Z' })).toEqual(at(1));
    expect(await find({ channel: 'review', sentiment: 'negative', from: '2027-01-01T00:00:00Z' })).toEqual([]);
  });

  it('know what stands in a case, as the later room tells', async () => {
    await db.a.write((tx) => markCases(tx, [{ feedbackId: special[6]!, caseId: 'case_x' }]));
    expect(await find({ hasCase: 'true' })).toEqual(at(6));
    expect(await find({ hasCase: 'false', product: kettle })).toEqual(at(1));
    expect((await db.a.read((tx) => viewsOf(tx, [special[6]!], undefined)))[0]).toMatchObject({ caseId: 'case_x' });
    await db.a.write((tx) => markCases(tx, [{ feedbackId: special[6]!, caseId: null }]));
    expect(await find({ hasCase: 'true' })).toEqual([]);
  });

  it('show nothing of another workspace', async () => {
    const theirs = await db.b.read((tx) => findFeedbackIds(tx, feedbackFilter.parse({ q: '鸿蒙' }), { limit: 5 }));
    expect(theirs!.ids).toHaveLength(1);
    expect(await db.b.read((tx) => detailOf(tx, special[1]!))).toBeUndefined();
    expect(
      await db.b.read((tx) => findFeedbackIds(tx, feedbackFilter.parse({ person: anna }), { limit: 5 })),
    ).toMatchObject({ ids: [] });
  });
});

describe('plans', () => {
  it('reach the inverted index from behind the wall for a rare word', async () => {
    await db.asOwner(`SELECT pg_stat_reset_single_table_counters('judgements_tokens'::regclass)`);
    const scans = async () => {
      await db.asOwner('SELECT pg_stat_force_next_flush()');
      const rows = await db.asOwner<{ n: number }>(
        `SELECT idx_scan::int AS n FROM pg_stat_user_indexes WHERE indexrelname = 'judgements_tokens'`,
      );
      return rows[0]!.n;
    };
    const before = await scans();
    await db.a.write(async (tx) => {
      await findFeedbackIds(tx, feedbackFilter.parse({ q: '间卡' }), { limit: 50 });
      await tx.run(sql`SELECT pg_stat_force_next_flush()`);
    });
    expect(await scans()).toBeGreaterThan(before);
  });
});

describe('facets', () => {
  it('are exact without words and equal a count of the rows', async () => {
    const facets = (await db.a.read((tx) => readFacets(tx, feedbackFilter.parse({}))))!;
    expect(facets).toMatchObject({ total: COUNT + special.length, capped: false, intent: null });
    const rows = await db.asOwner<{ value: string; count: number }>(
      'SELECT channel AS value, count(*)::int AS count FROM judgements WHERE workspace_id = $1 GROUP BY 1 ORDER BY 2 DESC, 1',
      [db.workspaceA],
    );
    expect(facets.channel.map(({ value, count }) => ({ value, count }))).toEqual(rows);
    expect(facets.product).toEqual([{ value: kettle, label: '水壶', count: 2 }]);
    const voices = (await db.a.read((tx) => readFacets(tx, feedbackFilter.parse({ duplicates: 'false' }))))!;
    expect(voices.total).toBe(COUNT + special.length - 1);
  });

  it('count the newest matches of words and say so when there are more', async () => {
    const many = (await db.a.read((tx) => readFacets(tx, feedbackFilter.parse({ q: '退款' }))))!;
    expect(many).toMatchObject({ total: 3000, capped: true });
    const few = (await db.a.read((tx) => readFacets(tx, feedbackFilter.parse({ q: '鸿蒙' }))))!;
    expect(few).toMatchObject({ total: 2, capped: false });
    expect(few.rating).toEqual([{ value: '5', label: null, count: 1 }]);
    const one = (await db.a.read((tx) => readFacets(tx, feedbackFilter.parse({ channel: 'email' }))))!;
    expect(one).toMatchObject({ total: 1, capped: false, channel: [{ value: 'email', count: 1 }] });
  });
});

describe('one feedback', () => {
  it('comes with its reasons, what it repeats and what is much alike', async () => {
    const detail = (await db.a.read((tx) => detailOf(tx, special[7]!)))!;
    expect(detail).toMatchObject({
      duplicateOf: { id: special[1], kind: 'exact', similarity: 1 },
      corrections: [],
      person: { name: '安' },
    });
    const first = (await db.a.read((tx) => detailOf(tx, special[1]!)))!;
    expect(first.duplicates.map((item) => item.id)).toEqual([special[7]]);
    expect(first.sameWords).toMatchObject({ count: 0 });
    const [found] = await db.a.read((tx) => viewsOf(tx, [special[4]!], '退货'));
    expect(found!.highlights).toEqual([[0, 2]]);
  });
});
