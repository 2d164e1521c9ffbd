// Judging in the real database: once, complete, adding up, whatever comes twice or in pieces.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { addPerson, addProduct } from '../../../../../test/harness/judged-feedback.ts';
import { addReceived, type ReceivedFeedback, receivedEvent } from '../../../../../test/harness/received-feedback.ts';
import type { TextEngine } from '../../../../text/judge.contract.ts';
import { loadEngine } from '../../../../text/node/load-engine.ts';
import { duplicateReactions } from '../../duplicates/server/duplicate.reactions.ts';
import { judgementReactions } from './judgement.reactions.ts';
import { judgementsOf } from './judgement.reads.ts';
import { judgeAgain } from './verbs/judge-again.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
let db: TestDatabase;
let engine: TextEngine;

beforeAll(async () => {
  db = await testDatabase();
  engine = await loadEngine();
});
afterAll(() => db.drop());

async function judge(ids: readonly string[], workspaceId = db.workspaceA): Promise<void> {
  const [reaction] = judgementReactions({ engine });
  await db
    .workspace(workspaceId)
    .write((tx) => reaction!.run({ tx, events: [receivedEvent(workspaceId, ids)], now: NOW }));
}

const RECOUNT = `
  WITH facts AS (SELECT * FROM judgements WHERE workspace_id = $1), lines AS (
    SELECT 'all' AS kind, day, '' AS item, channel, sentiment AS s, class, sentiment, repeats, rating FROM facts
    UNION ALL SELECT 'theme', day, t, channel, '', '', sentiment, repeats, rating FROM facts CROSS JOIN LATERAL unnest(themes) AS t
    UNION ALL SELECT 'product', day, product_id, '', '', '', sentiment, repeats, rating FROM facts WHERE product_id IS NOT NULL
    UNION ALL SELECT 'cell', day, coalesce(product_id, '') || '|' || (e ->> 0) || '|' || (e ->> 1), '', '', '', sentiment, repeats,
      rating FROM (SELECT f.*, e FROM facts f CROSS JOIN LATERAL (
        SELECT DISTINCT jsonb_build_array(a -> 0, a -> 1) AS e FROM jsonb_array_elements(f.aspects::jsonb) AS a) d) f2)
  SELECT kind, day::text, item, channel, s, class, count(*)::int AS feedback, (count(*) FILTER (WHERE NOT repeats))::int AS voices,
    (count(*) FILTER (WHERE NOT repeats AND sentiment = 'positive'))::int AS positive,
    (count(*) FILTER (WHERE NOT repeats AND sentiment = 'negative'))::int AS negative,
    (count(rating) FILTER (WHERE NOT repeats))::int AS rated, coalesce(sum(rating) FILTER (WHERE NOT repeats), 0)::float8 AS stars,
    (count(*) FILTER (WHERE NOT repeats AND rating <= 2))::int AS low
  FROM lines GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`;
const KEPT = `
  SELECT kind, day::text, item::text AS item, channel, sentiment AS s, class, feedback::int, voices::int, positive::int, negative::int,
    rated::int, rating_sum AS stars, low_rated::int AS low
  FROM feedback_daily WHERE workspace_id = $1 AND feedback <> 0 AND day > '0001-01-01' ORDER BY 1, 2, 3, 4, 5, 6`;

async function expectSumsToAddUp(workspaceId = db.workspaceA): Promise<void> {
  expect(await db.asOwner(KEPT, [workspaceId])).toEqual(await db.asOwner(RECOUNT, [workspaceId]));
}

const events = () =>
  db.asOwner<{ data: { feedbackIds: string[] } }>(
    `SELECT data FROM events WHERE type = 'feedback.judged' ORDER BY seq`,
  );

describe('judging what was received', () => {
  it('saves labels, reasons and tokens, tells it once, and a second delivery changes nothing', async () => {
    const product = await addProduct(db, '电热水壶');
    const ids = await addReceived(db, [
      { text: '物流太慢了，等了两周才到，差评！', rating: 1, productId: product },
      { text: '水壶漏电，孩子被电到了，太危险', rating: 1, productId: product },
      { text: '质量很好，非常满意', rating: 5 },
      { text: '广告', state: 'quarantined' },
    ]);
    await judge(ids);
    const views = await db.a.read((tx) => judgementsOf(tx, ids));
    expect(views.size).toBe(3);
    expect(views.get(ids[0]!)).toMatchObject({
      sentiment: 'negative',
      themes: expect.arrayContaining(['logistics.late']),
      corrected: [],
    });
    expect(views.get(ids[1]!)).toMatchObject({ class: 'urgent', urgency: { level: 'high', reason: 'safety' } });
    expect(views.get(ids[2]!)).toMatchObject({ sentiment: 'positive', class: 'positive' });
    const reason = views.get(ids[0]!)!.reasons.find((item) => item.span);
    expect('物流太慢了，等了两周才到，差评！'.slice(...reason!.span!)).toBe(reason!.text);
    expect((await events()).map((event) => event.data.feedbackIds)).toEqual([ids.slice(0, 3)]);
    await expectSumsToAddUp();

    const before = await db.asOwner('SELECT * FROM judgements ORDER BY feedback_id');
    await judge(ids);
    await judge([...ids, ...ids]);
    expect(await db.asOwner('SELECT * FROM judgements ORDER BY feedback_id')).toEqual(before);
    expect(await events()).toHaveLength(1);
    await expectSumsToAddUp();
  });

  it('keeps the other workspace out of sight', async () => {
    const [foreign] = await addReceived(db, [{ text: '退款退款退款', workspaceId: db.workspaceB }]);
    await judge([foreign!]);
    expect(await db.asOwner('SELECT 1 FROM judgements WHERE feedback_id = $1', [foreign])).toEqual([]);
    await judge([foreign!], db.workspaceB);
    expect(await db.a.read((tx) => judgementsOf(tx, [foreign!]))).toEqual(new Map());
    expect((await db.b.read((tx) => judgementsOf(tx, [foreign!]))).size).toBe(1);
  });

  it('joins the same voice across channels and batches, not two people with the same short words', async () => {
    const [anna, bao] = [await addPerson(db, '安'), await addPerson(db, '宝')];
    const long = '这个快递真的等了太久太久，客服也一直不回复我';
    const rows: ReceivedFeedback[] = [
      { text: long, personId: anna },
      { text: `${long}！！`, personId: anna, channel: 'chat' },
      { text: '好评', personId: anna },
      { text: '好评', personId: bao },
      { text: '好评' },
      { text: long, channel: 'email' },
    ];
    const first = await addReceived(db, rows.slice(0, 4));
    await judge(first);
    const second = await addReceived(db, rows.slice(4));
    await judge(second);
    const again = await addReceived(db, [{ text: '好评', personId: bao, channel: 'live' }]);
    await judge(again);
    const links = await db.asOwner<{ feedback_id: string; duplicate_of_id: string; kind: string }>(
      'SELECT feedback_id, duplicate_of_id, kind FROM duplicates ORDER BY feedback_id',
    );
    expect(links).toEqual([
      { feedback_id: first[1], duplicate_of_id: first[0], kind: 'exact' },
      { feedback_id: second[1], duplicate_of_id: first[0], kind: 'exact' },
      { feedback_id: again[0], duplicate_of_id: first[3], kind: 'exact' },
    ]);
    await expectSumsToAddUp();
  });

  it('joins nearly the same words of one person afterwards, telling of each', async () => {
    const cheng = await addPerson(db, '程');
    const dai = await addPerson(db, '戴');
    const said = '你们的快递真的太慢了，我等了两个星期还没有到';
    const ids = await addReceived(db, [
      { text: said, personId: cheng },
      { text: '你们的快递真的太慢了，我等了两个星期还没到', personId: cheng, channel: 'chat' },
      { text: '你们快递真的太慢了，我等了两个星期还没到', personId: cheng, channel: 'email' },
      { text: '你们的快递真的太慢了，我等了两个星期还没有来', personId: dai },
    ]);
    await judge(ids);
    const [reaction] = duplicateReactions();
    const judged = {
      ...receivedEvent(db.workspaceA, []),
      type: 'feedback.judged',
      data: { feedbackIds: ids, engine: 'x', again: false },
    };
    const run = () => db.a.write((tx) => reaction!.run({ tx, events: [judged], now: NOW }));
    await run();
    await run();
    const links = await db.asOwner(
      'SELECT feedback_id, duplicate_of_id, kind FROM duplicates WHERE feedback_id = ANY($1) ORDER BY feedback_id',
      [ids],
    );
    expect(links).toEqual([
      { feedback_id: ids[1], duplicate_of_id: ids[0], kind: 'near' },
      { feedback_id: ids[2], duplicate_of_id: ids[0], kind: 'near' },
    ]);
    expect(await db.asOwner(`SELECT subject FROM events WHERE type = 'feedback.linked' ORDER BY subject`)).toEqual([
      { subject: ids[1] },
      { subject: ids[2] },
    ]);
    await expectSumsToAddUp();
  });

  it('adds up over thousands of random feedback in several batches, also when judged again', async () => {
    const words = [
      '物流',
      '太慢',
      '很好',
      '退款',
      '质量差',
      '不错',
      '客服',
      '态度差',
      '过敏',
      '想要',
      '多少钱',
      '破损',
    ];
    const products = [await addProduct(db, '甲'), await addProduct(db, '乙')];
    const people = [await addPerson(db, '丙'), await addPerson(db, '丁')];
    let seed = 7;
    const roll = (sides: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * sides);
    };
    const rows = Array.from(
      { length: 2500 },
      (): ReceivedFeedback => ({
        text: Array.from({ length: 1 + roll(4) }, () => words[roll(words.length)]!).join('，'),
        channel: ['review', 'chat', 'live'][roll(3)]!,
        rating: [null, 1, 2, 3, 4, 5][roll(6)]!,
        productId: [null, ...products][roll(3)]!,
        personId: [null, ...people][roll(3)]!,
        occurredAt: new Date(Date.UTC(2026, 1, 1 + roll(20), roll(24))),
      }),
    );
    const ids = await addReceived(db, rows);
    await judge(ids);
    await expectSumsToAddUp();
    const [{ voices, repeats }] = (await db.asOwner<{ voices: number; repeats: number }>(
      `SELECT count(*) FILTER (WHERE NOT repeats)::int AS voices, count(*) FILTER (WHERE repeats)::int AS repeats FROM judgements`,
    )) as [{ voices: number; repeats: number }];
    expect(repeats).toBeGreaterThan(100);
    expect(voices).toBeGreaterThan(100);

    // An engine of another mind.
    const other: TextEngine = {
      ...engine,
      version: 'other@2',
      judgeMany: (items) =>
        engine.judgeMany(items).map((judgement) => ({
          ...judgement,
          engine: 'other@2',
          sentiment: { ...judgement.sentiment, label: 'neutral' },
          themes: judgement.themes.slice(1),
        })),
    };
    const judged = await db.a.write((tx) => judgeAgain(tx, other, ids.slice(0, 1000), NOW));
    expect(judged.ids).toHaveLength(1000);
    expect(judged.changed).toBeGreaterThan(300);
    await expectSumsToAddUp();
    const same = await db.a.write((tx) => judgeAgain(tx, other, ids.slice(0, 1000), NOW));
    expect(same.changed).toBe(0);
  });
});
