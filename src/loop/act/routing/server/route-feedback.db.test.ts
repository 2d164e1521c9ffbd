// Rules on a real database: what opens, what joins, one open case a person and theme under concurrency, and replay changes nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../../test/harness/database.ts';
import { addJudged, addMember, addPerson, addProduct } from '../../../../../test/harness/judged-feedback.ts';
import { type Env, systemEnv } from '../../../../ground/env.ts';
import { mergeCase } from '../../cases/server/verbs/merge-case.ts';
import { resolveCase } from '../../cases/server/verbs/resolve-case.ts';
import { routeFeedback } from './verbs/route-feedback.ts';

let db: TestDatabase;
let env: Env;
const now = new Date('2026-03-02T02:00:00Z');

beforeAll(async () => {
  db = await testDatabase();
  env = systemEnv(db.a, now, 'test');
});
afterAll(() => db.drop());
beforeEach(async () => {
  for (const table of [
    'cases',
    'case_feedback',
    'clocked_cases',
    'clock_histories',
    'clocks',
    'judgements',
    'feedback',
    'events',
    'rules',
    'members',
  ]) {
    await db.asOwner(`TRUNCATE ${table} CASCADE`);
  }
});

const route = (feedbackIds: string[], onlyUrgent = false) =>
  db.a.write((tx) => routeFeedback(tx, env, { feedbackIds, onlyUrgent }));
const cases = () =>
  db.asOwner<Record<string, unknown>>(`SELECT * FROM cases WHERE workspace_id = '${db.workspaceA}' ORDER BY number`);
const everything = async () =>
  JSON.stringify([
    await cases(),
    await db.asOwner('SELECT * FROM case_feedback ORDER BY feedback_id'),
    await db.asOwner('SELECT type, subject, data FROM events ORDER BY seq'),
  ]);

describe('rules', () => {
  it('opens one case a person and theme and joins the rest, with visible parts and running clocks', async () => {
    const [anna, bert] = [await addPerson(db, '安'), await addPerson(db, '贝', 'vip')];
    const ids = await addJudged(db, [
      { personId: anna, rating: 1, text: '快递三周才到，客服说不归他们管。' },
      { personId: anna, rating: 2 },
      { personId: anna, rating: 1, themes: ['quality.broken'] },
      { personId: bert, rating: 1 },
      { personId: bert, rating: 5, class: 'positive', sentimentScore: 0.9, intents: ['praise'] },
    ]);
    expect(await route(ids)).toEqual({ opened: 3, joined: 1 });
    const [first, second, third] = await cases();
    expect(first).toMatchObject({
      number: 1,
      title: '快递三周才到，客服说不归他们管',
      status: 'new',
      stage: 'collect',
      voices: 2,
      people: 1,
      person_id: anna,
      theme: 'logistics.late',
      opened_by: 'low_rating',
      priority: 'high',
      is_open: true,
    });
    expect(second).toMatchObject({ theme: 'quality.broken', voices: 1 });
    expect(third).toMatchObject({ person_id: bert, vip: true });
    expect((first!.parts as unknown[]).length).toBe(5);
    expect(first!.next_due_at).toBeInstanceOf(Date);
    const opened = await db.asOwner<{ data: Record<string, unknown> }>(
      `SELECT data FROM events WHERE type = 'case.opened' ORDER BY seq`,
    );
    expect(opened[0]!.data).toMatchObject({
      feedbackIds: ids.slice(0, 2),
      personId: anna,
      theme: 'logistics.late',
      rule: 'low_rating',
      number: 1,
    });
    const marks = await db.asOwner(`SELECT feedback_id FROM feedback_cases`);
    expect(marks.length).toBe(4);
  });

  it('changes nothing when it hears the same again', async () => {
    const anna = await addPerson(db, '安');
    const ids = await addJudged(db, [{ personId: anna, rating: 1 }, { rating: 1 }, { class: 'urgent', rating: 1 }]);
    await route(ids);
    const before = await everything();
    expect(await route(ids)).toEqual({ opened: 0, joined: 0 });
    expect(await route([...ids].reverse(), true)).toEqual({ opened: 0, joined: 0 });
    expect(await everything()).toBe(before);
  });

  it('joins a later voice to the open case and opens a new one once it is resolved', async () => {
    const anna = await addPerson(db, '安');
    const [one, two, three] = await addJudged(db, [
      { personId: anna, rating: 2 },
      { personId: anna, rating: 1 },
      { personId: anna, rating: 1 },
    ]);
    await route([one!]);
    expect(await route([two!])).toEqual({ opened: 0, joined: 1 });
    const [row] = await cases();
    expect(row).toMatchObject({ voices: 2, min_rating: 1, priority: 'high' });
    await db.a.write((tx) =>
      resolveCase(tx, env, { caseId: row!.id as string, resolution: 'fixed', note: null, message: null, tell: true }),
    );
    expect(await route([three!])).toEqual({ opened: 1, joined: 0 });
  });

  it('groups people we do not know by product, theme and day, urgent voices apart', async () => {
    const product = await addProduct(db, '洗发水');
    const many = Array.from({ length: 30 }, () => ({ rating: 1, productId: product }));
    const ids = await addJudged(db, [
      ...many,
      { rating: 1, productId: product, class: 'urgent' },
      { rating: 1, productId: product, themes: ['quality.broken'] },
      { rating: 1 },
      { rating: 1, productId: product, occurredAt: new Date('2026-03-01T01:00:00Z') },
    ]);
    expect(await route(ids)).toEqual({ opened: 5, joined: 29 });
    const [group] = await cases();
    expect(group).toMatchObject({
      voices: 30,
      unknown_voices: 30,
      people: 0,
      person_id: null,
      group_key: `${product}|logistics.late|2026-03-02`,
    });
    expect((await cases()).filter((row) => row.priority === 'urgent').length).toBe(1);
  });

  it('passes over what is too old', async () => {
    const ids = await addJudged(db, [{ rating: 1, occurredAt: new Date('2026-01-20T00:00:00Z') }]);
    expect(await route(ids)).toEqual({ opened: 0, joined: 0 });
  });

  it('opens in hindsight only what is urgent', async () => {
    const ids = await addJudged(db, [{ rating: 1 }, { class: 'urgent' }]);
    expect(await route(ids, true)).toEqual({ opened: 1, joined: 0 });
  });

  it('opens no case for an alarm that only the lessons of the shop raise', async () => {
    const praise = { class: 'urgent', sentiment: 'positive', sentimentScore: 0.9, intents: ['praise'], rating: 5 };
    const ids = await addJudged(db, [praise, praise, { ...praise, rating: 1 }]);
    await db.asOwner(`UPDATE judgements SET engine = 'test@1+0a1b2c3d'`);
    expect(await route(ids, true)).toEqual({ opened: 0, joined: 0 });
    // The other rules still hold, and a person's own word opens a case.
    expect(await route(ids)).toEqual({ opened: 1, joined: 0 });
    await db.asOwner(`UPDATE judgements SET corrected = '{urgency}' WHERE feedback_id = '${ids[0]}'`);
    await db.asOwner(`UPDATE judgements SET urgency_reason = 'safety' WHERE feedback_id = '${ids[1]}'`);
    const { opened, joined } = await route(ids, true);
    expect(opened + joined).toBe(2);
  });

  it('gives urgent cases away in turns', async () => {
    const agents = [await addMember(db, '甲'), await addMember(db, '乙')];
    const people = await Promise.all(['a', 'b', 'c', 'd'].map((name) => addPerson(db, name)));
    const ids = await addJudged(
      db,
      people.map((personId) => ({ personId, class: 'urgent' })),
    );
    await route(ids);
    const owners = (await cases()).map((row) => row.owner_id);
    expect(owners.filter((owner) => owner === agents[0]).length).toBe(2);
    expect(owners.filter((owner) => owner === agents[1]).length).toBe(2);
    expect((await cases()).every((row) => row.stage === 'handle')).toBe(true);
    expect((await db.asOwner(`SELECT FROM notifications WHERE kind = 'assigned'`)).length).toBe(4);
  });

  it('adds to the case that stands for a merged one', async () => {
    const [anna, bert] = [await addPerson(db, '安'), await addPerson(db, '贝')];
    const ids = await addJudged(db, [
      { personId: anna, rating: 1 },
      { personId: bert, rating: 1 },
      { personId: anna, rating: 1 },
    ]);
    await route(ids.slice(0, 2));
    const [one, two] = await cases();
    await db.a.write((tx) => mergeCase(tx, env, { caseId: one!.id as string, intoId: two!.id as string }));
    expect(await route([ids[2]!])).toEqual({ opened: 0, joined: 1 });
    expect((await cases())[1]).toMatchObject({ voices: 3, people: 2 });
  });

  it('keeps one open case a person and theme when many open at once', async () => {
    const anna = await addPerson(db, '安');
    const ids = await addJudged(
      db,
      Array.from({ length: 12 }, () => ({ personId: anna, rating: 1 })),
    );
    const results = await Promise.allSettled(ids.map((id) => route([id])));
    // A loser of the race begins again, as the reaction runner does.
    for (const [index, result] of results.entries()) if (result.status === 'rejected') await route([ids[index]!]);
    const rows = await cases();
    expect(rows.length).toBe(1);
    expect(rows[0]!.voices).toBe(12);
    expect((await db.asOwner(`SELECT FROM case_feedback WHERE case_id = $1`, [rows[0]!.id])).length).toBe(12);
  });
});
